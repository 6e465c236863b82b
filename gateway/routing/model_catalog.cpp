#include "gateway/routing/model_catalog.h"

#include <utility>

namespace gateway::routing {

void ModelCatalog::setModels(const std::string &provider, const std::vector<std::string> &models,
                             ContextLengths contextLengths)
{
    const std::lock_guard lock(m_mutex);
    m_listings[provider] = {{models.begin(), models.end()}, std::move(contextLengths)};
}

std::vector<std::string> ModelCatalog::removeProvider(const std::string &provider)
{
    const std::lock_guard lock(m_mutex);
    const auto listing = m_listings.extract(provider);
    if (listing.empty())
        return {};
    return {listing.mapped().models.begin(), listing.mapped().models.end()};
}

bool ModelCatalog::lists(std::string_view provider, std::string_view model) const
{
    const std::lock_guard lock(m_mutex);
    const auto found = m_listings.find(std::string(provider));
    return found != m_listings.end() && found->second.models.contains(model);
}

std::optional<std::int64_t> ModelCatalog::contextLength(const std::string &provider, std::string_view model) const
{
    const std::lock_guard lock(m_mutex);
    const auto listing = m_listings.find(provider);
    if (listing == m_listings.end())
        return std::nullopt;
    const auto found = listing->second.contextLengths.find(model);
    return found == listing->second.contextLengths.end() ? std::nullopt : std::optional(found->second);
}

} // namespace gateway::routing
