#include "gateway/translation/dialects/cohere_chat/cohere_chat.h"

#include "gateway/translation/dialects/cohere_chat/answer_words.h"
#include "gateway/translation/dialects/cohere_chat/request_decoder.h"
#include "gateway/translation/dialects/cohere_chat/request_encoder.h"
#include "gateway/translation/dialects/cohere_chat/response_codec.h"
#include "gateway/translation/dialects/cohere_chat/stream_decoder.h"
#include "gateway/translation/dialects/cohere_chat/stream_encoder.h"

#include <array>

namespace gateway::translation {

namespace {

constexpr std::array routes{ClientRoute{"/v2/chat", "/v2/chat"}};

// Bifrost answers errors here in its own shape; Cohere's SDKs and the programs around them read the text at the top.
constexpr ClientMount ownMount{"/cohere", "cohere", ErrorShape::BifrostWithMessage, routes};

class CohereClient : public ClientDialect {
public:
    DialectId id() const override { return DialectId::CohereChat; }
    const ClientMount *mount() const override { return &ownMount; }

    Result<ChatRequest> decodeRequest(const ClientCall &call) const override { return cohere::decodeRequest(call); }

    std::string encodeResponse(const ChatResponse &response, ExchangeState &state) const override
    {
        return cohere::encodeResponse(response, state);
    }

    std::unique_ptr<ClientStreamEncoder> beginStream(ExchangeState &state) const override
    {
        return std::make_unique<cohere::StreamEncoder>(state);
    }

    std::string failureFrame(const Error &error, const ErrorContext &) const override
    {
        return cohere::failureFrame({}, error);
    }
    // The SDKs hand message-end to the program whatever its finish_reason is.
    bool hasFailureEvents() const override { return false; }
    bool isErrorBody(std::string_view body) const override { return cohere::isErrorBody(body); }
};

class CohereProvider : public ProviderDialect {
public:
    DialectId id() const override { return DialectId::CohereChat; }

    Result<EncodedRequest> encodeRequest(const ChatRequest &request, const ProviderCall &call, ExchangeState &state,
                                         ConversionReport &report) const override
    {
        return cohere::encodeRequest(request, call, state, report);
    }

    Result<ChatResponse> decodeResponse(std::string_view body, ExchangeState &state) const override
    {
        return cohere::decodeResponse(body, state);
    }

    std::unique_ptr<ProviderStreamDecoder> beginStream(ExchangeState &state) const override
    {
        return std::make_unique<cohere::StreamDecoder>(state);
    }

    void readFacts(JsonValue answer, AnswerFacts &facts) const override { cohere::readFacts(answer, facts); }
};

} // namespace

const ClientDialect &cohereChatClient()
{
    static const CohereClient dialect;
    return dialect;
}

const ProviderDialect &cohereChatProvider()
{
    static const CohereProvider dialect;
    return dialect;
}

} // namespace gateway::translation
