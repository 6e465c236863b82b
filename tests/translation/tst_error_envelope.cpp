#include "gateway/translation/dialects/error_envelope.h"
#include "gateway/translation/framing/sse_codec.h"
#include "tests/translation/dialect_fixtures.h"

#include <nlohmann/json.hpp>

#include <QTest>

#include <string>

using namespace gateway;
using namespace gateway::translation;
using nlohmann::json;

namespace {

const ErrorContext context{"openai", "openai/gpt-5", "gpt-5", "chat_completion"};

json bifrostBody(const Error &error)
{
    return json::parse(renderErrorBody(ErrorShape::Bifrost, error, context));
}

Error upstreamStatus(int status, std::string message)
{
    Error error = Error::upstream(ErrorCode::UpstreamStatus, RetryAdvice::Never, std::move(message));
    error.upstreamStatus = status;
    return error;
}

json dataOf(const std::string &frameText, const std::string &event)
{
    SseFrameSplitter splitter;
    splitter.feed(frameText);
    const auto frame = splitter.next();
    if (!frame || frame->event != event || !splitter.rest().empty())
        return "not one frame of this event";
    return json::parse(frame->data);
}

} // namespace

class ErrorEnvelopeTest : public QObject {
    Q_OBJECT
private slots:
    void writesTheWholeBifrostShape()
    {
        const json body = bifrostBody(upstreamStatus(429, "Rate limit reached for \"gpt-5\"\n"));
        const json wanted = {{"is_bifrost_error", false},
                             {"status_code", 429},
                             {"error",
                              {{"type", "rate_limit_error"},
                               {"code", "rate_limit_exceeded"},
                               {"message", "Rate limit reached for \"gpt-5\"\n"},
                               {"param", nullptr}}},
                             {"extra_fields",
                              {{"provider", "openai"},
                               {"original_model_requested", "openai/gpt-5"},
                               {"resolved_model_used", "gpt-5"},
                               {"request_type", "chat_completion"}}}};
        QVERIFY(body == wanted);
    }

    void putsGovernanceCodesAtTheTop()
    {
        const json body = bifrostBody(Error::client(ErrorCode::VirtualKeyUnknown, "virtual key not found"));
        QVERIFY(body["type"] == "virtual_key_not_found");
        QVERIFY(body["status_code"] == 401);
        QVERIFY(body["is_bifrost_error"] == false);
        QVERIFY(body["error"]["code"] == "invalid_api_key");
    }

    void usesBifrostsWordsForItsOwnFailures_data()
    {
        QTest::addColumn<int>("code");
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("type");
        QTest::newRow("timeout") << static_cast<int>(ErrorCode::UpstreamTimedOut) << 504
                                 << QByteArray("request_timed_out");
        QTest::newRow("unreachable") << static_cast<int>(ErrorCode::UpstreamUnreachable) << 502
                                     << QByteArray("provider_connection_failed");
        QTest::newRow("reset") << static_cast<int>(ErrorCode::UpstreamReset) << 502
                               << QByteArray("provider_connection_failed");
        QTest::newRow("cancelled") << static_cast<int>(ErrorCode::ClientGone) << 499 << QByteArray("request_cancelled");
        QTest::newRow("cancelled by hand")
            << static_cast<int>(ErrorCode::Cancelled) << 503 << QByteArray("request_cancelled");
        QTest::newRow("internal") << static_cast<int>(ErrorCode::Internal) << 500 << QByteArray("server_error");
    }

    void usesBifrostsWordsForItsOwnFailures()
    {
        QFETCH(int, code);
        QFETCH(int, status);
        QFETCH(QByteArray, type);
        const json body =
            bifrostBody(Error::upstream(static_cast<ErrorCode>(code), RetryAdvice::OtherTarget, "no answer", "secret"));
        QVERIFY(body["is_bifrost_error"] == true);
        QVERIFY(body["status_code"] == status);
        QVERIFY(body["error"]["type"] == type.toStdString());
        QVERIFY(body.dump().find("secret") == std::string::npos);
    }

    void namesTheParameterThatIsWrong()
    {
        const json body = bifrostBody(Error::client(ErrorCode::ModelMissing, "model is required"));
        QVERIFY(body["error"]["param"] == "model");
        QVERIFY(body["error"]["type"] == "invalid_request_error");
        QVERIFY(body["status_code"] == 400);
        QVERIFY(!body.contains("type"));
    }

    void saysWhenToTryAgain()
    {
        Error error = upstreamStatus(429, "slow down");
        error.retryAfter = std::chrono::milliseconds(7000);
        QVERIFY(bifrostBody(error)["extra_fields"]["retry_after_ms"] == 7000);
    }

