#include "gateway/translation/dialects/openai_responses/openai_responses.h"

#include "gateway/translation/dialects/openai_responses/answer_decoder.h"
#include "gateway/translation/dialects/openai_responses/answer_encoder.h"
#include "gateway/translation/dialects/openai_responses/request_decoder.h"
#include "gateway/translation/dialects/openai_responses/request_encoder.h"
#include "gateway/translation/dialects/openai_responses/stream_decoder.h"

namespace gateway::translation {

namespace {

class ResponsesClient final : public ClientDialect {
public:
    DialectId id() const override { return DialectId::OpenAiResponses; }
    Result<ChatRequest> decodeRequest(const ClientCall &call) const override
    {
        return openai_responses::decodeRequest(call);
    }
    std::string encodeResponse(const ChatResponse &response, ExchangeState &state) const override
    {
        return openai_responses::encodeResponse(response, state);
    }
    std::unique_ptr<ClientStreamEncoder> beginStream(ExchangeState &state) const override
    {
        return std::make_unique<openai_responses::StreamEncoder>(state);
    }
};

class ResponsesProvider final : public ProviderDialect {
public:
    DialectId id() const override { return DialectId::OpenAiResponses; }
    Result<EncodedRequest> encodeRequest(const ChatRequest &request, const ProviderCall &call, ExchangeState &state,
                                         ConversionReport &report) const override
    {
        return openai_responses::encodeRequest(request, call, state, report);
    }
    Result<ChatResponse> decodeResponse(std::string_view body, ExchangeState &state) const override
    {
        return openai_responses::decodeResponse(body, state);
    }
    std::unique_ptr<ProviderStreamDecoder> beginStream(ExchangeState &state) const override
    {
        return std::make_unique<openai_responses::StreamDecoder>(state);
    }
};

} // namespace

const ClientDialect &openAiResponsesClient()
{
    static const ResponsesClient client;
    return client;
}

const ProviderDialect &openAiResponsesProvider()
{
    static const ResponsesProvider provider;
    return provider;
}

} // namespace gateway::translation
