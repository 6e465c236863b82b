#include "ui/models/error_words.h"
#include "ui/models/provider_words.h"
#include "ui/models/request_text.h"

#include <QTest>
#include <QTranslator>

using gateway::ErrorCode;
using namespace ui::models;

namespace {

// Stands for any language but English: marks what was translated.
class OtherLanguage : public QTranslator {
public:
    OtherLanguage() { QCoreApplication::installTranslator(this); }
    ~OtherLanguage() override { QCoreApplication::removeTranslator(this); }

    bool isEmpty() const override { return false; }
    QString translate(const char *context, const char *text, const char *, int) const override
    {
        if (qstrcmp(context, "ErrorWords") != 0)
            return {};
        return qstrcmp(text, "en") == 0 ? QStringLiteral("xx") : QLatin1Char('~') + QString::fromUtf8(text);
    }
};

QString nameOf(ErrorCode code)
{
    const std::string_view name = gateway::errorCodeName(code);
    return QString::fromLatin1(name.data(), static_cast<qsizetype>(name.size()));
}

Problem answered(int status, const char *words)
{
    return {nameOf(ErrorCode::UpstreamStatus), status, QString::fromLatin1(words)};
}

} // namespace

class TestErrorWords : public QObject {
    Q_OBJECT

private slots:
    void englishWindowShowsWhatTheEngineSays()
    {
        const Problem problem{nameOf(ErrorCode::UpstreamTimedOut), 504, QStringLiteral("No byte\nin 120 s.")};
        QCOMPARE(problemText(problem), QStringLiteral("No byte in 120 s."));
        QVERIFY(hiddenProblemText(problem).isEmpty());
        QVERIFY(!problemText({nameOf(ErrorCode::UpstreamTimedOut), 504, {}}).isEmpty());
    }

    void otherWindowsShowTheKindAndKeepTheDetail_data()
    {
        QTest::addColumn<ErrorCode>("code");
        for (const ErrorCode code :
             {ErrorCode::UpstreamUnreachable, ErrorCode::UpstreamTimedOut, ErrorCode::UpstreamTls,
              ErrorCode::UpstreamProxy, ErrorCode::UpstreamReset, ErrorCode::ClientGone, ErrorCode::Cancelled,
              ErrorCode::ModelUnresolved, ErrorCode::ProviderNotConfigured, ErrorCode::NoKeyForModel,
              ErrorCode::SecretUnavailable, ErrorCode::ShuttingDown, ErrorCode::MalformedJson})
            QTest::newRow(qPrintable(nameOf(code))) << code;
    }
    void otherWindowsShowTheKindAndKeepTheDetail()
    {
        QFETCH(ErrorCode, code);
        const OtherLanguage language;
        const Problem problem{nameOf(code), 0, QStringLiteral("an English detail")};
        QVERIFY(problemText(problem).startsWith(QLatin1Char('~')));
        QCOMPARE(hiddenProblemText(problem), QStringLiteral("an English detail"));
    }

    void answersOfProvidersAreToldByTheirStatus()
    {
        const OtherLanguage language;
        QSet<QString> kinds;
        for (const Problem &problem : {answered(401, "wrong"), answered(402, "pay"), answered(403, "no"),
                                       answered(404, "what"), answered(429, "slow down"), answered(500, "oops")})
            kinds << problemText(problem);
        QCOMPARE(kinds.size(), 6);
        QCOMPARE(problemText(answered(429, "insufficient_quota: pay")), problemText(answered(402, "pay")));
        QVERIFY(!kinds.contains(QString()));
    }

    void wordsOnlyTheProviderKnowsAreNotHidden()
    {
        const OtherLanguage language;
        const Problem problem = answered(400, "Prompt is 41,207 tokens");
        QCOMPARE(problemText(problem), QStringLiteral("Prompt is 41,207 tokens"));
        QVERIFY(hiddenProblemText(problem).isEmpty());
    }

    void leavingIsNobodysFailure()
    {
        QVERIFY(endedByClient(nameOf(ErrorCode::ClientGone)));
        QVERIFY(endedByClient(nameOf(ErrorCode::Cancelled)));
        QVERIFY(!endedByClient(nameOf(ErrorCode::UpstreamReset)));
        QVERIFY(!endedByClient(QString()));
    }

    void rowsHealthAndCommandsSpeakTheLanguageOfTheWindow()
    {
        const OtherLanguage language;
        gateway::api::RequestSummary request;
        request.state = gateway::RequestState::UpstreamError;
        request.status = 502;
        request.errorCode = nameOf(ErrorCode::UpstreamUnreachable);
        request.errorText = QStringLiteral("refused");
        QCOMPARE(resultText(request), QStringLiteral("502 · ~The provider cannot be reached"));

        gateway::api::ProviderView provider;
        provider.health = gateway::api::ProviderHealth::Unreachable;
        provider.healthErrorCode = request.errorCode;
        provider.healthReason = request.errorText;
        QVERIFY(healthText(provider).contains(QStringLiteral("~The provider cannot be reached")));
        QVERIFY(!healthText(provider).contains(QStringLiteral("refused")));
        QVERIFY(healthTip(provider).endsWith(QStringLiteral("\nrefused")));

        const auto error = gateway::Error::internal(ErrorCode::SecretUnavailable, "locked");
        QVERIFY(failureText(error).contains(QStringLiteral("locked")));
        QVERIFY(failureText(error).startsWith(QLatin1Char('~')));
        QCOMPARE(failureText(gateway::Error::client(ErrorCode::Conflict, "taken")), QStringLiteral("taken"));
    }
};

QTEST_MAIN(TestErrorWords)
#include "tst_error_words.moc"
