// A streamed answer for a chat client.
#pragma once

#include "gateway/translation/dialects/client_dialect.h"

#include <map>

namespace gateway::translation::openai_chat {

// Chunks as OpenAI sends them: the role first, one finish reason a choice, the usage in a chunk of its own where the
// client asked for it, and "[DONE]" unless the stream failed.
class StreamEncoder : public ClientStreamEncoder {
public:
    explicit StreamEncoder(ExchangeState &state);
    void encode(const StreamEvent &event, std::string &wire) override;

private:
    struct ChoiceState {
        bool hasRole = false;
        bool hasEnded = false;
        bool hasReasoning = false; // some was sent: the next part of it begins a paragraph
        bool saidRefusal = false;
        std::int64_t calls = 0;
    };
    struct OpenPart {
        std::int64_t choice = 0;
        Part part;                  // its kind, and a call's names
        std::int64_t callIndex = 0; // position among the calls of the choice
        bool hasContent = false;
        bool isHeld = false; // a call that is told in one piece at its end
    };

    void start(const MessageStarted &started, std::string &wire);
    void startPart(const PartStarted &started, std::string &wire);
    void startCall(OpenPart &open, std::string &wire);
    void addDelta(const PartDelta &delta, std::string &wire);
    void addText(OpenPart &open, std::string_view text, std::string &wire);
    void addArguments(OpenPart &open, std::string_view text, std::string &wire);
    void addAnnotation(const OpenPart &open, std::string_view text, std::string &wire);
    void addWholePart(const OpenPart &open, std::string &wire);
    void endPart(const PartEnded &ended, std::string &wire);
    void endCall(OpenPart &open, const std::optional<OpaqueState> &state, std::string &wire);
    void endChoice(const ChoiceEnded &ended, std::string &wire);
    void endMessage(std::string &wire);
    void fail(const StreamFailed &failed, std::string &wire);

    ChoiceState &choiceOf(std::int64_t index, std::string &wire); // with its role sent
    void writeDelta(std::int64_t choice, std::string_view delta, std::string &wire);
    void writeChunk(std::int64_t choice, std::string_view delta, std::string_view logprobs, std::string_view reason,
                    std::string &wire);

    ExchangeState &m_state;
    bool m_isLegacy;
    std::string m_head; // of every chunk, up to its choices
    std::map<std::int64_t, ChoiceState> m_choices;
    std::map<std::size_t, OpenPart> m_openParts;
    TokenUsage m_usage;
    std::string m_rawUsage;
};

} // namespace gateway::translation::openai_chat
