#include "gateway/translation/conversation/prompt_prefix.h"

#include "gateway/translation/counting/token_estimate.h"
#include "gateway/translation/json/json_document.h"

#include <algorithm>
#include <array>
#include <utility>

namespace gateway::translation {

namespace {

// Where a dialect keeps its prompt. Names of one dialect never mean something else in another, so one list serves all.
struct PromptMembers {
    std::string_view tools;    // an array
    std::string_view system;   // text, an array, or an object with `parts`; empty: among the messages
    std::string_view messages; // an array, or text
    std::string_view parts;    // of a message: text or an array
};

PromptMembers membersOf(DialectId dialect)
{
    switch (dialect) {
    case DialectId::OpenAiChat:
    case DialectId::CohereChat: return {"tools", "", "messages", "content"};
    case DialectId::OpenAiResponses: return {"tools", "instructions", "input", "content"};
    case DialectId::AnthropicMessages: return {"tools", "system", "messages", "content"};
    case DialectId::GeminiGenerate: return {"tools", "systemInstruction", "contents", "parts"};
    case DialectId::BedrockConverse: return {"toolConfig", "system", "messages", "content"};
    }
    return {};
}

// A mark says where to cache, it is no part of what is cached.
bool isCacheMark(std::string_view name)
{
    return name == "cache_control" || name == "cachePoint";
}

// Bedrock's marks are blocks of their own.
bool isOnlyMark(const Json &value)
{
    return value.is_object() && value.size() == 1 && isCacheMark(value.begin().key());
}

Json withoutMarks(const Json &value)
{
    if (value.is_array()) {
        Json rest = Json::array();
        for (const Json &element : value) {
            if (!isOnlyMark(element))
                rest.push_back(withoutMarks(element));
        }
        return rest;
    }
    if (!value.is_object())
        return value;
    Json rest = Json::object();
    for (const auto &[name, member] : value.items()) {
        if (!isCacheMark(name))
            rest[name] = withoutMarks(member);
    }
    return rest;
}

std::string_view typeOf(const Json &part)
{
    return part.is_object() ? textMember(part, "type") : std::string_view();
}

PartKind mediaKind(const Json &part, std::string_view name)
{
    const Json *media = findObject(part, name);
    const std::string_view type = media ? textMember(*media, "mimeType") : std::string_view();
    if (type.starts_with("image/"))
        return PartKind::Image;
    return type.starts_with("audio/") ? PartKind::Audio : PartKind::File;
}

struct KindName {
    std::string_view name;
    PartKind kind;
};

// By the value of "type" (OpenAI, Anthropic, Cohere), or by the one member that says it (Gemini, Bedrock).
constexpr auto kindsByType = std::to_array<KindName>({
    {"text", PartKind::Text},
    {"input_text", PartKind::Text},
    {"output_text", PartKind::Text},
    {"thinking", PartKind::Reasoning},
    {"redacted_thinking", PartKind::Reasoning},
    {"reasoning", PartKind::Reasoning},
    {"tool_use", PartKind::ToolCall},
    {"server_tool_use", PartKind::ToolCall},
    {"function", PartKind::ToolCall},
    {"function_call", PartKind::ToolCall},
    {"custom_tool_call", PartKind::ToolCall},
    {"tool_result", PartKind::ToolResult},
    {"function_call_output", PartKind::ToolResult},
    {"custom_tool_call_output", PartKind::ToolResult},
    {"image", PartKind::Image},
    {"image_url", PartKind::Image},
    {"input_image", PartKind::Image},
    {"document", PartKind::File},
    {"file", PartKind::File},
    {"input_file", PartKind::File},
    {"input_audio", PartKind::Audio},
    {"refusal", PartKind::Refusal},
});
constexpr auto kindsByMember = std::to_array<KindName>({
    {"text", PartKind::Text},
    {"functionCall", PartKind::ToolCall},
    {"toolUse", PartKind::ToolCall},
    {"functionResponse", PartKind::ToolResult},
    {"toolResult", PartKind::ToolResult},
    {"image", PartKind::Image},
    {"document", PartKind::File},
    {"reasoningContent", PartKind::Reasoning},
});

PartKind kindOf(const Json &part)
{
    if (part.is_string())
        return PartKind::Text;
    if (!part.is_object())
        return PartKind::Other;
    const std::string_view type = typeOf(part);
    const auto hasType = [type](const KindName &each) { return each.name == type; };
    if (const auto found = std::find_if(kindsByType.begin(), kindsByType.end(), hasType); found != kindsByType.end())
        return found->kind;
    for (const std::string_view media : {"inlineData", "fileData"}) {
        if (findObject(part, media))
            return mediaKind(part, media);
    }
    const auto isThere = [&part](const KindName &each) { return findMember(part, each.name) != nullptr; };
    const auto found = std::find_if(kindsByMember.begin(), kindsByMember.end(), isThere);
    return found == kindsByMember.end() ? PartKind::Other : found->kind;
}

std::string nameOf(const Json &part)
{
    if (!part.is_object())
        return {};
    if (const std::string_view name = textMember(part, "name"); !name.empty())
        return std::string(name);
    for (const std::string_view inner : {"function", "functionCall", "toolUse", "toolSpec", "functionResponse"}) {
        if (const Json *object = findObject(part, inner))
            return std::string(textMember(*object, "name"));
    }
    return {};
}

Speaker speakerOf(std::string_view role)
{
    if (role == "system" || role == "developer")
        return Speaker::System;
    if (role == "assistant" || role == "model")
        return Speaker::Assistant;
    return role == "tool" || role == "function" ? Speaker::Tool : Speaker::User;
}

class PartList {
public:
    explicit PartList(const PromptMembers &members) : m_members(members) {}

