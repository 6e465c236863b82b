#include "gateway/translation/conversation/dialect_readers.h"

#include <map>
#include <utility>

namespace gateway::translation::conversation_detail {

namespace {

bool endsWith(std::string_view text, std::string_view ending)
{
    return text.size() >= ending.size() && text.substr(text.size() - ending.size()) == ending;
}

ConversationPart readCall(JsonValue item, std::string_view argumentsName)
{
    ConversationPart part;
    part.kind = PartKind::ToolCall;
    part.name = item["name"].text();
    part.callId = item["call_id"].text();
    const JsonValue arguments = item[argumentsName];
    part.text = arguments.isString() ? arguments.text() : std::string(arguments.raw());
    return part;
}

// Reasoning that only its provider can read is a part without text.
Parts readReasoning(JsonValue item)
{
    Parts parts;
    appendOpenAiContent(parts, item["summary"]);
    appendOpenAiContent(parts, item["content"]);
    if (parts.empty()) {
        ConversationPart hidden = textPart(PartKind::Reasoning, {});
        hidden.bytes = base64Size(item["encrypted_content"].text());
        parts.push_back(std::move(hidden));
    }
    return parts;
}

bool isMessage(JsonValue item)
{
    return item["type"].isText("message") || (!item["type"].isPresent() && item["role"].isPresent());
}

ConversationMessage readItem(JsonValue item)
{
    const std::string type = item["type"].text();
    ConversationMessage message;
    message.role = Speaker::Assistant;
    if (isMessage(item)) {
        message.role = roleFromName(item["role"]);
        appendOpenAiContent(message.parts, item["content"]);
    } else if (type == "function_call") {
        message.parts.push_back(readCall(item, "arguments"));
    } else if (type == "custom_tool_call") {
        message.parts.push_back(readCall(item, "input"));
    } else if (type == "function_call_output" || type == "custom_tool_call_output") {
        message.role = Speaker::Tool;
        appendToolResult(message.parts, item["call_id"], item["output"], &appendOpenAiContent);
    } else if (type == "reasoning") {
        message.parts = readReasoning(item);
    } else {
        message.role = endsWith(type, "_call") ? Speaker::Assistant : Speaker::User;
        message.parts.push_back(otherPart(item));
    }
    return message;
}

// Reasoning, calls and text of one turn are items of their own; for people they are one message.
void appendItem(Messages &messages, JsonValue item)
{
    ConversationMessage message = readItem(item);
    const bool goesOn =
        message.role == Speaker::Assistant && !messages.empty() && messages.back().role == Speaker::Assistant;
    if (!goesOn) {
        messages.push_back(std::move(message));
        return;
    }
    Parts &parts = messages.back().parts;
    parts.insert(parts.end(), message.parts.begin(), message.parts.end());
}

class ResponsesStreamReader : public StreamReader {
public:
    void readFrame(std::string_view event, JsonValue data) override;
    Messages messages() const override;

private:
    enum class Group { Summary, Content };
    using PartPlace = std::pair<Group, std::int64_t>;
    using Item = std::map<PartPlace, ConversationPart>;

    void readItemEvent(JsonValue data);
    void readEnd(JsonValue response);
    void readDelta(std::string_view type, JsonValue data);
    void append(JsonValue data, Group group, std::int64_t index, PartKind kind);

