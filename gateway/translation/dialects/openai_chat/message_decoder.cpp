#include "gateway/translation/dialects/openai_chat/message_decoder.h"

#include "gateway/translation/dialects/openai_chat/answer_words.h"
#include "gateway/translation/dialects/openai_chat/part_codec.h"

#include <array>

namespace gateway::translation::openai_chat {

namespace {

struct RoleName {
    std::string_view name;
    Role role;
};

constexpr std::array roleNames{
    RoleName{"system", Role::System},       RoleName{"developer", Role::Developer}, RoleName{"user", Role::User},
    RoleName{"assistant", Role::Assistant}, RoleName{"tool", Role::Tool},           RoleName{"function", Role::Tool},
};

void append(std::vector<Part> &parts, std::vector<Part> more)
{
    parts.insert(parts.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
}

// Some clients send the arguments as an object instead of its text.
std::string textOfArguments(const Json *arguments)
{
    if (!arguments)
        return {};
    return arguments->is_string() ? arguments->get<std::string>() : dumpJson(*arguments);
}

// {"google":{"thought_signature":"..."}}, as Google's OpenAI endpoint gives it and wants it back.
std::optional<OpaqueState> stateOfExtraContent(const Json *extra)
{
    const Json *google = extra ? findObject(*extra, "google") : nullptr;
    const std::string_view signature = google ? textMember(*google, "thought_signature") : std::string_view();
    if (signature.empty())
        return std::nullopt;
    return stateFromClient(signature, DialectId::GeminiGenerate);
}

} // namespace

std::vector<Message> MessageDecoder::decode(const Json &list, const std::string &pointer)
{
    std::vector<Message> messages;
    messages.reserve(list.size());
    for (std::size_t i = 0; i < list.size() && !m_problem.isSet(); ++i) {
        const std::string place = pointer + '/' + std::to_string(i);
        if (!list[i].is_object())
            m_problem.set(place, "must be an object.");
        else if (findMember(list[i], "role"))
            messages.push_back(decodeMessage(list[i], place));
        else if (const Json chat = chatMessageOfItem(list[i]); chat.is_object())
            messages.push_back(decodeMessage(chat, place));
    }
    return messages;
}

Message MessageDecoder::decodeMessage(const Json &json, const std::string &pointer)
{
    Message message;
    MemberReader reader(json, pointer, m_problem);
    reader.require("role");
    const std::string roleText = reader.text("role");
    bool isKnown = false;
    for (const RoleName &row : roleNames) {
        if (row.name == roleText) {
            message.role = row.role;
            isKnown = true;
        }
    }
    if (!isKnown)
        m_problem.set(pointer + "/role", "must be system, developer, user, assistant or tool.");
    if (roleText == "function")
        readLegacyResult(reader, message);
    else if (message.role == Role::Tool)
        readToolResult(reader, message);
    else if (message.role == Role::Assistant)
        readAssistant(reader, message);
    else if (const Json *content = reader.any("content"))
        message.parts = decodeContent(*content, reader.pointerOf("content"), m_problem);
    else
        reader.require("content");
    if (roleText != "function")
        message.name = reader.text("name");
    // OpenCode marks whole messages for Anthropic's models; other clients mark parts.
    if (const Json *marker = message.parts.empty() ? nullptr : reader.object("cache_control"))
        message.parts.back().cacheMarker = CacheMarker{std::string(textMember(*marker, "ttl"))};
    // Mistral's SDKs say with every answer that it is no beginning; only Mistral knows the word.
    if (const Json *prefix = reader.any("prefix"); prefix && *prefix != Json(false))
        message.extensions.set(DialectId::OpenAiChat, "prefix", *prefix);
    takeRest(reader, message.extensions);
    return message;
}

void MessageDecoder::readAssistant(MemberReader &reader, Message &message)
{
    // DeepSeek and most others say reasoning_content, OpenRouter and vLLM reasoning; some say both, and the same.
    const std::string content = reader.text("reasoning_content");
    const Json *other = reader.any("reasoning");
    std::string reasoning = content.empty() && other && other->is_string() ? other->get<std::string>() : content;
    if (const Json *details = reader.any("reasoning_details")) {
        if (reasoning.empty())
            reasoning = reasoningOf(Json{{"reasoning_details", *details}});
        message.extensions.set(DialectId::OpenAiChat, "reasoning_details", *details); // it holds signatures, too
    }
    if (!reasoning.empty()) {
        Part part;
        part.content = ReasoningPart{reasoning, false};
        message.parts.push_back(std::move(part));
    }
    if (const Json *words = reader.any("content"))
        append(message.parts, decodeContent(*words, reader.pointerOf("content"), m_problem));
    if (std::string refusal = reader.text("refusal"); !refusal.empty()) {
        Part part;
        part.content = RefusalPart{std::move(refusal)};
        message.parts.push_back(std::move(part));
    }
    readToolCalls(reader, message);
    readLegacyCall(reader, message);
}

void MessageDecoder::readToolCalls(MemberReader &reader, Message &message)
{
    const Json *calls = reader.array("tool_calls");
    for (std::size_t i = 0; calls && i < calls->size(); ++i) {
        const std::string pointer = reader.pointerOf("tool_calls") + '/' + std::to_string(i);
        if ((*calls)[i].is_object())
            message.parts.push_back(decodeToolCall((*calls)[i], pointer));
        else
            m_problem.set(pointer, "must be an object.");
    }
}

Part MessageDecoder::decodeToolCall(const Json &json, const std::string &pointer)
{
    Part part;
    ToolCallPart call;
    MemberReader reader(json, pointer, m_problem);
    call.id = reader.text("id");
    static_cast<void>(reader.text("type"));
    static_cast<void>(reader.any("index")); // clients that put pieces together leave it in
    const Json *custom = reader.object("custom");
    const Json *function = reader.object("function");
    if (custom) {
        MemberReader inner(*custom, reader.pointerOf("custom"), m_problem);
        inner.require("name");
        call.kind = ToolCallPart::Kind::Custom;
        call.name = inner.text("name");
        call.arguments = inner.text("input");
    } else if (function) {
        MemberReader inner(*function, reader.pointerOf("function"), m_problem);
        inner.require("name");
        call.name = inner.text("name");
        call.arguments = textOfArguments(inner.any("arguments"));
    } else {
        m_problem.set(pointer, "must have a function or a custom tool.");
    }
    part.state = stateOfExtraContent(findMember(json, "extra_content"));
    if (part.state)
        static_cast<void>(reader.any("extra_content"));
    takeRest(reader, part.extensions);
    m_calls.insert_or_assign(call.id, std::pair(call.name, call.kind));
    part.content = std::move(call);
    return part;
}

// Old calls have no ids: made ones tie a call to the result that follows.
void MessageDecoder::readLegacyCall(MemberReader &reader, Message &message)
{
    const Json *json = reader.object("function_call");
    if (!json)
        return;
    MemberReader inner(*json, reader.pointerOf("function_call"), m_problem);
    inner.require("name");
    ToolCallPart call;
    m_legacyCallId = "call_function" + std::to_string(++m_legacyCalls);
    call.id = m_legacyCallId;
    call.name = inner.text("name");
    call.arguments = textOfArguments(inner.any("arguments"));
    Part part;
    part.content = std::move(call);
    message.parts.push_back(std::move(part));
}

void MessageDecoder::readLegacyResult(MemberReader &reader, Message &message)
{
    ToolResultPart result;
    result.callId = m_legacyCallId;
    result.toolName = reader.text("name");
    if (const Json *content = reader.any("content"))
        result.content = decodeContent(*content, reader.pointerOf("content"), m_problem);
    Part part;
    part.content = std::move(result);
    message.parts.push_back(std::move(part));
}

void MessageDecoder::readToolResult(MemberReader &reader, Message &message)
{
    ToolResultPart result;
    reader.require("tool_call_id");
    result.callId = reader.text("tool_call_id");
    if (const auto call = m_calls.find(result.callId); call != m_calls.end()) {
        result.toolName = call->second.first;
        result.kind = call->second.second;
    }
    if (const Json *content = reader.any("content"))
        result.content = decodeContent(*content, reader.pointerOf("content"), m_problem);
    Part part;
    part.content = std::move(result);
    message.parts.push_back(std::move(part));
}

} // namespace gateway::translation::openai_chat
