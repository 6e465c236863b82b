#include "gateway/translation/dialects/bedrock_converse/block_decoder.h"

#include "gateway/translation/dialects/bedrock_converse/citation_codec.h"
#include "gateway/translation/dialects/bedrock_converse/media_codec.h"
#include "gateway/translation/dialects/bedrock_converse/media_formats.h"
#include "gateway/translation/dialects/bedrock_converse/reasoning_codec.h"

#include <utility>

namespace gateway::translation::bedrock {

namespace {

Part opaque(const Json &block)
{
    Part part;
    part.content = OpaquePart{ownDialect, block};
    return part;
}

// {"text": ...} or {"image": ...} that a guardrail looks at: the marking is Bedrock's own.
Part decodeGuarded(const Json &block, const Json &guarded, const std::string &pointer, Problem &problem)
{
    MemberReader reader(guarded, pointer, problem);
    if (const Json *image = reader.object("image")) {
        Part part = decodeMedia(*image, MediaKind::Image, pointer + "/image", problem);
        if (part.as<OpaquePart>())
            return opaque(block);
        part.wireForm = Json{{"whole", block}};
        return part;
    }
    const Json *text = reader.object("text");
    if (!text)
        return opaque(block);
    MemberReader inner(*text, pointer + "/text", problem);
    Part part = makeText(inner.text("text"));
    part.wireForm = Json{{"whole", block}};
    return part;
}

// A passage that the model may cite; for dialects that know none it is text with its source.
Part decodeSearchResult(const Json &block, const Json &result, const std::string &pointer, Problem &problem)
{
    MemberReader reader(result, pointer, problem);
    std::string text = reader.text("title");
    if (const std::string source = reader.text("source"); !source.empty())
        text += " (" + source + ')';
    if (const Json *content = reader.array("content")) {
        for (const Json &passage : *content) {
            text += '\n';
            text += textMember(passage, "text");
        }
    }
    Part part = makeText(std::move(text));
    part.wireForm = Json{{"whole", block}};
    return part;
}

Part decodeCitations(const Json &cited, const std::string &pointer, Problem &problem)
{
    MemberReader reader(cited, pointer, problem);
    TextPart text;
    const Json *content = reader.array("content");
    if (content) {
        for (const Json &piece : *content)
            text.text += textMember(piece, "text");
    }
    const Json *citations = reader.array("citations");
    if (citations) {
        for (const Json &citation : *citations)
            text.annotations.push_back(annotationFromCitation(citation, ownDialect, text.text.size()));
    }
    Part part;
    part.content = std::move(text);
    part.wireForm = Json{{"citations", citations != nullptr}};
    if (content && content->size() != 1)
        part.wireForm["content"] = *content;
    takeRest(reader, part.extensions);
    return part;
}

Part decodeToolUse(const Json &block, const Json &use, const std::string &pointer, Problem &problem)
{
    MemberReader reader(use, pointer, problem);
    for (const char *name : {"toolUseId", "name"})
        reader.require(name);
    ToolCallPart call;
    call.id = reader.text("toolUseId");
    call.name = reader.text("name");
    if (!reader.text("type").empty()) // "server_tool_use": runs at Bedrock
        return opaque(block);
    Part part;
    if (const Json *input = reader.any("input")) {
        if (!input->is_object())
            reader.refuse("input", "must be an object.");
        call.arguments = dumpJson(*input);
    } else {
        call.arguments = "{}";
    }
    part.content = std::move(call);
    takeRest(reader, part.extensions);
    return part;
}

std::vector<Part> decodeResultContent(const Json &content, const std::string &pointer, Problem &problem)
{
    std::vector<Part> parts;
    for (std::size_t i = 0; i < content.size(); ++i) {
        if (unionMember(content[i]) != "json") {
            parts.push_back(decodeBlock(content[i], elementPointer(pointer, i), problem));
            continue;
        }
        const Json *value = findMember(content[i], "json");
        Part part = makeText(value->is_string() ? value->get<std::string>() : dumpJson(*value));
        part.wireForm = Json{{"whole", content[i]}};
        parts.push_back(std::move(part));
    }
    return parts;
}

Part decodeToolResult(const Json &block, const Json &value, const std::string &pointer, Problem &problem)
{
    MemberReader reader(value, pointer, problem);
    reader.require("toolUseId");
    ToolResultPart result;
    result.callId = reader.text("toolUseId");
    if (!reader.text("type").empty()) // of a tool that runs at Bedrock
        return opaque(block);
    const std::string status = reader.text("status");
    if (!status.empty() && status != "success" && status != "error")
        reader.refuse("status", "must be \"success\" or \"error\".");
    result.isError = status == "error";
    if (const Json *content = reader.array("content"))
        result.content = decodeResultContent(*content, pointer + "/content", problem);
    Part part;
    part.content = std::move(result);
    if (status == "success")
        part.wireForm = Json{{"status", status}};
    takeRest(reader, part.extensions);
    return part;
}

bool isStateOfNext(const Part &part)
{
    const auto *reasoning = part.as<ReasoningPart>();
    return reasoning && reasoning->text.empty() && part.state && part.state->belongsToNext;
}

Part decodeObject(const Json &block, std::string_view name, const std::string &pointer, Problem &problem)
{
    const Json *value = findObject(block, name);
    if (!value) {
        problem.set(pointer, "must be an object.");
        return opaque(block);
    }
    if (name == "toolUse")
        return decodeToolUse(block, *value, pointer, problem);
    if (name == "toolResult")
        return decodeToolResult(block, *value, pointer, problem);
    if (name == "reasoningContent")
        return decodeReasoning(*value, pointer, problem);
    if (name == "citationsContent")
        return decodeCitations(*value, pointer, problem);
    if (name == "guardContent")
        return decodeGuarded(block, *value, pointer, problem);
    if (name == "searchResult")
        return decodeSearchResult(block, *value, pointer, problem);
    for (const MediaKind kind : {MediaKind::Image, MediaKind::Document, MediaKind::Audio, MediaKind::Video}) {
        if (name == blockNameOf(kind))
            return decodeMedia(*value, kind, pointer, problem);
    }
    return opaque(block); // cachePoint without a part before it, toolAddition, toolRemoval, and newer ones
}

} // namespace

Part decodeBlock(const Json &block, const std::string &pointer, Problem &problem)
{
    const std::string_view name = unionMember(block);
    if (name.empty()) {
        problem.set(pointer, "must be an object with exactly one member.");
        return opaque(block);
    }
    if (name != "text")
        return decodeObject(block, name, pointer + '/' + std::string(name), problem);
    MemberReader reader(block, pointer, problem);
    return makeText(reader.text("text"));
}

std::vector<Part> decodeContent(const Json &content, const std::string &pointer, Problem &problem)
{
    std::vector<Part> parts;
    parts.reserve(content.size());
    std::optional<OpaqueState> stateOfNext;
    for (std::size_t i = 0; i < content.size(); ++i) {
        if (auto marker = markerOfCachePoint(content[i]); marker && !parts.empty() && !parts.back().cacheMarker) {
            parts.back().cacheMarker = std::move(marker);
            continue;
        }
        Part part = decodeBlock(content[i], elementPointer(pointer, i), problem);
        if (isStateOfNext(part) && i + 1 < content.size()) {
            stateOfNext = std::move(part.state);
            continue;
        }
        if (auto state = std::exchange(stateOfNext, std::nullopt); state && !part.state) {
            state->belongsToNext = false;
            part.state = std::move(state);
        }
        parts.push_back(std::move(part));
    }
    return parts;
}

} // namespace gateway::translation::bedrock
