// Events -> the SSE frames that Anthropic's clients read (docs.claude.com "Streaming messages").
#pragma once

#include "gateway/translation/dialects/client_dialect.h"

#include <map>
#include <set>
#include <string>
#include <vector>

namespace gateway::translation::anthropic {

class StreamEncoder : public ClientStreamEncoder {
public:
    explicit StreamEncoder(ExchangeState &state) : m_state(state) {}
    void encode(const StreamEvent &event, std::string &wire) override;

private:
    struct OpenPart {
        Part part;
        bool hasBlock = false;   // its content_block_start was written
        bool isHeld = false;     // arguments are kept until the part ends
        bool hasContent = false; // a delta came
        std::string held;
        std::vector<Json> citations; // that came before the first character of their text
    };

    void write(const MessageStarted &started, std::string &wire);
    void write(const PartStarted &started, std::string &wire);
    void write(const PartDelta &delta, std::string &wire);
    void write(const PartEnded &ended, std::string &wire);
    void write(const UsageReported &reported, std::string &wire);
    void write(const ChoiceEnded &ended, std::string &wire);
    void write(const MessageEnded &ended, std::string &wire);
    void write(const StreamFailed &failed, std::string &wire);

    void startBlock(const std::string &block, std::string &wire);
    void startTextBlock(OpenPart &open, std::string &wire);
    void startCallBlock(OpenPart &open, std::string &wire);
    void writeDelta(std::string_view type, std::string_view member, std::string_view text, std::string &wire);
    void stopBlock(std::string &wire);
    void writeWholeBlock(const Json &block, std::string &wire);
    void writeOpaque(const OpaquePart &opaque, std::string &wire);
    void writeArguments(OpenPart &open, std::string_view piece, std::string &wire);
    void writeAnnotation(OpenPart &open, std::string_view annotation, std::string &wire);
    void writeCitation(const Json &citation, std::string &wire);
    void endCall(OpenPart &open, const PartEnded &ended, std::string &wire);
    void endReasoning(const PartEnded &ended, std::string &wire);

    ExchangeState &m_state;
    std::map<std::size_t, OpenPart> m_open;
    std::set<std::size_t> m_skipped; // parts of other choices, or of kinds without a block
    std::int64_t m_nextBlock = 0;
    TokenUsage m_usage;
    std::string m_serviceTier;
    ChoiceEnded m_end;
    bool m_hasCalls = false;
    bool m_hasRefusal = false;
};

} // namespace gateway::translation::anthropic
