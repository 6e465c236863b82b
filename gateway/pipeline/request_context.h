// What is known about one request on its way through the stations.
#pragma once

#include "gateway/base/request_record.h"
#include "gateway/config/config_snapshot.h"
#include "gateway/governance/governor.h"
#include "gateway/net/http/http_exchange.h"
#include "gateway/routing/endpoint_table.h"
#include "gateway/routing/model_router.h"
#include "gateway/translation/canonical/conversion_report.h"
#include "gateway/translation/framing/multipart_form.h"
#include "gateway/translation/json/request_facts.h"

#include <optional>
#include <vector>

namespace gateway::pipeline {

// Lives on a worker thread, from the complete request to its record. The snapshot keeps the target's pointers alive.
struct RequestContext {
    net::HttpExchange *exchange = nullptr; // null once the answer ended or the client left
    config::ConfigSnapshotPointer snapshot;
    SteadyTime startedAt{};
    routing::Endpoint endpoint;
    const config::VirtualKey *virtualKey = nullptr; // that was shown; null for none
    governance::Admission admission;                // what it holds of its limits while it runs
    translation::RequestFacts facts;
    std::optional<std::vector<translation::FormField>> form;  // of a body that is a form
    routing::RouteTarget target;                              // of the attempt that answers, or of the last one
    int fallbackIndex = 0;                                    // of that target: 0 is the one that was asked for
    std::vector<translation::ConversionNote> conversionNotes; // of its request
    std::vector<const config::ProviderKey *> usedKeys;        // by its attempts, to be masked in the record
    RequestRecord record;                                     // grows from station to station

    Microseconds sinceStart(SteadyTime moment) const
    {
        return std::chrono::duration_cast<Microseconds>(moment - startedAt);
    }
    config::CaptureLevel captureLevel() const
    {
        const bool isPrivate = virtualKey && virtualKey->isPrivate;
        return isPrivate ? config::CaptureLevel::Metadata : snapshot->client.captureLevel;
    }
    bool mayKeepBodies() const { return captureLevel() != config::CaptureLevel::Metadata; }
};

} // namespace gateway::pipeline
