// A chat server's streamed answer.
#pragma once

#include "gateway/translation/dialects/openai_chat/choice_assembler.h"
#include "gateway/translation/dialects/provider_dialect.h"

#include <map>

namespace gateway::translation::openai_chat {

// Choices end when the stream does: finish reasons may come before the last pieces, and usage after them.
class StreamDecoder : public ProviderStreamDecoder {
public:
    explicit StreamDecoder(ExchangeState &state) : m_state(state) {}
    void decode(const ProviderFrame &frame, StreamEvents &events) override;
    void finish(const Error *failure, StreamEvents &events) override;
    bool isComplete() const override { return m_hasEnded || isAnswered(); }

private:
    void readChunk(const Json &chunk, StreamEvents &events);
    void noteRest(const Json &chunk);
    void readChoice(const Json &choice, std::int64_t position, StreamEvents &events);
    void start(const Json &chunk, StreamEvents &events);
    ChoiceAssembler &choiceOf(std::int64_t index);
    bool isAnswered() const; // every asked choice has its finish reason
    void closeParts(StreamEvents &events);
    void complete(StreamEvents &events);
    bool endChoice(std::int64_t index, const ChoiceAssembler &choice, StreamEvents &events); // false: the stream failed
    void fail(Error error, StreamEvents &events);
    void skipFrame(std::string reason);

    ExchangeState &m_state;
    bool m_hasStarted = false;
    bool m_hasEnded = false;
    std::size_t m_nextIndex = 0;
    std::string m_upstream; // who runs the model for OpenRouter
    std::map<std::int64_t, ChoiceAssembler> m_choices;
    std::optional<Json> m_usage; // the last one; some servers count up in every chunk
};

} // namespace gateway::translation::openai_chat
