#include "app/rule_file.h"

#include "gateway/admin/price_json.h"
#include "gateway/admin/routing_rule_json.h"

#include <algorithm>
#include <array>
#include <span>
#include <string_view>

namespace app {

using gateway::Result;
using gateway::admin::Json;
namespace admin = gateway::admin;
namespace api = gateway::api;

namespace {

constexpr std::array<std::string_view, 12> ruleFields{"id",       "name",  "description", "enabled",   "cel_expression",
                                                      "targets",  "scope", "scope_id",    "fallbacks", "chain_rule",
                                                      "priority", "query"};
constexpr std::array<std::string_view, 11> priceFields{
    "id",         "name",    "scope_kind",    "virtual_key_id", "provider_id",    "provider_key_name",
    "match_type", "pattern", "request_types", "pricing_patch",  "provider_key_id"};

Json entriesOf(const Json &root, const char *name)
{
    const auto governance = root.find("governance");
    if (governance == root.end() || !governance->is_object())
        return Json::array();
    const auto found = governance->find(name);
    return found != governance->end() && found->is_array() ? *found : Json::array();
}

void nameUnknown(const Json &entries, std::span<const std::string_view> known, const QString &path,
                 QStringList &ignored)
{
    for (const Json &entry : entries) {
        if (!entry.is_object())
            continue;
        for (const auto &[name, value] : entry.items()) {
            if (std::find(known.begin(), known.end(), name) == known.end())
                ignored.append(path + QLatin1Char('.') + QString::fromStdString(name));
        }
    }
}

QString idOf(const Json &entry)
{
    const auto id = entry.find("id");
    return id != entry.end() && id->is_string() ? QString::fromStdString(id->get<std::string>()) : QString();
}

// Files name keys, we know them by their ids.
void resolveKey(Json &object, const char *member, const api::GatewayFacade &gateway)
{
    if (!object.is_object() || !object.contains("provider_key_name") || !object["provider_key_name"].is_string())
        return;
    const QString name = QString::fromStdString(object["provider_key_name"].get<std::string>());
    object.erase("provider_key_name");
    for (const api::ProviderView &provider : gateway.providers()) {
        for (const api::ProviderKeyView &key : provider.keys) {
            if (key.name == name || key.id == name)
                object[member] = key.id.toStdString();
        }
    }
    if (!object.contains(member) && !name.isEmpty())
        object[member] = name.toStdString(); // refused, or without effect, under the name that the file has
}

template <typename Read>
void forEach(const Json &root, const char *name, const ConfigFileRun &run, Read read)
{
    const QString list = below(QStringLiteral("/governance"), QLatin1String(name));
    qsizetype index = -1;
    for (Json entry : entriesOf(root, name)) {
        const QString pointer = below(list, ++index);
        if (!entry.is_object())
            run.problem(pointer, "An entry must be an object.");
        else if (idOf(entry).isEmpty())
            run.problem(pointer, "The entry needs an id, so that the next start knows it again.");
        else
            read(entry, pointer);
    }
}

void readRule(Json &entry, const QString &pointer, api::GatewayFacade &gateway, const ConfigFileRun &run)
{
    for (const char *part : {"targets", "fallbacks"}) {
        if (!entry.contains(part) || !entry[part].is_array())
            continue;
        for (Json &target : entry[part])
            resolveKey(target, "key_id", gateway);
    }
    auto command = admin::readRoutingRule(entry, nullptr);
    if (!command) {
        run.problem(pointer, command.error().message);
        return;
    }
    command->rule.id = idOf(entry);
    command->mayBeNew = true;
    gateway.saveRoutingRule(*command, run.saving<api::RoutingRuleView>(pointer));
}

void readPrice(Json &entry, const QString &pointer, api::GatewayFacade &gateway, const ConfigFileRun &run)
{
    resolveKey(entry, "provider_key_id", gateway);
    auto price = admin::readPriceOverride(entry, nullptr);
    if (!price) {
        run.problem(pointer, price.error().message);
        return;
    }
    price->id = idOf(entry);
    price->mayBeNew = true;
    gateway.savePriceOverride(*price, run.saving<api::PriceOverrideView>(pointer));
}

} // namespace

QStringList ignoredInRules(const Json &root)
{
    QStringList ignored;
    nameUnknown(entriesOf(root, "routing_rules"), ruleFields, QStringLiteral("governance.routing_rules"), ignored);
    nameUnknown(entriesOf(root, "pricing_overrides"), priceFields, QStringLiteral("governance.pricing_overrides"),
                ignored);
    return ignored;
}

void applyRules(const Json &root, api::GatewayFacade &gateway, const ConfigFileRun &run)
{
    forEach(root, "routing_rules", run,
            [&](Json &entry, const QString &pointer) { readRule(entry, pointer, gateway, run); });
    forEach(root, "pricing_overrides", run,
            [&](Json &entry, const QString &pointer) { readPrice(entry, pointer, gateway, run); });
}

} // namespace app
