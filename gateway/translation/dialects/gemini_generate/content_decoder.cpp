#include "gateway/translation/dialects/gemini_generate/content_decoder.h"

#include "gateway/translation/dialects/gemini_generate/field_reader.h"
#include "gateway/translation/dialects/gemini_generate/part_decoder.h"

#include <algorithm>
#include <utility>

namespace gateway::translation::gemini {

namespace {

bool isUserRole(std::string_view role)
{
    return role.empty() || role == "user" || role == "function";
}

// Pieces of a streamed thought come back one by one; another provider's state belongs to all of them together.
void joinThoughts(std::vector<Part> &parts, Part &part)
{
    auto *reasoning = part.as<ReasoningPart>();
    if (!reasoning || !part.state || part.state->origin == DialectId::GeminiGenerate)
        return;
    while (!parts.empty() && !parts.back().state && parts.back().as<ReasoningPart>()) {
        reasoning->text.insert(0, parts.back().as<ReasoningPart>()->text);
        parts.pop_back();
    }
}

// OpenAI's reasoning that a call carried (see carryThoughtState) stands before the call again, unless the client sent the
// thought too.
void giveThoughtItsState(std::vector<Part> &parts, Part &call)
{
    if (!call.as<ToolCallPart>() || !call.state || call.state->origin != DialectId::OpenAiResponses)
        return;
    Part thought;
    thought.content = ReasoningPart{};
    thought.state = std::exchange(call.state, std::nullopt);
    const bool isThere = std::any_of(parts.begin(), parts.end(), [&](const Part &part) {
        return part.as<ReasoningPart>() && part.state && part.state->data == thought.state->data;
    });
    if (!isThere)
        parts.push_back(std::move(thought));
}

} // namespace

std::optional<Error> ContentDecoder::addSystemInstruction(const Json &value)
{
    const std::string pointer = "/systemInstruction";
    Message message;
    message.role = Role::System;
    message.isTopLevel = true;
    if (value.is_string()) {
        message.parts.push_back(makeText(value.get_ref<const std::string &>()));
        m_messages.push_back(std::move(message));
        return std::nullopt;
    }
    const Json *parts = value.is_array() ? &value : nullptr;
    std::optional<FieldReader> reader;
    if (!parts) {
        reader.emplace(value, pointer);
        parts = reader->array("parts");
        if (reader->error())
            return reader->error();
        reader->eachUnknown([&](const std::string &name, const Json &other) {
            message.extensions.set(DialectId::GeminiGenerate, name, other);
        });
    }
    for (std::size_t i = 0; parts && i < parts->size(); ++i) {
        auto part = decodePart((*parts)[i], pointer + "/parts/" + std::to_string(i));
        if (!part)
            return part.error();
        message.parts.push_back(std::move(*part));
    }
    m_messages.push_back(std::move(message));
    return std::nullopt;
}

std::optional<Error> ContentDecoder::addContents(const Json &value)
{
    const std::string pointer = "/contents";
    if (!value.is_array())
        return addContent(value, pointer);
    if (value.empty())
        return invalidMember(pointer, "must not be empty.");
    for (std::size_t i = 0; i < value.size(); ++i) {
        if (auto error = addContent(value[i], pointer + '/' + std::to_string(i)))
            return error;
    }
    return std::nullopt;
}

std::optional<Error> ContentDecoder::addContent(const Json &value, const std::string &pointer)
{
    m_contentStart = m_messages.size();
    if (value.is_string()) {
        messageFor(Role::User).parts.push_back(makeText(value.get_ref<const std::string &>()));
        return std::nullopt;
    }
    if (!value.is_object())
        return invalidMember(pointer, "must be a content object or a string.");
    FieldReader reader(value, pointer);
    const Json *parts = reader.array("parts");
    const auto role = reader.text("role").value_or("");
    if (reader.error())
        return reader.error();
    if (!parts && !value.contains("role")) // SDK users may write a part where a content belongs
        return addParts(Json::array({value}), false, pointer);
    const bool isModel = role == "model";
    if (!isModel && !isUserRole(role))
        return invalidMember(pointer + "/role", "must be \"user\" or \"model\".");
    if (parts) {
        if (auto error = addParts(*parts, isModel, pointer + "/parts/"))
            return error;
    }
    const bool isJoined = m_contentStart == m_messages.size();
    if (!isJoined || (isModel && !m_messages.empty())) {
        Message &message = isJoined ? m_messages.back() : m_messages[m_contentStart];
        reader.eachUnknown([&](const std::string &name, const Json &other) {
            message.extensions.set(DialectId::GeminiGenerate, name, other);
        });
    }
    return std::nullopt;
}

std::optional<Error> ContentDecoder::addParts(const Json &parts, bool isModel, const std::string &pointer)
{
    for (std::size_t i = 0; i < parts.size(); ++i) {
        const std::string place = pointer.ends_with('/') ? pointer + std::to_string(i) : pointer;
        auto part = decodePart(parts[i], place);
        if (!part)
            return part.error();
        if (auto error = addPart(std::move(*part), isModel, place))
            return error;
    }
    return std::nullopt;
}

std::optional<Error> ContentDecoder::addPart(Part part, bool isModel, const std::string &pointer)
{
    if (auto *result = part.as<ToolResultPart>()) {
        pairResult(*result);
        messageFor(Role::Tool).parts.push_back(std::move(part));
        return std::nullopt;
    }
    if (auto *call = part.as<ToolCallPart>()) {
        if (!isModel)
            return invalidMember(pointer, "a functionCall belongs into a content with the role \"model\".");
        nameCall(*call);
    }
    if (!isModel) {
        if (const auto *reasoning = part.as<ReasoningPart>()) {
            part.content = TextPart{reasoning->text, {}};
            part.extensions.set(DialectId::GeminiGenerate, "thought", true);
        }
        messageFor(Role::User).parts.push_back(std::move(part));
        return std::nullopt;
    }
    Message &message = messageFor(Role::Assistant);
    joinThoughts(message.parts, part);
    giveThoughtItsState(message.parts, part);
    message.parts.push_back(std::move(part));
    return std::nullopt;
}

Message &ContentDecoder::messageFor(Role role)
{
    // The SDKs' chats keep every chunk of a stream as a content, but parallel calls are one turn of the model.
    const bool mayJoin = m_messages.size() > m_contentStart || role == Role::Assistant;
    if (mayJoin && !m_messages.empty() && m_messages.back().role == role)
        return m_messages.back();
    Message &message = m_messages.emplace_back();
    message.role = role;
    return message;
}

void ContentDecoder::nameCall(ToolCallPart &call)
{
    if (call.id.empty())
        call.id = makeId();
    m_calls.push_back({call.id, call.name, false});
}

ContentDecoder::Call *ContentDecoder::findCall(const ToolResultPart &result)
{
    const auto first = [this](auto isWanted) -> Call * {
        const auto found = std::find_if(m_calls.begin(), m_calls.end(), isWanted);
        return found == m_calls.end() ? nullptr : &*found;
    };
    if (!result.callId.empty()) {
        if (Call *call = first([&](const Call &one) { return !one.isAnswered && one.id == result.callId; }))
            return call;
        // The call may have come without its id: SDKs of old models drop it.
        return first([&](const Call &one) {
            return !one.isAnswered && one.name == result.toolName && one.id.starts_with(madeCallIdPrefix);
        });
    }
    if (Call *call = first([&](const Call &one) { return !one.isAnswered && one.name == result.toolName; }))
        return call;
    return first([](const Call &one) { return !one.isAnswered; });
}

void ContentDecoder::pairResult(ToolResultPart &result)
{
    if (Call *call = findCall(result)) {
        call->isAnswered = true;
        result.callId = call->id;
        if (result.toolName.empty())
            result.toolName = call->name;
    } else if (result.callId.empty()) {
        result.callId = makeId();
    }
}

std::string ContentDecoder::makeId()
{
    return std::string(madeCallIdPrefix) + std::to_string(++m_madeIds);
}

} // namespace gateway::translation::gemini
