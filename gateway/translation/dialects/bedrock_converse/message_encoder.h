// Messages of the hub -> `system` and `messages` of a request to Bedrock.
#pragma once

#include "gateway/translation/dialects/bedrock_converse/request_block_encoder.h"

#include <optional>
#include <string>
#include <vector>

namespace gateway::translation::bedrock {

struct EncodedMessages {
    Json system = Json::array();
    Json messages = Json::array();
    // The answer goes on with an assistant turn (after its tool results, or as a prefill) that does not begin with signed
    // reasoning: Claude refuses a thinking budget then.
    bool continuesWithoutThinking = false;
};

// AWS demands a user turn first, then assistant and user in turn, and every call answered in the very next turn.
class MessageEncoder {
public:
    MessageEncoder(const ChatRequest &request, const ModelTraits &traits, bool offersTools, ExchangeState &state,
                   ConversionReport &report);
    Result<EncodedMessages> encode();

private:
    struct Turn {
        Role role = Role::User;
        Json blocks = Json::array();
        Extensions members;           // beside role and content
        Json answers = Json::array(); // of an assistant turn: results of its calls
        std::string pointer;
    };

    std::size_t encodeLeadingSystem();
    void noteName(const Message &message, const std::string &pointer);
    std::optional<Error> addMessage(const Message &message, const std::string &pointer);
    void addResults(const Message &message, const std::string &pointer);
    void addOrphan(Json blocks, const std::string &pointer);
    Turn *turnOfCall(std::string_view providerCallId);
    void answerOpenCalls(Turn &turn);
    void emitTurns();
    void emitSystem(const Turn &turn, bool isFollowedByUser);
    void wrapSystem(const Turn &turn);
    void emit(std::string_view role, Json blocks, const Extensions &members);
    void beginWithUser();
    void addTextToDocuments();
    void trimPrefill();
    bool continuesWithoutThinking() const;

    const ChatRequest &m_request;
    const ModelTraits &m_traits;
    const bool m_offersTools;
    const bool m_isOwnClient;
    ConversionReport &m_report;
    RequestBlockEncoder m_blocks;
    std::vector<Turn> m_turns;
    EncodedMessages m_result;
};

} // namespace gateway::translation::bedrock
