// The built-in provider definitions: data from resources/providers/presets.json.
#pragma once

#include "gateway/api/gateway_views.h"
#include "gateway/base/result.h"

#include <QByteArray>

#include <optional>

namespace gateway::service {

// Immutable after load; any thread.
class PresetCatalog {
public:
    // An entry that is not as the schema in resources/providers/README.md says makes the whole file an error.
    static Result<PresetCatalog> parse(const QByteArray &json);

    const QList<api::ProviderPreset> &all() const { return m_presets; }
    std::optional<api::ProviderPreset> find(const QString &id) const;

private:
    QList<api::ProviderPreset> m_presets;
};

} // namespace gateway::service
