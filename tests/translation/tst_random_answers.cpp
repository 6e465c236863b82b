// Random answers of every provider, told to clients of every dialect: streamed and whole they are what the dialect's SDKs
// read, both tell the same, and what a client cannot be told is noted.
#include "gateway/base/base64.h"
#include "gateway/translation/canonical/response_collector.h"
#include "gateway/translation/dialects/dialect_registry.h"
#include "tests/translation/bedrock_codec.h"
#include "tests/translation/codec_harness.h"
#include "tests/translation/random_events.h"
#include "tests/translation/told_answer.h"

#include <QtTest>

#include <algorithm>
#include <array>
#include <map>

using namespace codec_harness;
using namespace tests;
using PlainJson = nlohmann::json;

namespace {

constexpr std::array dialects{DialectId::OpenAiChat,     DialectId::OpenAiResponses, DialectId::AnthropicMessages,
                              DialectId::GeminiGenerate, DialectId::BedrockConverse, DialectId::CohereChat};

// BILROST_RANDOM_ANSWERS=5000 looks at more of them.
std::uint32_t seedCount()
{
    return static_cast<std::uint32_t>(std::max(300, qEnvironmentVariableIntValue("BILROST_RANDOM_ANSWERS")));
}

ChatRequest requestOf(DialectId client)
{
    ChatRequest request;
    request.dialect = client;
    request.model = std::string("model-1"); // GCC 12 warns about the assignment of the literal
    request.isStream = true;
    request.wantsStreamUsage = true;
    Tool search; // Gemini tells the citations of answers that searched
    search.kind = Tool::Kind::BuiltIn;
    search.origin = DialectId::GeminiGenerate;
    search.name = "googleSearch";
    search.raw = Json{{"googleSearch", Json::object()}};
    request.tools.push_back(std::move(search));
    return request;
}

Result<ChatResponse> collected(const StreamEvents &events)
{
    ResponseCollector collector;
    for (const StreamEvent &event : events)
        collector.add(event);
    return collector.take();
}

bool isOpenAis(DialectId client)
{
    return client == DialectId::OpenAiChat || client == DialectId::OpenAiResponses;
}

std::string expectedCall(const ToolCallPart &call, DialectId client)
{
    std::string arguments = call.arguments.empty() ? "{}" : call.arguments;
    if (call.kind == ToolCallPart::Kind::Custom)
        arguments = isOpenAis(client) ? call.arguments : PlainJson{{"input", call.arguments}}.dump();
    const PlainJson object = PlainJson::parse(arguments, nullptr, false);
    return call.name + ' ' + (object.is_discarded() ? arguments : object.dump());
}

// Prompt, output and cached prompt; who counts what was cached inside of the prompt, and who beside it.
std::string expectedUsage(const TokenUsage &usage, DialectId client)
{
    const bool isBeside = client == DialectId::AnthropicMessages || client == DialectId::BedrockConverse;
    const std::int64_t cached = usage.cacheRead.value_or(0);
    return std::to_string(usage.uncachedInput.value_or(0) + (isBeside ? 0 : cached)) + ' '
           + std::to_string(usage.output.value_or(0)) + ' '
           + (usage.cacheRead || client == DialectId::OpenAiResponses ? std::to_string(cached) : "-") + ' ';
}

// What a client of the dialect is to have of the words, thoughts and calls.
ToldAnswer expectedOf(const Choice &choice, DialectId client)
{
    ToldAnswer expected;
    for (const Part &part : choice.parts) {
        if (const auto *text = part.as<TextPart>()) {
            expected.text += text->text;
        } else if (const auto *refusal = part.as<RefusalPart>()) {
            (isOpenAis(client) ? expected.refusal : expected.text) += refusal->text;
        } else if (const auto *reasoning = part.as<ReasoningPart>()) {
            const bool hasBreak = client == DialectId::OpenAiChat && !reasoning->text.empty();
            expected.reasoning += (hasBreak && !expected.reasoning.empty() ? "\n\n" : "") + reasoning->text;
        } else if (const auto *call = part.as<ToolCallPart>()) {
            expected.calls.push_back(expectedCall(*call, client));
        }
    }
    return expected;
}

// Chat servers tell several thoughts as one, with an empty line between.
std::string withoutBreaks(std::string text)
{
    text.erase(std::remove(text.begin(), text.end(), '\n'), text.end());
    return text;
}

// Beside calls Cohere's whole answers say all in one plan, a line for each text; streams cannot know that calls will come.
std::string comparable(std::string text, DialectId client, const std::vector<std::string> &calls)
{
    if (client != DialectId::CohereChat || calls.empty())
        return text;
    text = withoutBreaks(std::move(text));
    std::sort(text.begin(), text.end()); // refusals stand behind the plan
    return text;
}

// Marks of random_events.h -> words of the notes about their loss.
std::multimap<std::string, std::vector<std::string>> marksOf(const StreamEvents &events)
{
    static const std::vector<std::string> lostState{"tate of", "signature"};
    static const std::vector<std::string> lostPart{"part", "Media", "media", "item", "file", "member of the stream"};
    std::multimap<std::string, std::vector<std::string>> marks;
    const auto markIn = [](const std::string &text) {
        const auto start = text.find("mark");
        const auto begin = text.find_last_not_of("abcdefghijklmnopqrstuvwxyz", start) + 1;
        return text.substr(begin, text.find('x', start) - begin + 1);
    };
    for (const StreamEvent &event : events) {
        if (const auto *delta = std::get_if<PartDelta>(&event)) {
            if (delta->kind == PartDelta::Kind::Annotation)
                marks.emplace(markIn(delta->text), std::vector<std::string>{"itation"});
            else if (delta->kind == PartDelta::Kind::Logprobs)
                marks.emplace(markIn(delta->text), std::vector<std::string>{"robabilit"});
        } else if (const auto *ended = std::get_if<PartEnded>(&event)) {
            if (ended->state)
                marks.emplace(ended->state->data, lostState);
        } else if (const auto *started = std::get_if<PartStarted>(&event)) {
            if (started->part.state)
                marks.emplace(started->part.state->data, lostState);
            if (const auto *media = started->part.as<MediaPart>())
                marks.emplace(media->value, lostPart);
            if (const auto *opaque = started->part.as<OpaquePart>())
                marks.emplace(markIn(dumpJson(opaque->json)), lostPart);
        }
    }
    return marks;
}

// Everything of an answer that is neither words nor calls.
std::string othersOf(const ChatResponse &answer)
{
    std::string others;
    for (const Choice &choice : answer.choices) {
        others += dumpJson(choice.logprobs);
        for (const Part &part : choice.parts) {
            if (part.state)
                others += part.state->data + decodeBase64(part.state->data).value_or("") + '\n';
            if (const auto *text = part.as<TextPart>())
                others += Json(text->annotations).dump();
            else if (const auto *media = part.as<MediaPart>())
                others += media->value + '\n';
            else if (const auto *opaque = part.as<OpaquePart>())
                others += dumpJson(opaque->json);
        }
    }
    return others;
}

bool isNoted(const ConversionReport &report, const std::vector<std::string> &words)
{
    return std::any_of(report.notes().begin(), report.notes().end(), [&](const ConversionNote &note) {
        return std::any_of(words.begin(), words.end(),
                           [&](const std::string &word) { return note.reason.find(word) != std::string::npos; });
    });
}

// What is neither told nor noted; empty when nothing is lost in silence.
std::string lostInSilence(const StreamEvents &events, const ToldAnswer &told, const ConversionReport &report)
{
    for (const auto &[mark, words] : marksOf(events)) {
        if (told.others.find(mark) == std::string::npos && !isNoted(report, words))
            return mark;
    }
    return {};
}

} // namespace

