// Reads a streamed answer of Gemini: each frame is a whole GenerateContentResponse with the next parts.
#pragma once

#include "gateway/translation/dialects/provider_dialect.h"

#include <optional>
#include <string>
#include <vector>

namespace gateway::translation::gemini {

// The end of the body is the end of the answer: there is no mark. It is whole when every candidate told its
// finishReason; the last one told counts, because old models tell one with every frame.
class StreamDecoder final : public ProviderStreamDecoder {
public:
    explicit StreamDecoder(ExchangeState &state);

    void decode(const ProviderFrame &frame, StreamEvents &events) override;
    void finish(const Error *failure, StreamEvents &events) override;
    bool isComplete() const override { return m_hasEnded || isWhole(); }

private:
    enum class Open { Nothing, Text, Reasoning };
    struct Candidate {
        std::int64_t index = 0;
        Open open = Open::Nothing;
        std::size_t openPart = 0;
        bool hasCalls = false;
        bool hasContent = false;
        std::string reason;                     // empty until told
        std::string message;                    // Google's own explanation of it
        std::optional<OpaqueState> stateOfText; // of the open text, which is over but may still get citations
        std::string text;                       // of the open text, where there may be citations of it
        Json grounding;                         // the last one that was told
    };

    void decodeBody(const Json &body, StreamEvents &events);
    void decodeCandidate(const Json &json, StreamEvents &events);
    void addPart(Candidate &candidate, Part part, StreamEvents &events);
    void addText(Candidate &candidate, Open kind, std::string text, Part part, StreamEvents &events);
    void addCall(Candidate &candidate, Part part, StreamEvents &events);
    void cite(Candidate &candidate, StreamEvents &events);
    void closeOpen(Candidate &candidate, std::optional<OpaqueState> state, StreamEvents &events);
    std::size_t startPart(const Candidate &candidate, Part part, StreamEvents &events);
    Candidate *candidateOf(std::int64_t index);
    void endChoice(const Candidate &candidate, StreamEvents &events);
    void reportUsage(StreamEvents &events);
    void fail(Error error, StreamEvents &events);
    bool isWhole() const;
    std::optional<Error> failureOfAll() const; // of the first candidate, when none ended well

    ExchangeState &m_state;
    const bool m_mayBeGrounded;
    std::vector<Candidate> m_candidates;
    std::string m_blockReason;
    Json m_usage; // the last usageMetadata
    std::size_t m_nextPart = 0;
    bool m_hasStarted = false;
    bool m_hasEnded = false;
};

} // namespace gateway::translation::gemini
