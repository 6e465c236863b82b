#include "app/config_file.h"

#include "app/governance_file.h"
#include "app/provider_file.h"

#include "gateway/translation/json/json_scanner.h"

#include <QFile>

namespace app {

using gateway::Error;
using gateway::ErrorCode;
using gateway::Result;
using gateway::unexpected;
namespace api = gateway::api;

namespace {

std::string defectOf(const std::string &text)
{
    const auto defect = gateway::translation::findJsonDefect(text);
    return defect ? "It is not JSON: " + gateway::translation::describeDefect(text, *defect) + "."
                  : std::string("It has to be one JSON object, and not nested too deeply.");
}

} // namespace

Result<ConfigFileReport> applyConfigFile(const QString &path, api::GatewayFacade &gateway, ConfigFileListener listener)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        return unexpected(Error::client(ErrorCode::InvalidRequest,
                                        "The configuration file cannot be read: " + file.errorString().toStdString()));
    }
    const std::string text = file.readAll().toStdString();
    const auto root = gateway::admin::parseObject(text);
    if (!root) {
        return unexpected(
            Error::client(ErrorCode::MalformedJson, "The configuration file cannot be read. " + defectOf(text)));
    }
    const ConfigFileRun run(std::move(listener));
    ConfigFileReport report;
    static const QStringList readSections{
        QStringLiteral("providers"),  QStringLiteral("$schema"), QStringLiteral("version"),    QStringLiteral("client"),
        QStringLiteral("governance"), QStringLiteral("plugins"), QStringLiteral("auth_config")};
    for (const auto &[section, value] : root->items()) {
        if (const QString name = QString::fromStdString(section); !readSections.contains(name))
            report.ignoredSections.append(name);
    }
    const GovernanceFileReport governance = applyGovernance(*root, gateway.governance(), run);
    report.virtualKeys = governance.virtualKeys;
    report.ignoredSections += governance.ignoredFields;
    const ProviderFileReport providers = applyProviders(*root, gateway, run);
    report.providers = providers.providers;
    report.keys = providers.keys;
    report.ignoredSections += providers.ignoredFields;
    report.ignoredSections.removeDuplicates();
    run.end();
    return report;
}

} // namespace app