class RandomAnswersTest : public QObject {
    Q_OBJECT

private slots:
    void areReadByClients_data();
    void areReadByClients();
    void areReadByClientsWithSeveralChoices_data();
    void areReadByClientsWithSeveralChoices();
    void comeBackFromProviders_data();
    void comeBackFromProviders();
    void endingsHaveAWordOrANote_data();
    void endingsHaveAWordOrANote();
};

void RandomAnswersTest::areReadByClients_data()
{
    QTest::addColumn<int>("client");
    for (const DialectId dialect : dialects)
        QTest::newRow(std::string(dialectName(dialect)).c_str()) << static_cast<int>(dialect);
}

void RandomAnswersTest::areReadByClients()
{
    QFETCH(int, client);
    const auto dialect = static_cast<DialectId>(client);
    const ClientDialect &codec = *findClientDialect(dialect);
    const ChatRequest request = requestOf(dialect);
    for (std::uint32_t seed = 0; seed < seedCount(); ++seed) {
        const auto says = [seed](const std::string &what) { return std::to_string(seed) + ": " + what; };
        const StreamEvents events = randomEvents(seed);
        ExchangeState streaming(request, randomProvider(seed), "a1");
        const ToldAnswer streamed = toldByStream(dialect, encodeEvents(codec, streaming, events));
        QVERIFY2(streamed.problem.empty(), says(streamed.problem).c_str());
        const auto answer = collected(events);
        QCOMPARE(says(streamed.failure), says(answer ? std::string() : answer.error().message));
        if (!answer)
            continue;
        ExchangeState writing(request, randomProvider(seed), "a1");
        const ToldAnswer whole = toldByWhole(dialect, codec.encodeResponse(*answer, writing));
        QVERIFY2(whole.problem.empty(), says(whole.problem).c_str());
        ExchangeState replaying(request, randomProvider(seed), "a1"); // a whole answer for a client that streams
        const ToldAnswer replayed = toldByStream(dialect, encodeEvents(codec, replaying, eventsOf(*answer)));
        QVERIFY2(replayed.problem.empty(), says(replayed.problem).c_str());
        const ToldAnswer expected = expectedOf(answer->choices.at(0), dialect);
        for (const ToldAnswer *told : {&streamed, &whole, &replayed}) {
            QCOMPARE(says(comparable(told->text, dialect, expected.calls)),
                     says(comparable(expected.text, dialect, expected.calls)));
            QCOMPARE(says(told->refusal), says(expected.refusal));
            QCOMPARE(says(told->reasoning), says(expected.reasoning));
            QCOMPARE(told->calls, expected.calls);
        }
        for (const ToldAnswer *told : {&streamed, &replayed}) {
            QCOMPARE(says(told->ending), says(whole.ending));
            QCOMPARE(says(told->usage), says(whole.usage));
        }
        QCOMPARE(says(whole.usage), says(expectedUsage(answer->usage, dialect)));
        QCOMPARE(lostInSilence(events, streamed, streaming.answerReport), std::string());
        QCOMPARE(lostInSilence(events, whole, writing.answerReport), std::string());
        QCOMPARE(lostInSilence(events, replayed, replaying.answerReport), std::string());
    }
}

