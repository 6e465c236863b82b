#include "gateway/pipeline/embedding_attempt.h"

#include "gateway/pipeline/translated_attempt.h"
#include "gateway/translation/counting/token_estimate.h"
#include "gateway/translation/embeddings/embedding_codec.h"

namespace gateway::pipeline {

using namespace translation;

namespace {

std::int64_t estimateInputs(const EmbeddingRequest &request)
{
    std::int64_t tokens = 0;
    for (const EmbeddingInput &input : request.inputs) {
        if (const auto *text = std::get_if<std::string>(&input))
            tokens += estimateTokens(*text);
        else
            tokens += static_cast<std::int64_t>(std::get<1>(input).size());
    }
    return tokens;
}

class EmbeddingExchange final : public OperationExchange {
public:
    EmbeddingExchange(const EmbeddingCodec &client, const EmbeddingCodec &provider, EmbeddingRequest asked,
                      std::string requestId)
        : m_client(client), m_provider(provider), m_asked(std::move(asked)), m_requestId(std::move(requestId))
    {
    }

    const EmbeddingRequest &asked() const { return m_asked; }

    Result<std::string> answerOf(std::string_view providerBody, AnswerFacts &facts) override
    {
        auto response = m_provider.decodeResponse(providerBody);
        if (!response)
            return unexpected(response.error());
        if (response->vectors.size() != m_asked.inputs.size())
            return unexpected(Error::upstream(ErrorCode::UpstreamProtocol, RetryAdvice::OtherTarget,
                                              "The provider sent " + std::to_string(response->vectors.size())
                                                  + " embeddings for " + std::to_string(m_asked.inputs.size())
                                                  + " inputs."));
        facts.usage = response->usage;
        facts.rawUsage = response->rawUsage;
        facts.answeredModel = response->model;
        if (response->id.empty())
            response->id = m_requestId;
        if (!response->usage.uncachedInput && m_asked.family == DialectFamily::OpenAi) {
            // OpenAI's clients count on a number, and 0 would be a lie.
            response->usage.uncachedInput = estimateInputs(m_asked);
            notesOfAnswer.emplace_back(
                "approximated answer/usage: The provider did not tell its usage; the number is an estimate.");
        }
        return m_client.encodeResponse(*response, m_asked);
    }

private:
    const EmbeddingCodec &m_client;
    const EmbeddingCodec &m_provider;
    const EmbeddingRequest m_asked;
    const std::string m_requestId;
};

Result<net::UpstreamRequest> encodeOwnWords(AttemptContext &attempt, const ProviderAddress &address)
{
    auto request = encodePassthrough(attempt, address);
    const bool isRenamed = attempt.request.facts.model != attempt.target.model;
    if (request && isRenamed && attempt.request.endpoint.family == DialectFamily::Gemini) {
        if (auto edited = withGeminiEmbeddingModel(*request->body, attempt.target.model))
            request->body = std::make_shared<const std::string>(std::move(*edited));
    }
    return request;
}

} // namespace

Result<net::UpstreamRequest> encodeEmbedding(AttemptContext &attempt, const ProviderAddress &address)
{
    const RequestContext &context = attempt.request;
    const config::ProviderDefinition &provider = *attempt.target.provider;
    const bool isAtVertex = provider.family == DialectFamily::Gemini && provider.hosting() == config::Hosting::Vertex;
    const bool isHuggingFace = provider.preset == "huggingface";
    if (provider.family == context.endpoint.family && !isAtVertex && !isHuggingFace)
        return encodeOwnWords(attempt, address);
    const EmbeddingCodec *client = findEmbeddingCodec(context.endpoint.family);
    const EmbeddingCodec *upstream = isAtVertex      ? &vertexEmbeddings()
                                     : isHuggingFace ? &huggingFaceEmbeddings()
                                                     : findEmbeddingCodec(provider.family);
    if (!client || !upstream)
        return unexpected(Error::client(ErrorCode::UnsupportedOperation,
                                        "The provider \"" + provider.id.value + "\" offers no embeddings."));
    EmbeddingCall call;
    call.body = *context.exchange->request().body;
    call.pathModel = context.endpoint.pathModel;
    call.isBatch = !context.endpoint.upstreamPath.ends_with(":embedContent");
    auto asked = client->decodeRequest(call);
    if (!asked)
        return unexpected(asked.error());
    auto owned = std::make_unique<EmbeddingExchange>(*client, *upstream, std::move(*asked), context.record.id.value);
    EmbeddingExchange &exchange = *owned;
    attempt.operation = std::move(owned);
    ConversionReport report;
    auto encoded = upstream->encodeRequest(exchange.asked(), {modelForCodec(attempt), provider.preset}, report);
    return sendEncoded(attempt, address, withNotedLosses(attempt, std::move(encoded), report), "application/json");
}

} // namespace gateway::pipeline
