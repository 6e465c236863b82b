#include "app/config_file.h"

#include "app/governance_file.h"

#include "gateway/admin/provider_json.h"

#include <QFile>
#include <QLoggingCategory>

namespace app {

using gateway::Error;
using gateway::ErrorCode;
using gateway::Result;
using gateway::unexpected;
using gateway::admin::Json;
namespace api = gateway::api;

namespace {

Q_LOGGING_CATEGORY(configFile, "bilrost.config")

void logProblem(const QString &entry, const Error &error)
{
    qCWarning(configFile).noquote() << entry << QString::fromStdString(error.message);
}

// In a file an absent or empty list of models means all: that is what the configurations in use were written for.
void allowAllModelsWhenUnsaid(Json &key)
{
    const auto models = key.find("models");
    if (models == key.end() || models->is_null() || (models->is_array() && models->empty()))
        key["models"] = Json::array({"*"});
}

void saveKeys(const QString &provider, const Json &keys, api::GatewayFacade &gateway)
{
    if (!keys.is_array())
        return;
    for (Json key : keys) {
        if (!key.is_object())
            continue;
        allowAllModelsWhenUnsaid(key);
        api::ProviderKeyView previous;
        const auto given = key.find("name");
        const QString name = given != key.end() && given->is_string()
                                 ? QString::fromStdString(given->get<std::string>())
                                 : QString(); // refused below, with the reason
        for (const api::ProviderView &view : gateway.providers()) {
            for (const api::ProviderKeyView &each : view.keys) {
                if (view.name == provider && each.name == name)
                    previous = each;
            }
        }
        const auto command = gateway::admin::readKey(key, provider, previous.id.isEmpty() ? nullptr : &previous);
        if (!command) {
            logProblem(provider, command.error());
            continue;
        }
        gateway.saveProviderKey(*command, [provider](const Result<api::ProviderKeyView> &saved) {
            if (!saved)
                logProblem(provider, saved.error());
        });
    }
}

} // namespace

Result<ConfigFileReport> applyConfigFile(const QString &path, api::GatewayFacade &gateway)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        return unexpected(Error::client(ErrorCode::InvalidRequest,
                                        "The configuration file cannot be read: " + file.errorString().toStdString()));
    }
    const auto root = gateway::admin::parseObject(file.readAll().toStdString());
    if (!root)
        return unexpected(Error::client(ErrorCode::MalformedJson, "The configuration file is not one JSON object."));
    ConfigFileReport report;
    static const QStringList readSections{
        QStringLiteral("providers"),  QStringLiteral("$schema"), QStringLiteral("version"),    QStringLiteral("client"),
        QStringLiteral("governance"), QStringLiteral("plugins"), QStringLiteral("auth_config")};
    for (const auto &[section, value] : root->items()) {
        if (const QString name = QString::fromStdString(section); !readSections.contains(name))
            report.ignoredSections.append(name);
    }
    const GovernanceFileReport governance = applyGovernance(*root, gateway.governance());
    report.virtualKeys = governance.virtualKeys;
    report.ignoredSections += governance.ignoredFields;
    const auto providers = root->find("providers");
    if (providers == root->end() || !providers->is_object())
        return report;
    for (const auto &[name, value] : providers->items()) {
        if (!value.is_object())
            continue;
        Json body = value;
        const QString provider = QString::fromStdString(name).toLower(); // as Bifrost does with names from a file
        body["provider"] = provider.toStdString();
        auto command = gateway::admin::readProvider(body);
        if (!command) {
            logProblem(provider, command.error());
            continue;
        }
        command->mustBeNew = false;
        ++report.providers;
        const Json keys = value.value("keys", Json::array());
        report.keys += static_cast<int>(keys.size());
        gateway.saveProvider(*command, [provider, keys, &gateway](const Result<api::ProviderView> &saved) {
            if (saved)
                saveKeys(provider, keys, gateway);
            else
                logProblem(provider, saved.error());
        });
    }
    return report;
}

} // namespace app
