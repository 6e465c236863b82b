#include "tests/translation/codec_harness.h"

#include "gateway/translation/canonical/stream_event_checker.h"
#include "gateway/translation/framing/sse_codec.h"

#include <algorithm>
#include <random>

#include <QTest>

namespace codec_harness {

namespace {

void feed(ProviderStreamDecoder &decoder, SseFrameSplitter &splitter, std::string_view bytes, StreamEvents &events)
{
    splitter.feed(bytes);
    while (const auto frame = splitter.next()) {
        if (frame->hasData)
            decoder.decode({frame->event, frame->data, false}, events);
    }
}

class EventMaker {
public:
    EventMaker(std::uint32_t seed, bool mayFail, bool mayHaveChoices)
        : m_random(seed), m_mayFail(mayFail), m_mayHaveChoices(mayHaveChoices)
    {
    }

    StreamEvents make()
    {
        TokenUsage startUsage;
        if (chance(2))
            startUsage.uncachedInput = number(1000);
        m_events.push_back(MessageStarted{"answer" + std::to_string(number(1000)), "model-1", 1'790'000'000, startUsage,
                                          chance(3) ? "default" : ""});
        const int choices = m_mayHaveChoices ? 1 + number(2) : 1;
        for (int choice = 0; choice < choices; ++choice) {
            bool hasCall = false;
            for (int part = number(5); part > 0; --part)
                hasCall = addPart(choice) || hasCall;
            if (m_mayFail && chance(6))
                return fail();
            m_events.push_back(ChoiceEnded{choice, hasCall ? FinishReason::ToolCalls : plainReason(), "raw", ""});
        }
        addUsage();
        if (m_mayFail && chance(6))
            return fail();
        m_events.push_back(MessageEnded{});
        return std::move(m_events);
    }

private:
    int number(int below) { return static_cast<int>(m_random() % static_cast<std::uint32_t>(below)); }
    bool chance(int in) { return number(in) == 0; }

    std::string text()
    {
        static const std::vector<std::string> pieces{"Hello",       " ",    "wörld", "\n", "\"quoted\"",
                                                     "data: x\n\n", "🙂", "\\",    ""};
        return pieces[static_cast<std::size_t>(number(static_cast<int>(pieces.size())))];
    }

    FinishReason plainReason()
    {
        switch (number(4)) {
        case 0: return FinishReason::Length;
        case 1: return FinishReason::ContentFilter;
        default: return FinishReason::Stop;
        }
    }

    StreamEvents fail()
    {
        m_events.push_back(StreamFailed{Error::upstream(ErrorCode::UpstreamReset, RetryAdvice::OtherTarget,
                                                        "The provider ended the stream early.")});
        return std::move(m_events);
    }

    void addUsage()
    {
        UsageReported report;
        report.usage.uncachedInput = number(500);
        report.usage.output = 1 + number(500);
        if (chance(2))
            report.usage.cacheRead = number(100);
        report.rawUsage = "{}";
        m_events.push_back(report);
    }

    bool addPart(std::int64_t choice)
    {
        const std::size_t index = m_nextIndex++;
        Part part;
        PartEnded ended{index, std::nullopt};
        PartDelta::Kind kind = PartDelta::Kind::Text;
        bool isCall = false;
        switch (number(4)) {
        case 0:
            part.content = ReasoningPart{};
            if (!chance(3))
                ended.state = OpaqueState{chance(2) ? DialectId::AnthropicMessages : DialectId::OpenAiResponses,
                                          "c2lnbmF0dXJl", "rs_1", false, false};
            break;
        case 1: {
            ToolCallPart call;
            call.id = "call_" + std::to_string(index);
            call.name = "tool_" + std::to_string(number(3));
            part.content = call;
            kind = PartDelta::Kind::Arguments;
            isCall = true;
            break;
        }
        case 2:
            if (chance(4)) {
                part.content = RefusalPart{};
                break;
            }
            [[fallthrough]];
        default: part.content = TextPart{}; break;
        }
        m_events.push_back(PartStarted{index, choice, part});
        if (kind == PartDelta::Kind::Arguments) {
            if (!chance(4)) {
                m_events.push_back(PartDelta{index, kind, R"({"city":)"});
                m_events.push_back(PartDelta{index, kind, R"("Zü)"});
                m_events.push_back(PartDelta{index, kind, R"(rich"})"});
            }
        } else {
            for (int delta = number(4); delta > 0; --delta)
                m_events.push_back(PartDelta{index, kind, text()});
        }
        if (m_mayFail && chance(20)) // the upstream is cut inside a part: decoders close it first
            ended.state.reset();
        m_events.push_back(ended);
        if (chance(5))
            addUsage();
        return isCall;
    }

    std::mt19937 m_random;
    bool m_mayFail;
    bool m_mayHaveChoices;
    StreamEvents m_events;
    std::size_t m_nextIndex = 0;
};

} // namespace

void requireLegal(const StreamEvents &events)
{
    StreamEventChecker checker;
    for (const StreamEvent &event : events) {
        if (const auto problem = checker.check(event))
            QFAIL(problem->c_str());
    }
    QVERIFY2(checker.isComplete(), "the events do not end");
}

StreamEvents decodeSseStream(const ProviderDialect &dialect, ExchangeState &state, std::string_view bytes,
                             std::size_t pieceBytes)
{
    const auto decoder = dialect.beginStream(state);
    SseFrameSplitter splitter;
    StreamEvents events;
    const std::size_t step = pieceBytes == 0 ? std::max<std::size_t>(bytes.size(), 1) : pieceBytes;
    for (std::size_t position = 0; position < bytes.size(); position += step)
        feed(*decoder, splitter, bytes.substr(position, step), events);
    decoder->finish(nullptr, events);
    requireLegal(events);
    return events;
}

StreamEvents decodeSseStreamCutAt(const ProviderDialect &dialect, ExchangeState &state, std::string_view bytes,
                                  std::size_t position)
{
    const auto decoder = dialect.beginStream(state);
    SseFrameSplitter splitter;
    StreamEvents events;
    feed(*decoder, splitter, bytes.substr(0, position), events);
    feed(*decoder, splitter, bytes.substr(position), events);
    decoder->finish(nullptr, events);
    requireLegal(events);
    return events;
}

StreamEvents decodeBrokenSseStream(const ProviderDialect &dialect, ExchangeState &state, std::string_view bytes,
                                   std::size_t size)
{
    const auto decoder = dialect.beginStream(state);
    SseFrameSplitter splitter;
    StreamEvents events;
    feed(*decoder, splitter, bytes.substr(0, size), events);
    const Error failure =
        Error::upstream(ErrorCode::UpstreamReset, RetryAdvice::OtherTarget, "The connection to the provider was lost.");
    decoder->finish(&failure, events);
    requireLegal(events);
    return events;
}

std::string encodeEvents(const ClientDialect &dialect, ExchangeState &state, const StreamEvents &events)
{
    const auto encoder = dialect.beginStream(state);
    std::string wire;
    for (const StreamEvent &event : events)
        encoder->encode(event, wire);
    return wire;
}

StreamEvents randomEvents(std::uint32_t seed, bool mayFail, bool mayHaveChoices)
{
    return EventMaker(seed, mayFail, mayHaveChoices).make();
}

} // namespace codec_harness
