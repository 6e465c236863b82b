// The built-in provider definitions: data from resources/providers/presets.json.
#pragma once

#include "gateway/api/gateway_views.h"
#include "gateway/base/result.h"
#include "gateway/config/provider_definition.h"

#include <QByteArray>

#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace gateway::service {

// Immutable after load; any thread.
class PresetCatalog {
public:
    // An entry that lacks something, or names something unknown, makes the whole file an error.
    static Result<PresetCatalog> parse(const QByteArray &json);

    const QList<api::ProviderPreset> &all() const { return m_presets; }
    std::optional<api::ProviderPreset> find(const QString &id) const;
    // What is known of providers made from the preset; null when there is none of that name. At another host than the
    // preset's is another server, whose own refusals tell what it lacks: then "*" stands at the end of the requests.
    config::OfferPointer offerOf(std::string_view id, std::string_view baseUrl) const;

private:
    QList<api::ProviderPreset> m_presets;
    std::map<std::string, config::OfferPointer, std::less<>> m_offers;
};

} // namespace gateway::service
