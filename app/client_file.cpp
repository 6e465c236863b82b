#include "app/client_file.h"

#include "gateway/admin/config_api.h"
#include "gateway/admin/excess_requests.h"

namespace app {

using gateway::admin::ClientConfig;
using gateway::admin::Json;
namespace admin = gateway::admin;
namespace api = gateway::api;

namespace {

// What Bifrost calls the same in its section of the log store; the one of the client counts before it.
void takeLogsStore(const Json &root, ClientConfig &config, QStringList &ignored)
{
    const auto store = root.find("logs_store");
    if (store == root.end() || !store->is_object())
        return;
    for (const auto &[name, value] : store->items()) {
        const bool isDays = name == "retention_days" && value.is_number_integer() && value.get<qint64>() >= 0
                            && value.get<qint64>() <= 36'500;
        if (isDays)
            config.retention.mostDays = value.get<int>();
        else
            ignored.append(QStringLiteral("logs_store.") + QString::fromStdString(name));
    }
}

// The providers that the file names take it as they are read. A false is what Bifrost writes unasked: it takes nothing
// away that was set here.
void refuseExcessOfOthers(const Json &root, api::GatewayFacade &gateway, const ConfigFileRun &run)
{
    QList<api::ProviderView> others = gateway.providers();
    if (const auto named = root.find("providers"); named != root.end() && named->is_object()) {
        for (const auto &[name, value] : named->items())
            others.removeIf([lower = QString::fromStdString(name).toLower()](const api::ProviderView &provider) {
                return provider.name == lower;
            });
    }
    for (const api::ProviderView &provider : admin::withExcessRefused(others, true))
        gateway.saveProvider({provider, {}, false},
                             run.saving<api::ProviderView>(QStringLiteral("/client/drop_excess_requests")));
}

} // namespace

QStringList applyClient(const Json &root, bool keepsCapture, api::GatewayFacade &gateway, const ConfigFileRun &run)
{
    QStringList ignored;
    const ClientConfig before = admin::clientConfigOf(gateway);
    ClientConfig config = before;
    takeLogsStore(root, config, ignored);
    if (const auto client = root.find("client"); client != root.end() && client->is_object()) {
        QStringList unknown;
        const auto read = admin::readClientConfig(*client, config, unknown);
        if (!read) {
            run.problem(QStringLiteral("/client"), read.error().message);
            return ignored;
        }
        config = *read;
        for (const QString &name : unknown)
            ignored.append(QStringLiteral("client.") + name);
    }
    if (keepsCapture)
        config.settings.captureLevel = before.settings.captureLevel;
    if (config.settings != before.settings)
        gateway.saveClientSettings(config.settings, run.saving<api::ClientSettingsView>(QStringLiteral("/client")));
    if (config.retention != before.retention)
        gateway.saveRetention(config.retention,
                              run.saving<api::RetentionView>(QStringLiteral("/client/log_retention_days")));
    if (config.refusesExcess && !before.refusesExcess)
        refuseExcessOfOthers(root, gateway, run);
    return ignored;
}

} // namespace app
