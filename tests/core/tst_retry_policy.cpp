#include "gateway/routing/retry_policy.h"

#include <QTest>

using namespace gateway;
using namespace gateway::routing;
using Step = RetryDecision::Step;

namespace {

Error answered(int status, std::string message, std::string code = {})
{
    Error error = Error::upstream(ErrorCode::UpstreamStatus, RetryAdvice::Never, std::move(message));
    error.upstreamStatus = status;
    error.upstreamCode = std::move(code);
    return error;
}

RetrySettings twoRetries()
{
    RetrySettings settings;
    settings.mostRetries = 2;
    return settings;
}

} // namespace

class RetryPolicyTest : public QObject {
    Q_OBJECT

private slots:
    void sortsWhatProvidersSay_data();
    void sortsWhatProvidersSay();
    void sortsWhatConnectionsDo();
    void decidesByClass_data();
    void decidesByClass();
    void spreadsItsWaits();
    void asksNobodyAgainWhereNoRetriesAreSet();
    void endsRetriesWhenTheBudgetIsUsedUp();
};

// Real words of the providers, newest first.
void RetryPolicyTest::sortsWhatProvidersSay_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QString>("message");
    QTest::addColumn<QString>("code");
    QTest::addColumn<QString>("name");
    const auto row = [](const char *name, int status, const char *message, const char *code, const char *failure) {
        QTest::newRow(name) << status << QString::fromLatin1(message) << QString::fromLatin1(code)
                            << QString::fromLatin1(failure);
    };
    row("openai overflow", 400, "This model's maximum context length is 128000 tokens.", "context_length_exceeded",
        "context_overflow");
    row("openai overflow, new words", 400, "Your input exceeds the context window of this model.", "",
        "context_overflow");
    row("anthropic overflow", 400, "prompt is too long: 205431 tokens > 200000 maximum", "invalid_request_error",
        "context_overflow");
    row("anthropic body", 413, "Request exceeds the maximum size", "request_too_large", "context_overflow");
    row("google overflow", 400, "The input token count (1196265) exceeds the maximum number of tokens allowed",
        "INVALID_ARGUMENT", "context_overflow");
    row("bedrock overflow", 400, "Input is too long for requested model.", "ValidationException", "context_overflow");
    row("azure filter", 400, "The response was filtered due to the prompt triggering content management policy.",
        "content_filter", "content_filtered");
    row("openai policy", 400, "Invalid prompt: your prompt was flagged as potentially violating our usage policy.",
        "invalid_prompt", "content_filtered");
    row("anthropic filter", 400, "Output blocked by content filtering policy", "invalid_request_error",
        "content_filtered");
    row("bedrock guardrail", 400, "Guardrail intervened", "ValidationException", "content_filtered");
    row("rate limit", 429, "Rate limit reached for requests", "rate_limit_exceeded", "rate_limited");
    row("no credit as a rate limit", 429, "You exceeded your current quota", "insufficient_quota", "bad_key");
    row("wrong key", 401, "Incorrect API key provided", "invalid_api_key", "bad_key");
    row("no credit", 402, "Insufficient credits", "", "bad_key");
    row("forbidden", 403, "Your key may not use this model", "", "bad_key");
    row("unknown model", 404, "The model `x` does not exist", "model_not_found", "unknown_model");
    row("bad request", 400, "messages.0.role must be one of", "invalid_request_error", "refused");
    row("unprocessable", 422, "temperature must be below 2", "", "refused");
    row("overloaded", 529, "Overloaded", "overloaded_error", "overloaded");
    row("server error", 500, "The server had an error", "server_error", "overloaded");
    row("bad gateway", 502, "", "", "overloaded");
    row("waited too long", 408, "", "", "overloaded");
    row("a server error that mentions tokens", 500, "too many tokens in flight", "", "overloaded");
}

void RetryPolicyTest::sortsWhatProvidersSay()
{
    QFETCH(int, status);
    QFETCH(QString, message);
    QFETCH(QString, code);
    QFETCH(QString, name);
    const Error error = answered(status, message.toStdString(), code.toStdString());
    QCOMPARE(QString::fromStdString(std::string(failureClassName(failureClassOf(error)))), name);
}

void RetryPolicyTest::sortsWhatConnectionsDo()
{
    const auto classOf = [](ErrorCode code, RetryAdvice retry = RetryAdvice::OtherTarget) {
        return failureClassOf(Error::upstream(code, retry, ""));
    };
    QCOMPARE(classOf(ErrorCode::UpstreamUnreachable), FailureClass::Unreachable);
    QCOMPARE(classOf(ErrorCode::UpstreamTls), FailureClass::Unreachable);
    QCOMPARE(classOf(ErrorCode::UpstreamReset), FailureClass::Reset);
    QCOMPARE(classOf(ErrorCode::UpstreamProtocol), FailureClass::Malformed);
    QCOMPARE(classOf(ErrorCode::UpstreamTimedOut), FailureClass::Silent);
    QCOMPARE(classOf(ErrorCode::UpstreamTimedOut, RetryAdvice::SameTarget), FailureClass::Unreachable);
    QCOMPARE(classOf(ErrorCode::SecretUnavailable), FailureClass::Own);
}

