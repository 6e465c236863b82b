// Answers to a client, whole and streamed.
#pragma once

#include "gateway/translation/dialects/client_dialect.h"
#include "gateway/translation/dialects/openai_responses/answer_writer.h"

namespace gateway::translation::openai_responses {

std::string encodeResponse(const ChatResponse &response, ExchangeState &state);

class StreamEncoder final : public ClientStreamEncoder {
public:
    explicit StreamEncoder(ExchangeState &state) : m_writer(state) {}
    void encode(const StreamEvent &event, std::string &wire) override { m_writer.write(event, &wire); }

private:
    AnswerWriter m_writer;
};

} // namespace gateway::translation::openai_responses
