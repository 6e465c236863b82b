#include "gateway/base/error.h"
#include "gateway/base/header_list.h"
#include "gateway/base/identifiers.h"
#include "gateway/base/request_state.h"
#include "gateway/base/secret_string.h"

#include <QTest>

#include <chrono>
#include <set>

using namespace gateway;

class VocabularyTest : public QObject {
    Q_OBJECT
private slots:
    void findsHeadersWithoutCase()
    {
        HeaderList headers{{"Content-Type", "a"}, {"X-One", "1"}, {"content-type", "b"}};
        QCOMPARE(headers.value("CONTENT-TYPE"), "a");
        headers.set("x-one", "2");
        QCOMPARE(headers.value("X-One"), "2");
        headers.remove("Content-TYPE");
        QCOMPARE(headers.size(), std::size_t{1});
        QVERIFY(!headers.contains("content-type"));
    }

    void redactsLikeBifrost()
    {
        QCOMPARE(SecretString("12345678").redacted(), std::string("********"));
        QCOMPARE(SecretString("sk-abcdefgh3fQA").redacted(), "sk-a" + std::string(24, '*') + "3fQA");
        QVERIFY(SecretString("short").lastFour().empty());
    }

    void wipesAMovedSecret()
    {
        SecretString source("sk-secret");
        const SecretString target(std::move(source));
        QVERIFY(source.isEmpty()); // NOLINT(bugprone-use-after-move): the wiping is what is tested
        QCOMPARE(target.reveal(), "sk-secret");
        QVERIFY(target == SecretString("sk-secret"));
        QVERIFY(!(target == SecretString("sk-secreT")));
    }

    void makesVersionFourUuids()
    {
        std::set<std::string> seen;
        for (int round = 0; round < 1000; ++round) {
            const std::string id = makeUuid();
            QCOMPARE(id.size(), std::size_t{36});
            QCOMPARE(id[14], '4');
            QVERIFY(std::string("89ab").find(id[19]) != std::string::npos);
            QVERIFY(seen.insert(id).second);
        }
    }

    void makesTimeOrderedUuids()
    {
        std::set<std::string> seen;
        std::string earliest = makeTimeOrderedUuid();
        for (int round = 0; round < 1000; ++round) {
            const std::string id = makeTimeOrderedUuid();
            QCOMPARE(id.size(), std::size_t{36});
            QCOMPARE(id[14], '7');
            QVERIFY(std::string("89ab").find(id[19]) != std::string::npos);
            QVERIFY(id.substr(0, 13) >= earliest.substr(0, 13));
            QVERIFY(seen.insert(id).second);
            earliest = id;
        }
        const auto now =
            std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::system_clock::now().time_since_epoch());
        const std::string time = earliest.substr(0, 8) + earliest.substr(9, 4);
        QVERIFY(now.count() - std::stoll(time, nullptr, 16) < 60'000);
    }

    void namesStatesBothWays()
    {
        for (const auto state : {RequestState::InFlight, RequestState::Streaming, RequestState::Succeeded,
                                 RequestState::ClientError, RequestState::UpstreamError, RequestState::RateLimited,
                                 RequestState::Blocked, RequestState::Cancelled, RequestState::BrokenStream})
            QCOMPARE(requestStateFromName(requestStateName(state)), state);
    }

    void whatFailedIsCountedTheSameEverywhere()
    {
        for (const auto state : {RequestState::ClientError, RequestState::UpstreamError, RequestState::RateLimited,
                                 RequestState::Blocked, RequestState::BrokenStream})
            QVERIFY2(hasFailed(state) && hasEnded(state), requestStateName(state).data());
        for (const auto state :
             {RequestState::InFlight, RequestState::Streaming, RequestState::Succeeded, RequestState::Cancelled})
            QVERIFY2(!hasFailed(state), requestStateName(state).data());
    }

    void answersTheUpstreamsOwnStatus()
    {
        Error error = Error::upstream(ErrorCode::UpstreamStatus, RetryAdvice::OtherTarget, "overloaded");
        error.upstreamStatus = 529;
        QCOMPARE(error.httpStatus(), 529);
        QCOMPARE(Error::client(ErrorCode::BodyTooLarge, "too large").httpStatus(), 413);
    }
};

QTEST_APPLESS_MAIN(VocabularyTest)
#include "tst_vocabulary.moc"
