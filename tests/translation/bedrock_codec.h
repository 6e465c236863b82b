// What the tests of Bedrock's dialect share: both halves, streams in binary frames and comparison by value.
#pragma once

#include "gateway/translation/dialects/bedrock_converse/bedrock_converse.h"
#include "gateway/translation/framing/aws_event_stream.h"
#include "tests/translation/codec_harness.h"
#include "tests/translation/dialect_fixtures.h"

#include <algorithm>

#include <QtTest>

namespace bedrock_codec {

using namespace gateway;
using namespace gateway::translation;
using Value = nlohmann::json; // compares without the order of members

inline constexpr const char *claude = "us.anthropic.claude-sonnet-4-5-20250929-v1:0";

inline Result<ChatRequest> decode(std::string_view body, bool isStream = false)
{
    return bedrockConverseClient().decodeRequest({body, "claude", isStream, nullptr});
}

struct Encoded {
    std::string path;
    Value body;
    ConversionReport report;
    std::string outputTool;
    std::string error;

    bool has(ConversionNote::Kind kind, std::string_view pointer) const
    {
        return std::any_of(report.notes().begin(), report.notes().end(),
                           [&](const ConversionNote &note) { return note.kind == kind && note.pointer == pointer; });
    }
    std::string notes() const
    {
        std::string text;
        for (const ConversionNote &note : report.notes())
            text += std::string(noteKindName(note.kind)) + ' ' + note.pointer + ": " + note.reason + '\n';
        return text;
    }
};

inline Encoded encode(const ChatRequest &request, std::string model = claude)
{
    ExchangeState state(request, DialectId::BedrockConverse, "a1");
    Encoded result;
    const auto encoded = bedrockConverseProvider().encodeRequest(request, {std::move(model), {}}, state, result.report);
    result.outputTool = state.outputTool;
    if (!encoded) {
        result.error = encoded.error().message;
        return result;
    }
    result.path = encoded->path;
    result.body = Value::parse(encoded->body);
    return result;
}

inline Message message(Role role, std::vector<Part> parts)
{
    Message made;
    made.role = role;
    made.parts = std::move(parts);
    return made;
}

inline Message text(Role role, std::string words)
{
    return message(role, {makeText(std::move(words))});
}

inline Part call(std::string id, std::string name, std::string arguments)
{
    Part part;
    ToolCallPart made;
    made.id = std::move(id);
    made.name = std::move(name);
    made.arguments = std::move(arguments);
    part.content = std::move(made);
    return part;
}

inline Part result(std::string id, std::string name, std::string words)
{
    Part part;
    ToolResultPart made;
    made.callId = std::move(id);
    made.toolName = std::move(name);
    if (!words.empty())
        made.content.push_back(makeText(std::move(words)));
    part.content = std::move(made);
    return part;
}

inline Part media(MediaKind kind, MediaPart::Source source, std::string value, std::string type = {},
                  std::string filename = {})
{
    Part part;
    MediaPart made;
    made.kind = kind;
    made.source = source;
    made.value = std::move(value);
    made.mediaType = std::move(type);
    made.filename = std::move(filename);
    part.content = std::move(made);
    return part;
}

inline Part reasoning(std::string words, std::optional<OpaqueState> state = std::nullopt)
{
    Part part;
    part.content = ReasoningPart{std::move(words), false};
    part.state = std::move(state);
    return part;
}

inline Tool tool(std::string name)
{
    Tool made;
    made.name = std::move(name);
    made.inputSchema = Json{{"type", "object"}, {"properties", Json::object()}};
    return made;
}

inline ChatRequest chat(std::vector<Message> messages)
{
    ChatRequest request;
    request.dialect = DialectId::OpenAiChat;
    request.model = std::string("m"); // GCC 12 warns about the assignment of the literal
    request.messages = std::move(messages);
    return request;
}

// A fixture: one event a line, its name and its payload; exceptions begin with an exclamation mark.
inline std::string framesOf(std::string_view lines)
{
    std::string wire;
    while (!lines.empty()) {
        std::string_view line = lines.substr(0, lines.find('\n'));
        lines.remove_prefix(std::min(line.size() + 1, lines.size()));
        const bool isException = line.starts_with('!');
        line.remove_prefix(isException ? 1 : 0);
        const auto space = line.find(' ');
        if (space == std::string_view::npos)
            continue;
        const auto name = line.substr(0, space);
        const auto payload = line.substr(space + 1);
        wire += isException ? awsExceptionFrame(name, payload) : awsEventFrame(name, payload);
    }
    return wire;
}

inline void feed(ProviderStreamDecoder &decoder, AwsEventStreamDecoder &frames, std::string_view bytes,
                 StreamEvents &events)
{
    frames.feed(bytes);
    for (;;) {
        const auto next = frames.next();
        if (!next || !*next)
            return;
        decoder.decode({(*next)->event, (*next)->data, (*next)->isException}, events);
    }
}

// The bytes up to `position` and those behind it, each at once; `size` of them arrive before the connection is lost.
inline StreamEvents decodeStream(ExchangeState &state, std::string_view bytes, std::size_t position = 0,
                                 std::size_t size = std::string_view::npos)
{
    const auto decoder = bedrockConverseProvider().beginStream(state);
    AwsEventStreamDecoder frames;
    StreamEvents events;
    const bool isBroken = size < bytes.size();
    bytes = bytes.substr(0, size);
    feed(*decoder, frames, bytes.substr(0, position), events);
    feed(*decoder, frames, bytes.substr(std::min(position, bytes.size())), events);
    const Error failure =
        Error::upstream(ErrorCode::UpstreamReset, RetryAdvice::OtherTarget, "The connection to the provider was lost.");
    decoder->finish(isBroken ? &failure : nullptr, events);
    codec_harness::requireLegal(events);
    return events;
}

} // namespace bedrock_codec
