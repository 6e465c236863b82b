// Keeps the record of each request: begins it, shows it while it runs, masks it and hands it over at the end.
#pragma once

#include "gateway/base/clock.h"
#include "gateway/base/error.h"
#include "gateway/pipeline/live_feed.h"
#include "gateway/pipeline/request_context.h"

#include <memory>

namespace gateway::pipeline {

// Lives on a worker thread.
class RequestJournal {
public:
    RequestJournal(const Clock &clock, RecordSink &sink, LiveFeed &feed);

    // A context with the record's first facts. It counts as in flight until close().
    std::unique_ptr<RequestContext> open(net::HttpExchange &exchange, config::ConfigSnapshotPointer snapshot);

    // The state of a running request changed; shown if somebody looks.
    void showProgress(const RequestContext &context);

    // The end of a request: exactly one record goes out, masked here and nowhere else.
    void close(RequestContext &context, RequestState state, const std::optional<Error> &error);

    // A request that never became an exchange.
    void recordRefusal(const Error &error, std::string_view method, std::string_view target, const HeaderList &headers,
                       std::string_view peerAddress);

    const Clock &clock() const { return m_clock; }

private:
    void postMasked(RequestRecord &&record);

    const Clock &m_clock;
    RecordSink &m_sink;
    LiveFeed &m_feed;
};

// The state in which an answer of ours with this error ends.
RequestState stateOfError(const Error &error);

} // namespace gateway::pipeline
