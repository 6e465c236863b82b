// What was used, told to clients of every dialect and read back as from a provider of it, whole and streamed.
//
// OpenAI, Gemini and Cohere count cached tokens inside the prompt, Anthropic and Bedrock outside; what a dialect has no
// word for is added to what it has one for, so that the sums are always right.
#include "gateway/translation/canonical/response_collector.h"
#include "gateway/translation/dialects/dialect_registry.h"
#include "tests/translation/bedrock_codec.h"
#include "tests/translation/codec_harness.h"

#include <QtTest>

using namespace codec_harness;

namespace {

// A prompt of 170 tokens, and 50 of answer.
TokenUsage everything()
{
    TokenUsage usage;
    usage.uncachedInput = 100;
    usage.cacheRead = 40;
    usage.cacheWrite = 30;
    usage.cacheWriteOneHour = 10;
    usage.output = 50;
    usage.reasoning = 20;
    usage.audioInput = 5;
    usage.audioOutput = 7;
    return usage;
}

// As much of it as the dialect can say.
TokenUsage sayable(DialectId dialect)
{
    TokenUsage usage = everything();
    const bool isOpenAi = dialect == DialectId::OpenAiChat || dialect == DialectId::OpenAiResponses;
    const bool tellsWrites =
        isOpenAi || dialect == DialectId::AnthropicMessages || dialect == DialectId::BedrockConverse;
    const bool tellsTimes = dialect == DialectId::AnthropicMessages || dialect == DialectId::BedrockConverse;
    if (!tellsWrites) {
        usage.uncachedInput = 130;
        usage.cacheWrite.reset();
    }
    if (!tellsTimes)
        usage.cacheWriteOneHour.reset();
    if (!isOpenAi && dialect != DialectId::GeminiGenerate)
        usage.audioInput.reset(), usage.audioOutput.reset();
    if (dialect == DialectId::BedrockConverse || dialect == DialectId::CohereChat)
        usage.reasoning.reset();
    return usage;
}

QByteArray told(const TokenUsage &usage)
{
    QByteArray text;
    const auto add = [&text](const char *name, const std::optional<std::int64_t> &count) {
        text += name + (count ? QByteArray::number(static_cast<qlonglong>(*count)) : QByteArray("-"));
    };
    add("input ", usage.uncachedInput);
    add(", read ", usage.cacheRead);
    add(", written ", usage.cacheWrite);
    add(", for an hour ", usage.cacheWriteOneHour);
    add(", output ", usage.output);
    add(", reasoning ", usage.reasoning);
    add(", audio in ", usage.audioInput);
    add(", audio out ", usage.audioOutput);
    return text;
}

ChatRequest requestIn(DialectId dialect)
{
    ChatRequest request;
    request.dialect = dialect;
    request.model = std::string("m");
    request.wantsStreamUsage = true;
    Message question;
    question.parts.push_back(makeText("Hi"));
    request.messages.push_back(std::move(question));
    return request;
}

ChatResponse answer()
{
    ChatResponse response;
    response.id = std::string("a1");
    response.model = std::string("m");
    Choice choice;
    choice.parts.push_back(makeText("Hello"));
    choice.finishReason = FinishReason::Stop;
    response.choices.push_back(std::move(choice));
    response.usage = everything();
    response.rawUsage = "{}";
    return response;
}

// The answer that the dialect's own provider half reads from what was written for its clients.
TokenUsage readBack(DialectId dialect, bool isStream)
{
    const ChatRequest request = requestIn(dialect);
    // Elsewhere than at a provider of the dialect: else what that one told is handed on as it is.
    const DialectId elsewhere =
        dialect == DialectId::GeminiGenerate ? DialectId::AnthropicMessages : DialectId::GeminiGenerate;
    ExchangeState written(request, elsewhere, "a1");
    ExchangeState read(request, dialect, "a2");
    const ClientDialect &client = *findClientDialect(dialect);
    const ProviderDialect &provider = *findProviderDialect(dialect);
    if (!isStream) {
        const auto response = provider.decodeResponse(client.encodeResponse(answer(), written), read);
        return response ? response->usage : TokenUsage();
    }
    const std::string wire = encodeEvents(client, written, eventsOf(answer()));
    ResponseCollector collector;
    const StreamEvents events = dialect == DialectId::BedrockConverse ? bedrock_codec::decodeStream(read, wire)
                                                                      : decodeSseStream(provider, read, wire);
    for (const StreamEvent &event : events)
        collector.add(event);
    const auto response = collector.take();
    return response ? response->usage : TokenUsage();
}

} // namespace

class UsageConventionsTest : public QObject {
    Q_OBJECT

private slots:
    void comesBack_data();
    void comesBack();
};

void UsageConventionsTest::comesBack_data()
{
    QTest::addColumn<int>("dialect");
    QTest::addColumn<bool>("isStream");
    for (const DialectId dialect : {DialectId::OpenAiChat, DialectId::OpenAiResponses, DialectId::AnthropicMessages,
                                    DialectId::GeminiGenerate, DialectId::BedrockConverse, DialectId::CohereChat}) {
        const std::string name(dialectName(dialect));
        QTest::newRow((name + ", whole").c_str()) << static_cast<int>(dialect) << false;
        QTest::newRow((name + ", streamed").c_str()) << static_cast<int>(dialect) << true;
    }
}

void UsageConventionsTest::comesBack()
{
    QFETCH(int, dialect);
    QFETCH(bool, isStream);
    const auto id = static_cast<DialectId>(dialect);
    QCOMPARE(told(readBack(id, isStream)), told(sayable(id)));
}

QTEST_APPLESS_MAIN(UsageConventionsTest)
#include "tst_usage_conventions.moc"
