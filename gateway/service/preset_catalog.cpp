#include "gateway/service/preset_catalog.h"

#include "gateway/translation/dialects/dialect_id.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace gateway::service {

namespace {

api::NamePairs pairsOf(const QJsonValue &value)
{
    api::NamePairs pairs;
    const QJsonObject object = value.toObject();
    for (auto member = object.begin(); member != object.end(); ++member)
        pairs.append({member.key(), member.value().toString()});
    return pairs;
}

api::ProviderPreset presetOf(const QJsonObject &entry)
{
    const auto text = [&entry](const char *name) { return entry.value(QLatin1String(name)).toString(); };
    api::ProviderPreset preset;
    preset.id = text("id");
    preset.title = text("title");
    preset.family = text("family");
    preset.baseUrl = text("base_url");
    preset.keyUrl = text("key_url");
    preset.keyVariable = text("key_variable");
    preset.credential = text("credential");
    preset.color = text("color");
    preset.letter = text("letter");
    preset.testModel = text("test_model");
    preset.needsKey = entry.value(QLatin1String("needs_key")).toBool(true);
    preset.isLocal = entry.value(QLatin1String("is_local")).toBool(false);
    const QJsonArray requests = entry.value(QLatin1String("requests")).toArray();
    for (const QJsonValue &request : requests)
        preset.requests.append(request.toString());
    preset.paths = pairsOf(entry.value(QLatin1String("paths")));
    preset.headers = pairsOf(entry.value(QLatin1String("headers")));
    return preset;
}

bool isComplete(const api::ProviderPreset &preset)
{
    const bool isKnownFamily = translation::familyFromName(preset.family.toStdString()).has_value();
    const bool isKnownCredential =
        preset.credential.isEmpty() || config::unusualCredentialFromName(preset.credential.toStdString());
    return !preset.id.isEmpty() && !preset.title.isEmpty() && !preset.baseUrl.isEmpty() && isKnownFamily
           && isKnownCredential && !preset.requests.isEmpty();
}

config::OfferPointer offerIn(const api::ProviderPreset &preset)
{
    auto offer = std::make_shared<config::ProviderOffer>();
    for (const QString &request : preset.requests)
        offer->requests.push_back(request.toStdString());
    for (const auto &[request, path] : preset.paths)
        offer->paths.emplace(request.toStdString(), path.toStdString());
    for (const auto &[name, value] : preset.headers)
        offer->headers.add(name.toStdString(), value.toStdString());
    return offer;
}

} // namespace

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
        const api::ProviderPreset preset = presetOf(value.toObject());
        if (!isComplete(preset)) {
            return unexpected(
                Error::internal(ErrorCode::Internal, "The preset \"" + preset.id.toStdString() + "\" is incomplete."));
        }
        catalog.m_presets.append(preset);
        catalog.m_offers.emplace(preset.id.toStdString(), offerIn(preset));
    }
    return catalog;
}

config::OfferPointer PresetCatalog::offerOf(std::string_view id, std::string_view baseUrl) const
{
    const auto found = m_offers.find(id);
    if (found == m_offers.end())
        return nullptr;
    const auto preset = find(QString::fromUtf8(id.data(), static_cast<qsizetype>(id.size())));
    const std::string own = preset->baseUrl.toStdString();
    const std::string_view host = std::string_view(own).substr(0, own.find('/', own.find("://") + 3));
    const bool isOwnHost = own.find('{') != std::string::npos || baseUrl.starts_with(host);
    if (isOwnHost)
        return found->second;
    auto elsewhere = std::make_shared<config::ProviderOffer>(*found->second);
    elsewhere->requests.emplace_back("*");
    return elsewhere;
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
