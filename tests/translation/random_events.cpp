#include "tests/translation/random_events.h"

#include "gateway/base/base64.h"

#include <array>
#include <random>
#include <string>
#include <vector>

namespace codec_harness {

namespace {

constexpr std::array providers{DialectId::AnthropicMessages, DialectId::OpenAiResponses, DialectId::GeminiGenerate,
                               DialectId::BedrockConverse,   DialectId::OpenAiChat,      DialectId::CohereChat};

class EventMaker {
public:
    EventMaker(std::uint32_t seed, bool mayFail, bool mayHaveChoices)
        : m_random(seed), m_provider(randomProvider(seed)), m_mayFail(mayFail), m_mayHaveChoices(mayHaveChoices)
    {
    }

    StreamEvents make()
    {
        TokenUsage startUsage;
        if (chance(2))
            startUsage.uncachedInput = number(1000);
        m_events.push_back(
            MessageStarted{(isFrom(DialectId::OpenAiChat) ? "chatcmpl-" : "answer") + std::to_string(number(1000)),
                           "model-1", 1'790'000'000, startUsage, chance(3) ? "default" : ""});
        std::vector<StreamEvents> choices(m_mayHaveChoices ? 1 + pick(2) : 1);
        for (std::size_t choice = 0; choice < choices.size(); ++choice)
            makeChoice(static_cast<std::int64_t>(choice), choices[choice]);
        mix(choices);
        if (m_mayFail && chance(6)) {
            m_events.resize(1 + pick(m_events.size())); // also inside a part
            return fail();
        }
        addUsage(m_events);
        if (m_mayFail && chance(6))
            return fail();
        m_events.push_back(MessageEnded{});
        return std::move(m_events);
    }

private:
    int number(int below) { return static_cast<int>(m_random() % static_cast<std::uint32_t>(below)); }
    std::size_t pick(std::size_t below) { return m_random() % below; }
    bool chance(int in) { return number(in) == 0; }
    bool isFrom(DialectId dialect) const { return m_provider == dialect; }

    std::string mark(const char *kind) { return kind + std::string("mark") + std::to_string(m_nextMark++) + 'x'; }

    std::string text()
    {
        static const std::vector<std::string> pieces{"Hello",       " ",    "wörld", "\n", "\"quoted\"",
                                                     "data: x\n\n", "🙂", "\\",    ""};
        return pieces[pick(pieces.size())];
    }

    StreamEvents fail()
    {
        m_events.push_back(StreamFailed{Error::upstream(ErrorCode::UpstreamReset, RetryAdvice::OtherTarget,
                                                        "The provider ended the stream early.")});
        return std::move(m_events);
    }

    // The choices in turns; their parts get the indexes of the message.
    void mix(std::vector<StreamEvents> &choices)
    {
        std::size_t nextIndex = 0;
        std::vector<std::size_t> places(choices.size());
        std::vector<std::size_t> openIndexes(choices.size());
        std::size_t left = 0;
        for (const StreamEvents &choice : choices)
            left += choice.size();
        for (; left > 0; --left) {
            std::size_t turn = pick(choices.size());
            while (places[turn] == choices[turn].size())
                turn = (turn + 1) % choices.size();
            StreamEvent &event = choices[turn][places[turn]++];
            if (auto *started = std::get_if<PartStarted>(&event))
                started->index = openIndexes[turn] = nextIndex++;
            else if (auto *delta = std::get_if<PartDelta>(&event))
                delta->index = openIndexes[turn];
            else if (auto *ended = std::get_if<PartEnded>(&event))
                ended->index = openIndexes[turn];
            m_events.push_back(std::move(event));
        }
    }

    void addUsage(StreamEvents &events)
    {
        UsageReported report;
        report.usage.uncachedInput = number(500);
        report.usage.output = 1 + number(500);
        if (chance(2))
            report.usage.cacheRead = number(100);
        report.rawUsage = "{}";
        events.push_back(report);
    }

    void makeChoice(std::int64_t choice, StreamEvents &events)
    {
        bool hasCall = false;
        for (int part = number(5); part > 0; --part) {
            hasCall = addPart(choice, events) || hasCall;
            if (chance(5))
                addUsage(events);
        }
        ChoiceEnded ended{choice, hasCall ? FinishReason::ToolCalls : plainReason(), "raw", ""};
        if (ended.finishReason == FinishReason::StopSequence)
            ended.stopSequence = "END";
        events.push_back(ended);
    }

    FinishReason plainReason()
    {
        static constexpr std::array reasons{
            FinishReason::Stop,          FinishReason::StopSequence, FinishReason::Length,
            FinishReason::ContentFilter, FinishReason::Refusal,      FinishReason::ContextOverflow,
            FinishReason::Paused,        FinishReason::Error,        FinishReason::Unknown};
        return chance(2) ? FinishReason::Stop : reasons[pick(reasons.size())];
    }

    bool addPart(std::int64_t choice, StreamEvents &events) // true for calls
    {
        switch (number(7)) {
        case 0:
        case 1: addReasoning(choice, events); return false;
        case 2:
        case 3: addCall(choice, events); return true;
        case 4:
            if (chance(2)) {
                addWhole(choice, chance(2) ? media() : opaque(), events);
                return false;
            }
            if (chance(2)) {
                addWords(choice, RefusalPart{}, events);
                return false;
            }
            [[fallthrough]];
        default: addText(choice, events); return false;
        }
    }

    // A part whose content comes at once.
    void addWhole(std::int64_t choice, Part part, StreamEvents &events)
    {
        events.push_back(PartStarted{0, choice, std::move(part)});
        events.push_back(PartEnded{0, std::nullopt});
    }

    // Texts may bring their first words with the start.
    void addWords(std::int64_t choice, PartContent content, StreamEvents &events)
    {
        if (chance(4))
            std::visit(
                [&](auto &words) {
                    if constexpr (requires { words.text; })
                        words.text = text();
                },
                content);
        Part part;
        part.content = std::move(content);
        events.push_back(PartStarted{0, choice, std::move(part)});
        for (int delta = number(4); delta > 0; --delta)
            events.push_back(PartDelta{0, PartDelta::Kind::Text, text()});
        events.push_back(PartEnded{0, std::nullopt});
    }

    void addText(std::int64_t choice, StreamEvents &events)
    {
        const std::size_t start = events.size();
        addWords(choice, TextPart{}, events);
        const PartEnded ended = std::get<PartEnded>(events.back());
        events.pop_back();
        const auto add = [&](PartDelta::Kind kind, std::string json) {
            const std::size_t place = start + 1 + pick(events.size() - start);
            events.insert(events.begin() + static_cast<std::ptrdiff_t>(place), PartDelta{0, kind, std::move(json)});
        };
        while (chance(4))
            add(PartDelta::Kind::Logprobs,
                R"([{"token":")" + mark("token") + R"(","logprob":-0.5,"bytes":[97],"top_logprobs":[]}])");
        while (chance(3))
            add(PartDelta::Kind::Annotation, annotation());
        events.push_back(ended);
        if (isFrom(DialectId::GeminiGenerate) && chance(4))
            giveState(start, events);
    }

    void addReasoning(std::int64_t choice, StreamEvents &events)
    {
        const bool mayHide = isFrom(DialectId::AnthropicMessages) || isFrom(DialectId::BedrockConverse);
        if (mayHide && chance(4)) {
            Part hidden;
            hidden.content = ReasoningPart{};
            hidden.state = state();
            hidden.state->isRedacted = true;
            addWhole(choice, std::move(hidden), events);
            return;
        }
        addWords(choice, ReasoningPart{}, events);
        const bool hasState = mayHide || isFrom(DialectId::GeminiGenerate) || isFrom(DialectId::OpenAiResponses);
        if (hasState && !chance(3))
            std::get<PartEnded>(events.back()).state = state();
    }

    void addCall(std::int64_t choice, StreamEvents &events)
    {
        ToolCallPart call;
        call.id = mark("call_");
        call.name = "tool_" + std::to_string(number(3));
        const bool mayBeCustom = isFrom(DialectId::OpenAiChat) || isFrom(DialectId::OpenAiResponses);
        if (mayBeCustom && chance(5))
            call.kind = ToolCallPart::Kind::Custom;
        std::vector<std::string> pieces{R"({"city":)", R"("Zü)", R"(rich"})"};
        if (call.kind == ToolCallPart::Kind::Custom)
            pieces = {"*** patch", "\n+ \"ü\""};
        if (chance(4))
            pieces.clear();
        else if (chance(6))
            call.arguments = std::exchange(pieces.front(), {});
        const std::size_t start = events.size();
        Part part;
        part.content = std::move(call);
        events.push_back(PartStarted{0, choice, std::move(part)});
        for (std::string &piece : pieces)
            events.push_back(PartDelta{0, PartDelta::Kind::Arguments, std::move(piece)});
        events.push_back(PartEnded{0, std::nullopt});
        if ((isFrom(DialectId::GeminiGenerate) || isFrom(DialectId::OpenAiChat)) && chance(3))
            giveState(start, events);
    }

    OpaqueState state()
    {
        OpaqueState made;
        made.origin =
            isFrom(DialectId::OpenAiChat) ? DialectId::GeminiGenerate : m_provider; // Google's own chat surface
        made.data = encodeBase64(mark("state"));
        if (isFrom(DialectId::OpenAiResponses))
            made.itemId = mark("rs_");
        return made;
    }

    // Of a text or a call: some know it at the start, others at the end alone.
    void giveState(std::size_t start, StreamEvents &events)
    {
        const OpaqueState made = state();
        if (chance(2))
            std::get<PartStarted>(events[start]).part.state = made;
        std::get<PartEnded>(events.back()).state = made;
    }

    Part media()
    {
        MediaPart made;
        made.kind = chance(4) ? MediaKind::Audio : MediaKind::Image;
        made.mediaType = made.kind == MediaKind::Audio ? "audio/mp3" : "image/png";
        if (chance(4)) {
            made.value = "https://example.org/" + mark("media");
        } else {
            made.source = MediaPart::Source::Base64;
            made.value = encodeBase64(mark("media"));
        }
        Part part;
        part.content = std::move(made);
        return part;
    }

    // What the provider ran itself: for clients of its own dialect alone.
    Part opaque()
    {
        Json json;
        switch (m_provider) {
        case DialectId::AnthropicMessages:
            json = Json{{"type", "server_tool_use"},
                        {"id", mark("opaque")},
                        {"name", "web_search"},
                        {"input", Json{{"query", "rhine"}}}};
            break;
        case DialectId::GeminiGenerate:
            json = Json{{"executableCode", Json{{"language", "PYTHON"}, {"code", mark("opaque")}}}};
            break;
        case DialectId::OpenAiResponses:
            json = Json{{"type", "web_search_call"}, {"id", mark("opaque")}, {"status", "completed"}};
            break;
        case DialectId::BedrockConverse:
            json = Json{{"toolUse", Json{{"toolUseId", mark("opaque")},
                                         {"name", "nova_grounding"},
                                         {"type", "server_tool_use"},
                                         {"input", Json{{"query", "rhine"}}}}}};
            break;
        case DialectId::OpenAiChat: json = Json{{mark("opaque"), Json{{"id", "audio_1"}}}}; break;
        case DialectId::CohereChat: json = Json{{"type", mark("opaque")}}; break;
        }
        Part part;
        part.content = OpaquePart{m_provider, std::move(json)};
        return part;
    }

    std::string annotation()
    {
        if (chance(2) || isFrom(DialectId::OpenAiChat) || isFrom(DialectId::GeminiGenerate))
            return R"({"type":"url_citation","url":"https://example.org/)" + mark("citation")
                   + R"(","title":"Größe","start_index":0,"end_index":2})";
        switch (m_provider) {
        case DialectId::AnthropicMessages:
            return R"({"dialect":"anthropic_messages","type":"char_location","cited_text":"x","document_index":0,)"
                   R"("document_title":")"
                   + mark("citation") + R"(","start_char_index":0,"end_char_index":1})";
        case DialectId::BedrockConverse:
            return R"({"dialect":"bedrock_converse","title":")" + mark("citation")
                   + R"(","location":{"documentPage":{"documentIndex":0,"start":1,"end":2}}})";
        case DialectId::CohereChat:
            return R"({"dialect":"cohere_chat","start":0,"end":1,"text":"x","sources":[{"type":"tool","id":")"
                   + mark("citation") + R"(","tool_output":{}}]})";
        default:
            return R"({"type":"file_citation","file_id":")" + mark("citation") + R"(","filename":"f.txt","index":0})";
        }
    }

    std::mt19937 m_random;
    DialectId m_provider;
    bool m_mayFail;
    bool m_mayHaveChoices;
    StreamEvents m_events;
    int m_nextMark = 0;
};

} // namespace

DialectId randomProvider(std::uint32_t seed)
{
    return providers[seed % providers.size()];
}

StreamEvents randomEvents(std::uint32_t seed, bool mayFail, bool mayHaveChoices)
{
    return EventMaker(seed, mayFail, mayHaveChoices).make();
}

} // namespace codec_harness