void RandomAnswersTest::areReadByClientsWithSeveralChoices_data()
{
    areReadByClients_data();
}

void RandomAnswersTest::areReadByClientsWithSeveralChoices()
{
    QFETCH(int, client);
    const auto dialect = static_cast<DialectId>(client);
    const ClientDialect &codec = *findClientDialect(dialect);
    const ChatRequest request = requestOf(dialect);
    for (std::uint32_t seed = 0; seed < 200; ++seed) {
        const StreamEvents events = randomEvents(seed, false, true);
        const ChatResponse answer = *collected(events);
        ExchangeState streaming(request, randomProvider(seed), "a1");
        const ToldAnswer streamed = toldByStream(dialect, encodeEvents(codec, streaming, events));
        QVERIFY2(streamed.problem.empty(), (std::to_string(seed) + ": " + streamed.problem).c_str());
        ExchangeState writing(request, randomProvider(seed), "a1");
        const ToldAnswer whole = toldByWhole(dialect, codec.encodeResponse(answer, writing));
        QVERIFY2(whole.problem.empty(), (std::to_string(seed) + ": " + whole.problem).c_str());
        const auto first = std::find_if(answer.choices.begin(), answer.choices.end(),
                                        [](const Choice &choice) { return choice.index == 0; });
        const ToldAnswer expected = expectedOf(*first, dialect);
        for (const ToldAnswer *told : {&streamed, &whole}) {
            QCOMPARE(comparable(told->text, dialect, expected.calls),
                     comparable(expected.text, dialect, expected.calls));
            QCOMPARE(told->calls, expected.calls);
        }
        const bool holdsSeveral = dialect == DialectId::OpenAiChat || dialect == DialectId::GeminiGenerate;
        if (answer.choices.size() > 1 && !answer.choices[1].parts.empty() && !holdsSeveral) {
            QVERIFY(isNoted(streaming.answerReport, {"one choice", "one answer"}));
            QVERIFY(isNoted(writing.answerReport, {"one choice", "one answer"}));
        }
    }
}

