// The events of ConverseStream -> events of the hub.
#pragma once

#include "gateway/translation/dialects/provider_dialect.h"

#include <list>
#include <string>

namespace gateway::translation::bedrock {

class StreamDecoder : public ProviderStreamDecoder {
public:
    explicit StreamDecoder(ExchangeState &state) : m_state(state) {}
    void decode(const ProviderFrame &frame, StreamEvents &events) override;
    void finish(const Error *failure, StreamEvents &events) override;
    bool isComplete() const override { return m_hasEnded || m_hasStopped; }

private:
    enum class Kind {
        Text,
        Reasoning,
        Call,
        Redacted,     // reasoning without text, told at its end as a whole
        Image,        // the same
        ServerCall,   // the same: a call that runs at Bedrock
        ServerResult, // the same: its result
    };

    // One content block. Blocks come one after the other; should they overlap, the later ones wait for the first.
    struct Block {
        std::int64_t number = 0; // the provider's index
        Kind kind = Kind::Text;
        Part part;               // as at its start
        bool isOutput = false;   // the call of state.outputTool, whose arguments are the text
        bool isCustom = false;   // a call whose arguments are told at its end
        bool hasStarted = false; // PartStarted was told
        bool hasStopped = false; // its contentBlockStop came
        std::size_t index = 0;   // of the part
        std::string input;       // of what is told at the end, as far as it came: arguments, bytes
        Json start;              // of a server's call or result, and of an image
        std::string signature;
        std::size_t textBytes = 0;
        std::vector<PartDelta> waiting; // deltas while another block is open
    };

    void readEvent(std::string_view event, const Json &data, StreamEvents &events);
    void startMessage(StreamEvents &events);
    void startBlock(const Json &data, StreamEvents &events);
    static Block makeBlock(Kind kind);
    Block makeCall(const Json &use) const;
    Block *findBlock(const Json &data);
    Block *blockFor(Kind kind, const Json &data, StreamEvents &events);
    void readDelta(const Json &data, StreamEvents &events);
    void readReasoning(const Json &delta, const Json &data, StreamEvents &events);
    void readToolInput(const Json &use, const Json &data, StreamEvents &events);
    void readWhole(const Json &delta, const Json &data, StreamEvents &events);
    void tell(Block &block, PartDelta::Kind kind, std::string text, StreamEvents &events);
    void advance(StreamEvents &events);
    void begin(Block &block, StreamEvents &events);
    void end(Block &block, StreamEvents &events);
    Part wholePart(Block &block) const;
    void readStop(const Json &data, StreamEvents &events);
    void readMetadata(const Json &data, StreamEvents &events);
    void endMessage(StreamEvents &events);
    void fail(const Error &error, StreamEvents &events);
    void closeAll(StreamEvents &events);
    void note(std::string reason) { m_state.answerReport.dropped("answer/stream", std::move(reason)); }

    ExchangeState &m_state;
    std::list<Block> m_blocks; // as they began; the first is open
    std::size_t m_nextPart = 0;
    std::size_t m_callCount = 0;
    bool m_hasServerCall = false;
    bool m_hasStarted = false;
    bool m_hasStopped = false; // messageStop came
    bool m_hasMetadata = false;
    bool m_hasEnded = false;
};

} // namespace gateway::translation::bedrock
