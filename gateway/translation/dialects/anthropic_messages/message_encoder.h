// Messages of the hub -> `system` and `messages` of a request to Anthropic.
#pragma once

#include "gateway/translation/dialects/anthropic_messages/model_traits.h"
#include "gateway/translation/dialects/anthropic_messages/request_block_encoder.h"

#include <set>
#include <string>
#include <vector>

namespace gateway::translation::anthropic {

struct EncodedMessages {
    Json system; // null when there is none
    Json messages = Json::array();
    bool needsSystemTurnBeta = false; // a system turn of a client that cannot have sent the beta's header
    // The answer goes on with an assistant turn (after its tool results, or as a prefill) that does not begin with
    // thinking of Anthropic's: a thinking budget is refused then.
    bool continuesWithoutThinking = false;
};

class MessageEncoder {
public:
    MessageEncoder(const ChatRequest &request, const ModelTraits &traits, ExchangeState &state,
                   ConversionReport &report);
    Result<EncodedMessages> encode();

private:
    struct Turn {
        Role role = Role::User;
        Json blocks = Json::array();
        Extensions members;           // beside role and content
        Json answers = Json::array(); // of an assistant turn: results of its calls
        bool followsAnswers = false;  // of a user turn: goes into one turn with the results before it
        std::string pointer;
    };

    std::size_t encodeLeadingSystem();
    void noteName(const Message &message, const std::string &pointer);
    std::optional<Error> addMessage(const Message &message, const std::string &pointer);
    void addResults(const Message &message, const std::string &pointer);
    void addAssistant(const Message &message, const std::string &pointer);
    Turn *turnOfCall(std::string_view providerCallId);
    void answerOpenCalls(Turn &turn);
    void emitTurns();
    void emitSystem(const Turn &turn, bool isFollowedByUser);
    void emit(std::string_view role, Json blocks, const Extensions &members);
    void wrapSystem(const Turn &turn);
    void trimPrefill();
    bool continuesWithoutThinking() const;

    const ChatRequest &m_request;
    const ModelTraits &m_traits;
    ConversionReport &m_report;
    RequestBlockEncoder m_blocks;
    std::vector<Turn> m_turns;
    EncodedMessages m_result;
};

} // namespace gateway::translation::anthropic
