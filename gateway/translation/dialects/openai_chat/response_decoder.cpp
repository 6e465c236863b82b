#include "gateway/translation/dialects/openai_chat/response_decoder.h"

#include "gateway/translation/dialects/openai_chat/answer_words.h"
#include "gateway/translation/dialects/foreign_options.h"
#include "gateway/translation/dialects/openai_chat/part_codec.h"
#include "gateway/translation/dialects/openai_chat/tool_codec.h"

#include <algorithm>
#include <array>

namespace gateway::translation::openai_chat {

namespace {

constexpr std::array answerMembers{"id", "object", "created", "model", "choices", "usage", "service_tier", "x_groq"};
constexpr std::array messageMembers{"role",       "content",       "reasoning_content", "reasoning", "refusal",
                                    "tool_calls", "function_call", "annotations",       "images",    "audio"};

template <typename Names>
bool isOneOf(const Names &names, std::string_view name)
{
    return std::find(names.begin(), names.end(), name) != names.end();
}

Part partOf(PartContent content)
{
    Part part;
    part.content = std::move(content);
    return part;
}

class ChoiceReader {
public:
    explicit ChoiceReader(ExchangeState &state) : m_state(state) {}

    Choice read(const Json &json, std::int64_t position)
    {
        m_choice.index = integerMember(json, "index").value_or(position);
        const Json *message = findObject(json, "message");
        if (message)
            readMessage(*message);
        else if (const std::string_view text = textMember(json, "text"); !text.empty()) // as old completions do
            m_choice.parts.push_back(makeText(std::string(text)));
        if (const Json *logprobs = findObject(json, "logprobs")) {
            m_choice.logprobs = *logprobs;
            noteLogprobs(*logprobs, m_state);
        }
        m_choice.rawFinishReason = textMember(json, "finish_reason");
        m_choice.finishReason =
            settledFinishReason(m_choice.rawFinishReason, hasPart<ToolCallPart>(), hasPart<RefusalPart>(), m_state);
        m_choice.stopSequence = stopSequenceOf(json, m_state);
        if (m_choice.finishReason == FinishReason::Stop && !m_choice.stopSequence.empty())
            m_choice.finishReason = FinishReason::StopSequence;
        return std::move(m_choice);
    }

private:
    template <typename T>
    bool hasPart() const
    {
        return std::any_of(m_choice.parts.begin(), m_choice.parts.end(),
                           [](const Part &part) { return part.as<T>() != nullptr; });
    }

    void readMessage(const Json &message)
    {
        if (std::string reasoning = reasoningOf(message); !reasoning.empty())
            m_choice.parts.push_back(partOf(ReasoningPart{std::move(reasoning), false}));
        readContent(message);
        if (const std::string_view refusal = textMember(message, "refusal"); !refusal.empty())
            m_choice.parts.push_back(partOf(RefusalPart{std::string(refusal)}));
        for (Part &part : wholePartsOf(message))
            m_choice.parts.push_back(std::move(part));
        readCalls(message);
        readRest(message);
    }

    void readContent(const Json &message)
    {
        const Json *content = findMember(message, "content");
        if (!content)
            return;
        Problem problem; // parts of unknown form are left out
        for (Part &part : decodeContent(*content, "answer/content", problem)) {
            const auto *text = part.as<TextPart>();
            if (!text || !text->text.empty())
                m_choice.parts.push_back(std::move(part));
        }
        if (problem.isSet())
            m_state.answerReport.dropped("answer/content", problem.error().message);
        const Json *annotations = findArray(message, "annotations");
        const auto text = std::find_if(m_choice.parts.begin(), m_choice.parts.end(),
                                       [](const Part &part) { return part.as<TextPart>() != nullptr; });
        if (!annotations || annotations->empty())
            return;
        if (text == m_choice.parts.end()) {
            m_state.answerReport.dropped("answer/annotations", "Citations of no text.");
            return;
        }
        for (const Json &annotation : *annotations) {
            if (annotation.is_object())
                text->as<TextPart>()->annotations.push_back(annotationFromChat(annotation));
        }
    }

    void readCalls(const Json &message)
    {
        if (const Json *calls = findArray(message, "tool_calls")) {
            for (const Json &call : *calls)
                readCall(call);
        }
        if (const Json *function = findObject(message, "function_call"))
            addCall(*function, {}, "arguments", false, std::nullopt);
    }

