// The messages of a chat client, old function calls and Cursor's Responses items among them.
#pragma once

#include "gateway/translation/canonical/message.h"
#include "gateway/translation/dialects/openai_chat/member_reader.h"

#include <map>

namespace gateway::translation::openai_chat {

class MessageDecoder {
public:
    explicit MessageDecoder(Problem &problem) : m_problem(problem) {}

    // `pointer` names the list: "/messages".
    std::vector<Message> decode(const Json &list, const std::string &pointer);

private:
    Message decodeMessage(const Json &json, const std::string &pointer);
    void readAssistant(MemberReader &reader, Message &message);
    void readToolCalls(MemberReader &reader, Message &message);
    Part decodeToolCall(const Json &json, const std::string &pointer);
    void readLegacyCall(MemberReader &reader, Message &message);
    void readToolResult(MemberReader &reader, Message &message);
    void readLegacyResult(MemberReader &reader, Message &message);

    Problem &m_problem;
    std::map<std::string, std::pair<std::string, ToolCallPart::Kind>, std::less<>> m_calls; // by id: name and kind
    std::string m_legacyCallId; // of the last call without an id
    int m_legacyCalls = 0;
};

// Items of the Responses API become the chat messages that they mean; others stay as they are.
Json chatMessageOfItem(const Json &item);

} // namespace gateway::translation::openai_chat