    void addTools(const Json &body);
    void addSystem(const Json &body);
    void addMessages(const Json &body);
    std::vector<PromptPart> take() { return std::move(m_parts); }

private:
    void add(PromptPlace place, int number, Speaker role, const Json &value, std::string prefix = {});
    void addMessage(const Json &message, int number);

    PromptMembers m_members;
    std::vector<PromptPart> m_parts;
};

void PartList::add(PromptPlace place, int number, Speaker role, const Json &value, std::string prefix)
{
    PromptPart part;
    part.place = place;
    part.number = number;
    part.role = role;
    part.kind = place == PromptPlace::Tool ? PartKind::Other : kindOf(value);
    if (role == Speaker::Tool && part.kind == PartKind::Text)
        part.kind = PartKind::ToolResult;
    part.name = nameOf(value);
    part.text = std::move(prefix) + dumpJson(withoutMarks(value));
    m_parts.push_back(std::move(part));
}

void PartList::addTools(const Json &body)
{
    const Json *holder = findMember(body, m_members.tools);
    if (holder && holder->is_object()) // Bedrock: {"tools": [...]}
        holder = findArray(*holder, "tools");
    if (!holder || !holder->is_array())
        return;
    int number = 0;
    for (const Json &entry : *holder) {
        // Gemini declares several functions in one entry.
        const Json *functions = entry.is_object() ? findArray(entry, "functionDeclarations") : nullptr;
        if (!functions) {
            if (!isOnlyMark(entry))
                add(PromptPlace::Tool, ++number, Speaker::System, entry);
            continue;
        }
        for (const Json &function : *functions)
            add(PromptPlace::Tool, ++number, Speaker::System, function);
    }
}

void PartList::addSystem(const Json &body)
{
    const Json *system = m_members.system.empty() ? nullptr : findMember(body, m_members.system);
    if (!system && m_members.system == "systemInstruction")
        system = findMember(body, "system_instruction");
    if (!system)
        return;
    const Json *blocks = system->is_object() ? findArray(*system, m_members.parts) : system;
    int number = 0;
    if (blocks && blocks->is_array()) {
        for (const Json &block : *blocks) {
            if (!isOnlyMark(block))
                add(PromptPlace::System, ++number, Speaker::System, block);
        }
    } else {
        add(PromptPlace::System, 1, Speaker::System, *system);
    }
}

// What a message says beside its parts (the role, the call that a result answers) stands before its first part, so that
// no difference is overlooked.
void PartList::addMessage(const Json &message, int number)
{
    if (!message.is_object()) {
        add(PromptPlace::Message, number, Speaker::User, message);
        return;
    }
    const std::string_view itemType = typeOf(message);
    const Speaker role = speakerOf(textMember(message, "role"));
    const Json *parts = findMember(message, m_members.parts);
    // Calls and results among the items of Responses are parts by themselves.
    if (!parts && !itemType.empty()) {
        add(PromptPlace::Message, number, role, message);
        return;
    }
    Json head = Json::object();
    for (const auto &[name, value] : message.items()) {
        if (name != m_members.parts && name != "tool_calls" && !isCacheMark(name) && !value.is_null())
            head[name] = value;
    }
    std::string prefix = dumpJson(head);
    const PromptPlace place = role == Speaker::System ? PromptPlace::System : PromptPlace::Message;
    const auto addPart = [&](const Json &part) {
        if (!isOnlyMark(part))
            add(place, number, role, part, std::exchange(prefix, {}));
    };
    if (parts && parts->is_array())
        std::for_each(parts->begin(), parts->end(), addPart);
    else if (parts)
        addPart(*parts);
    if (const Json *calls = findArray(message, "tool_calls"))
        std::for_each(calls->begin(), calls->end(), addPart);
    if (!prefix.empty())
        addPart(Json()); // a message of nothing
}

void PartList::addMessages(const Json &body)
{
    const Json *messages = findMember(body, m_members.messages);
    if (!messages)
        return;
    if (!messages->is_array()) {
        add(PromptPlace::Message, 1, Speaker::User, *messages);
        return;
    }
    int number = 0;
    for (const Json &message : *messages)
        addMessage(message, ++number);
}

bool isPromptOf(const PromptMembers &members, std::string_view name)
{
    return name == members.tools || name == members.messages || (!members.system.empty() && name == members.system)
           || name == "system_instruction";
}

// Of no weight for what is answered or cached.
bool isUnimportant(std::string_view name)
{
    constexpr auto names = std::to_array<std::string_view>({"stream", "stream_options", "metadata", "user", "store",
                                                            "service_tier", "requestMetadata", "safety_identifier"});
    return std::find(names.begin(), names.end(), name) != names.end();
}

std::size_t equalBytes(std::string_view left, std::string_view right)
{
    const std::size_t most = std::min(left.size(), right.size());
    std::size_t equal = 0;
    while (equal < most && left[equal] == right[equal])
        ++equal;
    // Not in the middle of a character: continuation bytes of UTF-8 are 10xxxxxx.
    const auto isContinued = [](std::string_view text, std::size_t at) {
        return at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0U) == 0x80U;
    };
    while (equal > 0 && (isContinued(left, equal) || isContinued(right, equal)))
        --equal;
    return equal;
}

} // namespace

