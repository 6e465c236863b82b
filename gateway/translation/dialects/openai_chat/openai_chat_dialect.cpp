#include "gateway/translation/dialects/openai_chat/openai_chat_dialect.h"

#include "gateway/translation/dialects/openai_chat/request_decoder.h"
#include "gateway/translation/dialects/openai_chat/request_encoder.h"
#include "gateway/translation/dialects/openai_chat/response_decoder.h"
#include "gateway/translation/dialects/openai_chat/response_encoder.h"
#include "gateway/translation/dialects/openai_chat/stream_decoder.h"
#include "gateway/translation/dialects/openai_chat/stream_encoder.h"

namespace gateway::translation {

namespace {

class ChatClient : public ClientDialect {
public:
    DialectId id() const override { return DialectId::OpenAiChat; }

    Result<ChatRequest> decodeRequest(const ClientCall &call) const override
    {
        return openai_chat::decodeRequest(call);
    }

    std::string encodeResponse(const ChatResponse &response, ExchangeState &state) const override
    {
        return openai_chat::encodeResponse(response, state);
    }

    std::unique_ptr<ClientStreamEncoder> beginStream(ExchangeState &state) const override
    {
        return std::make_unique<openai_chat::StreamEncoder>(state);
    }
};

class ChatProvider : public ProviderDialect {
public:
    DialectId id() const override { return DialectId::OpenAiChat; }

    Result<EncodedRequest> encodeRequest(const ChatRequest &request, const ProviderCall &call, ExchangeState &state,
                                         ConversionReport &report) const override
    {
        return openai_chat::encodeRequest(request, call, state, report);
    }

    Result<ChatResponse> decodeResponse(std::string_view body, ExchangeState &state) const override
    {
        return openai_chat::decodeResponse(body, state);
    }

    std::unique_ptr<ProviderStreamDecoder> beginStream(ExchangeState &state) const override
    {
        return std::make_unique<openai_chat::StreamDecoder>(state);
    }
};

} // namespace

const ClientDialect &openAiChatClient()
{
    static const ChatClient dialect;
    return dialect;
}

const ProviderDialect &openAiChatProvider()
{
    static const ChatProvider dialect;
    return dialect;
}

} // namespace gateway::translation
