#include "gateway/translation/dialects/anthropic_messages/block_decoder.h"

#include "gateway/translation/dialects/anthropic_messages/annotation_codec.h"
#include "gateway/translation/dialects/anthropic_messages/media_codec.h"

#include <utility>

namespace gateway::translation::anthropic {

namespace {

constexpr auto ownDialect = DialectId::AnthropicMessages;

Result<Part> decodeText(const Json &block, const std::string &pointer)
{
    if (auto breach = findBreach(block, pointer, {{"text", Wanted::Text, true}, {"citations", Wanted::Array, false}}))
        return unexpected(std::move(*breach));
    TextPart text;
    text.text = textMember(block, "text");
    if (const Json *citations = findArray(block, "citations")) {
        for (const Json &citation : *citations)
            text.annotations.push_back(annotationFromCitation(citation, ownDialect, text.text.size()));
    }
    Part part;
    part.content = std::move(text);
    readCacheControl(block, part.cacheMarker, part.extensions);
    keepUnknown(block, {"type", "text", "citations", "cache_control"}, part.extensions);
    return part;
}

Result<Part> decodeThinking(const Json &block, const std::string &pointer)
{
    if (auto breach =
            findBreach(block, pointer, {{"thinking", Wanted::Text, true}, {"signature", Wanted::Text, false}}))
        return unexpected(std::move(*breach));
    Part part;
    part.content = ReasoningPart{std::string(textMember(block, "thinking")), false};
    if (const std::string_view signature = textMember(block, "signature"); !signature.empty())
        part.state = stateFromClient(signature, ownDialect);
    keepUnknown(block, {"type", "thinking", "signature"}, part.extensions);
    return part;
}

Result<Part> decodeRedacted(const Json &block, const std::string &pointer)
{
    if (auto breach = findBreach(block, pointer, {{"data", Wanted::Text, true}}))
        return unexpected(std::move(*breach));
    Part part;
    part.content = ReasoningPart{};
    const std::string_view data = textMember(block, "data");
    part.state = stateFromClient(data, ownDialect);
    if (part.state->origin == ownDialect)
        part.state->isRedacted = true;
    keepUnknown(block, {"type", "data"}, part.extensions);
    return part;
}

Result<Part> decodeToolUse(const Json &block, const std::string &pointer)
{
    if (auto breach =
            findBreach(block, pointer,
                       {{"id", Wanted::Text, true}, {"name", Wanted::Text, true}, {"input", Wanted::Object, false}}))
        return unexpected(std::move(*breach));
    ToolCallPart call;
    call.id = textMember(block, "id");
    call.name = textMember(block, "name");
    const Json *input = findObject(block, "input");
    call.arguments = input ? dumpJson(*input) : "{}";
    Part part;
    part.content = std::move(call);
    readCacheControl(block, part.cacheMarker, part.extensions);
    keepUnknown(block, {"type", "id", "name", "input", "cache_control"}, part.extensions);
    return part;
}

Result<Part> decodeToolResult(const Json &block, const std::string &pointer)
{
    if (auto breach = findBreach(block, pointer,
                                 {{"tool_use_id", Wanted::Text, true},
                                  {"content", Wanted::TextOrArray, false},
                                  {"is_error", Wanted::Boolean, false}}))
        return unexpected(std::move(*breach));
    ToolResultPart result;
    result.callId = textMember(block, "tool_use_id");
    result.isError = booleanMember(block, "is_error").value_or(false);
    if (const Json *content = findMember(block, "content")) {
        auto parts = decodeContent(*content, pointer + "/content");
        if (!parts)
            return unexpected(std::move(parts.error()));
        result.content = std::move(*parts);
    }
    Part part;
    part.content = std::move(result);
    readCacheControl(block, part.cacheMarker, part.extensions);
    keepUnknown(block, {"type", "tool_use_id", "content", "is_error", "cache_control"}, part.extensions);
    return part;
}

// A passage that the model may cite; for dialects that know none it is text with its source.
Result<Part> decodeSearchResult(const Json &block, const std::string &pointer)
{
    if (auto breach = findBreach(
            block, pointer,
            {{"source", Wanted::Text, false}, {"title", Wanted::Text, false}, {"content", Wanted::Array, false}}))
        return unexpected(std::move(*breach));
    std::string text(textMember(block, "title"));
    if (const std::string_view source = textMember(block, "source"); !source.empty())
        text.append(" (").append(source).append(1, ')');
    if (const Json *content = findArray(block, "content")) {
        for (const Json &passage : *content)
            text.append(1, '\n').append(textMember(passage, "text"));
    }
    Part part = makeText(std::move(text));
    readCacheControl(block, part.cacheMarker, part.extensions);
    keepUnknown(block, {"type", "source", "title", "content", "cache_control"}, part.extensions);
    part.wireForm = Json{{"whole", block}};
    return part;
}

// What a client's own search for tools answers with. Elsewhere all tools are offered from the beginning.
Part decodeToolReference(const Json &block)
{
    Part part = makeText("The tool \"" + std::string(textMember(block, "tool_name")) + "\" can be called.");
    part.wireForm = Json{{"whole", block}};
    return part;
}

bool isStateOfNext(const Part &part)
{
    const auto *reasoning = part.as<ReasoningPart>();
    return reasoning && reasoning->text.empty() && part.state && part.state->belongsToNext;
}

} // namespace

Result<Part> decodeBlock(const Json &block, const std::string &pointer)
{
    if (auto breach = findBreach(block, pointer, {{"type", Wanted::Text, true}}))
        return unexpected(std::move(*breach));
    const std::string_view type = textMember(block, "type");
    if (type == "text")
        return decodeText(block, pointer);
    if (type == "tool_use")
        return decodeToolUse(block, pointer);
    if (type == "tool_result")
        return decodeToolResult(block, pointer);
    if (type == "thinking")
        return decodeThinking(block, pointer);
    if (type == "redacted_thinking")
        return decodeRedacted(block, pointer);
    if (type == "image")
        return decodeMedia(block, MediaKind::Image, pointer);
    if (type == "document")
        return decodeMedia(block, MediaKind::Document, pointer);
    if (type == "search_result")
        return decodeSearchResult(block, pointer);
    if (type == "tool_reference")
        return decodeToolReference(block);
    Part part;
    part.content = OpaquePart{ownDialect, block};
    return part;
}

Result<std::vector<Part>> decodeContent(const Json &content, const std::string &pointer)
{
    std::vector<Part> parts;
    if (content.is_string()) {
        parts.push_back(makeText(content.get<std::string>()));
        return parts;
    }
    if (!content.is_array())
        return unexpected(invalidMember(pointer, "must be a string or an array."));
    parts.reserve(content.size());
    std::optional<OpaqueState> stateOfNext;
    for (std::size_t i = 0; i < content.size(); ++i) {
        auto part = decodeBlock(content[i], pointerTo(pointer, i));
        if (!part)
            return unexpected(std::move(part.error()));
        if (isStateOfNext(*part) && i + 1 < content.size()) {
            stateOfNext = std::move(part->state);
            continue;
        }
        if (auto state = std::exchange(stateOfNext, std::nullopt); state && !part->state) {
            state->belongsToNext = false;
            part->state = std::move(state);
        }
        parts.push_back(std::move(*part));
    }
    return parts;
}

} // namespace gateway::translation::anthropic
