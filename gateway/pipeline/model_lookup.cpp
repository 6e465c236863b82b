#include "gateway/pipeline/model_lookup.h"

#include "gateway/pipeline/translated_attempt.h"
#include "gateway/translation/listing/model_list.h"
#include "gateway/translation/replicate/predictions.h"

namespace gateway::pipeline {

namespace {

class ModelLookup final : public OperationExchange {
public:
    explicit ModelLookup(const AttemptContext &attempt) : m_attempt(attempt) {}

    Result<std::string> answerOf(std::string_view providerBody, translation::AnswerFacts &) override
    {
        const routing::Endpoint &endpoint = m_attempt.request.endpoint;
        const config::ProviderDefinition &provider = *m_attempt.target.provider;
        auto entry = translation::readModel(provider.family, providerBody);
        if (!entry)
            return unexpected(entry.error());
        if (endpoint.isBifrostSurface)
            return translation::writeBifrostModel({provider.id.value, std::move(*entry)});
        // A name without prefix is what the client called the model.
        const bool isBare = m_attempt.request.facts.model == m_attempt.target.model;
        if (isBare && provider.family == endpoint.family)
            return std::string(providerBody);
        return translation::writeModel(endpoint.family, {provider.id.value, std::move(*entry)},
                                       isBare ? std::string_view(provider.id.value) : std::string_view());
    }

private:
    const AttemptContext &m_attempt;
};

} // namespace

Result<net::UpstreamRequest> encodeModelLookup(AttemptContext &attempt, const ProviderAddress &address)
{
    const config::ProviderDefinition &provider = *attempt.target.provider;
    const auto target = provider.preset == "replicate"
                            ? translation::replicate::pathOfModel(modelForCodec(attempt))
                            : translation::modelTarget(provider.family, attempt.target.model);
    if (!target)
        return unexpected(target.error());
    attempt.operation = std::make_unique<ModelLookup>(attempt);
    return encodeOwnRequest(provider, attempt.target.key, address, "GET", *target);
}

} // namespace gateway::pipeline
