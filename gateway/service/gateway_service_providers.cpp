// What is asked about providers: how their targets are, which of them a request would go to, and whether one answers.
#include "gateway/service/gateway_service.h"

#include "gateway/service/key_values.h"
#include "gateway/service/route_views.h"
#include "gateway/service/view_conversion.h"

namespace gateway::service {

// --- care for the answer

api::HealthBoard GatewayService::healthBoard() const
{
    api::HealthBoard board = m_healthKeeper.board(*m_configuration->snapshot());
    m_prober.describe(board);
    return board;
}

void GatewayService::holdTarget(const api::TargetChoice &target, bool isHeld, api::Reply<api::Done> reply)
{
    const auto changed = m_healthKeeper.hold(target, isHeld, *m_configuration->snapshot());
    emit healthBoardChanged();
    m_mainGate->post([reply = std::move(reply), changed] { reply(changed); });
}

void GatewayService::resetTarget(const api::TargetChoice &target, api::Reply<api::Done> reply)
{
    const auto changed = m_healthKeeper.reset(target, *m_configuration->snapshot());
    emit healthBoardChanged();
    m_mainGate->post([reply = std::move(reply), changed] { reply(changed); });
}

api::ResilienceView GatewayService::resilience() const
{
    return resilienceView(m_configuration->snapshot()->resilience);
}

void GatewayService::saveResilience(const api::ResilienceView &settings, api::Reply<api::ResilienceView> reply)
{
    auto wanted = resilienceFromView(settings);
    if (!wanted) {
        m_mainGate->post([reply = std::move(reply), error = wanted.error()] { reply(unexpected(error)); });
        return;
    }
    m_storage.postSaveResilience(*wanted, [this, settings, wanted = *wanted, gate = m_mainGate,
                                           reply = std::move(reply)](const Result<bool> &stored) {
        gate->post([this, settings, wanted, stored, reply] {
            if (!stored) {
                reply(unexpected(stored.error()));
                return;
            }
            m_configuration->setResilience(wanted);
            emit resilienceChanged();
            reply(settings);
        });
    });
}

// On a worker, because what is pasted may be large and is read like any request.
void GatewayService::simulateRoute(const api::SimulateRoute &command, api::Reply<api::RouteExplanationView> reply)
{
    m_workers->postToFirst([command, &clock = m_clock, gate = m_mainGate,
                            reply = std::move(reply)](GatewayWorker &worker) {
        Result<api::RouteExplanationView> answer = api::RouteExplanationView{};
        if (auto request = requestToSimulate(command))
            answer =
                routeExplanationView(worker.pipeline().explainRoute(std::move(*request), pretencesOf(command)), clock);
        else
            answer = unexpected(request.error());
        gate->post([reply, answer = std::move(answer)] { reply(answer); });
    });
}

// --- testing a provider

ProviderTestPlan GatewayService::testPlan(const api::TestProvider &command) const
{
    const config::ProviderDefinition *stored = m_configuration->find(command.provider.name);
    api::ProviderView view = command.provider;
    const auto preset = m_presets.find(view.preset.isEmpty() ? view.name : view.preset);
    if (view.network.baseUrl.isEmpty() && preset)
        view.network.baseUrl = preset->baseUrl;
    ProviderTestPlan plan;
    if (preset && !view.isCustom)
        view.credential = preset->credential;
    plan.provider = providerDefinition(view, stored);
    plan.provider.offer = m_presets.offerOf(plan.provider.preset, plan.provider.network.baseUrl);
    plan.sendShortAnswer = command.sendShortAnswer;
    plan.model = toUtf8(command.model);
    if (plan.model.empty() && preset)
        plan.model = toUtf8(preset->testModel);
    if (command.keyValue || !command.aws.isEmpty()) {
        plan.key.emplace();
        // What cannot be taken stays empty, and the test says so.
        api::ProviderKeyView typed;
        typed.place = command.place;
        static_cast<void>(takePlace(*plan.key, typed, true));
        static_cast<void>(takeRegion(*plan.key, command.region, plan.provider));
        static_cast<void>(takeTypedValue(*plan.key, command.keyValue, command.aws, plan.provider.credentialScheme));
        readKeyParts(*plan.key, plan.provider);
        return plan;
    }
    for (const config::ProviderKey &key : plan.provider.keys) {
        const bool isMeant = command.keyId.isEmpty() ? key.isEnabled : toText(key.id.value) == command.keyId;
        if (isMeant && !plan.key)
            plan.key = key;
    }
    return plan;
}

int GatewayService::testProvider(const api::TestProvider &command, api::Reply<api::ProviderTestReport> reply)
{
    const int ticket = m_nextTicket++;
    auto steps = [this, gate = m_mainGate, ticket](const api::ProviderTestStep &step) {
        gate->post([this, ticket, step] { emit providerTestStepped(ticket, step); });
    };
    auto ended = [this, gate = m_mainGate, name = command.provider.name,
                  reply = std::move(reply)](const api::ProviderTestReport &report) {
        gate->post([this, name, report, reply] {
            std::vector<std::string> models;
            for (const QString &model : report.models)
                models.push_back(toUtf8(model));
            if (!models.empty())
                m_catalog.setModels(toUtf8(name), models);
            reply(report);
        });
    };
    m_workers->postToFirst([ticket, plan = testPlan(command), steps = std::move(steps), ended = std::move(ended)](
                               GatewayWorker &worker) { worker.startTest(ticket, plan, steps, ended); });
    return ticket;
}

void GatewayService::cancelProviderTest(int ticket)
{
    m_workers->postToFirst([ticket](GatewayWorker &worker) { worker.cancelTest(ticket); });
}

} // namespace gateway::service
