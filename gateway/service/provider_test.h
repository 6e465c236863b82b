// Tries a provider out, step by step, and says in plain words what is wrong.
#pragma once

#include "gateway/api/gateway_views.h"
#include "gateway/base/clock.h"
#include "gateway/config/provider_definition.h"
#include "gateway/net/upstream/upstream_transport.h"
#include "gateway/pipeline/upstream_attempt.h"

#include <functional>
#include <memory>
#include <optional>
#include <string>

namespace gateway::service {

struct ProviderTestPlan {
    config::ProviderDefinition provider;
    std::optional<config::ProviderKey> key;
    bool sendShortAnswer = false;
    std::string model; // for the short answer; empty: the first listed
};

// Lives on a worker thread; destroy it to cancel, but not from inside a sink.
class ProviderTest final : public net::UpstreamObserver {
public:
    using StepSink = std::function<void(api::ProviderTestStep)>;
    using EndSink = std::function<void(api::ProviderTestReport)>;

    ProviderTest(ProviderTestPlan plan, const Clock &clock, StepSink steps, EndSink ended);
    ~ProviderTest() override;

    void start(net::UpstreamTransport &transport);

    void responseStarted(const net::UpstreamResponseHead &head) override;
    void responseBytes(std::string_view bytes) override;
    void responseFinished() override;
    void responseFailed(const Error &error) override;

private:
    void begin(api::TestStep step);
    void pass(api::TestStep step, const QString &fact);
    void fail(api::TestStep step, const QString &problem);
    void skip(api::TestStep step, const QString &fact);
    void report(api::ProviderTestStep step);
    void finish();

    void readModels();
    void askWithoutList();
    void askShortAnswer();
    QString reachedFact() const;

    ProviderTestPlan m_plan;
    const Clock &m_clock;
    StepSink m_steps;
    EndSink m_ended;
    net::UpstreamTransport *m_transport = nullptr;
    pipeline::ProviderAddress m_address;
    std::unique_ptr<net::UpstreamExchange> m_exchange;
    api::TestStep m_step = api::TestStep::Address;
    bool m_isReached = false; // an answer came, whatever it says
    SteadyTime m_stepStartedAt{};
    net::UpstreamResponseHead m_head;
    std::string m_body;
    std::string m_answer;
    api::ProviderTestReport m_report;
};

// What an error of a provider means for the person who set it up: key, credit, model, network, proxy, certificate or
// clock, and what to do about it.
QString explainProviderProblem(const Error &error, std::string_view body, const QString &keyUrl);

} // namespace gateway::service
