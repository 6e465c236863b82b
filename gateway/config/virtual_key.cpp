#include "gateway/config/virtual_key.h"

#include <algorithm>

namespace gateway::config {

namespace {

bool contains(const std::vector<std::string> &names, std::string_view name)
{
    return std::find(names.begin(), names.end(), name) != names.end();
}

} // namespace

bool VirtualKeyProvider::namesModel(std::string_view model) const
{
    return contains(allowedModels, model) && !contains(deniedModels, model) && !contains(deniedModels, "*");
}

bool VirtualKeyProvider::allowsModel(std::string_view model) const
{
    if (contains(deniedModels, model) || contains(deniedModels, "*"))
        return false;
    return contains(allowedModels, "*") || contains(allowedModels, model);
}

const VirtualKeyProvider *VirtualKey::findProvider(std::string_view provider) const
{
    const auto found = std::find_if(providers.begin(), providers.end(),
                                    [provider](const auto &each) { return each.provider == provider; });
    return found == providers.end() ? nullptr : &*found;
}

} // namespace gateway::config
