// What the tests of Anthropic's dialect share: both halves, exchanges and comparison by value.
#pragma once

#include "gateway/translation/dialects/anthropic_messages/anthropic_messages.h"
#include "tests/translation/codec_harness.h"
#include "tests/translation/dialect_fixtures.h"

#include <algorithm>

namespace anthropic_codec {

using namespace gateway;
using namespace gateway::translation;
using Value = nlohmann::json; // compares without the order of members

inline Result<ChatRequest> decode(std::string_view body, const HeaderList *headers = nullptr)
{
    return anthropicMessagesClient().decodeRequest({body, {}, false, headers});
}

struct Encoded {
    Value body;
    HeaderList headers;
    ConversionReport report;
    std::string outputTool;
    std::string error;

    bool has(ConversionNote::Kind kind, std::string_view pointer) const
    {
        return std::any_of(report.notes().begin(), report.notes().end(),
                           [&](const ConversionNote &note) { return note.kind == kind && note.pointer == pointer; });
    }
};

inline Encoded encode(const ChatRequest &request, std::string model)
{
    ExchangeState state(request, DialectId::AnthropicMessages, "a1");
    Encoded result;
    const auto encoded =
        anthropicMessagesProvider().encodeRequest(request, {std::move(model), {}}, state, result.report);
    result.outputTool = state.outputTool;
    if (!encoded) {
        result.error = encoded.error().message;
        return result;
    }
    result.body = Value::parse(encoded->body);
    result.headers = encoded->headers;
    return result;
}

// One text is the same as a string and as one block.
inline Value withBlocks(Value value)
{
    if (value.is_array() || value.is_object()) {
        for (auto &member : value)
            member = withBlocks(member);
    }
    for (const char *name : {"content", "system"}) {
        if (value.is_object() && value.contains(name) && value[name].is_string())
            value[name] = Value::array({Value{{"type", "text"}, {"text", value[name]}}});
    }
    return value;
}

inline ChatRequest chatRequest()
{
    ChatRequest request;
    request.dialect = DialectId::OpenAiChat;
    request.model = std::string("m"); // GCC 12 warns about the assignment of the literal
    Message message;
    message.parts.push_back(makeText("Hi"));
    request.messages.push_back(message);
    return request;
}

inline Message messageOf(Role role, std::string text)
{
    Message message;
    message.role = role;
    message.parts.push_back(makeText(std::move(text)));
    return message;
}

inline Message callMessage(std::string id, std::string name, std::string arguments)
{
    Message message;
    message.role = Role::Assistant;
    Part part;
    ToolCallPart call;
    call.id = std::move(id);
    call.name = std::move(name);
    call.arguments = std::move(arguments);
    part.content = std::move(call);
    message.parts.push_back(std::move(part));
    return message;
}

inline Message resultMessage(std::string callId, std::string name, std::string text)
{
    Message message;
    message.role = Role::Tool;
    Part part;
    ToolResultPart result;
    result.callId = std::move(callId);
    result.toolName = std::move(name);
    result.content.push_back(makeText(std::move(text)));
    part.content = std::move(result);
    message.parts.push_back(std::move(part));
    return message;
}

inline Part mediaWith(MediaKind kind, MediaPart::Source source, std::string value, std::string mediaType = {})
{
    Part part;
    MediaPart media;
    media.kind = kind;
    media.source = source;
    media.value = std::move(value);
    media.mediaType = std::move(mediaType);
    part.content = std::move(media);
    return part;
}

inline Tool functionTool(std::string name)
{
    Tool tool;
    tool.name = std::move(name);
    tool.inputSchema = Json{{"type", "object"}, {"properties", Json::object()}};
    return tool;
}

} // namespace anthropic_codec
