// A pipeline with fakes around it: what a test asks, and what reaches the provider, the client and the record.
#pragma once

#include "gateway/pipeline/live_feed.h"
#include "gateway/routing/first_token_times.h"
#include "gateway/routing/model_catalog.h"
#include "gateway/routing/target_health.h"
#include "tests/core/core_fixtures.h"
#include "tests/support/fake_exchange.h"
#include "tests/support/fake_transport.h"
#include "tests/support/manual_clock.h"
#include "tests/support/no_management.h"
#include "tests/support/record_collector.h"

#include <nlohmann/json.hpp>

#include <memory>
#include <string_view>
#include <vector>

namespace gateway::pipeline {
class RequestPipeline;
}

namespace tests {

// Its pipeline is compiled once, in the scene: the headers of all stations would cost each test seconds.
class PipelineScene {
public:
    explicit PipelineScene(std::vector<gateway::config::ProviderDefinition> providers = {});
    ~PipelineScene();

    void configure(gateway::config::ConfigSnapshotPointer snapshot); // from the next request on
    // What the client sends; the exchange must outlive the scene's next request.
    void send(FakeExchange &exchange);

    const gateway::net::UpstreamRequest &sent() { return transport.lastCall()->request; }
    nlohmann::json sentBody();
    const gateway::RequestRecord &record() const { return sink.records.at(0); }
    bool hasNote(std::string_view words) const;
    std::size_t runningRequests() const;

    ManualClock clock;
    FakeTransport transport;
    RecordCollector sink;
    gateway::pipeline::LiveFeed feed;
    gateway::routing::ModelCatalog catalog;
    gateway::routing::TargetHealth health{clock};
    gateway::routing::FirstTokenTimes firstTokens;
    NoManagement management;

private:
    std::unique_ptr<gateway::pipeline::RequestPipeline> m_pipeline;
};

} // namespace tests
