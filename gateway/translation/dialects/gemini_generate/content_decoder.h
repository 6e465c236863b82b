// `systemInstruction` and `contents` of a request as messages of the hub.
#pragma once

#include "gateway/translation/canonical/message.h"

#include <optional>
#include <string>
#include <vector>

namespace gateway::translation::gemini {

// Ids that this decoder makes for calls without one begin so; the encoder leaves them out again.
inline constexpr std::string_view madeCallIdPrefix = "gemini_call_";

class ContentDecoder {
public:
    std::optional<Error> addSystemInstruction(const Json &value); // a content, a string or an array of parts
    std::optional<Error> addContents(const Json &value);          // a string, a content, or an array of both
    std::vector<Message> take() { return std::move(m_messages); }

private:
    struct Call {
        std::string id;
        std::string name;
        bool isAnswered = false;
    };

    std::optional<Error> addContent(const Json &value, const std::string &pointer);
    std::optional<Error> addParts(const Json &parts, bool isModel, const std::string &pointer);
    std::optional<Error> addPart(Part part, bool isModel, const std::string &pointer);
    Message &messageFor(Role role);
    void nameCall(ToolCallPart &call);
    void pairResult(ToolResultPart &result);
    Call *findCall(const ToolResultPart &result);
    std::string makeId();

    std::vector<Message> m_messages;
    std::vector<Call> m_calls;
    std::size_t m_contentStart = 0; // messages before this belong to earlier contents
    std::size_t m_madeIds = 0;
};

} // namespace gateway::translation::gemini