// What was written for clients, read as from a provider of the dialect.
void RandomAnswersTest::comeBackFromProviders_data()
{
    areReadByClients_data();
}

void RandomAnswersTest::comeBackFromProviders()
{
    QFETCH(int, client);
    const auto dialect = static_cast<DialectId>(client);
    const ClientDialect &codec = *findClientDialect(dialect);
    const ProviderDialect &provider = *findProviderDialect(dialect);
    const ChatRequest request = requestOf(dialect);
    int seen = 0;
    for (std::uint32_t seed = 0; seed < seedCount(); ++seed) {
        const auto says = [seed](const std::string &what) { return std::to_string(seed) + ": " + what; };
        const StreamEvents events = randomEvents(seed, false);
        const ChatResponse answer = *collected(events);
        const FinishReason reason = answer.choices.at(0).finishReason;
        if (reason == FinishReason::Error || reason == FinishReason::Unknown)
            continue; // providers that give up have failed
        const ToldAnswer expected = expectedOf(answer.choices.at(0), dialect);
        for (const bool isStream : {false, true}) {
            ExchangeState writing(request, randomProvider(seed), "a1");
            ExchangeState reading(request, dialect, "a2");
            std::optional<Result<ChatResponse>> read;
            if (!isStream)
                read = provider.decodeResponse(codec.encodeResponse(answer, writing), reading);
            else if (dialect == DialectId::BedrockConverse)
                read = collected(bedrock_codec::decodeStream(reading, encodeEvents(codec, writing, events)));
            else
                read = collected(decodeSseStream(provider, reading, encodeEvents(codec, writing, events)));
            QVERIFY2(read->has_value(), says(*read ? "" : read->error().message).c_str());
            const ToldAnswer found = expectedOf((*read)->choices.at(0), dialect);
            QCOMPARE(says(comparable(found.text, dialect, expected.calls)),
                     says(comparable(expected.text, dialect, expected.calls)));
            QCOMPARE(says(found.refusal), says(expected.refusal));
            QCOMPARE(says(withoutBreaks(found.reasoning)), says(withoutBreaks(expected.reasoning)));
            QCOMPARE(found.calls, expected.calls);
            QCOMPARE(says(expectedUsage((*read)->usage, dialect)), says(expectedUsage(answer.usage, dialect)));
            ConversionReport notes = writing.answerReport;
            for (const ConversionNote &note : reading.answerReport.notes())
                notes.dropped(note.pointer, note.reason);
            ToldAnswer rest;
            rest.others = othersOf(**read);
            const std::string lost = lostInSilence(events, rest, notes);
            QVERIFY2(lost.empty(), says(lost + (isStream ? ", streamed" : ", whole")).c_str());
            ++seen;
        }
    }
    QVERIFY(seen > 200);
}

