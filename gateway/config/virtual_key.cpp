#include "gateway/config/virtual_key.h"

#include "gateway/config/model_names.h"

#include <algorithm>

namespace gateway::config {

bool VirtualKeyProvider::namesModel(std::string_view model) const
{
    return config::namesModel(allowedModels, model) && !includesModel(deniedModels, model);
}

bool VirtualKeyProvider::allowsModel(std::string_view model) const
{
    return includesModel(allowedModels, model) && !includesModel(deniedModels, model);
}

const VirtualKeyProvider *VirtualKey::findProvider(std::string_view provider) const
{
    const auto found = std::find_if(providers.begin(), providers.end(),
                                    [provider](const auto &each) { return each.provider == provider; });
    return found == providers.end() ? nullptr : &*found;
}

} // namespace gateway::config
