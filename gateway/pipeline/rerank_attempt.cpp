#include "gateway/pipeline/rerank_attempt.h"

#include "gateway/pipeline/translated_attempt.h"
#include "gateway/translation/reranking/reranking.h"

namespace gateway::pipeline {

using namespace translation;

namespace {

class RerankExchange final : public OperationExchange {
public:
    RerankExchange(DialectFamily client, RerankRequest asked, std::string requestId, std::string model, bool isAtVertex)
        : m_client(client)
        , m_asked(std::move(asked))
        , m_requestId(std::move(requestId))
        , m_model(std::move(model))
        , m_isAtVertex(isAtVertex)
    {
    }

    const RerankRequest &asked() const { return m_asked; }

    Result<std::string> answerOf(std::string_view providerBody, AnswerFacts &facts) override
    {
        auto response = m_isAtVertex ? readVertexRerankResponse(providerBody, m_asked.documents.size())
                                     : readRerankResponse(providerBody, m_asked.documents.size());
        if (!response)
            return unexpected(response.error());
        facts.usage = response->usage;
        facts.rawUsage = response->rawUsage;
        facts.answeredModel = response->model;
        if (response->id.empty())
            response->id = m_requestId;
        if (response->model.empty())
            response->model = m_model;
        return writeRerankResponse(m_client, *response, m_asked);
    }

private:
    const DialectFamily m_client;
    const RerankRequest m_asked;
    const std::string m_requestId;
    const std::string m_model;
    const bool m_isAtVertex;
};

bool hasObjects(std::string_view body)
{
    JsonElements documents(JsonValue::checked(body)["documents"]);
    while (const auto document = documents.next()) {
        if (document->isObject())
            return true;
    }
    return false;
}

} // namespace

bool needsRerankWords(const AttemptContext &attempt)
{
    const routing::Endpoint &endpoint = attempt.request.endpoint;
    if (endpoint.forwarded->offer != "rerank")
        return false;
    if (attempt.target.provider->family != endpoint.family)
        return true;
    return endpoint.family == DialectFamily::OpenAi && hasObjects(*attempt.request.exchange->request().body);
}

Result<net::UpstreamRequest> encodeRerank(AttemptContext &attempt, const ProviderAddress &address)
{
    const RequestContext &context = attempt.request;
    auto asked = readRerankRequest(*context.exchange->request().body);
    if (!asked)
        return unexpected(asked.error());
    const config::ProviderDefinition &provider = *attempt.target.provider;
    const bool isAtVertex = provider.hosting() == config::Hosting::Vertex;
    auto owned = std::make_unique<RerankExchange>(context.endpoint.family, std::move(*asked), context.record.id.value,
                                                  attempt.target.model, isAtVertex);
    RerankExchange &exchange = *owned;
    attempt.operation = std::move(owned);
    ConversionReport report;
    EncodedRequest encoded = isAtVertex
                                 ? writeVertexRerankRequest(exchange.asked(), attempt.target.model, report)
                                 : writeRerankRequest(provider.family, exchange.asked(), attempt.target.model, report);
    return sendEncoded(attempt, address, withNotedLosses(attempt, std::move(encoded), report), "application/json");
}

} // namespace gateway::pipeline
