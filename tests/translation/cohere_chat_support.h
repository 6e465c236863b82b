// What the tests of Cohere's codecs share: fixtures, both halves in one call, and requests made by hand.
#pragma once

#include "gateway/translation/dialects/cohere_chat/cohere_chat.h"
#include "tests/translation/dialect_fixtures.h"

#include <algorithm>

namespace cohere_support {

using namespace gateway;
using namespace gateway::translation;

inline constexpr const char *reasoningModel = "command-a-reasoning-08-2025";
inline constexpr const char *plainModel = "command-a-03-2025";

inline std::string fixture(const std::string &name)
{
    return readDialectFixture(("cohere_chat/" + name).c_str());
}

inline Result<ChatRequest> decode(std::string_view body)
{
    return cohereChatClient().decodeRequest({body, {}, false, nullptr});
}

struct Encoded {
    Json body;
    std::string path;
    ConversionReport report;
    std::string error;
};

inline Encoded encode(const ChatRequest &request, const std::string &model = plainModel)
{
    ExchangeState state(request, DialectId::CohereChat, "a1");
    Encoded result;
    const auto encoded = cohereChatProvider().encodeRequest(request, {model, {}}, state, result.report);
    if (!encoded) {
        result.error = encoded.error().message;
        return result;
    }
    result.path = encoded->path;
    result.body = *parseJson(encoded->body);
    return result;
}

// Values without the order of members.
inline nlohmann::json plain(const Json &value)
{
    return nlohmann::json::parse(value.dump());
}

inline Json at(const Json &value, const char *pointer)
{
    const Json::json_pointer place(pointer);
    return value.contains(place) ? value[place] : Json();
}

inline bool hasNote(const ConversionReport &report, ConversionNote::Kind kind, std::string_view pointer)
{
    return std::any_of(report.notes().begin(), report.notes().end(), [&](const ConversionNote &note) {
        return note.kind == kind && note.pointer.starts_with(pointer) && !note.reason.empty();
    });
}

inline Message says(Role role, std::string text)
{
    Message message;
    message.role = role;
    message.parts.push_back(makeText(std::move(text)));
    return message;
}

inline Part partOf(PartContent content)
{
    Part part;
    part.content = std::move(content);
    return part;
}

inline Part callPart(std::string id, std::string name, std::string arguments = "{}")
{
    ToolCallPart call;
    call.id = std::move(id);
    call.name = std::move(name);
    call.arguments = std::move(arguments);
    return partOf(std::move(call));
}

inline Part resultPart(std::string id, std::vector<Part> content, bool isError = false)
{
    ToolResultPart result;
    result.callId = std::move(id);
    result.content = std::move(content);
    result.isError = isError;
    return partOf(std::move(result));
}

inline Message with(Role role, std::vector<Part> parts)
{
    Message message;
    message.role = role;
    message.parts = std::move(parts);
    return message;
}

inline ChatRequest foreign(std::vector<Message> messages = {says(Role::User, "Hi")})
{
    ChatRequest request;
    request.dialect = DialectId::OpenAiChat;
    request.model = "m";
    request.messages = std::move(messages);
    return request;
}

inline Tool function(std::string name)
{
    Tool tool;
    tool.name = std::move(name);
    tool.inputSchema =
        Json{{"type", "object"}, {"properties", Json{{"x", Json{{"type", "string"}}}}}, {"required", {"x"}}};
    return tool;
}

inline Part image(MediaPart::Source source, std::string value)
{
    MediaPart media;
    media.source = source;
    media.value = std::move(value);
    media.mediaType = source == MediaPart::Source::Base64 ? "image/png" : "";
    return partOf(std::move(media));
}

} // namespace cohere_support
