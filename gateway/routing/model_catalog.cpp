#include "gateway/routing/model_catalog.h"

namespace gateway::routing {

void ModelCatalog::setModels(const std::string &provider, const std::vector<std::string> &models)
{
    const std::lock_guard lock(m_mutex);
    m_models[provider] = {models.begin(), models.end()};
}

std::vector<std::string> ModelCatalog::removeProvider(const std::string &provider)
{
    const std::lock_guard lock(m_mutex);
    const auto models = m_models.extract(provider);
    if (models.empty())
        return {};
    return {models.mapped().begin(), models.mapped().end()};
}

bool ModelCatalog::lists(std::string_view provider, std::string_view model) const
{
    const std::lock_guard lock(m_mutex);
    const auto found = m_models.find(std::string(provider));
    return found != m_models.end() && found->second.contains(model);
}

} // namespace gateway::routing