void RandomAnswersTest::endingsHaveAWordOrANote_data()
{
    QTest::addColumn<int>("client");
    QTest::addColumn<int>("reason");
    QTest::addColumn<QByteArray>("word");
    QTest::addColumn<bool>("isNoted");
    // In the order of FinishReason; a mark before a word: it says less than the reason, and a note tells so.
    const std::map<DialectId, std::array<const char *, 10>> words{
        {DialectId::OpenAiChat,
         {"stop", "stop", "length", "stop", "content_filter", "~content_filter", "~length", "~stop", "~length",
          "stop"}},
        {DialectId::OpenAiResponses,
         {"completed", "completed", "incomplete max_output_tokens", "completed", "incomplete content_filter",
          "~incomplete content_filter", "~incomplete max_output_tokens", "~completed", "failed", "completed"}},
        {DialectId::AnthropicMessages,
         {"end_turn", "stop_sequence", "max_tokens", "tool_use", "~refusal", "refusal", "model_context_window_exceeded",
          "pause_turn", "~end_turn", "end_turn"}},
        {DialectId::GeminiGenerate,
         {"STOP", "STOP", "MAX_TOKENS", "STOP", "SAFETY", "~SAFETY", "~MAX_TOKENS", "~STOP", "OTHER", "OTHER"}},
        {DialectId::BedrockConverse,
         {"end_turn", "stop_sequence", "max_tokens", "tool_use", "content_filtered", "~content_filtered",
          "model_context_window_exceeded", "~end_turn", "malformed_model_output", "end_turn"}},
        {DialectId::CohereChat,
         {"COMPLETE", "STOP_SEQUENCE", "MAX_TOKENS", "COMPLETE", "~COMPLETE", "~COMPLETE", "~MAX_TOKENS", "~COMPLETE",
          "ERROR", "COMPLETE"}}};
    for (const auto &[dialect, list] : words) {
        for (std::size_t reason = 0; reason < list.size(); ++reason) {
            const bool isNoted = list[reason][0] == '~';
            QTest::addRow("%s, %s", std::string(dialectName(dialect)).c_str(),
                          std::string(finishReasonName(static_cast<FinishReason>(reason))).c_str())
                << static_cast<int>(dialect) << static_cast<int>(reason) << QByteArray(list[reason] + (isNoted ? 1 : 0))
                << isNoted;
        }
    }
}

void RandomAnswersTest::endingsHaveAWordOrANote()
{
    QFETCH(int, client);
    QFETCH(int, reason);
    QFETCH(QByteArray, word);
    QFETCH(bool, isNoted);
    const auto dialect = static_cast<DialectId>(client);
    const ClientDialect &codec = *findClientDialect(dialect);
    const ChatRequest request = requestOf(dialect);
    ChatResponse answer;
    Choice choice;
    choice.parts.push_back(makeText("Hello"));
    choice.finishReason = static_cast<FinishReason>(reason);
    choice.stopSequence = choice.finishReason == FinishReason::StopSequence ? "END" : "";
    answer.choices.push_back(std::move(choice));
    answer.usage.uncachedInput = answer.usage.output = 1;
    ExchangeState writing(request, DialectId::AnthropicMessages, "a1");
    const ToldAnswer whole = toldByWhole(dialect, codec.encodeResponse(answer, writing));
    ExchangeState streaming(request, DialectId::AnthropicMessages, "a1");
    const ToldAnswer streamed = toldByStream(dialect, encodeEvents(codec, streaming, eventsOf(answer)));
    QCOMPARE(whole.problem + streamed.problem, std::string());
    QCOMPARE(QByteArray::fromStdString(whole.ending), word);
    QCOMPARE(QByteArray::fromStdString(streamed.ending), word);
    QCOMPARE(!writing.answerReport.notes().empty(), isNoted);
    QCOMPARE(!streaming.answerReport.notes().empty(), isNoted);
}

QTEST_APPLESS_MAIN(RandomAnswersTest)
#include "tst_random_answers.moc"
