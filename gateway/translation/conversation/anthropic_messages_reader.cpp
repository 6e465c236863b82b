#include "gateway/translation/conversation/dialect_readers.h"
#include "gateway/translation/json/top_level_editor.h"

#include <map>

namespace gateway::translation::conversation_detail {

namespace {

// Image or document: base64, text, url or file source.
ConversationPart readMedia(PartKind kind, JsonValue block)
{
    const JsonValue source = block["source"];
    ConversationPart part;
    part.kind = kind;
    part.name = source["media_type"].text();
    if (source["type"].isText("base64"))
        part.bytes = base64Size(source["data"].text());
    else if (source["type"].isText("text"))
        part.text = source["data"].text();
    else if (source["type"].isText("url"))
        part.text = source["url"].text();
    else if (source["type"].isText("file"))
        part.text = source["file_id"].text();
    else
        part.text = source.raw();
    if (const std::string title = block["title"].text(); !title.empty())
        part.name = title;
    return part;
}

ConversationPart readToolUse(JsonValue block)
{
    ConversationPart part;
    part.kind = PartKind::ToolCall;
    part.name = block["name"].text();
    part.callId = block["id"].text();
    part.text = block["input"].raw();
    return part;
}

void appendContent(Parts &parts, JsonValue content);

void appendBlock(Parts &parts, JsonValue block)
{
    const JsonValue type = block["type"];
    if (type.isText("text")) {
        appendText(parts, PartKind::Text, block["text"]);
    } else if (type.isText("thinking")) {
        appendText(parts, PartKind::Reasoning, block["thinking"]);
    } else if (type.isText("redacted_thinking")) { // only its provider can read it
        parts.push_back(textPart(PartKind::Reasoning, {}));
        parts.back().bytes = base64Size(block["data"].text());
    } else if (type.isText("image")) {
        parts.push_back(readMedia(PartKind::Image, block));
    } else if (type.isText("document")) {
        parts.push_back(readMedia(PartKind::File, block));
    } else if (type.isText("tool_use")) {
        parts.push_back(readToolUse(block));
    } else {
        parts.push_back(otherPart(block));
    }
}

void appendContent(Parts &parts, JsonValue content)
{
    if (content.isArray()) {
        JsonElements blocks(content);
        while (const auto block = blocks.next())
            appendBlock(parts, *block);
    } else if (content.isString()) {
        appendText(parts, PartKind::Text, content);
    } else if (content.isPresent() && !content.isNull()) {
        parts.push_back(otherPart(content));
    }
}

// Tool results stand inside user messages; for people they are the tool's words, not the user's.
void appendMessage(Messages &read, JsonValue message)
{
    const Speaker role = roleFromName(message["role"]);
    const std::size_t first = read.size();
    JsonElements blocks(message["content"]);
    while (const auto block = blocks.next()) {
        const bool isResult = (*block)["type"].isText("tool_result");
        const Speaker blockRole = isResult ? Speaker::Tool : role;
        if (read.size() == first || read.back().role != blockRole)
            read.push_back({blockRole, {}, false});
        if (isResult)
            appendToolResult(read.back().parts, (*block)["tool_use_id"], (*block)["content"], &appendContent);
        else
            appendBlock(read.back().parts, *block);
    }
    if (read.size() > first)
        return;
    read.push_back({role, {}, false});
    if (message.isObject())
        appendContent(read.back().parts, message["content"]);
    else
        read.back().parts.push_back(otherPart(message));
}

class AnthropicStreamReader : public StreamReader {
public:
    void readFrame(std::string_view event, JsonValue data) override;
    Messages messages() const override;

private:
    struct Block {
        Parts parts;       // one, but for text that has not begun
        std::string input; // of a part that is kept as it came, as far as it has come
        bool hasInput = false;
    };

    static void readDelta(Block &block, JsonValue delta);
    static void append(Block &block, PartKind kind, JsonValue text);
    static void finishBlock(Block &block);

    std::map<std::int64_t, Block> m_blocks;
    Parts m_errors;
    bool m_hasBegun = false;
};

void AnthropicStreamReader::readFrame(std::string_view event, JsonValue data)
{
    const JsonValue type = data["type"];
    const std::int64_t index = data["index"].integer().value_or(0);
    if (type.isText("message_start")) {
        m_hasBegun = true;
    } else if (type.isText("content_block_start")) {
        m_hasBegun = true;
        Block &block = m_blocks[index];
        block = {};
        appendBlock(block.parts, data["content_block"]);
    } else if (type.isText("content_block_delta")) {
        m_hasBegun = true;
        readDelta(m_blocks[index], data["delta"]);
    } else if (type.isText("content_block_stop")) {
        finishBlock(m_blocks[index]);
    } else if (type.isText("error") || event == "error") {
        m_errors.push_back(otherPart(data["error"].isPresent() ? data["error"] : data));
    }
}

void AnthropicStreamReader::readDelta(Block &block, JsonValue delta)
{
    const JsonValue type = delta["type"];
    if (type.isText("text_delta")) {
        append(block, PartKind::Text, delta["text"]);
    } else if (type.isText("thinking_delta")) {
        append(block, PartKind::Reasoning, delta["thinking"]);
    } else if (type.isText("input_json_delta")) {
        const std::string piece = delta["partial_json"].text();
        const bool isCall = !block.parts.empty() && block.parts.front().kind == PartKind::ToolCall;
        if (!isCall)
            block.input += piece;
        else if (!piece.empty()) // until the first piece the input of the start stands: {}
            block.parts.front().text = block.hasInput ? std::move(block.parts.front().text) + piece : piece;
        block.hasInput = block.hasInput || !piece.empty();
    }
}

void AnthropicStreamReader::append(Block &block, PartKind kind, JsonValue text)
{
    std::string words = text.text();
    if (words.empty())
        return;
    if (block.parts.empty())
        block.parts.push_back(textPart(kind, {}));
    block.parts.front().text += words;
}

// Blocks that are kept as they came get the input that came piece by piece.
void AnthropicStreamReader::finishBlock(Block &block)
{
    if (block.parts.empty() || block.parts.front().kind != PartKind::Other || block.input.empty())
        return;
    if (auto whole = setTopLevelMember(block.parts.front().text, "input", block.input))
        block.parts.front().text = std::move(*whole);
}

Messages AnthropicStreamReader::messages() const
{
    if (!m_hasBegun && m_errors.empty())
        return {};
    ConversationMessage answer{Speaker::Assistant, {}, true};
    for (const auto &[index, block] : m_blocks)
        answer.parts.insert(answer.parts.end(), block.parts.begin(), block.parts.end());
    answer.parts.insert(answer.parts.end(), m_errors.begin(), m_errors.end());
    return {std::move(answer)};
}

} // namespace

Messages readAnthropicRequest(JsonValue body)
{
    Messages read;
    ConversationMessage system{Speaker::System, {}, false};
    appendContent(system.parts, body["system"]);
    if (!system.parts.empty())
        read.push_back(std::move(system));
    JsonElements messages(body["messages"]);
    while (const auto message = messages.next())
        appendMessage(read, *message);
    return read;
}

Messages readAnthropicAnswer(JsonValue body)
{
    if (!body["content"].isArray())
        return {};
    ConversationMessage answer{Speaker::Assistant, {}, true};
    appendContent(answer.parts, body["content"]);
    return {std::move(answer)};
}

std::unique_ptr<StreamReader> makeAnthropicStreamReader()
{
    return std::make_unique<AnthropicStreamReader>();
}

} // namespace gateway::translation::conversation_detail
