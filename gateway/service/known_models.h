// The models that providers listed, that prices are known of, and that keys name.
#pragma once

#include "gateway/api/model_facade.h"
#include "gateway/routing/model_catalog.h"
#include "gateway/service/price_configuration.h"
#include "gateway/service/provider_configuration.h"

#include <string>
#include <vector>

namespace gateway::service {

// Lives on the main thread; what it reads outlives it. Until a provider was asked for its models, those of its price list
// stand for them.
class KnownModels final : public api::ModelFacade {
public:
    KnownModels(const ProviderConfiguration &configuration, const PriceConfiguration &prices,
                const routing::ModelCatalog &catalog)
        : m_configuration(configuration), m_prices(prices), m_catalog(catalog)
    {
    }

    QList<api::KnownModel> knownModels() const override;

private:
    std::vector<std::string> namesOf(const config::ProviderDefinition &provider) const;

    const ProviderConfiguration &m_configuration;
    const PriceConfiguration &m_prices;
    const routing::ModelCatalog &m_catalog;
};

} // namespace gateway::service
