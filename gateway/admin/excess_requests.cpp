#include "gateway/admin/excess_requests.h"

#include "gateway/base/provider_extras.h"

#include <algorithm>

namespace gateway::admin {

using api::ProviderView;

namespace {

bool refusesWhenFull(const ProviderView &provider)
{
    return readProviderExtras(provider.extraJson.toStdString()).refusesWhenFull;
}

} // namespace

bool saysExcess(const ProviderView &provider)
{
    return provider.extraJson.contains(provider_extra_names::refusesWhenFull);
}

bool refusesExcess(const QList<ProviderView> &providers)
{
    return !providers.isEmpty() && std::all_of(providers.begin(), providers.end(), refusesWhenFull);
}

QList<ProviderView> withExcessRefused(QList<ProviderView> providers, bool refuses)
{
    if (refusesExcess(providers) == refuses)
        return {};
    providers.removeIf([refuses](const ProviderView &provider) { return refusesWhenFull(provider) == refuses; });
    for (ProviderView &provider : providers) {
        const std::string before = provider.extraJson.toStdString();
        ProviderExtras extras = readProviderExtras(before);
        extras.refusesWhenFull = refuses;
        provider.extraJson = QByteArray::fromStdString(withProviderExtras(before, extras));
    }
    return providers;
}

} // namespace gateway::admin
