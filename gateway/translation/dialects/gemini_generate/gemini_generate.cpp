#include "gateway/translation/dialects/gemini_generate/gemini_generate.h"

#include "gateway/translation/dialects/gemini_generate/request_decoder.h"
#include "gateway/translation/dialects/gemini_generate/request_encoder.h"
#include "gateway/translation/dialects/gemini_generate/response_decoder.h"
#include "gateway/translation/dialects/gemini_generate/response_encoder.h"
#include "gateway/translation/dialects/gemini_generate/stream_decoder.h"
#include "gateway/translation/dialects/gemini_generate/stream_encoder.h"

namespace gateway::translation {

namespace {

class GeminiGenerateClient final : public ClientDialect {
public:
    DialectId id() const override { return DialectId::GeminiGenerate; }
    Result<ChatRequest> decodeRequest(const ClientCall &call) const override { return gemini::decodeRequest(call); }
    std::string encodeResponse(const ChatResponse &response, ExchangeState &state) const override
    {
        return gemini::encodeResponse(response, state);
    }
    std::unique_ptr<ClientStreamEncoder> beginStream(ExchangeState &state) const override
    {
        return std::make_unique<gemini::StreamEncoder>(state);
    }
};

class GeminiGenerateProvider final : public ProviderDialect {
public:
    DialectId id() const override { return DialectId::GeminiGenerate; }
    Result<EncodedRequest> encodeRequest(const ChatRequest &request, const ProviderCall &call, ExchangeState &state,
                                         ConversionReport &report) const override
    {
        return gemini::encodeRequest(request, call, state, report);
    }
    Result<ChatResponse> decodeResponse(std::string_view body, ExchangeState &state) const override
    {
        return gemini::decodeResponse(body, state);
    }
    std::unique_ptr<ProviderStreamDecoder> beginStream(ExchangeState &state) const override
    {
        return std::make_unique<gemini::StreamDecoder>(state);
    }
};

} // namespace

const ClientDialect &geminiGenerateClient()
{
    static const GeminiGenerateClient dialect;
    return dialect;
}

const ProviderDialect &geminiGenerateProvider()
{
    static const GeminiGenerateProvider dialect;
    return dialect;
}

} // namespace gateway::translation
