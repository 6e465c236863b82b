// The words and shapes for the health of a provider.
#pragma once

#include "gateway/api/gateway_views.h"

#include <QIcon>

namespace ui::models {

gateway::RequestState healthState(gateway::api::ProviderHealth health);
QString healthText(const gateway::api::ProviderView &provider); // "Key rejected, answered 401 at 14:31"
// The same with the engine's own words beneath, where the window speaks another language.
QString healthTip(const gateway::api::ProviderView &provider);
QString healthName(const gateway::api::ProviderView &provider);   // "Key rejected"
QString healthReason(const gateway::api::ProviderView &provider); // "answered 401 at 14:31"; may be empty
bool needsLook(const gateway::api::ProviderView &provider);
// Not reached because this computer has no network: no news about the provider. One on this computer is.
bool isOnlyOffline(const gateway::api::ProviderView &provider, bool isOffline);
QString shownTitle(const gateway::api::ProviderView &provider); // the title, else the name
QString keysText(const gateway::api::ProviderView &provider);   // "2 keys", "no key needed"

// The mark of the provider's preset, or of its own first letter.
QIcon providerIcon(const gateway::api::ProviderView &provider, const QList<gateway::api::ProviderPreset> &presets);
QIcon presetIcon(const gateway::api::ProviderPreset &preset);

} // namespace ui::models
