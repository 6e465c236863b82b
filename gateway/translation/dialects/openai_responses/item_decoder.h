// Input items of a request -> messages.
#pragma once

#include "gateway/translation/canonical/message.h"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace gateway::translation::openai_responses {

// Items of the model that follow each other become one message of the assistant, results that follow each other one
// message with the role Tool: that is how all other dialects write a turn.
class ItemDecoder {
public:
    explicit ItemDecoder(std::vector<Message> &messages) : m_messages(messages) {}

    std::optional<Error> add(const Json &item, const std::string &pointer);
    void finish(); // after the last item

private:
    std::optional<Error> addMessage(const Json &item, const std::string &pointer);
    std::optional<Error> addReasoning(const Json &item, const std::string &pointer);
    std::optional<Error> addCall(const Json &item, const std::string &pointer, ToolCallPart::Kind kind);
    std::optional<Error> addResult(const Json &item, const std::string &pointer, ToolCallPart::Kind kind);
    void addOpaque(const Json &item);

    Message &turnOf(Role role);       // the last message when it has that role, else a new one
    void addAssistantPart(Part part); // takes the state that waits for it
    void keepWaitingState();          // the part that it belongs to does not come

    std::vector<Message> &m_messages;
    std::map<std::string, std::string> m_callNames; // call id -> tool
    std::optional<Part> m_waiting;                  // an item whose state belongs to the next part of the model
};

} // namespace gateway::translation::openai_responses
