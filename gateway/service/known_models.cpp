#include "gateway/service/known_models.h"

#include "gateway/service/view_conversion.h"

#include <algorithm>
#include <set>

namespace gateway::service {

namespace {

bool isPattern(const std::string &entry)
{
    return entry.find('*') != std::string::npos || entry.starts_with("regex:");
}

api::KnownModel describe(const config::ProviderDefinition &provider, const std::string &name)
{
    api::KnownModel model;
    model.provider = toText(provider.id.value);
    model.name = toText(name);
    for (const config::ProviderKey &key : provider.keys) {
        if (key.isEnabled && key.allowsModel(name))
            model.keyIds.append(toText(key.id.value));
    }
    model.isOffered = provider.isEnabled && (provider.keys.empty() || !model.keyIds.isEmpty());
    return model;
}

} // namespace

std::vector<std::string> KnownModels::namesOf(const config::ProviderDefinition &provider) const
{
    std::set<std::string, std::less<>> names;
    if (auto listed = m_catalog.models(provider.id.value)) {
        names = std::move(*listed);
    } else if (m_prices.listInForce()) {
        for (const config::PriceTable::Entry &entry : m_prices.listInForce()->entries()) {
            if (!isPattern(entry.model) && entry.provider == provider.priceList(entry.model))
                names.insert(entry.model);
        }
    }
    for (const config::ProviderKey &key : provider.keys) {
        for (const std::string &name : key.models) {
            if (!isPattern(name))
                names.insert(name);
        }
        for (const auto &[alias, nameThere] : key.aliases)
            names.insert(alias);
    }
    return {names.begin(), names.end()};
}

QList<api::KnownModel> KnownModels::knownModels() const
{
    QList<api::KnownModel> models;
    for (const config::ProviderDefinition &provider : m_configuration.snapshot()->providers) {
        for (const std::string &name : namesOf(provider)) {
            api::KnownModel model = describe(provider, name);
            model.contextLength = m_catalog.contextLength(provider.id.value, name);
            models.append(std::move(model));
        }
    }
    return models;
}

} // namespace gateway::service
