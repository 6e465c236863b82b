// Writes a streamed answer for a Gemini client: each frame is a whole GenerateContentResponse.
#pragma once

#include "gateway/translation/dialects/client_dialect.h"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace gateway::translation::gemini {

// Frames end with \r\n\r\n as Google's do, and there is never a [DONE], which ends Gemini CLI with an error. A tool call
// is written whole when it ends; the last frame has the finish reasons and the usage.
class StreamEncoder final : public ClientStreamEncoder {
public:
    explicit StreamEncoder(ExchangeState &state);

    void encode(const StreamEvent &event, std::string &wire) override;

private:
    struct OpenPart {
        std::int64_t choice = 0;
        Part part;        // a call's arguments are collected here, and a text that is not told before its end
        std::string text; // that was told, where there may be citations of it
    };

    void start(const MessageStarted &started);
    void cite(OpenPart &open, const std::string &annotation);
    void startPart(const PartStarted &started, std::string &wire);
    void addDelta(const PartDelta &delta, std::string &wire);
    void endPart(const PartEnded &ended, std::string &wire);
    void endMessage(std::string &wire);
    void tellText(OpenPart &open, std::string_view text, std::string &wire);
    void writeText(std::int64_t choice, std::string_view text, bool isThought, std::string &wire);
    void writePart(std::int64_t choice, const Json &part, std::string &wire);
    void writeFrame(std::int64_t choice, std::string_view part, std::string &wire) const;
    void endFrame(std::string &wire) const;

    ExchangeState &m_state;
    const bool m_mayCite;
    const bool m_holdsTexts; // to take the word out of an object
    std::string m_tail;      // "modelVersion" and "responseId", the end of every frame
    std::map<std::size_t, OpenPart> m_openParts;
    std::map<std::int64_t, std::optional<OpaqueState>> m_thoughts; // by choice: what waits for its call
    std::map<std::int64_t, Json> m_logprobs;                       // by choice: OpenAI chat's list of tokens
    std::map<std::int64_t, Json> m_groundings;                     // by choice
    std::vector<ChoiceEnded> m_endedChoices;
    TokenUsage m_usage;
};

} // namespace gateway::translation::gemini
