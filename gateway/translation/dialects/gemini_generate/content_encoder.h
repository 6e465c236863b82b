// Messages of the hub as `systemInstruction` and `contents`.
#pragma once

#include "gateway/translation/dialects/gemini_generate/encode_context.h"

#include <optional>
#include <set>
#include <string>
#include <vector>

namespace gateway::translation::gemini {

// Turns alternate: neighbours of one role are joined. The results of a turn's calls are the very next content, in the
// order of the calls; a function call without its result there is a 400.
class ContentEncoder {
public:
    explicit ContentEncoder(EncodeContext &context);

    Result<Json> encodeContents();                             // call it first
    const Json &systemInstruction() const { return m_system; } // null when there is none

private:
    struct Call {
        const ToolCallPart *call = nullptr;
        std::size_t message = 0;
        std::string pointer;
    };

    std::size_t encodeLeadingSystem();
    void addSystemText(const Message &message, std::size_t index);
    std::optional<Error> addModelTurns(std::size_t &index);
    std::optional<Error> addModelMessage(const Message &message, std::size_t index, std::vector<Call> &calls);
    void addResults(const std::vector<Call> &calls, std::size_t next);
    void addLaterSystem(const Message &message, std::size_t index);
    std::optional<Error> addUserMessage(const Message &message, std::size_t index);
    void addOrphans(const Message &message, std::size_t index);
    void addMessageNotes(const Message &message, std::size_t index);
    const Part *takeResult(const ToolCallPart &call, std::size_t from);
    void append(std::string_view role, Json parts, const Message *message);
    void addSignatures(Json &parts);
    std::string messagePointer(std::size_t index) const;
    std::string partPointer(std::size_t index, std::size_t part) const;

    EncodeContext &m_context;
    Json m_contents = Json::array();
    Json m_system;
    std::set<const Part *> m_usedResults;
    std::size_t m_topLevelMessages = 0;
};

} // namespace gateway::translation::gemini
