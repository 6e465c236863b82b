#include "gateway/routing/model_catalog.h"

#include <utility>

namespace gateway::routing {

void ModelCatalog::setModels(const std::string &provider, const std::vector<std::string> &models,
                             ContextLengths contextLengths)
{
    Listing listing{{models.begin(), models.end()}, std::move(contextLengths)};
    const std::lock_guard lock(m_mutex);
    Listing &known = m_listings[provider];
    for (const auto &[model, length] : known.contextLengths) {
        if (listing.models.contains(model))
            listing.contextLengths.try_emplace(model, length);
    }
    known = std::move(listing);
}

void ModelCatalog::setListing(const std::string &provider, Listing listing)
{
    const std::lock_guard lock(m_mutex);
    m_listings[provider] = std::move(listing);
}

std::optional<ModelCatalog::Listing> ModelCatalog::removeProvider(const std::string &provider)
{
    const std::lock_guard lock(m_mutex);
    auto listing = m_listings.extract(provider);
    if (listing.empty())
        return std::nullopt;
    return std::move(listing.mapped());
}

bool ModelCatalog::lists(std::string_view provider, std::string_view model) const
{
    const std::lock_guard lock(m_mutex);
    const auto found = m_listings.find(std::string(provider));
    return found != m_listings.end() && found->second.models.contains(model);
}

std::optional<std::set<std::string, std::less<>>> ModelCatalog::models(const std::string &provider) const
{
    const std::lock_guard lock(m_mutex);
    const auto listing = m_listings.find(provider);
    return listing == m_listings.end() ? std::nullopt : std::optional(listing->second.models);
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
