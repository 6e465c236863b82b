// A pipeline with fakes around it: what a test asks, and what reaches the provider, the client and the record.
#pragma once

#include "gateway/pipeline/request_pipeline.h"
#include "tests/core/core_fixtures.h"
#include "tests/support/fake_exchange.h"
#include "tests/support/fake_transport.h"
#include "tests/support/manual_clock.h"
#include "tests/support/no_management.h"
#include "tests/support/record_collector.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

namespace tests {

class PipelineScene {
public:
    explicit PipelineScene(std::vector<gateway::config::ProviderDefinition> providers)
    {
        pipeline.setSnapshot(makeSnapshot(std::move(providers)));
    }

    // What the client sends; the exchange must outlive the scene's next request.
    void send(FakeExchange &exchange) { pipeline.handleRequest(exchange); }

    const gateway::net::UpstreamRequest &sent() { return transport.lastCall()->request; }
    nlohmann::json sentBody() { return nlohmann::json::parse(*sent().body); }
    const gateway::RequestRecord &record() const { return sink.records.at(0); }
    bool hasNote(std::string_view words) const
    {
        const auto &notes = record().notes;
        return std::any_of(notes.begin(), notes.end(),
                           [&](const std::string &note) { return note.find(words) != std::string::npos; });
    }

    ManualClock clock;
    FakeTransport transport;
    RecordCollector sink;
    gateway::pipeline::LiveFeed feed;
    gateway::routing::ModelCatalog catalog;
    gateway::routing::TargetHealth health{clock};
    gateway::routing::FirstTokenTimes firstTokens;
    NoManagement management;
    gateway::pipeline::RequestPipeline pipeline{gateway::pipeline::PipelineEnvironment{
        clock, transport, sink, feed, catalog, health, firstTokens, management, [] { return std::string("{}"); }}};
};

} // namespace tests
