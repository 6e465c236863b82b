// Streamed answers of a provider.
#pragma once

#include "gateway/translation/dialects/openai_responses/stream_item.h"
#include "gateway/translation/dialects/provider_dialect.h"

#include <deque>
#include <set>

namespace gateway::translation::openai_responses {

class StreamDecoder final : public ProviderStreamDecoder {
public:
    explicit StreamDecoder(ExchangeState &state) : m_state(state) {}

    void decode(const ProviderFrame &frame, StreamEvents &events) override;
    void finish(const Error *failure, StreamEvents &events) override;
    bool isComplete() const override { return m_hasEnded; }

private:
    struct Waiting {
        std::int64_t outputIndex = 0;
        StreamItem item;
        StreamEvents events; // told when the items before it are finished
    };

    void readEvent(std::string_view type, const Json &event, StreamEvents &events);
    void readItemEvent(std::string_view type, const Json &event, StreamEvents &events);
    void readEnd(const Json &response, StreamEvents &events);
    void start(const Json *response, StreamEvents &events);
    Waiting &itemAt(std::int64_t outputIndex);
    void tellItems(StreamEvents &events); // of the first item, and of the next ones once it is finished
    void tell(StreamEvents &&itemEvents, StreamEvents &events);
    void closeItems(StreamEvents &events);
    void fail(Error error, StreamEvents &events);

    ExchangeState &m_state;
    std::deque<Waiting> m_items; // in the order of their beginning; only the first one is told at once
    std::set<std::int64_t> m_seenIndexes;
    std::size_t m_nextPart = 0;
    bool m_hasStarted = false;
    bool m_hasEnded = false;
    bool m_hasCalls = false;
    bool m_hasText = false;
    bool m_hasRefusal = false;
};

} // namespace gateway::translation::openai_responses