    std::map<std::int64_t, Item> m_items;
    Messages m_whole; // from the last event, which repeats everything
    Parts m_errors;
    bool m_hasBegun = false;
};

void ResponsesStreamReader::readFrame(std::string_view event, JsonValue data)
{
    m_hasBegun = true;
    const JsonValue typeMember = data["type"];
    const std::string type = typeMember.isString() ? typeMember.text() : std::string(event);
    if (type == "response.output_item.added" || type == "response.output_item.done")
        readItemEvent(data);
    else if (type == "response.completed" || type == "response.incomplete" || type == "response.failed")
        readEnd(data["response"]);
    else if (type == "error")
        m_errors.push_back(otherPart(data));
    else if (endsWith(type, ".delta"))
        readDelta(type, data);
}

// The finished item holds all that its deltas brought.
void ResponsesStreamReader::readItemEvent(JsonValue data)
{
    const ConversationMessage message = readItem(data["item"]);
    Item &item = m_items[data["output_index"].integer().value_or(0)];
    if (message.parts.empty())
        return;
    item.clear();
    // An unfinished reasoning item reads as one hidden part, which the first summary takes over.
    const bool isSummary = message.parts.front().kind == PartKind::Reasoning;
    std::int64_t index = 0;
    for (const ConversationPart &part : message.parts)
        item[{isSummary ? Group::Summary : Group::Content, index++}] = part;
}

void ResponsesStreamReader::readEnd(JsonValue response)
{
    // Some services leave the output of the last event empty.
    if (Messages whole = readResponsesAnswer(response); !whole.empty() && !whole.front().parts.empty())
        m_whole = std::move(whole);
    if (const JsonValue error = response["error"]; error.isPresent() && !error.isNull())
        m_errors.push_back(otherPart(error));
}

void ResponsesStreamReader::readDelta(std::string_view type, JsonValue data)
{
    const std::int64_t content = data["content_index"].integer().value_or(0);
    if (type == "response.output_text.delta")
        append(data, Group::Content, content, PartKind::Text);
    else if (type == "response.refusal.delta")
        append(data, Group::Content, content, PartKind::Refusal);
    else if (type == "response.reasoning_summary_text.delta")
        append(data, Group::Summary, data["summary_index"].integer().value_or(0), PartKind::Reasoning);
    else if (type == "response.reasoning_text.delta")
        append(data, Group::Content, content, PartKind::Reasoning);
    else if (type == "response.function_call_arguments.delta" || type == "response.custom_tool_call_input.delta")
        append(data, Group::Content, 0, PartKind::ToolCall);
}

void ResponsesStreamReader::append(JsonValue data, Group group, std::int64_t index, PartKind kind)
{
    ConversationPart &part = m_items[data["output_index"].integer().value_or(0)][{group, index}];
    part.kind = kind;
    part.text += data["delta"].text();
}

Messages ResponsesStreamReader::messages() const
{
    if (!m_hasBegun)
        return {};
    ConversationMessage answer{Speaker::Assistant, {}, true};
    if (!m_whole.empty()) {
        answer.parts = m_whole.front().parts;
    } else {
        for (const auto &[outputIndex, item] : m_items) {
            for (const auto &[place, part] : item)
                answer.parts.push_back(part);
        }
    }
    answer.parts.insert(answer.parts.end(), m_errors.begin(), m_errors.end());
    return {std::move(answer)};
}

} // namespace

Messages readResponsesRequest(JsonValue body)
{
    Messages read;
    ConversationMessage instructions{Speaker::System, {}, false};
    appendOpenAiContent(instructions.parts, body["instructions"]);
    if (!instructions.parts.empty())
        read.push_back(std::move(instructions));
    const JsonValue input = body["input"];
    if (input.isString()) {
        ConversationMessage message;
        appendText(message.parts, PartKind::Text, input);
        read.push_back(std::move(message));
    }
    JsonElements items(input);
    while (const auto item = items.next())
        appendItem(read, *item);
    return read;
}

Messages readResponsesAnswer(JsonValue body)
{
    if (!body["output"].isArray())
        return {};
    ConversationMessage answer{Speaker::Assistant, {}, true};
    JsonElements items(body["output"]);
    while (const auto item = items.next()) {
        const ConversationMessage message = readItem(*item);
        answer.parts.insert(answer.parts.end(), message.parts.begin(), message.parts.end());
    }
    return {std::move(answer)};
}

std::unique_ptr<StreamReader> makeResponsesStreamReader()
{
    return std::make_unique<ResponsesStreamReader>();
}

} // namespace gateway::translation::conversation_detail
