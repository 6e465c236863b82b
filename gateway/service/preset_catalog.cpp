#include "gateway/service/preset_catalog.h"

#include "gateway/translation/dialects/dialect_id.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace gateway::service {

Result<PresetCatalog> PresetCatalog::parse(const QByteArray &json)
{
    QJsonParseError problem;
    const QJsonDocument document = QJsonDocument::fromJson(json, &problem);
    if (!document.isObject()) {
        return unexpected(Error::internal(ErrorCode::Internal, "The provider presets cannot be read.",
                                          problem.errorString().toStdString()));
    }
    PresetCatalog catalog;
    const QJsonArray entries = document.object().value(QLatin1String("presets")).toArray();
    for (const QJsonValue &value : entries) {
        const QJsonObject entry = value.toObject();
        const auto text = [&entry](const char *name) { return entry.value(QLatin1String(name)).toString(); };
        api::ProviderPreset preset;
        preset.id = text("id");
        preset.title = text("title");
        preset.family = text("family");
        preset.baseUrl = text("base_url");
        preset.keyUrl = text("key_url");
        preset.color = text("color");
        preset.letter = text("letter");
        preset.testModel = text("test_model");
        preset.needsKey = entry.value(QLatin1String("needs_key")).toBool(true);
        preset.isLocal = entry.value(QLatin1String("is_local")).toBool(false);
        const bool isKnownFamily = translation::familyFromName(preset.family.toStdString()).has_value();
        if (preset.id.isEmpty() || preset.title.isEmpty() || preset.baseUrl.isEmpty() || !isKnownFamily) {
            return unexpected(
                Error::internal(ErrorCode::Internal, "The preset \"" + preset.id.toStdString() + "\" is incomplete."));
        }
        catalog.m_presets.append(preset);
    }
    return catalog;
}

std::optional<api::ProviderPreset> PresetCatalog::find(const QString &id) const
{
    for (const api::ProviderPreset &preset : m_presets) {
        if (preset.id == id)
            return preset;
    }
    return std::nullopt;
}

} // namespace gateway::service
