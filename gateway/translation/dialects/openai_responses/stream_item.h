// One output item of a streamed answer: its events become the starts, pieces and ends of parts.
#pragma once

#include "gateway/translation/canonical/exchange_state.h"
#include "gateway/translation/canonical/stream_event.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace gateway::translation::openai_responses {

// Events that it gives have the part index 0: the decoder numbers them, because items may come interleaved.
class StreamItem {
public:
    explicit StreamItem(ExchangeState &state) : m_state(state) {}

    void begin(const Json &item, StreamEvents &events);
    // An event that tells a piece, or the whole of a piece, of this item. `type` without the prefix "response.".
    void read(std::string_view type, const Json &event, StreamEvents &events);
    void finish(const Json &item, StreamEvents &events); // output_item.done
    void close(StreamEvents &events);                    // the item's end does not come

    bool isFinished() const { return m_isFinished; }

private:
    enum class Kind { Unknown, Message, Reasoning, Call, Other };
    enum class Piece { Text, Refusal, Summary, Reasoning };

    void readPiece(Piece piece, std::int64_t index, std::string_view text, StreamEvents &events);
    void readWhole(Piece piece, std::int64_t index, std::string_view text, StreamEvents &events);
    void readArguments(std::string_view text, StreamEvents &events);
    void readAnnotation(const Json &event, StreamEvents &events);
    void readLogprobs(const Json &event, std::size_t first, StreamEvents &events); // from that token on
    void open(Piece piece, std::int64_t index, StreamEvents &events);
    void openCall(const Json &item, StreamEvents &events);
    void closePart(StreamEvents &events, std::optional<OpaqueState> state = std::nullopt);
    void finishMessage(const Json &item, StreamEvents &events);
    void finishReasoning(const Json &item, StreamEvents &events);
    void finishCall(const Json &item, StreamEvents &events);
    void tellWhole(const Json &item, StreamEvents &events);

    ExchangeState &m_state;
    Kind m_kind = Kind::Unknown;
    Json m_begun; // the item as it was when it began
    bool m_isFinished = false;
    bool m_hasParts = false;
    bool m_isOpen = false;
    Piece m_piece = Piece::Text;    // of the open part
    std::int64_t m_index = 0;       // content or summary index of the open part
    std::int64_t m_nextContent = 0; // content parts below it are over
    std::size_t m_received = 0;     // bytes of the open piece
    std::size_t m_toldTokens = 0;   // of the open piece: how many have their probabilities told
    std::string m_argumentsAhead;   // arguments that came before the call's name
};

} // namespace gateway::translation::openai_responses
