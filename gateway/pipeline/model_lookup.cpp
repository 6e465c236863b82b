#include "gateway/pipeline/model_lookup.h"

#include "gateway/translation/listing/model_list.h"

namespace gateway::pipeline {

namespace {

class ModelLookup final : public OperationExchange {
public:
    explicit ModelLookup(const RequestContext &context) : m_context(context) {}

    Result<std::string> answerOf(std::string_view providerBody, translation::AnswerFacts &) override
    {
        const routing::Endpoint &endpoint = m_context.endpoint;
        const config::ProviderDefinition &provider = *m_context.target.provider;
        auto entry = translation::readModel(provider.family, providerBody);
        if (!entry)
            return unexpected(entry.error());
        if (endpoint.isBifrostSurface)
            return translation::writeBifrostModel({provider.id.value, std::move(*entry)});
        // A name without prefix is what the client called the model.
        const bool isBare = m_context.facts.model == m_context.target.model;
        if (isBare && provider.family == endpoint.family)
            return std::string(providerBody);
        return translation::writeModel(endpoint.family, {provider.id.value, std::move(*entry)},
                                       isBare ? std::string_view(provider.id.value) : std::string_view());
    }

private:
    const RequestContext &m_context;
};

} // namespace

Result<net::UpstreamRequest> encodeModelLookup(RequestContext &context, const ProviderAddress &address)
{
    const config::ProviderDefinition &provider = *context.target.provider;
    const auto target = translation::modelTarget(provider.family, context.target.model);
    if (!target)
        return unexpected(target.error());
    context.operation = std::make_unique<ModelLookup>(context);
    return encodeOwnRequest(provider, context.target.key, address, "GET", *target);
}

} // namespace gateway::pipeline
