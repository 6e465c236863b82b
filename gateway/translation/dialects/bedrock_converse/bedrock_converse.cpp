#include "gateway/translation/dialects/bedrock_converse/bedrock_converse.h"

#include "gateway/translation/dialects/bedrock_converse/request_decoder.h"
#include "gateway/translation/dialects/bedrock_converse/request_encoder.h"
#include "gateway/translation/dialects/bedrock_converse/response_codec.h"
#include "gateway/translation/dialects/bedrock_converse/stream_decoder.h"
#include "gateway/translation/dialects/bedrock_converse/stream_encoder.h"
#include "gateway/translation/json/top_level_editor.h"

namespace gateway::translation {

namespace {

class BedrockConverseClient : public ClientDialect {
public:
    DialectId id() const override { return DialectId::BedrockConverse; }

    Result<ChatRequest> decodeRequest(const ClientCall &call) const override { return bedrock::decodeRequest(call); }

    std::string encodeResponse(const ChatResponse &response, ExchangeState &state) const override
    {
        return bedrock::encodeResponse(response, state);
    }

    std::unique_ptr<ClientStreamEncoder> beginStream(ExchangeState &state) const override
    {
        return std::make_unique<bedrock::StreamEncoder>(state);
    }

    std::string_view streamContentType() const override { return "application/vnd.amazon.eventstream"; }

    bool isErrorBody(std::string_view body) const override
    {
        const auto message = topLevelMember(body, "message");
        return message && message->has_value();
    }
};

class BedrockConverseProvider : public ProviderDialect {
public:
    DialectId id() const override { return DialectId::BedrockConverse; }
    FramingKind framing() const override { return FramingKind::AwsEventStream; }

    Result<EncodedRequest> encodeRequest(const ChatRequest &request, const ProviderCall &call, ExchangeState &state,
                                         ConversionReport &report) const override
    {
        return bedrock::encodeRequest(request, call, state, report);
    }

    Result<ChatResponse> decodeResponse(std::string_view body, ExchangeState &state) const override
    {
        return bedrock::decodeResponse(body, state);
    }

    std::unique_ptr<ProviderStreamDecoder> beginStream(ExchangeState &state) const override
    {
        return std::make_unique<bedrock::StreamDecoder>(state);
    }
};

} // namespace

const ClientDialect &bedrockConverseClient()
{
    static const BedrockConverseClient dialect;
    return dialect;
}

const ProviderDialect &bedrockConverseProvider()
{
    static const BedrockConverseProvider dialect;
    return dialect;
}

} // namespace gateway::translation
