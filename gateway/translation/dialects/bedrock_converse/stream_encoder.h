// Events -> the binary frames that AWS's SDKs read from ConverseStream.
#pragma once

#include "gateway/translation/dialects/client_dialect.h"

#include <map>
#include <set>
#include <string>
#include <vector>

namespace gateway::translation::bedrock {

class StreamEncoder : public ClientStreamEncoder {
public:
    explicit StreamEncoder(ExchangeState &state) : m_state(state) {}
    void encode(const StreamEvent &event, std::string &wire) override;

private:
    struct OpenPart {
        Part part;
        bool hasBlock = false;   // something of it was written
        bool hasText = false;    // of reasoning
        bool isHeld = false;     // arguments are kept until the part ends
        bool hasContent = false; // arguments came
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

    void startPart(OpenPart &open, std::string &wire);
    bool writeWholePart(const Part &part, std::string &wire);
    void writeOpaque(const Json &block, std::string &wire);
    void writeStart(std::string_view start, std::string &wire);
    void writeDelta(std::string_view delta, std::string &wire);
    void writeText(OpenPart &open, std::string_view text, std::string &wire);
    void writeArguments(OpenPart &open, std::string_view piece, std::string &wire);
    void writeInput(std::string_view input, std::string &wire);
    void writeAnnotation(OpenPart &open, const Json &annotation, std::string &wire);
    void writeCitation(const Json &citation, std::string &wire);
    void writeStateOfNext(const OpaqueState &state, std::string &wire);
    void startCall(OpenPart &open, std::string &wire);
    void endCall(OpenPart &open, const PartEnded &ended, std::string &wire);
    void stopBlock(std::string &wire);

    ExchangeState &m_state;
    std::map<std::size_t, OpenPart> m_open;
    std::set<std::size_t> m_skipped; // parts of other choices, and those that were written as a whole
    std::int64_t m_nextBlock = 0;
    TokenUsage m_usage;
    std::string m_serviceTier;
    ChoiceEnded m_end;
    bool m_hasCalls = false;
};

} // namespace gateway::translation::bedrock
