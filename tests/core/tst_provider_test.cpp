#include "gateway/service/provider_test.h"

#include <QTest>

#include "tests/support/fake_transport.h"
#include "tests/support/manual_clock.h"

using gateway::api::ProviderTestReport;
using gateway::api::TestOutcome;
using gateway::api::TestStep;
using gateway::service::ProviderTest;
using gateway::service::ProviderTestPlan;

namespace {

// What the key step says when the server answers with this status.
QString keyProblem(std::optional<gateway::config::ProviderKey> key, int status)
{
    ProviderTestPlan plan;
    plan.provider.id = {"local"};
    plan.provider.credentialScheme =
        key ? gateway::config::CredentialScheme::Bearer : gateway::config::CredentialScheme::None;
    plan.provider.network.baseUrl = "http://127.0.0.1:8000";
    plan.key = std::move(key);
    const tests::ManualClock clock;
    tests::FakeTransport transport;
    ProviderTestReport report;
    ProviderTest test(
        plan, clock, [](const auto &) {}, [&report](const ProviderTestReport &ended) { report = ended; });
    test.start(transport);
    transport.lastCall()->answer(status, R"({"error":{"message":"No."}})");
    for (const auto &step : report.steps) {
        if (step.step == TestStep::Key && step.outcome == TestOutcome::Failed)
            return step.problem;
    }
    return {};
}

} // namespace

class TestProviderTest : public QObject {
    Q_OBJECT

private slots:
    void refusedKeyIsCalledRefused()
    {
        gateway::config::ProviderKey key;
        key.value = gateway::SecretString("sk-wrong");
        const QString problem = keyProblem(key, 401);
        QVERIFY(problem.contains(QStringLiteral("key was refused")));
        QVERIFY(problem.contains(QStringLiteral("No."))); // the provider's own words
    }

    // “Check that the key is complete” helps nobody who has none.
    void serverThatWantsAKeyIsNotBlamedOnOneThatWasNeverGiven()
    {
        const QString problem = keyProblem({}, 401);
        QVERIFY(problem.contains(QStringLiteral("asks for a key")));
        QVERIFY(!problem.contains(QStringLiteral("refused")));
    }

    // The first that is listed could be anybody's, and none takes a chat.
    void asksNoModelOfReplicate()
    {
        ProviderTestPlan plan;
        plan.provider.id = {"replicate"};
        plan.provider.preset = "replicate";
        plan.provider.network.baseUrl = "http://127.0.0.1:8000";
        plan.key = gateway::config::ProviderKey();
        plan.key->value = gateway::SecretString("r8_key");
        plan.sendShortAnswer = true;
        const tests::ManualClock clock;
        tests::FakeTransport transport;
        ProviderTestReport report;
        ProviderTest test(
            plan, clock, [](const auto &) {}, [&report](const ProviderTestReport &ended) { report = ended; });
        test.start(transport);
        QCOMPARE(transport.lastCall()->request.target, std::string("/v1/models"));
        transport.lastCall()->answer(200, R"({"next":null,"results":[{"owner":"meta","name":"llama-4"}]})");
        QCOMPARE(transport.callCount(), std::size_t(1));
        QVERIFY(report.hasPassed);
        QCOMPARE(report.models, QStringList{QStringLiteral("meta/llama-4")});
        QVERIFY(report.steps.last().step == TestStep::Answer && report.steps.last().outcome == TestOutcome::Skipped);
    }

    void namesTheProxyInForce()
    {
        ProviderTestPlan plan;
        plan.provider.id = {"remote"};
        plan.provider.credentialScheme = gateway::config::CredentialScheme::None;
        plan.provider.network.baseUrl = "https://api.example.com";
        plan.provider.network.proxy.kind = gateway::config::ProxyKind::Http;
        plan.provider.network.proxy.url = "http://proxy.example.com:3128";
        const tests::ManualClock clock;
        tests::FakeTransport transport;
        QString fact;
        ProviderTest test(
            plan, clock,
            [&fact](const gateway::api::ProviderTestStep &step) {
                if (step.step == TestStep::Address && step.outcome == TestOutcome::Passed)
                    fact = step.fact;
            },
            [](const auto &) {});
        test.start(transport);
        transport.lastCall()->answer(200, "{}");
        QVERIFY2(fact.contains(QStringLiteral("through the proxy proxy.example.com:3128 of this provider")),
                 qPrintable(fact));
    }
};

QTEST_GUILESS_MAIN(TestProviderTest)
#include "tst_provider_test.moc"
