#include "gateway/translation/conversation/dialect_readers.h"

#include <algorithm>
#include <map>

namespace gateway::translation::conversation_detail {

namespace {

// DeepSeek and most others write reasoning_content, OpenRouter and vLLM reasoning.
JsonValue reasoningOf(JsonValue message)
{
    const JsonValue content = message["reasoning_content"];
    return content.isString() ? content : message["reasoning"];
}

ConversationPart readToolCall(JsonValue call)
{
    ConversationPart part;
    part.kind = PartKind::ToolCall;
    part.callId = call["id"].text();
    const JsonValue custom = call["custom"];
    const JsonValue function = call["function"];
    part.name = custom.isObject() ? custom["name"].text() : function["name"].text();
    const JsonValue arguments = custom.isObject() ? custom["input"] : function["arguments"];
    // Some services send the arguments as an object instead of a text.
    part.text = arguments.isString() ? arguments.text() : std::string(arguments.raw());
    return part;
}

void appendToolCalls(Parts &parts, JsonValue message)
{
    JsonElements calls(message["tool_calls"]);
    while (const auto call = calls.next())
        parts.push_back(readToolCall(*call));
    if (const JsonValue legacyCall = message["function_call"]; legacyCall.isObject()) {
        ConversationPart part;
        part.kind = PartKind::ToolCall;
        part.name = legacyCall["name"].text();
        part.text = legacyCall["arguments"].text();
        parts.push_back(std::move(part));
    }
}

ConversationMessage readMessage(JsonValue message)
{
    ConversationMessage read;
    if (!message.isObject()) {
        read.parts.push_back(otherPart(message));
        return read;
    }
    read.role = roleFromName(message["role"]);
    if (read.role == Speaker::Tool) {
        appendToolResult(read.parts, message["tool_call_id"], message["content"], &appendOpenAiContent);
        read.parts.front().name = message["name"].text();
        return read;
    }
    appendText(read.parts, PartKind::Reasoning, reasoningOf(message));
    appendOpenAiContent(read.parts, message["content"]);
    appendText(read.parts, PartKind::Refusal, message["refusal"]);
    appendToolCalls(read.parts, message);
    return read;
}

class ChatStreamReader : public StreamReader {
public:
    void readFrame(std::string_view event, JsonValue data) override;
    Messages messages() const override;

private:
    struct Choice {
        Parts parts;
        std::map<std::int64_t, std::size_t> callPlaces; // index of a tool call -> its part
    };

    static void readDelta(Choice &choice, JsonValue delta);
    static void append(Choice &choice, PartKind kind, JsonValue text);
    static void readToolCallDelta(Choice &choice, JsonValue call);
    static ConversationPart &callPart(Choice &choice, JsonValue call);

    std::map<std::int64_t, Choice> m_choices;
    Parts m_errors;
};

void ChatStreamReader::readFrame(std::string_view, JsonValue data)
{
    if (const JsonValue error = data["error"]; error.isPresent() && !error.isNull())
        m_errors.push_back(otherPart(error));
    JsonElements choices(data["choices"]);
    while (const auto choice = choices.next())
        readDelta(m_choices[(*choice)["index"].integer().value_or(0)], (*choice)["delta"]);
}

void ChatStreamReader::readDelta(Choice &choice, JsonValue delta)
{
    append(choice, PartKind::Reasoning, reasoningOf(delta));
    const JsonValue content = delta["content"];
    if (content.isString())
        append(choice, PartKind::Text, content);
    else
        appendOpenAiContent(choice.parts, content);
    append(choice, PartKind::Refusal, delta["refusal"]);
    JsonElements calls(delta["tool_calls"]);
    while (const auto call = calls.next())
        readToolCallDelta(choice, *call);
}

// A chat message has one text, one reasoning and one refusal, however many pieces they come in.
void ChatStreamReader::append(Choice &choice, PartKind kind, JsonValue text)
{
    std::string words = text.text();
    if (words.empty())
        return;
    const auto place = std::find_if(choice.parts.begin(), choice.parts.end(),
                                    [kind](const ConversationPart &part) { return part.kind == kind; });
    if (place == choice.parts.end())
        choice.parts.push_back(textPart(kind, std::move(words)));
    else
        place->text += words;
}

void ChatStreamReader::readToolCallDelta(Choice &choice, JsonValue call)
{
    const ConversationPart delta = readToolCall(call);
    ConversationPart &part = callPart(choice, call);
    if (part.callId.empty())
        part.callId = delta.callId;
    if (part.name.empty()) // Mistral repeats the name in every piece
        part.name = delta.name;
    part.text += delta.text;
}

// Without an index, an id that is new begins a call; no id goes on with the last one.
ConversationPart &ChatStreamReader::callPart(Choice &choice, JsonValue call)
{
    std::int64_t index = 0;
    if (const auto given = call["index"].integer()) {
        index = *given;
    } else if (!choice.callPlaces.empty()) {
        const auto &[lastIndex, lastPlace] = *choice.callPlaces.rbegin();
        const std::string id = call["id"].text();
        const bool isNew = !id.empty() && choice.parts[lastPlace].callId != id;
        index = isNew && lastIndex < INT64_MAX ? lastIndex + 1 : lastIndex;
    }
    const auto [place, isNew] = choice.callPlaces.try_emplace(index, choice.parts.size());
    if (isNew)
        choice.parts.push_back(textPart(PartKind::ToolCall, {}));
    return choice.parts[place->second];
}

Messages ChatStreamReader::messages() const
{
    Messages read;
    for (const auto &[index, choice] : m_choices)
        read.push_back({Speaker::Assistant, choice.parts, true});
    if (m_errors.empty())
        return read;
    if (read.empty())
        read.push_back({Speaker::Assistant, {}, true});
    read.back().parts.insert(read.back().parts.end(), m_errors.begin(), m_errors.end());
    return read;
}

} // namespace

Messages readChatRequest(JsonValue body)
{
    Messages read;
    JsonElements messages(body["messages"]);
    while (const auto message = messages.next())
        read.push_back(readMessage(*message));
    return read;
}

Messages readChatAnswer(JsonValue body)
{
    Messages read;
    JsonElements choices(body["choices"]);
    while (const auto choice = choices.next()) {
        ConversationMessage message = readMessage((*choice)["message"]);
        message.role = Speaker::Assistant;
        message.isAnswer = true;
        read.push_back(std::move(message));
    }
    return read;
}

std::unique_ptr<StreamReader> makeChatStreamReader()
{
    return std::make_unique<ChatStreamReader>();
}

} // namespace gateway::translation::conversation_detail
