#include "gateway/translation/dialects/cohere_chat/answer_words.h"
#include "gateway/translation/dialects/cohere_chat/response_codec.h"
#include "gateway/translation/dialects/cohere_chat/wire_form.h"

#include <algorithm>

namespace gateway::translation::cohere {

namespace {

class AnswerWriter {
public:
    explicit AnswerWriter(ExchangeState &state) : m_state(state) {}

    Json write(const Choice &choice)
    {
        m_hasCalls = std::any_of(choice.parts.begin(), choice.parts.end(),
                                 [](const Part &part) { return part.as<ToolCallPart>(); });
        for (const Part &part : choice.parts)
            add(part);
        Json message{{"role", "assistant"}};
        if (!m_plan.empty())
            message["tool_plan"] = std::move(m_plan);
        if (!m_calls.empty())
            message["tool_calls"] = std::move(m_calls);
        if (!m_content.empty() || !m_hasCalls)
            message["content"] = std::move(m_content);
        if (!m_citations.empty())
            message["citations"] = std::move(m_citations);
        return message;
    }

    bool hasCalls() const { return m_hasCalls; }

private:
    void add(const Part &part)
    {
        if (const auto *text = part.as<TextPart>())
            addText(part, *text);
        else if (const auto *refusal = part.as<RefusalPart>())
            addBlock(refusal->text);
        else if (const auto *reasoning = part.as<ReasoningPart>())
            addReasoning(*reasoning);
        else if (const auto *call = part.as<ToolCallPart>())
            addCall(*call);
        else if (const auto *opaque = part.as<OpaquePart>(); opaque && opaque->dialect == DialectId::CohereChat)
            m_content.push_back(opaque->json);
        else
            m_state.answerReport.dropped("answer/parts", "A part that Cohere's answers have no word for.");
        if (part.state && !part.state->data.empty())
            m_state.answerReport.dropped("answer/state",
                                         "Cohere's clients have no place for the signature of this part.");
    }

    // Cohere's models say beside their calls what they are about to do, and programs give that back.
    void addText(const Part &part, const TextPart &text)
    {
        const bool isPlan = m_hasCalls || isToolPlan(part);
        for (const Json &annotation : text.annotations) {
            auto citation = citationFromAnnotation(annotation, m_content.size(), text.text);
            if (!citation || text.text.empty())
                m_state.answerReport.dropped("answer/annotations", "Cohere has no such kind of citation.");
            else
                m_citations.push_back(isPlan ? citationOfPlan(std::move(*citation), annotation) : std::move(*citation));
        }
        if (isPlan)
            m_plan += (m_plan.empty() || text.text.empty() ? "" : "\n") + text.text;
        else
            addBlock(text.text);
    }

    // The places of Cohere's own are those of its plan; others count from the beginning of their text.
    Json citationOfPlan(Json citation, const Json &annotation) const
    {
        if (findMember(annotation, "dialect"))
            return citation;
        const std::string before = m_plan.empty() ? m_plan : m_plan + '\n';
        const auto characters = std::count_if(before.begin(), before.end(), [](char byte) {
            return (static_cast<unsigned char>(byte) & 0xC0U) != 0x80U;
        });
        citation["start"] = integerMember(citation, "start").value_or(0) + characters;
        citation["end"] = integerMember(citation, "end").value_or(0) + characters;
        citation["type"] = "PLAN";
        citation.erase("content_index");
        return citation;
    }

    void addBlock(const std::string &text) // clients send texts back, and nobody takes empty ones
    {
        if (!text.empty())
            m_content.push_back(Json{{"type", "text"}, {"text", text}});
    }

    void addReasoning(const ReasoningPart &reasoning)
    {
        if (!reasoning.text.empty())
            m_content.push_back(Json{{"type", "thinking"}, {"thinking", reasoning.text}});
    }

    void addCall(const ToolCallPart &call)
    {
        std::string arguments = call.arguments.empty() ? "{}" : call.arguments;
        if (call.kind == ToolCallPart::Kind::Custom)
            arguments = dumpJson(Json{{"input", call.arguments}});
        m_calls.push_back(Json{{"id", call.id.empty() ? m_state.makeCallId() : call.id},
                               {"type", "function"},
                               {"function", Json{{"name", call.name}, {"arguments", arguments}}}});
    }

    ExchangeState &m_state;
    bool m_hasCalls = false;
    std::string m_plan;
    Json m_content = Json::array();
    Json m_calls = Json::array();
    Json m_citations = Json::array();
};

Json logprobsOf(const Json &logprobs, ExchangeState &state)
{
    Json items = Json::array();
    if (const Json *tokens = findArray(logprobs, "content")) {
        for (const Json &token : *tokens)
            items.push_back(logprobFromToken(token, state));
    }
    return items;
}

} // namespace

std::string encodeResponse(const ChatResponse &response, ExchangeState &state)
{
    static const Choice nothing;
    const Choice &choice = response.choices.empty() ? nothing : response.choices.front();
    if (response.choices.size() > 1)
        state.answerReport.dropped("answer/choices", "Cohere's answers hold one choice.");
    AnswerWriter writer(state);
    Json message = writer.write(choice);
    Json answer{{"id", response.id.empty() ? state.makeId({}) : response.id}};
    answer["finish_reason"] = wordOfFinishReason(choice.finishReason, writer.hasCalls(), state);
    answer["message"] = std::move(message);
    if (const std::string usage = usageText(response.usage, response.rawUsage, state); !usage.empty()) {
        if (auto json = parseJson(usage))
            answer["usage"] = std::move(*json);
    }
    if (Json items = logprobsOf(choice.logprobs, state); !items.empty())
        answer["logprobs"] = std::move(items);
    return dumpJson(answer);
}

} // namespace gateway::translation::cohere
