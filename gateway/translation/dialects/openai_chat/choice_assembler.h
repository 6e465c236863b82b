// Puts the deltas of one streamed choice together to parts, one open at a time.
#pragma once

#include "gateway/translation/canonical/exchange_state.h"
#include "gateway/translation/canonical/stream_event.h"

namespace gateway::translation::openai_chat {

// Follows a JSON text piece by piece and tells when its object is closed.
class JsonProgress {
public:
    void feed(std::string_view text);
    bool isComplete() const { return m_isComplete; }

private:
    int m_depth = 0;
    bool m_isInString = false;
    bool m_isEscaped = false;
    bool m_isComplete = false;
};

// The front part is told as it comes. Parts behind it wait until it is over: text is when something else comes, a tool
// call when its arguments are whole, because servers may send pieces of several calls in any order.
class ChoiceAssembler {
public:
    // `nextIndex` counts the parts of the whole message; both outlive the assembler.
    ChoiceAssembler(std::int64_t choice, ExchangeState &state, std::size_t &nextIndex);

    void readDelta(const Json &delta, StreamEvents &events);
    void readLogprobs(const Json &logprobs, StreamEvents &events);
    void setFinishWord(std::string_view word);
    void setStopSequence(std::string sequence) { m_stopSequence = std::move(sequence); }
    void closeAll(StreamEvents &events);

    const std::string &finishWord() const { return m_finishWord; }
    const std::string &stopSequence() const { return m_stopSequence; } // that was hit, where told
    bool hasCalls() const { return m_hasCalls; }
    bool hasRefusal() const { return m_hasRefusal; }

private:
    enum class Kind { Text, Reasoning, Refusal, Call, Whole };

    struct PendingPart {
        Kind kind = Kind::Text;
        Part whole;                 // Whole
        std::int64_t wireIndex = 0; // Call, as all below
        std::string id;             // may come later than the first piece
        std::string name;           // so may this; the part starts when it is known
        bool isCustomOnWire = false;
        bool isWrapped = false; // its arguments are told at the end, unwrapped
        std::string wrappedArguments;
        std::optional<OpaqueState> signature;
        JsonProgress progress;
        std::vector<PartDelta> waiting; // not yet told
        bool isStarted = false;
        bool isClosed = false;
        std::size_t index = 0; // in the message, once started
    };

    struct CallDelta {
        std::optional<std::int64_t> index;
        std::string_view id;
        std::string_view name;
        std::string arguments;
        bool isCustom = false;
        std::optional<OpaqueState> signature;
    };

    void noteRest(const Json &delta) const;
    void readContent(const Json &delta, StreamEvents &events);
    void addText(Kind kind, std::string_view text, StreamEvents &events);
    void addAnnotation(const Json &annotation, StreamEvents &events);
    void addWhole(Part part, StreamEvents &events);
    void readCalls(const Json &delta, StreamEvents &events);
    void addCall(CallDelta delta, StreamEvents &events);
    PendingPart *findCall(const CallDelta &delta);
    PendingPart &partFor(Kind kind);

    void advance(StreamEvents &events);
    void tell(PendingPart &part, StreamEvents &events);
    bool start(PendingPart &part, StreamEvents &events); // false when it cannot yet
    Part startOf(PendingPart &part);
    void close(PendingPart &part, StreamEvents &events);
    static bool isOver(const PendingPart &part);

    std::int64_t m_choice;
    ExchangeState &m_state;
    std::size_t &m_nextIndex;
    std::vector<PendingPart> m_parts;
    std::size_t m_front = 0;
    std::string m_finishWord;
    std::string m_stopSequence;
    bool m_hasCalls = false;
    bool m_hasRefusal = false;
};

} // namespace gateway::translation::openai_chat
