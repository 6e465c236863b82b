#include "app/config_file.h"

#include "app/client_file.h"
#include "app/governance_file.h"
#include "app/provider_file.h"
#include "app/rule_file.h"

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

// Files without a version were written when absent and empty lists meant everything.
bool isOldFile(const gateway::admin::Json &root)
{
    const auto version = root.find("version");
    return version == root.end() || !version->is_number_integer() || version->get<int>() < 2;
}

} // namespace

Result<ConfigFileReport> applyConfigFile(const QString &path, api::GatewayFacade &gateway, ConfigFileListener listener,
                                         bool keepsCapture)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        return unexpected(Error::client(ErrorCode::InvalidRequest,
                                        "The configuration file cannot be read: " + file.errorString().toStdString()));
    }
    return applyConfigText(file.readAll().toStdString(), gateway, std::move(listener), keepsCapture);
}

Result<ConfigFileReport> applyConfigText(const std::string &text, api::GatewayFacade &gateway,
                                         ConfigFileListener listener, bool keepsCapture)
{
    const auto root = gateway::admin::parseObject(text);
    if (!root) {
        return unexpected(
            Error::client(ErrorCode::MalformedJson, "The configuration file cannot be read. " + defectOf(text)));
    }
    const ConfigFileRun run(std::move(listener));
    ConfigFileReport report;
    static const QStringList readSections{QStringLiteral("providers"),   QStringLiteral("$schema"),
                                          QStringLiteral("version"),     QStringLiteral("client"),
                                          QStringLiteral("governance"),  QStringLiteral("plugins"),
                                          QStringLiteral("auth_config"), QStringLiteral("logs_store")};
    for (const auto &[section, value] : root->items()) {
        if (const QString name = QString::fromStdString(section); !readSections.contains(name))
            report.ignoredSections.append(name);
    }
    const GovernanceFileReport governance = applyGovernance(*root, gateway.governance(), run);
    report.virtualKeys = governance.virtualKeys;
    report.ignoredSections += governance.ignoredFields;
    report.ignoredSections += applyClient(*root, keepsCapture, gateway, run);
    report.ignoredSections += ignoredInRules(*root);
    // Rules and prices name keys of providers, so they come when those are saved.
    run.begin();
    ConfigFileListener afterProviders;
    afterProviders.onProblem = [run](const QString &pointer, const std::string &problem) {
        run.problem(pointer, problem);
    };
    afterProviders.onSettled = [run, &gateway, root = *root] {
        applyRules(root, gateway, run);
        run.end();
    };
    const ConfigFileRun providerRun(std::move(afterProviders));
    const ProviderFileReport providers = applyProviders(*root, isOldFile(*root), gateway, providerRun);
    providerRun.end();
    report.providers = providers.providers;
    report.keys = providers.keys;
    report.ignoredSections += providers.ignoredFields;
    report.ignoredSections.removeDuplicates();
    run.end();
    return report;
}

} // namespace app
