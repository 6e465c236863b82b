#include "gateway/translation/dialects/anthropic_messages/anthropic_messages.h"

#include "gateway/translation/dialects/anthropic_messages/request_decoder.h"
#include "gateway/translation/dialects/anthropic_messages/request_encoder.h"
#include "gateway/translation/dialects/anthropic_messages/response_codec.h"
#include "gateway/translation/dialects/anthropic_messages/stream_decoder.h"
#include "gateway/translation/dialects/anthropic_messages/stream_encoder.h"

namespace gateway::translation {

namespace {

class AnthropicMessagesClient : public ClientDialect {
public:
    DialectId id() const override { return DialectId::AnthropicMessages; }

    Result<ChatRequest> decodeRequest(const ClientCall &call) const override { return anthropic::decodeRequest(call); }

    std::string encodeResponse(const ChatResponse &response, ExchangeState &state) const override
    {
        return anthropic::encodeResponse(response, state);
    }

    std::unique_ptr<ClientStreamEncoder> beginStream(ExchangeState &state) const override
    {
        return std::make_unique<anthropic::StreamEncoder>(state);
    }
};

class AnthropicMessagesProvider : public ProviderDialect {
public:
    DialectId id() const override { return DialectId::AnthropicMessages; }

    Result<EncodedRequest> encodeRequest(const ChatRequest &request, const ProviderCall &call, ExchangeState &state,
                                         ConversionReport &report) const override
    {
        return anthropic::encodeRequest(request, call, state, report);
    }

    Result<ChatResponse> decodeResponse(std::string_view body, ExchangeState &state) const override
    {
        return anthropic::decodeResponse(body, state);
    }

    std::unique_ptr<ProviderStreamDecoder> beginStream(ExchangeState &state) const override
    {
        return std::make_unique<anthropic::StreamDecoder>(state);
    }
};

} // namespace

const ClientDialect &anthropicMessagesClient()
{
    static const AnthropicMessagesClient dialect;
    return dialect;
}

const ProviderDialect &anthropicMessagesProvider()
{
    static const AnthropicMessagesProvider dialect;
    return dialect;
}

} // namespace gateway::translation
