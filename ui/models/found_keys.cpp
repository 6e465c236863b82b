#include "ui/models/found_keys.h"

#include <algorithm>

namespace ui::models {

using gateway::api::ProviderKeyView;
using gateway::api::ProviderPreset;
using gateway::api::ProviderView;

namespace {

bool hasKeyOf(const QList<ProviderView> &providers, const ProviderPreset &preset)
{
    return std::any_of(providers.begin(), providers.end(), [&preset](const ProviderView &provider) {
        const bool isOfPreset = provider.preset == preset.id || provider.name == preset.id;
        return isOfPreset && !provider.keys.isEmpty();
    });
}

bool isUsed(const QList<ProviderView> &providers, const QString &variable)
{
    return std::any_of(providers.begin(), providers.end(), [&variable](const ProviderView &provider) {
        return std::any_of(provider.keys.begin(), provider.keys.end(),
                           [&variable](const ProviderKeyView &key) { return key.environmentVariable == variable; });
    });
}

} // namespace

bool isInEnvironment(const QString &variable)
{
    return !variable.isEmpty() && !qEnvironmentVariableIsEmpty(variable.toUtf8().constData());
}

QList<FoundKey> foundKeys(const QList<ProviderPreset> &presets, const QList<ProviderView> &providers)
{
    QList<FoundKey> found;
    for (const ProviderPreset &preset : presets) {
        const auto isSame = [&preset](const FoundKey &each) { return each.variable == preset.keyVariable; };
        if (!isInEnvironment(preset.keyVariable) || hasKeyOf(providers, preset) || isUsed(providers, preset.keyVariable)
            || std::any_of(found.begin(), found.end(), isSame))
            continue;
        found.append({preset, preset.keyVariable});
    }
    return found;
}

} // namespace ui::models
