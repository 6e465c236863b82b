#include "gateway/config/provider_definition.h"

#include <algorithm>

namespace gateway::config {

bool ProviderKey::allowsModel(std::string_view model) const
{
    const auto names = [model](const std::string &entry) { return entry == model; };
    if (std::any_of(blacklistedModels.begin(), blacklistedModels.end(), names))
        return false;
    return std::any_of(models.begin(), models.end(),
                       [&](const std::string &entry) { return entry == "*" || entry == model; });
}

} // namespace gateway::config
