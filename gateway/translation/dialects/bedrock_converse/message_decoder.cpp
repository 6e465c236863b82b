#include "gateway/translation/dialects/bedrock_converse/message_decoder.h"

#include "gateway/translation/dialects/bedrock_converse/block_decoder.h"

#include <map>

namespace gateway::translation::bedrock {

namespace {

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

class MessageDecoder {
public:
    MessageDecoder(Problem &problem, std::vector<Message> &messages) : m_problem(problem), m_messages(messages) {}

    void decodeSystem(const Json &system)
    {
        Message message;
        message.role = Role::System;
        message.isTopLevel = true;
        message.parts = decodeContent(system, "/system", m_problem);
        if (!message.parts.empty())
            m_messages.push_back(std::move(message));
    }

    void decode(const Json &value, const std::string &pointer)
    {
        if (!value.is_object()) {
            m_problem.set(pointer, "must be an object.");
            return;
        }
        MemberReader reader(value, pointer, m_problem);
        const auto role = roleFromName(reader.text("role"));
        if (!role)
            reader.refuse("role", "must be \"user\", \"assistant\" or \"system\".");
        reader.require("content");
        const Json *content = reader.array("content");
        if (m_problem.isSet() || !content)
            return;
        std::vector<Part> parts = decodeContent(*content, pointer + "/content", m_problem);
        Extensions extensions;
        takeRest(reader, extensions);
        if (*role == Role::User)
            addUserTurn(std::move(parts), extensions);
        else
            addOther(*role, std::move(parts), extensions, pointer);
    }

private:
    void addOther(Role role, std::vector<Part> parts, const Extensions &extensions, const std::string &pointer)
    {
        for (const Part &part : parts) {
            if (part.as<ToolResultPart>())
                m_problem.set(pointer + "/content", "may hold a toolResult in user messages only.");
            if (const auto *call = part.as<ToolCallPart>())
                m_toolNames[call->id] = call->name;
        }
        add(role, std::move(parts), extensions);
    }

    // Results first: models want them so, and other dialects have messages of their own for them.
    void addUserTurn(std::vector<Part> parts, const Extensions &extensions)
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

    void add(Role role, std::vector<Part> parts, const Extensions &extensions)
    {
        Message message;
        message.role = role;
        message.parts = std::move(parts);
        message.extensions = extensions;
        m_messages.push_back(std::move(message));
    }

    Problem &m_problem;
    std::vector<Message> &m_messages;
    std::map<std::string, std::string, std::less<>> m_toolNames; // of the calls so far, by id
};

} // namespace

void decodeMessages(const Json *system, const Json *messages, Problem &problem, std::vector<Message> &decoded)
{
    MessageDecoder decoder(problem, decoded);
    if (system)
        decoder.decodeSystem(*system);
    for (std::size_t i = 0; messages && i < messages->size() && !problem.isSet(); ++i)
        decoder.decode((*messages)[i], elementPointer("/messages", i));
}

} // namespace gateway::translation::bedrock
