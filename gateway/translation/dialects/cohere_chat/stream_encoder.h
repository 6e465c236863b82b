// A streamed answer for a Cohere client.
#pragma once

#include "gateway/translation/dialects/client_dialect.h"

#include <optional>

namespace gateway::translation::cohere {

// message-start, the blocks one after the other, message-end with finish reason and usage. Each event is named by `type`
// in its data and by SSE's event, as Cohere sends them.
class StreamEncoder : public ClientStreamEncoder {
public:
    explicit StreamEncoder(ExchangeState &state) : m_state(state) {}
    void encode(const StreamEvent &event, std::string &wire) override;

private:
    enum class Kind { Text, Plan, Reasoning, Call, Nothing };

    struct OpenPart {
        Kind kind = Kind::Nothing;
        std::size_t index = 0;     // in the message
        std::size_t wireIndex = 0; // among content blocks, or among calls
        std::string text;          // of Text, for its citations
        bool hasBegun = false;     // reasoning without text is not told
        bool hasArguments = false;
        bool isCustom = false; // a call with free text, which is held and put into an object
        std::string held;
    };

    void start(const MessageStarted &started, std::string &wire);
    bool isOpen(std::size_t index) const { return m_open.kind != Kind::Nothing && m_open.index == index; }
    void startPart(const PartStarted &started, std::string &wire);
    void noteState();
    void startCall(const ToolCallPart &call, std::string &wire);
    void beginBlock(std::string &wire);
    void addDelta(const PartDelta &delta, std::string &wire);
    void addText(std::string_view text, std::string &wire);
    void addArguments(std::string_view text, std::string &wire);
    void addAnnotation(std::string_view text, std::string &wire);
    void addLogprobs(std::string_view text, std::string &wire);
    void endPart(const PartEnded &ended, std::string &wire);
    void endMessage(std::string &wire);
    void write(std::string_view type, std::optional<std::size_t> index, std::string_view message, std::string &wire,
               std::string_view more = {});

    ExchangeState &m_state;
    std::string m_id;
    OpenPart m_open;
    std::size_t m_blocks = 0;
    std::size_t m_calls = 0;
    std::size_t m_citations = 0;
    FinishReason m_finishReason = FinishReason::Unknown;
    TokenUsage m_usage;
    std::string m_rawUsage;
};

} // namespace gateway::translation::cohere
