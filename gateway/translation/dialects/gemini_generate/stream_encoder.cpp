#include "gateway/translation/dialects/gemini_generate/stream_encoder.h"

#include <utility>

#include "gateway/base/overload.h"
#include "gateway/translation/canonical/response_collector.h"
#include "gateway/translation/dialects/gemini_generate/answer_writer.h"
#include "gateway/translation/dialects/gemini_generate/finish_reasons.h"
#include "gateway/translation/dialects/gemini_generate/grounding_codec.h"
#include "gateway/translation/dialects/gemini_generate/logprobs_codec.h"
#include "gateway/translation/dialects/gemini_generate/one_of_answer.h"
#include "gateway/translation/dialects/gemini_generate/part_encoder.h"
#include "gateway/translation/dialects/gemini_generate/usage_codec.h"
#include "gateway/translation/dialects/web_search_tool.h"
#include "gateway/translation/json/top_level_editor.h"

namespace gateway::translation::gemini {

namespace {

constexpr std::string_view frameStart = "data: ";
constexpr std::string_view frameEnd = "\r\n\r\n";

} // namespace

StreamEncoder::StreamEncoder(ExchangeState &state)
    : m_state(state), m_mayCite(offersWebSearch(state.request())), m_holdsTexts(isAskedAsObject(state))
{
}

void StreamEncoder::encode(const StreamEvent &event, std::string &wire)
{
    std::visit(Overload{
                   [&](const MessageStarted &started) { start(started); },
                   [&](const PartStarted &started) { startPart(started, wire); },
                   [&](const PartDelta &delta) { addDelta(delta, wire); },
                   [&](const PartEnded &ended) { endPart(ended, wire); },
                   [&](const UsageReported &reported) { mergeUsage(m_usage, reported.usage); },
                   [&](const ChoiceEnded &ended) { m_endedChoices.push_back(ended); },
                   [&](const MessageEnded &) { endMessage(wire); },
                   [&](const StreamFailed &failed) {
                       wire += frameStart;
                       wire += errorBody(failed.error);
                       wire += frameEnd;
                   },
               },
               event);
}

void StreamEncoder::start(const MessageStarted &started)
{
    mergeUsage(m_usage, started.usage);
    m_tail = "\"modelVersion\":";
    m_tail += quoteJson(started.model.empty() ? m_state.request().model : started.model);
    m_tail += ",\"responseId\":";
    m_tail += quoteJson(started.id.empty() ? m_state.makeId("resp_") : started.id);
}

void StreamEncoder::writeFrame(std::int64_t choice, std::string_view part, std::string &wire) const
{
    wire += frameStart;
    wire += R"({"candidates":[{"content":{"parts":[)";
    wire += part;
    wire += R"(],"role":"model"},"index":)";
    wire += std::to_string(choice);
    wire += "}],";
    endFrame(wire);
}

void StreamEncoder::endFrame(std::string &wire) const
{
    wire += m_tail;
    wire += '}';
    wire += frameEnd;
}

void StreamEncoder::writeText(std::int64_t choice, std::string_view text, bool isThought, std::string &wire)
{
    if (text.empty()) // Gemini CLI takes a part with empty text for a broken answer
        return;
    std::string part = "{\"text\":";
    part += quoteJson(text);
    part += isThought ? ",\"thought\":true}" : "}";
    writeFrame(choice, part, wire);
}

void StreamEncoder::writePart(std::int64_t choice, const Json &part, std::string &wire)
{
    if (!part.is_null())
        writeFrame(choice, dumpJson(part), wire);
}

void StreamEncoder::tellText(OpenPart &open, std::string_view text, std::string &wire)
{
    auto *held = open.part.as<TextPart>();
    if (held && m_holdsTexts) {
        held->text += text;
        return;
    }
    if (held && m_mayCite)
        open.text += text;
    writeText(open.choice, text, open.part.as<ReasoningPart>() != nullptr, wire);
}

void StreamEncoder::startPart(const PartStarted &started, std::string &wire)
{
    OpenPart &open = m_openParts[started.index];
    open = {started.choice, started.part, {}};
    // What the start brings of a text is written at once; afterwards the part only tells the kind.
    if (auto *text = open.part.as<TextPart>()) {
        const auto [begin, annotations] = std::exchange(*text, {});
        tellText(open, begin, wire);
        for (const Json &annotation : annotations)
            cite(open, dumpJson(annotation));
    } else if (auto *reasoning = open.part.as<ReasoningPart>()) {
        writeText(started.choice, reasoning->text, true, wire);
        reasoning->text.clear();
    } else if (auto *refusal = open.part.as<RefusalPart>()) {
        writeText(started.choice, refusal->text, false, wire);
        refusal->text.clear();
    }
}

void StreamEncoder::cite(OpenPart &open, const std::string &annotation)
{
    auto *text = open.part.as<TextPart>();
    const auto json = parseJson(annotation);
    if (text && json && m_mayCite)
        text->annotations.push_back(*json);
    else
        m_state.answerReport.dropped("answer/content/annotations",
                                     "Citations without a search have no place at Gemini.");
}

void StreamEncoder::addDelta(const PartDelta &delta, std::string &wire)
{
    const auto found = m_openParts.find(delta.index);
    if (found == m_openParts.end())
        return;
    OpenPart &open = found->second;
    switch (delta.kind) {
    case PartDelta::Kind::Text: tellText(open, delta.text, wire); break;
    case PartDelta::Kind::Arguments:
        if (auto *call = open.part.as<ToolCallPart>())
            call->arguments += delta.text;
        break;
    case PartDelta::Kind::Annotation: cite(open, delta.text); break;
    case PartDelta::Kind::Logprobs:
        if (const auto tokens = parseJson(delta.text); tokens && tokens->is_array()) {
            Json &all = m_logprobs[open.choice];
            for (const Json &token : *tokens)
                all.push_back(token);
        }
        break;
    }
}

void StreamEncoder::endPart(const PartEnded &ended, std::string &wire)
{
    const auto found = m_openParts.find(ended.index);
    if (found == m_openParts.end())
        return;
    OpenPart &open = found->second;
    if (ended.state)
        open.part.state = ended.state;
    carryThoughtState(open.part, m_thoughts[open.choice]);
    takeWord(open.part, m_state);
    if (const auto *text = open.part.as<TextPart>(); text && !text->annotations.empty()) {
        if (m_groundings.contains(open.choice))
            m_state.answerReport.dropped("answer/content/annotations", "Gemini tells the citations of one text only.");
        if (Json grounding = groundingFrom(text->annotations, open.text, m_state.answerReport); !grounding.is_null())
            m_groundings[open.choice] = std::move(grounding);
    }
    writePart(open.choice, answerPart(open.part, m_state), wire);
    m_openParts.erase(found);
}

void StreamEncoder::endMessage(std::string &wire)
{
    if (m_endedChoices.empty())
        m_endedChoices.push_back({});
    Json candidates = Json::array();
    for (const ChoiceEnded &ended : m_endedChoices) {
        // The empty text is Google's own last part; the SDKs' chats want a content with parts in every frame.
        Json candidate{{"content", Json{{"parts", Json::array({textPart("")})}, {"role", "model"}}},
                       {"finishReason", finishReasonWord(ended.finishReason, ended.rawFinishReason, m_state)},
                       {"index", ended.choice}};
        if (const auto logprobs = m_logprobs.find(ended.choice); logprobs != m_logprobs.end()) {
            if (Json result = encodeLogprobs(Json{{"content", logprobs->second}}); !result.is_null())
                candidate["logprobsResult"] = std::move(result);
        }
        if (auto grounding = m_groundings.find(ended.choice); grounding != m_groundings.end())
            candidate["groundingMetadata"] = std::move(grounding->second);
        candidates.push_back(std::move(candidate));
    }
    wire += frameStart;
    wire += "{\"candidates\":";
    wire += dumpJson(candidates);
    wire += ',';
    if (const Json usage = encodeUsage(m_usage); !usage.is_null()) {
        wire += "\"usageMetadata\":";
        wire += dumpJson(usage);
        wire += ',';
    }
    endFrame(wire);
}

} // namespace gateway::translation::gemini
