#include "gateway/admin/config_api.h"

#include "gateway/admin/excess_requests.h"

#include <utility>

namespace gateway::admin {

using pipeline::ManagementRequest;
using pipeline::ManagementResponse;

ClientConfig clientConfigOf(api::GatewayFacade &gateway)
{
    return {gateway.clientSettings(), gateway.retention(), gateway.governance().requiresVirtualKey(),
            refusesExcess(gateway.providers())};
}

ConfigApi::ConfigApi(api::GatewayFacade &gateway) : m_gateway(gateway)
{
    for (const api::ProviderView &provider : m_gateway.providers()) // of runs before this one: nothing new
        m_known.append(provider.name);
    QObject::connect(&gateway, &api::GatewayFacade::providersChanged, &m_whileAlive, [this] { tellNewProviders(); });
}

void ConfigApi::tellNewProviders()
{
    QList<api::ProviderView> providers = m_gateway.providers();
    QStringList names;
    for (const api::ProviderView &provider : providers)
        names.append(provider.name);
    const QStringList before = std::exchange(m_known, names);
    if (!m_gateway.clientSettings().refusesExcessOfNew)
        return;
    providers.removeIf([&before](const api::ProviderView &provider) {
        return before.contains(provider.name) || saysExcess(provider);
    });
    for (const api::ProviderView &provider : withExcessRefused(providers, true))
        m_gateway.saveProvider({provider, {}, false}, [](const auto &) {});
}

void ConfigApi::handle(const ManagementRequest &request, const QStringList &segments, ManagementReply reply)
{
    if (!segments.isEmpty()) { // export
        ManagementResponse response;
        response.body = m_gateway.exportConfiguration().toStdString();
        response.headers.add("Content-Disposition", "attachment; filename=config.json");
        reply(response);
    } else if (isRead(request)) {
        reply(answer(describe()));
    } else {
        save(request, std::move(reply));
    }
}

void ConfigApi::handleProxy(const ManagementRequest &request, ManagementReply reply) const
{
    if (!isRead(request)) {
        const auto body = parseObject(request.body);
        const bool isWanted = body && body->value("enabled", Json(false)) == Json(true);
        if (!body || isWanted) {
            reply(
                body ? failure(ErrorCode::InvalidRequest,
                               "There is no proxy for everything. Set the proxy_config of the providers that need one.")
                     : failure(body.error()));
            return;
        }
    }
    reply(answer(Json{{"enabled", false},
                      {"type", "http"},
                      {"url", ""},
                      {"username", ""},
                      {"password", ""},
                      {"no_proxy", ""},
                      {"timeout", 0},
                      {"skip_tls_verify", false},
                      {"enable_for_scim", false},
                      {"enable_for_inference", false},
                      {"enable_for_api", false}}));
}

ClientConfig ConfigApi::current() const
{
    ClientConfig client = clientConfigOf(m_gateway);
    if (m_known.isEmpty())
        client.refusesExcess = client.settings.refusesExcessOfNew;
    return client;
}

Json ConfigApi::describe() const
{
    Json json{{"client_config", writeClientConfig(current())},
              {"framework_config", {{"pricing_url", ""}, {"pricing_sync_interval", 0}}},
              {"is_db_connected", true},
              {"is_cache_connected", false},
              {"is_logs_connected", m_gateway.status().storageProblem.isEmpty()}};
    if (const api::AdminView admin = m_gateway.governance().admin(); !admin.username.isEmpty())
        json["auth_config"] = writeAdmin(admin);
    return json;
}

Result<ConfigApi::Change> ConfigApi::readChange(const Json &body) const
{
    Change change;
    QStringList unknown; // the API ignores them, as Bifrost does
    if (const auto client = body.find("client_config"); client != body.end() && !client->is_null()) {
        auto read = readClientConfig(*client, current(), unknown);
        if (!read)
            return unexpected(read.error());
        change.client = std::move(*read);
    }
    if (const auto admin = body.find("auth_config"); admin != body.end() && !admin->is_null()) {
        auto read = readAdmin(*admin, m_gateway.governance().admin());
        if (!read)
            return unexpected(read.error());
        change.admin = std::move(*read);
    }
    return change;
}

// One after the other; the first that fails ends it, and is the answer.
void ConfigApi::save(const ManagementRequest &request, ManagementReply reply)
{
    const auto body = parseObject(request.body);
    auto change = body ? readChange(*body) : unexpected(body.error());
    if (!change) {
        reply(failure(change.error()));
        return;
    }
    if (!change->client) {
        saveAdmin(*change, std::move(reply));
        return;
    }
    if (m_gateway.providers().isEmpty() || !change->client->refusesExcess)
        change->client->settings.refusesExcessOfNew = change->client->refusesExcess;
    m_gateway.saveClientSettings(change->client->settings, [this, change = *change, reply = std::move(reply)](
                                                               const Result<api::ClientSettingsView> &saved) {
        if (saved)
            saveRetention(change, reply);
        else
            reply(failure(saved.error()));
    });
}

void ConfigApi::saveRetention(const Change &change, ManagementReply reply)
{
    m_gateway.saveRetention(change.client->retention,
                            [this, change, reply = std::move(reply)](const Result<api::RetentionView> &saved) {
                                if (saved)
                                    saveAccess(change, reply);
                                else
                                    reply(failure(saved.error()));
                            });
}

void ConfigApi::saveAccess(const Change &change, ManagementReply reply)
{
    m_gateway.governance().setRequiresVirtualKey(
        change.client->requiresVirtualKey, [this, change, reply = std::move(reply)](const Result<bool> &saved) {
            if (!saved) {
                reply(failure(saved.error()));
                return;
            }
            saveLines(withExcessRefused(m_gateway.providers(), change.client->refusesExcess), change, reply);
        });
}

void ConfigApi::saveLines(QList<api::ProviderView> changed, const Change &change, ManagementReply reply)
{
    if (changed.isEmpty()) {
        saveAdmin(change, std::move(reply));
        return;
    }
    const api::ProviderView next = changed.takeFirst();
    m_gateway.saveProvider({next, {}, false},
                           [this, changed, change, reply = std::move(reply)](const Result<api::ProviderView> &saved) {
                               if (saved)
                                   saveLines(changed, change, reply);
                               else
                                   reply(failure(saved.error()));
                           });
}

void ConfigApi::saveAdmin(const Change &change, ManagementReply reply)
{
    const Json done{{"status", "success"}, {"message", "configuration updated successfully"}};
    if (!change.admin) {
        reply(answer(done));
        return;
    }
    m_gateway.governance().setAdmin(
        change.admin->admin, change.admin->password,
        replyWith<api::AdminView>(std::move(reply), [done](const api::AdminView &) { return done; }));
}

} // namespace gateway::admin
