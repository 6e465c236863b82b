#include "gateway/translation/dialects/anthropic_messages/message_decoder.h"

#include "gateway/translation/dialects/anthropic_messages/block_decoder.h"

#include <map>

namespace gateway::translation::anthropic {

namespace {

constexpr auto ownDialect = DialectId::AnthropicMessages;

// Claude Code's accounting line: it means something to Anthropic only, so it goes to no other provider.
constexpr std::string_view billingMark = "x-anthropic-billing-header";

std::optional<Role> roleFromName(std::string_view name)
{
    if (name == "user")
        return Role::User;
    if (name == "assistant")
        return Role::Assistant;
    if (name == "system")
        return Role::System;
    return std::nullopt;
}

std::optional<Error> decodeSystem(const Json &system, std::vector<Message> &messages)
{
    auto parts = decodeContent(system, "/system");
    if (!parts)
        return std::move(parts.error());
    for (std::size_t i = 0; i < parts->size(); ++i) {
        const auto *text = (*parts)[i].as<TextPart>();
        if (text && text->text.starts_with(billingMark))
            (*parts)[i].content =
                OpaquePart{ownDialect, system.is_array() ? system[i] : Json{{"type", "text"}, {"text", text->text}}};
    }
    if (parts->empty())
        return std::nullopt;
    Message message;
    message.role = Role::System;
    message.isTopLevel = true;
    message.parts = std::move(*parts);
    messages.push_back(std::move(message));
    return std::nullopt;
}

class MessageReader {
public:
    explicit MessageReader(std::vector<Message> &messages) : m_messages(messages) {}

    std::optional<Error> read(const Json &value, const std::string &pointer);

private:
    void add(Role role, std::vector<Part> parts, const Extensions &extensions);
    void addUserTurn(std::vector<Part> parts, const Extensions &extensions);

    std::vector<Message> &m_messages;
    std::map<std::string, std::string, std::less<>> m_toolNames; // of the calls so far, by id
};

std::optional<Error> MessageReader::read(const Json &value, const std::string &pointer)
{
    if (auto breach =
            findBreach(value, pointer, {{"role", Wanted::Text, true}, {"content", Wanted::TextOrArray, true}}))
        return breach;
    const auto role = roleFromName(textMember(value, "role"));
    if (!role)
        return invalidMember(pointer + "/role", "must be \"user\", \"assistant\" or \"system\".");
    const Json *content = findMember(value, "content");
    auto parts = decodeContent(*content, pointer + "/content");
    if (!parts)
        return std::move(parts.error());
    Extensions extensions;
    keepUnknown(value, {"role", "content"}, extensions);
    if (*role == Role::User) {
        addUserTurn(std::move(*parts), extensions);
        return std::nullopt;
    }
    for (std::size_t i = 0; i < parts->size(); ++i) {
        if ((*parts)[i].as<ToolResultPart>())
            return invalidMember(pointer + "/content", "may hold tool_result blocks in user messages only.");
        if (const auto *call = (*parts)[i].as<ToolCallPart>())
            m_toolNames[call->id] = call->name;
    }
    add(*role, std::move(*parts), extensions);
    return std::nullopt;
}

void MessageReader::add(Role role, std::vector<Part> parts, const Extensions &extensions)
{
    Message message;
    message.role = role;
    message.parts = std::move(parts);
    message.extensions = extensions;
    m_messages.push_back(std::move(message));
}

// Results first: the API wants them so, and other dialects have messages of their own for them.
void MessageReader::addUserTurn(std::vector<Part> parts, const Extensions &extensions)
{
    std::vector<Part> results;
    std::vector<Part> others;
    for (Part &part : parts) {
        auto *result = part.as<ToolResultPart>();
        if (!result) {
            others.push_back(std::move(part));
            continue;
        }
        if (const auto name = m_toolNames.find(result->callId); name != m_toolNames.end())
            result->toolName = name->second;
        results.push_back(std::move(part));
    }
    const bool hasOthers = !others.empty() || results.empty();
    if (!results.empty())
        add(Role::Tool, std::move(results), hasOthers ? Extensions() : extensions);
    if (hasOthers)
        add(Role::User, std::move(others), extensions);
}

} // namespace

std::optional<Error> decodeMessages(const Json &body, std::vector<Message> &messages)
{
    if (const Json *system = findMember(body, "system")) {
        if (auto problem = decodeSystem(*system, messages))
            return problem;
    }
    MessageReader reader(messages);
    const Json *values = findArray(body, "messages");
    for (std::size_t i = 0; values && i < values->size(); ++i) {
        if (auto problem = reader.read((*values)[i], pointerTo("/messages", i)))
            return problem;
    }
    return std::nullopt;
}

} // namespace gateway::translation::anthropic
