#include "gateway/translation/dialects/cohere_chat/response_codec.h"

#include "gateway/translation/dialects/cohere_chat/answer_words.h"
#include "gateway/translation/dialects/cohere_chat/message_decoder.h"
#include "gateway/translation/dialects/cohere_chat/tool_names.h"
#include "gateway/translation/dialects/cohere_chat/wire_form.h"

#include <algorithm>

namespace gateway::translation::cohere {

namespace {

class AnswerReader {
public:
    explicit AnswerReader(ExchangeState &state) : m_state(state) {}

    Choice read(const Json &answer, const Json &message)
    {
        readContent(message);
        readPlan(message);
        readCitations(message);
        readCalls(message);
        readLogprobs(answer);
        m_choice.rawFinishReason = textMember(answer, "finish_reason");
        m_choice.finishReason = settledFinishReason(m_choice.rawFinishReason, m_hasCalls, m_state);
        return std::move(m_choice);
    }

    bool hasCalls() const { return m_hasCalls; }

private:
    void readContent(const Json &message)
    {
        const Json *content = findMember(message, "content");
        if (!content)
            return;
        if (content->is_string()) {
            addText(content->get<std::string>());
            return;
        }
        Problem problem; // blocks of unknown form are left out
        std::vector<Part> parts;
        if (content->is_array())
            parts = decodeBlocks(*content, "answer/content", problem);
        for (Part &part : parts) {
            const auto *text = part.as<TextPart>();
            part.wireForm = nullptr; // answers have no other form
            if (!text || !text->text.empty())
                m_choice.parts.push_back(std::move(part));
        }
        if (problem.isSet())
            m_state.answerReport.dropped("answer/content", problem.error().message);
    }

    void addText(std::string text)
    {
        if (!text.empty())
            m_choice.parts.push_back(makeText(std::move(text)));
    }

    void readPlan(const Json &message)
    {
        const std::string_view plan = textMember(message, "tool_plan");
        if (plan.empty())
            return;
        Part part = makeText(std::string(plan));
        part.wireForm = toolPlanForm;
        const auto behindThoughts = std::find_if(m_choice.parts.begin(), m_choice.parts.end(),
                                                 [](const Part &other) { return !other.as<ReasoningPart>(); });
        m_choice.parts.insert(behindThoughts, std::move(part));
    }

    void readCitations(const Json &message)
    {
        const Json *citations = findArray(message, "citations");
        for (const Json &citation : citations ? *citations : Json::array()) {
            if (TextPart *text = citedText(textMember(citation, "type") == "PLAN"))
                text->annotations.push_back(annotationFromCitation(citation));
            else
                m_state.answerReport.dropped("answer/citations", "A citation of no text.");
        }
    }

    // Beside calls there may be the plan alone, which older models cite without saying so.
    TextPart *citedText(bool isOfPlan)
    {
        TextPart *other = nullptr;
        for (Part &part : m_choice.parts) {
            auto *text = part.as<TextPart>();
            if (text && isToolPlan(part) == isOfPlan)
                return text;
            other = text && !other ? text : other;
        }
        return other;
    }

    void readCalls(const Json &message)
    {
        const Json *calls = findArray(message, "tool_calls");
        if (!calls)
            return;
        for (const Json &json : *calls) {
            const Json *function = findObject(json, "function");
            const std::string_view name = function ? textMember(*function, "name") : std::string_view();
            if (name.empty()) {
                m_state.answerReport.dropped("answer/tool_calls", "A tool call without the name of a tool.");
                continue;
            }
            ToolCallPart call = calledTool(name, argumentsText(*function), m_state);
            const std::string_view id = textMember(json, "id");
            call.id = id.empty() ? m_state.makeCallId() : std::string(id);
            m_choice.parts.emplace_back().content = std::move(call);
            m_hasCalls = true;
        }
    }

    void readLogprobs(const Json &answer)
    {
        const Json *items = findArray(answer, "logprobs");
        if (!items || items->empty())
            return;
        Json tokens = Json::array();
        for (const Json &item : *items)
            tokens.push_back(tokenFromLogprob(item));
        m_choice.logprobs = Json{{"content", std::move(tokens)}};
    }

    ExchangeState &m_state;
    Choice m_choice;
    bool m_hasCalls = false;
};

} // namespace

Result<ChatResponse> decodeResponse(std::string_view body, ExchangeState &state)
{
    const auto json = parseJson(body);
    if (!json)
        return unexpected(notAnAnswer("The provider's answer is not JSON."));
    const Json *message = findObject(*json, "message");
    if (!message && !textMember(*json, "message").empty())
        return unexpected(errorFromBody(body));
    if (!message)
        return unexpected(notAnAnswer("The provider's answer holds no message."));
    ChatResponse response;
    response.id = textMember(*json, "id");
    if (const Json *usage = findObject(*json, "usage")) {
        response.usage = usageFromJson(*usage);
        response.rawUsage = dumpJson(*usage);
    }
    AnswerReader reader(state);
    Choice choice = reader.read(*json, *message);
    if (choice.finishReason == FinishReason::ToolCalls && !reader.hasCalls())
        return unexpected(callsMissing());
    if (choice.finishReason == FinishReason::Error)
        return unexpected(errorFromWords("The provider gave up the answer: " + choice.rawFinishReason + '.'));
    response.choices.push_back(std::move(choice));
    return response;
}

} // namespace gateway::translation::cohere
