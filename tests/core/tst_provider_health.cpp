#include "gateway/service/provider_health.h"
#include "tests/support/manual_clock.h"
#include "tests/support/record_collector.h"

#include <QTest>

using namespace gateway;
using api::ProviderHealth;
using service::ProviderHealthBoard;

// What the list of providers says of one after its requests ended in a row of ways.
class ProviderHealthTest : public QObject {
    Q_OBJECT

private slots:
    void init();
    void passesEachRecordOn();
    void takesOneFailureAmongGoodAnswersForNone();
    void tellsErrorsFromSilence();
    void saysAtOnceThatANewProviderFails();
    void recoversWithTheNextGoodAnswer();
    void saysAtOnceThatAKeyIsRefused();
    void ignoresClientsThatLeft();
    void ignoresWhatItsOwnLineRefused();
    void forgetsCountsAfterAnHour();

private:
    void end(RequestState state, int status)
    {
        RequestRecord record;
        record.provider = "a";
        record.state = state;
        record.status = status;
        AttemptRecord attempt;
        attempt.provider = "a";
        attempt.status = status;
        record.attempts.push_back(attempt);
        m_board->postRecord(std::move(record));
    }
    api::ProviderView described() const
    {
        api::ProviderView view;
        view.name = QStringLiteral("a");
        view.isEnabled = true;
        view.needsKey = false;
        m_board->describe(view);
        return view;
    }

    tests::ManualClock m_clock;
    tests::RecordCollector m_next;
    std::unique_ptr<ProviderHealthBoard> m_board;
};

void ProviderHealthTest::init()
{
    m_next.records.clear();
    m_board = std::make_unique<ProviderHealthBoard>(m_clock, m_next);
}

void ProviderHealthTest::passesEachRecordOn()
{
    QCOMPARE(described().health, ProviderHealth::Unknown);
    end(RequestState::Succeeded, 200);
    QCOMPARE(m_next.records.size(), std::size_t(1));
    QCOMPARE(described().health, ProviderHealth::Healthy);
}

void ProviderHealthTest::ignoresWhatItsOwnLineRefused()
{
    end(RequestState::Succeeded, 200);
    RequestRecord record;
    record.provider = "a";
    record.state = RequestState::RateLimited;
    record.status = 429;
    AttemptRecord refused;
    refused.provider = "a";
    refused.errorCode = "request_limited";
    record.attempts.push_back(refused);
    m_board->postRecord(std::move(record));
    QCOMPARE(described().health, ProviderHealth::Healthy);
    QCOMPARE(described().errorsLastHour, 0);
    QCOMPARE(m_next.records.size(), std::size_t(2)); // the record goes on all the same
}

void ProviderHealthTest::takesOneFailureAmongGoodAnswersForNone()
{
    end(RequestState::Succeeded, 200);
    end(RequestState::UpstreamError, 500);
    QCOMPARE(described().health, ProviderHealth::Healthy);
    QCOMPARE(described().errorsLastHour, 1);
}

void ProviderHealthTest::tellsErrorsFromSilence()
{
    end(RequestState::UpstreamError, 500);
    end(RequestState::UpstreamError, 500);
    QCOMPARE(described().health, ProviderHealth::Failing);
    end(RequestState::UpstreamError, 0);
    QCOMPARE(described().health, ProviderHealth::Unreachable);
}

void ProviderHealthTest::saysAtOnceThatANewProviderFails()
{
    end(RequestState::UpstreamError, 0);
    QCOMPARE(described().health, ProviderHealth::Unreachable);
}

void ProviderHealthTest::recoversWithTheNextGoodAnswer()
{
    end(RequestState::UpstreamError, 503);
    end(RequestState::BrokenStream, 200);
    QCOMPARE(described().health, ProviderHealth::Failing);
    end(RequestState::Succeeded, 200);
    QCOMPARE(described().health, ProviderHealth::Healthy);
}

void ProviderHealthTest::saysAtOnceThatAKeyIsRefused()
{
    end(RequestState::Succeeded, 200);
    end(RequestState::ClientError, 401);
    QCOMPARE(described().health, ProviderHealth::KeyRejected);
}

void ProviderHealthTest::ignoresClientsThatLeft()
{
    end(RequestState::Cancelled, 0);
    QCOMPARE(described().health, ProviderHealth::Unknown);
}

void ProviderHealthTest::forgetsCountsAfterAnHour()
{
    end(RequestState::Succeeded, 200);
    QCOMPARE(described().requestsLastHour, 1);
    m_clock.advance(std::chrono::minutes(60));
    QCOMPARE(described().requestsLastHour, 0);
}

QTEST_GUILESS_MAIN(ProviderHealthTest)
#include "tst_provider_health.moc"
