// The stations of a request, in order. Read request_pipeline.cpp first.
#pragma once

#include "gateway/base/clock.h"
#include "gateway/config/config_snapshot.h"
#include "gateway/governance/governor.h"
#include "gateway/net/http/http_exchange.h"
#include "gateway/net/upstream/upstream_transport.h"
#include "gateway/pipeline/answer_relay.h"
#include "gateway/pipeline/event_sockets.h"
#include "gateway/pipeline/management_call.h"
#include "gateway/pipeline/model_listing.h"
#include "gateway/pipeline/request_journal.h"
#include "gateway/pipeline/route_request.h"
#include "gateway/pipeline/route_simulation.h"
#include "gateway/pipeline/upstream_attempt.h"
#include "gateway/routing/model_router.h"
#include "gateway/routing/session_affinity.h"

#include <functional>
#include <memory>
#include <unordered_map>

namespace gateway::pipeline {

// What a pipeline works with; all of it outlives the pipeline.
struct PipelineEnvironment {
    const Clock &clock;
    net::UpstreamTransport &transport;
    RecordSink &sink;
    LiveFeed &feed;
    routing::ModelCatalog &catalog;
    routing::TargetHealth &health;
    routing::FirstTokenTimes &firstTokens;
    ManagementPort &management;
    std::function<std::string()> healthBody;        // any thread; JSON of GET /health
    const governance::Governor *governor = nullptr; // null: nothing is limited
    routing::SessionAffinity *sessions = nullptr;   // null: sessions keep nothing
    routing::TargetPace *pace = nullptr;            // null: no draw minds how targets fare
    std::function<void(int)> eventSocketsChanged{}; // hears +1 and -1; empty: nobody counts
    ProviderLines *lines = nullptr;                 // null: providers serve any number at once
};

// Lives on a worker thread, one each.
class RequestPipeline final : public net::RequestHandler, public RelayOwner {
public:
    explicit RequestPipeline(PipelineEnvironment environment);
    ~RequestPipeline() override;

    // Used from the next request on; a running request keeps the one that it began with.
    void setSnapshot(config::ConfigSnapshotPointer snapshot);

    void cancel(const RequestId &id);
    void showConversation(const RequestId &id); // to a watch that has just begun
    void showAllProgress();                     // publishes each running request to the live feed
    // Why the request would go where it would go now: decided by the stations that serve requests, sent to nobody.
    routing::RouteExplanation explainRoute(net::HttpRequest request, const RoutePretences &pretended);
    void sendEvent(std::string_view text) { m_eventSockets.send(text); } // to the WebSockets of this worker
    std::size_t runningRequests() const { return m_relays.size() + m_listings.size(); }

    void handleRequest(net::HttpExchange &exchange) override;
    net::RenderedError refuse(const Error &error, std::string_view method, std::string_view target,
                              const HeaderList &headers, std::string_view peerAddress) override;
    void relayEnded(AnswerRelay &relay) override;

private:
    AnswerRelay *findRelay(const RequestId &id) const;
    Result<void> identifyCaller(RequestContext &context) const;
    Result<routing::RoutePlan> passStations(RequestContext &context, routing::RouteExplanation *explanation);
    void serve(std::unique_ptr<RequestContext> context);
    void listModels(std::unique_ptr<RequestContext> context);
    void finish(RequestContext &context, const Error &error);

    PipelineEnvironment m_environment;
    RequestJournal m_journal;
    RequestRouter m_router;
    EventSockets m_eventSockets;
    ManagementCalls m_managementCalls;
    config::ConfigSnapshotPointer m_snapshot;
    std::shared_ptr<const ProviderAddresses> m_addresses;
    bool m_mindsPace = false; // some draw does, so answers are looked at for it
    std::unordered_map<const AnswerRelay *, std::unique_ptr<AnswerRelay>> m_relays;
    std::unordered_map<const ModelListing *, std::unique_ptr<ModelListing>> m_listings;
};

} // namespace gateway::pipeline
