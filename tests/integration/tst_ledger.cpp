// Thousands of requests against providers that fail by chance: what our history counts of attempts, tokens and outcomes
// is what the providers and the clients counted, to the last one.
//
// BILROST_LEDGER_REQUESTS sets how many (10000 for the mark), BILROST_LEDGER_SEED repeats a run.
#include "tests/integration/chaos_provider.h"
#include "tests/integration/dialect_client.h"

#include <random>

#include <QElapsedTimer>
#include <QRandomGenerator>
#include <QTest>

using namespace tests;
using gateway::api::UsageGroup;
using gateway::api::UsageReport;

namespace {

constexpr std::size_t sideBySide = 24;

// The provider answers chat completions, so these are one dialect that passes through and two that are translated.
constexpr ClientDialectName clientDialects[] = {ClientDialectName::Chat, ClientDialectName::Messages,
                                                ClientDialectName::Gemini};

int numberFrom(const char *variable, int otherwise)
{
    bool isNumber = false;
    const int number = qEnvironmentVariableIntValue(variable, &isNumber);
    return isNumber ? number : otherwise;
}

} // namespace

class LedgerTest : public QObject {
    Q_OBJECT

private slots:
    void countsWhatWasSentAndSaid();

private:
    struct Outcomes {
        long long requests = 0;
        long long failures = 0; // an error, or a stream that broke
    };

    void askAll(int requests);
    UsageReport usageOnceStored();
    static ChaosLedger countsOf(const UsageReport &report, const QString &provider);

    std::unique_ptr<GatewayUnderTest> m_gateway;
    std::mt19937 m_random;
    Outcomes m_outcomes;
    std::string m_problem;
};

void LedgerTest::askAll(int requests)
{
    struct Asked {
        ClientDialectName dialect;
        bool isStream;
        std::unique_ptr<ClientCall> call;
    };
    std::vector<Asked> running;
    int asked = 0;
    const auto below = [this](int limit) { return std::uniform_int_distribution<int>(0, limit - 1)(m_random); };
    const auto goOn = [&] {
        std::erase_if(running, [this](const Asked &each) {
            if (!each.call->hasEnded())
                return false;
            ++m_outcomes.requests;
            const SeenAnswer seen = read(each.dialect, each.isStream, each.call->answer());
            m_outcomes.failures += seen.kind == SeenAnswer::Kind::Success ? 0 : 1;
            if (seen.kind == SeenAnswer::Kind::Illegal)
                m_problem = seen.problem + " | " + each.call->answer().body.toStdString();
            return true;
        });
        for (; running.size() < sideBySide && asked < requests; ++asked) {
            const ClientDialectName dialect = clientDialects[below(3)];
            const bool isStream = below(2) == 1;
            // Many models, so that circuits open and close instead of staying open.
            const std::string model = "chaos/m" + std::to_string(below(64));
            const std::string fallback = below(2) == 1 ? "stable/m" + std::to_string(below(64)) : std::string();
            running.push_back(
                {dialect, isStream,
                 std::make_unique<ClientCall>(m_gateway->port(), "POST", pathFor(dialect, model, isStream),
                                              bodyFor(dialect, model, isStream, fallback))});
        }
        return m_outcomes.requests == requests;
    };
    QVERIFY(QTest::qWaitFor(goOn, 240'000));
}

// The last records are on their way to the disk when the last client has its answer.
UsageReport LedgerTest::usageOnceStored()
{
    UsageReport report;
    const auto isStored = [&] {
        std::optional<UsageReport> read;
        m_gateway->service().queryUsage(
            {}, [&](gateway::Result<UsageReport> answer) { read = answer ? std::move(*answer) : UsageReport(); });
        if (!QTest::qWaitFor([&] { return read.has_value(); }, 10'000))
            return false;
        report = std::move(*read);
        return report.total.requests >= m_outcomes.requests;
    };
    if (!QTest::qWaitFor(isStored, 30'000))
        m_problem = "The history has not come to its end.";
    return report;
}

ChaosLedger LedgerTest::countsOf(const UsageReport &report, const QString &provider)
{
    for (const UsageGroup &group : report.byProvider) {
        if (group.name == provider)
            return {group.sums.attempts, group.sums.input(), group.sums.output};
    }
    return {};
}

void LedgerTest::countsWhatWasSentAndSaid()
{
    const int requests = numberFrom("BILROST_LEDGER_REQUESTS", 2'000);
    const auto seed = static_cast<std::uint32_t>(
        numberFrom("BILROST_LEDGER_SEED", static_cast<int>(QRandomGenerator::global()->bounded(1 << 30))));
    qInfo("%d requests, seed %u", requests, seed);
    m_random.seed(seed);
    ChaosProvider chaos(seed + 1, 0.45);
    ChaosProvider stable(seed + 2, 0.05);
    m_gateway = std::make_unique<GatewayUnderTest>();
    const QByteArray waits = "\"max_retries\":2,\"retry_backoff_initial\":1,\"retry_backoff_max\":2";
    m_gateway->addProvider("chaos", "openai", "http://127.0.0.1:" + QByteArray::number(chaos.port()), waits);
    m_gateway->addProvider("stable", "openai", "http://127.0.0.1:" + QByteArray::number(stable.port()), waits);
    QElapsedTimer timer;
    timer.start();
    askAll(requests);
    qInfo("%lld attempts in %lld ms, %lld requests failed", chaos.ledger().attempts + stable.ledger().attempts,
          timer.elapsed(), m_outcomes.failures);
    QVERIFY2(m_problem.empty(), m_problem.c_str());

    const UsageReport report = usageOnceStored();
    QVERIFY2(m_problem.empty(), m_problem.c_str());
    QCOMPARE(report.total.requests, m_outcomes.requests);
    QCOMPARE(report.total.errors, m_outcomes.failures);
    for (const auto &[name, provider] : {std::pair{"chaos", &chaos}, std::pair{"stable", &stable}}) {
        const ChaosLedger counted = countsOf(report, QLatin1String(name));
        const ChaosLedger &ledger = provider->ledger();
        QCOMPARE(counted.attempts, ledger.attempts);
        QCOMPARE(counted.input, ledger.input);
        QCOMPARE(counted.output, ledger.output);
    }
    // What is counted must be worth the comparison.
    QVERIFY(m_outcomes.failures > requests / 100);
    QVERIFY(chaos.ledger().attempts > requests);
    m_gateway.reset();
}

QTEST_GUILESS_MAIN(LedgerTest)
#include "tst_ledger.moc"
