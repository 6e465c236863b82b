#include "gateway/pipeline/request_pipeline.h"

#include "gateway/access/caller_identification.h"
#include "gateway/net/http/web_socket.h"
#include "gateway/pipeline/error_answer.h"
#include "gateway/pipeline/forwarded_facts.h"
#include "gateway/pipeline/govern_request.h"
#include "gateway/pipeline/loop_guard.h"
#include "gateway/pipeline/raw_forwarding.h"
#include "gateway/translation/json/request_facts.h"

#include <algorithm>

namespace gateway::pipeline {

using routing::Operation;

namespace {

Result<translation::RequestFacts> readFacts(RequestContext &context)
{
    if (context.endpoint.forwarded)
        return readForwardedFacts(context);
    if (context.endpoint.operation == Operation::RawForward)
        return readRawFacts(context);
    if (context.endpoint.operation == Operation::GetModel)
        return translation::RequestFacts(); // no body
    return translation::readRequestFacts(*context.exchange->request().body);
}

bool needsModel(const routing::Endpoint &endpoint)
{
    if (endpoint.forwarded)
        return endpoint.forwarded->model == routing::ModelNeed::Required;
    return endpoint.operation != Operation::RawForward;
}

bool isRecorded(Operation operation)
{
    return operation != Operation::Health && operation != Operation::Management && operation != Operation::Hello;
}

bool mindsPace(const config::ConfigSnapshot &snapshot)
{
    return snapshot.resilience.isBalanced
           || std::any_of(snapshot.routingRules->begin(), snapshot.routingRules->end(),
                          [](const config::RoutingRule &rule) { return rule.care.isBalanced.value_or(false); });
}

} // namespace

RequestPipeline::RequestPipeline(PipelineEnvironment environment)
    : m_environment(std::move(environment))
    , m_journal(m_environment.clock, m_environment.sink, m_environment.feed)
    , m_router(m_environment.clock, m_environment.catalog, m_environment.health, m_environment.sessions,
               m_environment.pace)
    , m_eventSockets([this](int change) {
        if (m_environment.eventSocketsChanged)
            m_environment.eventSocketsChanged(change);
    })
    , m_managementCalls(m_environment.management, m_eventSockets)
{
    setSnapshot(std::make_shared<const config::ConfigSnapshot>());
}

RequestPipeline::~RequestPipeline() = default;

void RequestPipeline::setSnapshot(config::ConfigSnapshotPointer snapshot)
{
    m_addresses = std::make_shared<const ProviderAddresses>(*snapshot);
    m_mindsPace = mindsPace(*snapshot);
    m_snapshot = std::move(snapshot);
}

void RequestPipeline::handleRequest(net::HttpExchange &exchange)
{
    const net::HttpRequest &request = exchange.request();
    const auto endpoint = routing::findEndpoint(request.method, request.path());
    const bool isForEvents = endpoint && endpoint->operation == Operation::Management && request.path() == "/ws";
    // Codex asks for a WebSocket first and falls back to plain HTTP at once when it hears 426, and only then.
    if (net::asksForWebSocket(request) && !isForEvents) {
        refuseWebSocket(exchange);
        return;
    }
    if (endpoint && endpoint->operation == Operation::Management) {
        m_managementCalls.begin(exchange);
        return;
    }
    if (endpoint && !isRecorded(endpoint->operation)) {
        const bool isHealth = endpoint->operation == Operation::Health;
        exchange.sendWhole({200, {{"Content-Type", "application/json"}}},
                           isHealth ? m_environment.healthBody() : std::string("{}"));
        return;
    }
    auto context = m_journal.open(exchange, m_snapshot);
    if (!endpoint) {
        context->endpoint.errorShape = routing::errorShapeOf(request.path());
        finish(*context, endpoint.error());
        return;
    }
    context->endpoint = *endpoint;
    if (endpoint->operation == Operation::ListModels)
        listModels(std::move(context));
    else
        serve(std::move(context));
}

void RequestPipeline::serve(std::unique_ptr<RequestContext> context)
{
    auto plan = passStations(*context, nullptr);
    if (!plan) {
        finish(*context, plan.error());
        return;
    }
    const RelayEnvironment environment{m_journal,
                                       m_environment.feed,
                                       *this,
                                       m_environment.transport,
                                       m_environment.health,
                                       m_environment.firstTokens,
                                       m_environment.sessions,
                                       m_mindsPace ? m_environment.pace : nullptr,
                                       m_environment.lines,
                                       &m_environment.catalog};
    auto relay = std::make_unique<AnswerRelay>(std::move(context), std::move(*plan), m_addresses, environment);
    AnswerRelay &started = *relay;
    m_relays.emplace(&started, std::move(relay));
    started.start();
}

Result<void> RequestPipeline::identifyCaller(RequestContext &context) const
{
    const net::HttpRequest &request = context.exchange->request();
    auto caller = access::identifyCaller({request.headers, request.query()}, *context.snapshot->governance,
                                         m_environment.clock.wallNow());
    if (!caller)
        return unexpected(caller.error());
    context.record.sessionId = std::move(caller->sessionId);
    context.virtualKey = caller->virtualKey;
    if (context.virtualKey) {
        context.record.virtualKeyName = context.virtualKey->name;
        context.record.virtualKeyId = context.virtualKey->id.value;
    }
    return {};
}

// The stations between the client's bytes and the attempts: each returns what the next one needs, or the error.
Result<routing::RoutePlan> RequestPipeline::passStations(RequestContext &context,
                                                         routing::RouteExplanation *explanation)
{
    const net::HttpRequest &request = context.exchange->request();
    if (const auto passed = checkForLoop(request.headers); !passed)
        return unexpected(passed.error());
    if (const auto identified = identifyCaller(context); !identified)
        return unexpected(identified.error());

    auto facts = readFacts(context);
    if (!facts)
        return unexpected(facts.error());
    context.facts = std::move(*facts);
    if (!context.endpoint.pathModel.empty()) {
        context.facts.model = context.endpoint.pathModel;
        context.facts.isStream = context.endpoint.isStreamPath;
    }
    if (context.facts.model.empty())
        context.facts.model = context.endpoint.deployment;
    context.record.askedModel = context.facts.model;
    context.record.isStream = context.facts.isStream;
    context.record.operation = routing::requestTypeName(context.endpoint, context.facts.isStream);
    if (context.facts.model.empty() && needsModel(context.endpoint))
        return unexpected(Error::client(ErrorCode::ModelMissing, "model is required"));

    auto plan = m_router.plan(context, m_environment.governor, explanation);
    return plan ? governRequest(context, std::move(*plan), m_environment.governor) : std::move(plan);
}

routing::RouteExplanation RequestPipeline::explainRoute(net::HttpRequest request, const RoutePretences &pretended)
{
    return simulateRoute(std::move(request), pretended,
                         {m_environment.clock, m_snapshot, m_environment.health, m_environment.firstTokens,
                          m_environment.pace,
                          [this](RequestContext &context, routing::RouteExplanation &explanation) {
                              return passStations(context, &explanation);
                          },
                          m_environment.lines, &m_environment.catalog});
}

void RequestPipeline::listModels(std::unique_ptr<RequestContext> context)
{
    context->record.operation = routing::requestTypeName(Operation::ListModels, false);
    if (const auto identified = identifyCaller(*context); !identified) {
        finish(*context, identified.error());
        return;
    }
    auto listing = std::make_unique<ModelListing>(std::move(context), m_journal, m_environment.catalog,
                                                  [this](ModelListing &ended) { m_listings.erase(&ended); });
    ModelListing &started = *listing;
    m_listings.emplace(&started, std::move(listing));
    started.start(m_environment.transport, *m_addresses);
}

void RequestPipeline::finish(RequestContext &context, const Error &error)
{
    sendError(context, error);
    m_journal.close(context, stateOfError(error), error);
}

net::RenderedError RequestPipeline::refuse(const Error &error, std::string_view method, std::string_view target,
                                           const HeaderList &headers, std::string_view peerAddress)
{
    m_journal.recordRefusal(error, method, target, headers, peerAddress);
    net::RenderedError rendered;
    rendered.head.status = error.httpStatus();
    rendered.head.headers.add("Content-Type", "application/json");
    rendered.body = translation::renderErrorBody(routing::errorShapeOf(target.substr(0, target.find('?'))), error, {});
    return rendered;
}

void RequestPipeline::relayEnded(AnswerRelay &relay)
{
    m_relays.erase(&relay);
}

AnswerRelay *RequestPipeline::findRelay(const RequestId &id) const
{
    for (const auto &entry : m_relays) {
        if (entry.second->context().record.id == id)
            return entry.second.get();
    }
    return nullptr;
}

void RequestPipeline::cancel(const RequestId &id)
{
    if (AnswerRelay *relay = findRelay(id))
        relay->cancel();
    for (const auto &entry : m_listings) {
        if (entry.second->context().record.id == id) {
            entry.second->cancel();
            return; // the entry is gone
        }
    }
}

void RequestPipeline::showConversation(const RequestId &id)
{
    if (AnswerRelay *relay = findRelay(id))
        relay->showConversation();
}

void RequestPipeline::showAllProgress()
{
    for (const auto &entry : m_relays)
        entry.second->showProgress();
    for (const auto &entry : m_listings)
        entry.second->showProgress();
}

} // namespace gateway::pipeline