    void readCall(const Json &json)
    {
        const Json *custom = findObject(json, "custom");
        const Json *function = findObject(json, "function");
        if (custom)
            addCall(*custom, textMember(json, "id"), "input", true, stateOfCall(json));
        else if (function)
            addCall(*function, textMember(json, "id"), "arguments", false, stateOfCall(json));
        else
            m_state.answerReport.dropped("answer/tool_calls", "A tool call of unknown form.");
    }

    void addCall(const Json &called, std::string_view id, std::string_view textName, bool isCustom,
                 std::optional<OpaqueState> signature)
    {
        const std::string_view name = textMember(called, "name");
        if (name.empty()) {
            m_state.answerReport.dropped("answer/tool_calls", "A tool call without the name of a tool.");
            return;
        }
        ToolCallPart call = calledTool(name, argumentsText(called, textName), isCustom, m_state);
        call.id = id.empty() ? m_state.makeCallId() : std::string(id);
        Part part = partOf(std::move(call));
        part.state = std::move(signature);
        m_choice.parts.push_back(std::move(part));
    }

    // Members that the hub has no word for go back to chat clients beside the others.
    void readRest(const Json &message)
    {
        Json rest = Json::object();
        for (const auto &[name, value] : message.items()) {
            if (!isOneOf(messageMembers, name) && !value.is_null())
                rest[name] = value;
        }
        if (!rest.empty())
            m_choice.parts.push_back(partOf(OpaquePart{DialectId::OpenAiChat, std::move(rest)}));
    }

    ExchangeState &m_state;
    Choice m_choice;
};

Error notAnAnswer(std::string_view reason)
{
    return Error::upstream(ErrorCode::UpstreamProtocol, RetryAdvice::OtherTarget, std::string(reason));
}

bool saysCallsWithoutAny(const Choice &choice)
{
    return choice.finishReason == FinishReason::ToolCalls
           && std::none_of(choice.parts.begin(), choice.parts.end(),
                           [](const Part &part) { return part.as<ToolCallPart>() != nullptr; });
}

void readHead(const Json &json, ChatResponse &response)
{
    response.id = textMember(json, "id");
    response.model = textMember(json, "model");
    response.createdAt = integerMember(json, "created");
    response.serviceTier = textMember(json, "service_tier");
    if (const Json *usage = findUsage(json)) {
        response.usage = usageFromJson(*usage);
        response.rawUsage = dumpJson(*usage);
    }
    for (const auto &[name, value] : json.items()) {
        if (!isOneOf(answerMembers, name))
            response.extensions.set(DialectId::OpenAiChat, name, value);
    }
}

} // namespace

std::vector<Part> wholePartsOf(const Json &message)
{
    std::vector<Part> parts;
    if (const Json *images = findArray(message, "images")) { // OpenRouter
        Problem problem;
        for (const Json &image : *images) {
            Part part = decodePart(image, "answer/images", problem);
            if (part.as<MediaPart>())
                parts.push_back(std::move(part));
        }
    }
    if (const Json *audio = findObject(message, "audio"))
        parts.push_back(partOf(OpaquePart{DialectId::OpenAiChat, Json{{"audio", *audio}}}));
    return parts;
}

Result<ChatResponse> decodeResponse(std::string_view body, ExchangeState &state)
{
    const auto json = parseJson(body);
    if (!json)
        return unexpected(notAnAnswer("The provider's answer is not JSON."));
    const Json *choices = findArray(*json, "choices");
    if ((!choices || choices->empty()) && tellsError(*json))
        return unexpected(errorFromAnswer(*json, body));
    if (!choices || choices->empty())
        return unexpected(notAnAnswer("The provider's answer holds no choices."));
    ChatResponse response;
    readHead(*json, response);
    for (std::size_t i = 0; i < choices->size(); ++i) {
        Choice choice = ChoiceReader(state).read((*choices)[i], static_cast<std::int64_t>(i));
        if (saysCallsWithoutAny(choice))
            return unexpected(callsMissing(textMember(*json, "provider")));
        if (choice.finishReason == FinishReason::Error)
            return unexpected(errorFromAnswer(*json, body));
        response.choices.push_back(std::move(choice));
    }
    noteForeignMembers(response, state.clientDialect(), state.answerReport);
    return response;
}

} // namespace gateway::translation::openai_chat
