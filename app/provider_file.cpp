#include "app/provider_file.h"

#include "gateway/admin/client_config_json.h"
#include "gateway/admin/key_json.h"
#include "gateway/admin/provider_fields.h"
#include "gateway/base/provider_extras.h"

#include <map>
#include <optional>
#include <vector>

namespace app {

using gateway::admin::Json;
namespace api = gateway::api;

namespace {

constexpr auto valueIsElsewhere =
    "Its value is not in the file and not stored here. Enter it in the window, or write env.NAME.";

// What the file's client says of all providers, for one that does not say it itself.
void refuseExcessWhenUnsaid(const Json &root, Json &provider)
{
    constexpr auto member = gateway::provider_extra_names::refusesWhenFull;
    const auto client = root.find("client");
    const bool refuses =
        client != root.end() && client->is_object() && client->contains(member) && (*client)[member] == true;
    if (!refuses)
        return;
    Json &line = provider[gateway::provider_extra_names::line];
    if (line.is_null() || (line.is_object() && !line.contains(member)))
        line[member] = true;
}

// In an old file an absent or empty list of models means all.
void allowAllModelsWhenUnsaid(Json &key)
{
    const auto models = key.find("models");
    if (models == key.end() || models->is_null() || (models->is_array() && models->empty()))
        key["models"] = Json::array({"*"});
}

QString nameOf(const Json &key)
{
    const auto name = key.find("name");
    return name != key.end() && name->is_string() ? QString::fromStdString(name->get<std::string>()) : QString();
}

std::optional<api::ProviderKeyView> findKey(const api::GatewayFacade &gateway, const QString &provider,
                                            const QString &name)
{
    for (const api::ProviderView &view : gateway.providers()) {
        if (view.name != provider)
            continue;
        for (const api::ProviderKeyView &key : view.keys) {
            if (key.name == name)
                return key;
        }
    }
    return std::nullopt;
}

bool isStored(const Json &value)
{
    return value.is_string() && gateway::admin::isStoredReference(QString::fromStdString(value.get<std::string>()));
}

// Takes references to stored secrets out of the object. True: there was one.
bool dropReferences(Json &object)
{
    if (!object.is_object())
        return false;
    std::vector<std::string> names;
    for (const auto &[name, value] : object.items()) {
        if (isStored(value))
            names.push_back(name);
    }
    for (const std::string &name : names)
        object.erase(name);
    return !names.empty();
}

// Headers and the password of the proxy that are stored already stay as they are.
void keepStoredOfProvider(Json &body, const QString &provider, const QString &pointer,
                          const api::GatewayFacade &gateway, const ConfigFileRun &run)
{
    if (const auto proxy = body.find("proxy_config"); proxy != body.end())
        dropReferences(*proxy);
    const auto network = body.find("network_config");
    if (network == body.end() || !network->is_object() || !network->contains("extra_headers"))
        return;
    std::map<std::string, std::string> stored;
    for (const api::ProviderView &view : gateway.providers()) {
        if (view.name != provider)
            continue;
        for (const auto &[name, value] : view.network.extraHeaders)
            stored[name.toStdString()] = value.toStdString();
    }
    Json kept = Json::object();
    for (const auto &[name, value] : (*network)["extra_headers"].items()) {
        const auto found = stored.find(name);
        if (!isStored(value))
            kept[name] = value;
        else if (found != stored.end())
            kept[name] = found->second;
        else
            run.problem(pointer + QStringLiteral("/network_config/extra_headers/") + QString::fromStdString(name),
                        valueIsElsewhere);
    }
    (*network)["extra_headers"] = std::move(kept);
}

// The provider is saved already.
void saveKeys(const QString &provider, const Json &keys, bool isOldFile, const QString &pointer,
              api::GatewayFacade &gateway, const ConfigFileRun &run)
{
    qsizetype index = -1;
    for (Json key : keys) {
        const QString keyPointer = below(pointer, ++index);
        if (!key.is_object()) {
            run.problem(keyPointer, "A key must be an object.");
            continue;
        }
        if (isOldFile)
            allowAllModelsWhenUnsaid(key);
        const auto previous = findKey(gateway, provider, nameOf(key));
        const bool isValueStored = dropReferences(key);
        const auto aws = key.find("bedrock_key_config");
        const bool isAwsStored = aws != key.end() && dropReferences(*aws);
        if ((isValueStored || isAwsStored) && !previous) {
            run.problem(keyPointer, valueIsElsewhere);
            continue;
        }
        const auto command = gateway::admin::readKey(key, provider, previous ? &*previous : nullptr);
        if (command)
            gateway.saveProviderKey(
                *command,
                run.saving<api::ProviderKeyView>(keyPointer, [run, keyPointer](const api::ProviderKeyView &saved) {
                    if (!saved.problem.isEmpty()) // kept all the same: its variable may be set next time
                        run.problem(keyPointer, saved.problem.toStdString());
                }));
        else
            run.problem(keyPointer, command.error().message);
    }
}

} // namespace

ProviderFileReport applyProviders(const Json &root, bool isOldFile, api::GatewayFacade &gateway,
                                  const ConfigFileRun &run)
{
    ProviderFileReport report;
    const auto providers = root.find("providers");
    if (providers == root.end() || providers->is_null())
        return report;
    if (!providers->is_object()) {
        run.problem(QStringLiteral("/providers"), "This must be an object with the providers by their names.");
        return report;
    }
    for (const auto &[name, value] : providers->items()) {
        const QString pointer = below(QStringLiteral("/providers"), QString::fromStdString(name));
        if (!value.is_object()) {
            run.problem(pointer, "A provider must be an object.");
            continue;
        }
        Json body = value;
        const QString provider = QString::fromStdString(name).toLower(); // as Bifrost does with names from a file
        body["provider"] = provider.toStdString();
        for (const QString &field : gateway::admin::unknownProviderFields(body))
            report.ignoredFields.append(QLatin1String("providers.") + provider + QLatin1Char('.') + field);
        refuseExcessWhenUnsaid(root, body);
        keepStoredOfProvider(body, provider, pointer, gateway, run);
        auto command = gateway::admin::readProvider(body);
        if (!command) {
            run.problem(pointer, command.error().message);
            continue;
        }
        command->mustBeNew = false;
        ++report.providers;
        Json keys = value.value("keys", Json::array());
        if (!keys.is_array()) {
            run.problem(below(pointer, QStringLiteral("keys")), "The keys must be a list.");
            keys = Json::array();
        }
        report.keys += static_cast<int>(keys.size());
        gateway.saveProvider(
            *command, run.saving<api::ProviderView>(
                          pointer, [provider, keys, isOldFile, pointer, &gateway, run](const api::ProviderView &) {
                              saveKeys(provider, keys, isOldFile, below(pointer, QStringLiteral("keys")), gateway, run);
                          }));
    }
    return report;
}

} // namespace app