void RetryPolicyTest::decidesByClass_data()
{
    QTest::addColumn<int>("failure");
    QTest::addColumn<int>("retryAfter"); // -1: none
    QTest::addColumn<int>("used");
    QTest::addColumn<bool>("otherKey");
    QTest::addColumn<int>("withFallback");
    QTest::addColumn<int>("alone");
    QTest::addColumn<int>("delay"); // with the largest jitter; of the decision with a fallback
    const auto row = [](const char *name, FailureClass failure, int retryAfter, int used, bool otherKey, Step with,
                        Step alone, int delay) {
        QTest::newRow(name) << static_cast<int>(failure) << retryAfter << used << otherKey << static_cast<int>(with)
                            << static_cast<int>(alone) << delay;
    };
    row("unreachable, first", FailureClass::Unreachable, -1, 0, false, Step::SameTarget, Step::SameTarget, 0);
    row("unreachable, second", FailureClass::Unreachable, -1, 1, false, Step::SameTarget, Step::SameTarget, 500);
    row("unreachable, third", FailureClass::Unreachable, -1, 2, false, Step::Fallback, Step::GiveUp, 0);
    row("reset", FailureClass::Reset, -1, 0, true, Step::SameTarget, Step::SameTarget, 0);
    row("limited, other key", FailureClass::RateLimited, 60'000, 0, true, Step::OtherKey, Step::OtherKey, 0);
    row("limited, short hint", FailureClass::RateLimited, 2'000, 0, false, Step::SameTarget, Step::SameTarget, 2'000);
    row("limited, long hint", FailureClass::RateLimited, 60'000, 0, false, Step::Fallback, Step::GiveUp, 0);
    row("limited, no hint", FailureClass::RateLimited, -1, 1, false, Step::SameTarget, Step::SameTarget, 1'000);
    row("overloaded", FailureClass::Overloaded, -1, 0, false, Step::SameTarget, Step::SameTarget, 500);
    row("overloaded with a hint", FailureClass::Overloaded, 3'000, 0, false, Step::SameTarget, Step::SameTarget, 3'000);
    row("overloaded for long", FailureClass::Overloaded, 30'000, 0, false, Step::Fallback, Step::GiveUp, 0);
    row("overloaded, last", FailureClass::Overloaded, -1, 2, false, Step::Fallback, Step::GiveUp, 0);
    row("silent", FailureClass::Silent, -1, 0, true, Step::Fallback, Step::GiveUp, 0);
    row("too long", FailureClass::ContextOverflow, -1, 0, true, Step::Fallback, Step::GiveUp, 0);
    row("filtered", FailureClass::ContentFiltered, -1, 0, true, Step::GiveUp, Step::GiveUp, 0);
    row("refused", FailureClass::Refused, -1, 0, true, Step::GiveUp, Step::GiveUp, 0);
    row("bad key, another one", FailureClass::BadKey, -1, 0, true, Step::OtherKey, Step::OtherKey, 0);
    row("bad key, no other", FailureClass::BadKey, -1, 0, false, Step::Fallback, Step::GiveUp, 0);
    row("unknown model", FailureClass::UnknownModel, -1, 0, true, Step::Fallback, Step::GiveUp, 0);
    row("malformed, first", FailureClass::Malformed, -1, 0, false, Step::SameTarget, Step::SameTarget, 0);
    row("malformed, second", FailureClass::Malformed, -1, 1, false, Step::Fallback, Step::GiveUp, 0);
    row("own", FailureClass::Own, -1, 0, false, Step::Fallback, Step::GiveUp, 0);
}

void RetryPolicyTest::decidesByClass()
{
    QFETCH(int, failure);
    QFETCH(int, retryAfter);
    QFETCH(int, used);
    QFETCH(bool, otherKey);
    QFETCH(int, withFallback);
    QFETCH(int, alone);
    QFETCH(int, delay);
    FailedAttempt failed;
    failed.failure = static_cast<FailureClass>(failure);
    if (retryAfter >= 0)
        failed.retryAfter = milliseconds(retryAfter);
    failed.retriesUsed = used;
    failed.hasOtherKey = otherKey;
    QCOMPARE(static_cast<int>(decideAfter(failed, twoRetries(), 1.0).step), alone);
    failed.hasFallback = true;
    const RetryDecision decision = decideAfter(failed, twoRetries(), 1.0);
    QCOMPARE(static_cast<int>(decision.step), withFallback);
    QCOMPARE(static_cast<int>(decision.delay.count()), delay);
    QVERIFY(!decision.reason.empty());
}

void RetryPolicyTest::spreadsItsWaits()
{
    FailedAttempt failed;
    failed.failure = FailureClass::Overloaded;
    QCOMPARE(decideAfter(failed, twoRetries(), 0.0).delay, milliseconds(0));
    QCOMPARE(decideAfter(failed, twoRetries(), 0.5).delay, milliseconds(250));
    failed.retriesUsed = 1;
    QCOMPARE(decideAfter(failed, twoRetries(), 0.5).delay, milliseconds(500));
    RetrySettings many = twoRetries();
    many.mostRetries = 20;
    failed.failure = FailureClass::Unreachable;
    failed.retriesUsed = 19;
    QCOMPARE(decideAfter(failed, many, 1.0).delay, many.longestBackoff);
}

void RetryPolicyTest::asksNobodyAgainWhereNoRetriesAreSet()
{
    FailedAttempt failed;
    for (const auto failure : {FailureClass::Unreachable, FailureClass::Reset, FailureClass::Overloaded,
                               FailureClass::RateLimited, FailureClass::Malformed}) {
        failed.failure = failure;
        QCOMPARE(decideAfter(failed, {}, 0.5).step, Step::GiveUp);
    }
}

void RetryPolicyTest::endsRetriesWhenTheBudgetIsUsedUp()
{
    FailedAttempt failed;
    failed.failure = FailureClass::Overloaded;
    failed.mayRetry = false;
    QCOMPARE(decideAfter(failed, twoRetries(), 0.5).step, Step::GiveUp);
    failed.hasFallback = true;
    QCOMPARE(decideAfter(failed, twoRetries(), 0.5).step, Step::Fallback);
}

QTEST_APPLESS_MAIN(RetryPolicyTest)
#include "tst_retry_policy.moc"
