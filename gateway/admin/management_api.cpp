#include "gateway/admin/management_api.h"

#include "gateway/admin/absent_features.h"
#include "gateway/admin/key_json.h"
#include "gateway/admin/management_answers.h"
#include "gateway/admin/management_routes.h"
#include "gateway/admin/provider_json.h"

#include <algorithm>

namespace gateway::admin {

using api::ProviderKeyView;
using api::ProviderView;
using pipeline::ManagementRequest;

ManagementApi::ManagementApi(api::GatewayFacade &gateway, const std::string &setupToken,
                             std::function<std::string()> metrics)
    : m_gateway(gateway)
    , m_governance(gateway)
    , m_prices(gateway)
    , m_routing(gateway)
    , m_logs(gateway)
    , m_config(gateway)
    , m_sessions(gateway.governance(), !setupToken.empty())
    , m_metrics(std::move(metrics))
    , m_setups(setupToken)
{
}

void ManagementApi::handle(const ManagementRequest &request, Reply reply)
{
    const QStringList segments = segmentsOf(request.path); // "api", ...
    const QString area = segments.value(1);
    const bool isOpenToAll = area == QLatin1String("version") || area == QLatin1String("session");
    if (GovernanceApi::isQuota(request)) {
        m_governance.answerQuota(request, std::move(reply));
        return;
    }
    if (const auto refused = isOpenToAll ? std::nullopt : refusal(request)) {
        reply(failure(*refused));
        return;
    }
    const std::string_view methods = methodsAt(segments);
    if (methods.empty())
        reply(nothingHere(request));
    else if (!isAmong(methods, request.method))
        reply(methodRefused(request, std::string(methods).c_str()));
    else
        dispatch(request, segments, std::move(reply));
}

void ManagementApi::dispatch(const ManagementRequest &request, const QStringList &segments, Reply reply)
{
    const QString area = segments.value(1);
    const QStringList rest = segments.mid(2);
    if (area == QLatin1String("version"))
        reply(answer(m_gateway.status().version.toStdString()));
    else if (area == QLatin1String("session") && rest.front() == QLatin1String("setup"))
        reply(m_setups.begin(request));
    else if (area == QLatin1String("session"))
        m_sessions.handle(request, rest, std::move(reply));
    else if (request.path == "/metrics")
        answerMetrics(request, reply);
    else if (request.path == "/ws")
        reply({101, {}, {}, {}}); // the worker opens the WebSocket, or says why it cannot
    else if (area == QLatin1String("pricing") && m_priceLists)
        m_priceLists->handle(request, rest, std::move(reply));
    else if (area == QLatin1String("config"))
        m_config.handle(request, rest, std::move(reply));
    else if (area == QLatin1String("proxy-config"))
        m_config.handleProxy(request, std::move(reply));
    else if (area == QLatin1String("providers"))
        handleProviders(request, rest, std::move(reply));
    else if (area == QLatin1String("keys"))
        reply(answer(writeAllKeys(m_gateway.providers())));
    else if (area == QLatin1String("models") && m_models)
        m_models->handle(request, rest, std::move(reply));
    else if (area == QLatin1String("governance"))
        dispatchGovernance(request, rest, std::move(reply));
    else if (area == QLatin1String("routing"))
        m_routing.handle(request, rest, std::move(reply));
    else if (area == QLatin1String("logs"))
        m_logs.handle(request, rest, std::move(reply));
    else if (area == QLatin1String("usage"))
        m_logs.answerUsage(request, std::move(reply));
    else if (area == QLatin1String("mcp") || area == QLatin1String("mcp-logs") || area == QLatin1String("plugins"))
        reply(answerOfAbsentFeature(request));
    else
        reply(nothingHere(request));
}

void ManagementApi::dispatchGovernance(const ManagementRequest &request, const QStringList &segments, Reply reply)
{
    if (segments.value(0) == QLatin1String("routing-rules"))
        m_routing.handleRules(request, segments.mid(1), std::move(reply));
    else if (segments.value(0) == QLatin1String("pricing-overrides"))
        m_prices.handle(request, segments.mid(1), std::move(reply));
    else
        m_governance.handle(request, segments, std::move(reply));
}

// Why the caller may not manage.
std::optional<Error> ManagementApi::refusal(const ManagementRequest &request)
{
    if (m_setups.isShownBy(request.headers))
        return std::nullopt;
    if (m_sessions.isAdminNeeded()) {
        const auto checked = m_sessions.check(request);
        return checked ? std::nullopt : std::optional(checked.error());
    }
    if (request.isPeerLoopback)
        return std::nullopt;
    return Error::client(ErrorCode::ManagementRefused,
                         "Management is open to this computer only. From elsewhere send the setup token of the gateway "
                         "(BIFROST_SETUP_TOKEN) in X-Bifrost-Setup-Token.");
}

void ManagementApi::answerMetrics(const ManagementRequest &request, const Reply &reply) const
{
    if (!m_metrics) {
        reply(nothingHere(request));
        return;
    }
    pipeline::ManagementResponse response;
    response.contentType = "text/plain; version=0.0.4; charset=utf-8";
    response.body = m_metrics();
    reply(response);
}

std::optional<ProviderView> ManagementApi::find(const QString &provider) const
{
    for (const ProviderView &view : m_gateway.providers()) {
        if (view.name == provider)
            return view;
    }
    return std::nullopt;
}

void ManagementApi::handleProviders(const ManagementRequest &request, const QStringList &segments, Reply reply)
{
    if (segments.isEmpty()) {
        if (isRead(request))
            reply(answer(writeProviders(m_gateway.providers())));
        else
            saveProvider(request, std::nullopt, std::move(reply));
        return;
    }
    if (segments.size() == 1)
        handleProvider(request, segments.front(), std::move(reply));
    else if (segments.back() == QLatin1String("refresh-models") && segments.size() != 3)
        refreshModels(request, segments, std::move(reply));
    else
        handleKeys(request, segments, std::move(reply));
}

// …/{provider}/refresh-models, …/{provider}/keys/{key_id}/refresh-models
void ManagementApi::refreshModels(const ManagementRequest &request, const QStringList &segments, Reply reply)
{
    const auto provider = find(segments.front());
    const QString keyId = segments.size() > 2 ? segments.at(2) : QString();
    const bool hasKey = provider
                        && std::any_of(provider->keys.begin(), provider->keys.end(),
                                       [&keyId](const ProviderKeyView &key) { return key.id == keyId; });
    if (!provider)
        reply(failure(ErrorCode::NotFound, "Provider not found: " + segments.front().toStdString()));
    else if (!keyId.isEmpty() && !hasKey)
        reply(failure(ErrorCode::NotFound, "Key not found: " + keyId.toStdString()));
    else if (!m_models)
        reply(nothingHere(request));
    else
        m_models->refresh(*provider, keyId, std::move(reply));
}

void ManagementApi::handleProvider(const ManagementRequest &request, const QString &name, Reply reply)
{
    if (request.method == "PUT") {
        saveProvider(request, name, std::move(reply));
        return;
    }
    const auto provider = find(name);
    if (!provider)
        reply(failure(ErrorCode::NotFound, "Provider not found: " + name.toStdString()));
    else if (isRead(request))
        reply(answer(writeProvider(*provider)));
    else
        m_gateway.removeProvider(name, replyWith<ProviderView>(std::move(reply), writeProvider));
}

void ManagementApi::saveProvider(const ManagementRequest &request, const std::optional<QString> &name, Reply reply)
{
    const auto body = parseObject(request.body);
    if (!body) {
        reply(failure(body.error()));
        return;
    }
    Result<api::SaveProvider> command = unexpected(Error{});
    if (!name) {
        command = readProvider(*body);
    } else {
        ProviderView unknown;
        unknown.name = *name; // PUT makes a provider that is not there yet
        command = readProviderChange(*body, find(*name).value_or(unknown));
    }
    if (!command) {
        reply(failure(command.error()));
        return;
    }
    m_gateway.saveProvider(*command, replyWith<ProviderView>(std::move(reply), writeProvider));
}

void ManagementApi::handleKeys(const ManagementRequest &request, const QStringList &segments, Reply reply)
{
    const auto provider = find(segments.at(0));
    if (!provider) {
        reply(failure(ErrorCode::NotFound, "Provider not found: " + segments.at(0).toStdString()));
        return;
    }
    if (segments.size() == 2) {
        if (isRead(request))
            reply(answer(writeKeys(provider->keys)));
        else
            saveKey(request, provider->name, {}, std::move(reply));
        return;
    }
    const QString &keyId = segments.at(2);
    const auto key = std::find_if(provider->keys.begin(), provider->keys.end(),
                                  [&keyId](const ProviderKeyView &each) { return each.id == keyId; });
    if (key == provider->keys.end())
        reply(failure(ErrorCode::NotFound, "Key not found: " + keyId.toStdString()));
    else if (isRead(request))
        reply(answer(writeKey(*key)));
    else if (request.method == "PUT")
        saveKey(request, provider->name, keyId, std::move(reply));
    else
        m_gateway.removeProviderKey(provider->name, keyId, replyWith<ProviderKeyView>(std::move(reply), writeKey));
}

void ManagementApi::saveKey(const ManagementRequest &request, const QString &provider, const QString &keyId,
                            Reply reply)
{
    const auto body = parseObject(request.body);
    if (!body) {
        reply(failure(body.error()));
        return;
    }
    const auto view = find(provider);
    const ProviderKeyView *previous = nullptr;
    for (const ProviderKeyView &key : view->keys) {
        if (key.id == keyId && !keyId.isEmpty())
            previous = &key;
    }
    if (view->isCustom && !view->needsKey) {
        reply(failure(ErrorCode::InvalidRequest, "Cannot add keys to a keyless provider"));
        return;
    }
    const auto command = readKey(*body, provider, previous);
    if (!command) {
        reply(failure(command.error()));
        return;
    }
    m_gateway.saveProviderKey(*command, replyWith<ProviderKeyView>(std::move(reply), writeKey));
}

} // namespace gateway::admin