std::vector<PromptPart> promptParts(DialectId dialect, std::string_view requestBody)
{
    const auto body = parseJson(requestBody);
    if (!body || !body->is_object())
        return {};
    PartList parts(membersOf(dialect));
    parts.addTools(*body);
    parts.addSystem(*body);
    parts.addMessages(*body);
    return parts.take();
}

PromptBreak findBreak(const std::vector<PromptPart> &earlier, const std::vector<PromptPart> &later)
{
    const std::size_t most = std::min(earlier.size(), later.size());
    PromptBreak found;
    while (found.part < most && earlier[found.part].place == later[found.part].place
           && earlier[found.part].text == later[found.part].text)
        ++found.part;
    if (found.part < most && earlier[found.part].place == later[found.part].place)
        found.equalBytes = equalBytes(earlier[found.part].text, later[found.part].text);
    return found;
}

std::int64_t estimatePartTokens(const std::vector<PromptPart> &parts, std::size_t first, std::size_t end)
{
    constexpr std::int64_t usualMedia = 1'500; // their bytes say nothing about what they count
    std::int64_t tokens = 0;
    for (std::size_t part = first; part < std::min(end, parts.size()); ++part) {
        const PartKind kind = parts[part].kind;
        const bool isMedia = kind == PartKind::Image || kind == PartKind::File || kind == PartKind::Audio;
        tokens += isMedia ? usualMedia : estimateTokens(parts[part].text);
    }
    return tokens;
}

std::vector<std::string> differentSettings(DialectId dialect, std::string_view earlierBody, std::string_view laterBody)
{
    const auto earlier = parseJson(earlierBody);
    const auto later = parseJson(laterBody);
    std::vector<std::string> names;
    if (!earlier || !later || !earlier->is_object() || !later->is_object())
        return names;
    const PromptMembers members = membersOf(dialect);
    const auto matters = [&members](const std::string &name) {
        return !isPromptOf(members, name) && !isUnimportant(name) && !isCacheMark(name);
    };
    for (const auto &[name, value] : later->items()) {
        const auto before = earlier->find(name);
        if (matters(name) && (before == earlier->end() || *before != value))
            names.push_back(name);
    }
    for (const auto &[name, value] : earlier->items()) {
        if (matters(name) && !later->contains(name))
            names.push_back(name);
    }
    return names;
}

} // namespace gateway::translation