    void writesAnthropicsShape_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("type");
        QTest::newRow("400") << 400 << QByteArray("invalid_request_error");
        QTest::newRow("401") << 401 << QByteArray("authentication_error");
        QTest::newRow("403") << 403 << QByteArray("permission_error");
        QTest::newRow("404") << 404 << QByteArray("not_found_error");
        QTest::newRow("413") << 413 << QByteArray("request_too_large");
        QTest::newRow("418") << 418 << QByteArray("invalid_request_error");
        QTest::newRow("429") << 429 << QByteArray("rate_limit_error");
        QTest::newRow("500") << 500 << QByteArray("api_error");
        QTest::newRow("502") << 502 << QByteArray("api_error");
        QTest::newRow("504") << 504 << QByteArray("timeout_error");
        QTest::newRow("529") << 529 << QByteArray("overloaded_error");
    }

    void writesAnthropicsShape()
    {
        QFETCH(int, status);
        QFETCH(QByteArray, type);
        const json body = json::parse(renderErrorBody(ErrorShape::Anthropic, upstreamStatus(status, "why"), context));
        const json wanted = {{"type", "error"}, {"error", {{"type", type.toStdString()}, {"message", "why"}}}};
        QVERIFY(body == wanted);
    }

    void writesFramesThatEachDialectKnows()
    {
        const Error error = Error::upstream(ErrorCode::UpstreamReset, RetryAdvice::Never, "cut off");
        const json chat = dataOf(renderErrorFrame(DialectId::OpenAiChat, error, context), "");
        QVERIFY(chat["error"]["message"] == "cut off");
        const json responses = dataOf(renderErrorFrame(DialectId::OpenAiResponses, error, context), "error");
        QVERIFY(responses["type"] == "error");
        QVERIFY(responses["message"] == "cut off");
        QVERIFY(responses["code"].is_string());
        QVERIFY(responses.contains("param") && responses["sequence_number"].is_number_integer());
        const json messages = dataOf(renderErrorFrame(DialectId::AnthropicMessages, error, context), "error");
        QVERIFY(messages["type"] == "error");
        QVERIFY(messages["error"]["type"] == "api_error");
    }

    void staysJsonForAnyText()
    {
        const json body = bifrostBody(upstreamStatus(500, "a\xFF\x01\r\n\"b"));
        QVERIFY(body["error"]["message"] == "a\xEF\xBF\xBD\x01\r\n\"b");
        QVERIFY(!bifrostBody(Error::client(ErrorCode::InvalidRequest, ""))["error"]["message"].empty());
    }

    void findsTheWordsOfAnUpstream_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QByteArray>("text");
        const auto addFixture = [](const char *path, const char *text) {
            QTest::newRow(path) << QByteArray::fromStdString(readDialectFixture(path)) << QByteArray(text);
        };
        addFixture("openai_chat/errors/invalid_api_key.json", "Incorrect API key provided: sk-abc***xyz.");
        addFixture("openai_chat/errors/plain_text_error.json", "model 'nothing' not found");
        addFixture("openai_chat/errors/fastapi_detail.json", "field required");
        addFixture("openai_chat/errors/google_array.json", "API key not valid.");
        addFixture("openai_chat/errors/mistral.json", "Service tier capacity exceeded for this model.");
        addFixture("openai_responses/errors/not_found.json",
                   "The model `gpt-99` does not exist or you do not have access to it.");
        addFixture("anthropic_messages/errors/authentication.json", "invalid x-api-key");
        QTest::newRow("detail") << QByteArray("{\"detail\":\"Not Found\"}") << QByteArray("Not Found");
        QTest::newRow("AWS") << QByteArray("{\"Message\":\"User is not authorized\"}")
                             << QByteArray("User is not authorized");
        addFixture("bedrock_converse/errors/throttling.json", "Too many requests, please wait before trying again.");
        QTest::newRow("html") << QByteArray("<html></html>") << QByteArray();
        QTest::newRow("nothing") << QByteArray("{\"error\":{}}") << QByteArray();
        QTest::newRow("empty") << QByteArray() << QByteArray();
    }

    void findsTheWordsOfAnUpstream()
    {
        QFETCH(QByteArray, body);
        QFETCH(QByteArray, text);
        QCOMPARE(QByteArray::fromStdString(upstreamErrorMessage(body.toStdString())), text);
    }

    // What we write ourselves must be readable by another gateway of ours in the chain.
    void readsItsOwnErrors()
    {
        for (const ErrorShape shape : {ErrorShape::Bifrost, ErrorShape::Anthropic})
            QCOMPARE(upstreamErrorMessage(renderErrorBody(shape, upstreamStatus(500, "why"), context)),
                     std::string("why"));
    }
};

QTEST_APPLESS_MAIN(ErrorEnvelopeTest)
#include "tst_error_envelope.moc"
