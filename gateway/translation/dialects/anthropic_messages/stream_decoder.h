// The SSE frames of Anthropic's streamed answers -> events.
#pragma once

#include "gateway/translation/dialects/provider_dialect.h"

#include <list>
#include <string>

namespace gateway::translation::anthropic {

class StreamDecoder : public ProviderStreamDecoder {
public:
    explicit StreamDecoder(ExchangeState &state) : m_state(state) {}
    void decode(const ProviderFrame &frame, StreamEvents &events) override;
    void finish(const Error *failure, StreamEvents &events) override;
    bool isComplete() const override { return m_hasEnded || (!m_stopReason.empty() && m_blocks.empty()); }

private:
    // One content block. Blocks come one after the other; should they overlap, the later ones wait for the first.
    struct Block {
        std::int64_t number = 0; // the provider's index
        Part part;               // as at its start
        bool isWhole = false;    // told at its end as one event: opaque parts
        bool isOutput = false;   // the call of state.outputTool, whose arguments are the text
        bool isCustom = false;   // a call whose arguments are told at its end
        bool hasStarted = false; // PartStarted was told
        bool hasStopped = false; // its content_block_stop came
        std::size_t index = 0;   // of the part
        std::string input;       // of whole and custom ones, as far as it came
        std::string startInput;  // told at the start instead of by deltas
        std::string signature;
        std::size_t textBytes = 0;
        std::vector<PartDelta> waiting; // deltas while another block is open
    };

    void readFrame(const Json &data, std::string_view type, StreamEvents &events);
    void startMessage(const Json &message, StreamEvents &events);
    void startBlock(const Json &data, StreamEvents &events);
    Block makeBlock(const Json &block) const;
    Block *findBlock(const Json &data);
    void readDelta(const Json &data, StreamEvents &events);
    void tell(Block &block, PartDelta::Kind kind, std::string text, StreamEvents &events);
    void advance(StreamEvents &events);
    void begin(Block &block, StreamEvents &events);
    void end(Block &block, StreamEvents &events);
    void readMessageDelta(const Json &data, StreamEvents &events);
    void reportUsage(const Json &usage, StreamEvents &events);
    void stopMessage(StreamEvents &events);
    void fail(const Error &error, StreamEvents &events);
    void closeAll(StreamEvents &events);
    void note(std::string reason);

    ExchangeState &m_state;
    std::list<Block> m_blocks; // as they began; the first is open
    std::size_t m_nextPart = 0;
    Json m_usage = Json::object(); // all that was told, the newest word of each member
    std::string m_stopReason;
    std::string m_stopSequence;
    std::size_t m_callCount = 0;
    bool m_hasServerCall = false;
    bool m_hasStarted = false;
    bool m_hasEnded = false;
};

} // namespace gateway::translation::anthropic
