#include "gateway/translation/dialects/openai_responses/item_decoder.h"

#include "gateway/translation/dialects/openai_responses/item_form.h"
#include "gateway/translation/dialects/openai_responses/part_codec.h"
#include "gateway/translation/dialects/openai_responses/reasoning_codec.h"

namespace gateway::translation::openai_responses {

namespace {

std::optional<Role> roleFromName(std::string_view name)
{
    if (name == "user")
        return Role::User;
    if (name == "assistant")
        return Role::Assistant;
    if (name == "system")
        return Role::System;
    if (name == "developer")
        return Role::Developer;
    return std::nullopt;
}

std::optional<Error> requireText(const Json &item, std::string_view name, const std::string &pointer)
{
    if (optionalText(item, name))
        return std::nullopt;
    return invalidMember(pointerTo(pointer, name), "must be a text.");
}

// What an item has besides its content: on its first part, to be written again.
void keepItemMembers(Part &first, const Json &item)
{
    const Json form = pickMembers(item, {"type", "id", "status"});
    setForm(first, itemForm, form);
    Json rest = Json::object();
    for (const auto &[name, value] : item.items()) {
        const bool isKnown = name == "type" || name == "role" || name == "content" || name == "id" || name == "status";
        if (!isKnown && !value.is_null())
            rest[name] = value;
    }
    if (!rest.empty())
        first.extensions.set(ownDialect, itemForm, std::move(rest));
}

} // namespace

std::optional<Error> ItemDecoder::add(const Json &item, const std::string &pointer)
{
    if (!item.is_object())
        return invalidMember(pointer, "must be an object.");
    const std::string_view type = textMember(item, "type");
    if (type == "message" || (type.empty() && findMember(item, "role")))
        return addMessage(item, pointer);
    if (type.empty())
        return invalidMember(pointerTo(pointer, "type"), "must be a text that is not empty.");
    if (type == "reasoning")
        return addReasoning(item, pointer);
    if (type == "function_call")
        return addCall(item, pointer, ToolCallPart::Kind::Function);
    if (type == "custom_tool_call")
        return addCall(item, pointer, ToolCallPart::Kind::Custom);
    if (type == "function_call_output")
        return addResult(item, pointer, ToolCallPart::Kind::Function);
    if (type == "custom_tool_call_output")
        return addResult(item, pointer, ToolCallPart::Kind::Custom);
    addOpaque(item);
    return std::nullopt;
}

void ItemDecoder::finish()
{
    keepWaitingState();
}

std::optional<Error> ItemDecoder::addMessage(const Json &item, const std::string &pointer)
{
    const auto role = roleFromName(textMember(item, "role"));
    if (!role)
        return invalidMember(pointerTo(pointer, "role"), "must be user, assistant, system or developer.");
    const Json *content = findMember(item, "content");
    if (!content)
        return invalidMember(pointerTo(pointer, "content"), "is missing.");
    std::vector<Part> parts;
    if (auto problem = decodeContent(*content, pointerTo(pointer, "content"), parts))
        return problem;
    if (!parts.empty())
        keepItemMembers(parts.front(), item);
    if (*role == Role::Assistant) {
        for (Part &part : parts)
            addAssistantPart(std::move(part));
        return std::nullopt;
    }
    keepWaitingState();
    Message message;
    message.role = *role;
    message.parts = std::move(parts);
    m_messages.push_back(std::move(message));
    return std::nullopt;
}

std::optional<Error> ItemDecoder::addReasoning(const Json &item, const std::string &pointer)
{
    for (const std::string_view name : {"summary", "content"}) {
        if (const Json *member = findMember(item, name); member && !member->is_array())
            return invalidMember(pointerTo(pointer, name), "must be an array.");
    }
    Part part = decodeReasoning(item);
    if (part.state && part.state->belongsToNext && part.as<ReasoningPart>()->text.empty()) {
        keepWaitingState();
        m_waiting = std::move(part);
        return std::nullopt;
    }
    addAssistantPart(std::move(part));
    return std::nullopt;
}

std::optional<Error> ItemDecoder::addCall(const Json &item, const std::string &pointer, ToolCallPart::Kind kind)
{
    const std::string_view argumentsName = kind == ToolCallPart::Kind::Custom ? "input" : "arguments";
    for (const std::string_view name : {std::string_view("call_id"), std::string_view("name"), argumentsName}) {
        if (auto problem = requireText(item, name, pointer))
            return problem;
    }
    ToolCallPart call;
    call.kind = kind;
    call.id = textMember(item, "call_id");
    call.name = textMember(item, "name");
    call.arguments = textMember(item, argumentsName);
    call.toolNamespace = textMember(item, "namespace");
    call.itemId = textMember(item, "id");
    m_callNames[call.id] = call.name;
    Part part;
    part.content = std::move(call);
    if (const Json form = pickMembers(item, {"status"}); !form.empty())
        setForm(part, itemForm, form);
    keepUnknownMembers(part, item, {"type", "id", "status", "call_id", "name", "namespace", "arguments", "input"});
    addAssistantPart(std::move(part));
    return std::nullopt;
}

std::optional<Error> ItemDecoder::addResult(const Json &item, const std::string &pointer, ToolCallPart::Kind kind)
{
    if (auto problem = requireText(item, "call_id", pointer))
        return problem;
    const Json *output = findMember(item, "output");
    if (!output)
        return invalidMember(pointerTo(pointer, "output"), "is missing.");
    ToolResultPart result;
    result.kind = kind;
    result.callId = textMember(item, "call_id");
    if (auto problem = decodeContent(*output, pointerTo(pointer, "output"), result.content))
        return problem;
    if (const auto name = m_callNames.find(result.callId); name != m_callNames.end())
        result.toolName = name->second;
    keepWaitingState();
    Part part;
    part.content = std::move(result);
    if (const Json form = pickMembers(item, {"id", "status"}); !form.empty())
        setForm(part, itemForm, form);
    keepUnknownMembers(part, item, {"type", "id", "status", "call_id", "output"});
    turnOf(Role::Tool).parts.push_back(std::move(part));
    return std::nullopt;
}

void ItemDecoder::addOpaque(const Json &item)
{
    Part part;
    part.content = OpaquePart{ownDialect, item};
    addAssistantPart(std::move(part));
}

Message &ItemDecoder::turnOf(Role role)
{
    if (m_messages.empty() || m_messages.back().role != role || m_messages.back().isTopLevel) {
        Message message;
        message.role = role;
        m_messages.push_back(std::move(message));
    }
    return m_messages.back();
}

void ItemDecoder::addAssistantPart(Part part)
{
    if (m_waiting && (part.as<TextPart>() || part.as<ToolCallPart>() || part.as<RefusalPart>())) {
        part.state = std::move(m_waiting->state);
        part.state->belongsToNext = false;
        m_waiting.reset();
    }
    keepWaitingState();
    turnOf(Role::Assistant).parts.push_back(std::move(part));
}

void ItemDecoder::keepWaitingState()
{
    if (!m_waiting)
        return;
    Part part = std::move(*m_waiting);
    m_waiting.reset();
    turnOf(Role::Assistant).parts.push_back(std::move(part));
}

} // namespace gateway::translation::openai_responses
