#include "gateway/admin/virtual_key_api.h"

#include "gateway/admin/governance_json.h"
#include "gateway/admin/json_reader.h"
#include "gateway/admin/key_json.h"
#include "gateway/admin/list_page.h"
#include "gateway/admin/object_collection.h"

#include <QUrlQuery>

#include <algorithm>
#include <chrono>
#include <memory>

namespace gateway::admin {

namespace {

using api::VirtualKeyView;
using pipeline::ManagementRequest;

constexpr qint64 longestGrace = 366LL * 24 * 60 * 60; // seconds

// `sort_by` name or created_at; else the oldest come first.
void sortKeys(QList<VirtualKeyView> &keys, const QUrlQuery &query)
{
    const QString by = query.queryItemValue(QStringLiteral("sort_by"));
    if (by == QLatin1String("name")) {
        std::stable_sort(keys.begin(), keys.end(), [](const VirtualKeyView &left, const VirtualKeyView &right) {
            return left.name.compare(right.name, Qt::CaseInsensitive) < 0;
        });
    } else if (by == QLatin1String("created_at")) {
        std::stable_sort(keys.begin(), keys.end(), [](const VirtualKeyView &left, const VirtualKeyView &right) {
            return left.createdAt < right.createdAt;
        });
    }
    if (query.queryItemValue(QStringLiteral("order")) == QLatin1String("desc"))
        std::reverse(keys.begin(), keys.end());
}

bool isWanted(const VirtualKeyView &key, const QUrlQuery &query)
{
    const auto asked = [&query](const char *name) {
        return query.queryItemValue(QLatin1String(name), QUrl::FullyDecoded);
    };
    const QString search = asked("search");
    return (key.name.contains(search, Qt::CaseInsensitive) || key.description.contains(search, Qt::CaseInsensitive))
           && (asked("team_id").isEmpty() || key.teamId == asked("team_id"))
           && (asked("customer_id").isEmpty() || key.customerId == asked("customer_id"));
}

} // namespace

void VirtualKeyApi::handle(const ManagementRequest &request, const QStringList &segments, ManagementReply reply)
{
    if (segments.size() == 4) { // {id}/budgets/{budget_id}/override
        handleOverride(request, segments, std::move(reply));
        return;
    }
    if (segments.size() == 2) { // {id}/rotate or {id}/value
        if (segments.back() == QLatin1String("value"))
            tellValue(request, segments.front(), std::move(reply));
        else
            rotateKey(request, segments.front(), std::move(reply));
        return;
    }
    if (segments.value(0) == QLatin1String("rotate")) {
        rotateKeys(request, std::move(reply));
        return;
    }
    const auto save = [this, &request](const VirtualKeyView *previous, ManagementReply answered) {
        saveKey(request, previous, std::move(answered));
    };
    const auto remove = [this](const QString &id, ManagementReply answered) {
        m_governance.removeVirtualKey(id, replyWith<VirtualKeyView>(std::move(answered), [](const auto &) {
                                          return withMessage("Virtual key deleted successfully");
                                      }));
    };
    const auto show = [this](const VirtualKeyView &key) { return Json{{"virtual_key", written(key, {})}}; };
    serve<VirtualKeyView>(request, segments,
                          {m_governance.virtualKeys(), "Virtual key",
                           [this, &request] { return listKeys(request.query); }, show, save, remove},
                          std::move(reply));
}

// Budgets of the key itself, and of its providers.
void VirtualKeyApi::handleOverride(const ManagementRequest &request, const QStringList &segments, ManagementReply reply)
{
    const QList<VirtualKeyView> keys = m_governance.virtualKeys();
    const VirtualKeyView *key = findIn(keys, segments.front());
    if (!key) {
        reply(failure(ErrorCode::NotFound, "Virtual key not found: " + segments.front().toStdString()));
        return;
    }
    QList<api::LimitView> limits = key->limits;
    for (const api::VirtualKeyProviderView &provider : key->providers) {
        limits += provider.limits;
        for (const api::VirtualKeyModelView &model : provider.modelLimits)
            limits += model.limits;
    }
    const api::LimitView *budget = findIn(limits, segments.at(2));
    if (!budget || budget->unit != api::LimitUnit::Money)
        reply(failure(ErrorCode::NotFound, "Budget not found: " + segments.at(2).toStdString()));
    else
        m_budgets.handleOverride(request, *budget, std::move(reply));
}

// {"ids": [...]}: each gets a new value; the answer has those that could be had, and what the others failed of.
void VirtualKeyApi::rotateKeys(const ManagementRequest &request, ManagementReply reply)
{
    struct Progress {
        Json keys = Json::array();
        Json errors = Json::array();
        qsizetype waiting = 0;
        ManagementReply reply;
    };
    QStringList ids;
    const auto body = parseObject(request.body);
    if (!body) {
        reply(failure(body.error()));
        return;
    }
    JsonReader reader(*body);
    reader.strings("ids", ids);
    if (reader.error() || ids.isEmpty()) {
        reply(reader.error() ? failure(*reader.error())
                             : failure(ErrorCode::InvalidRequest, "ids must name at least one virtual key."));
        return;
    }
    const auto progress = std::make_shared<Progress>();
    progress->waiting = ids.size();
    progress->reply = std::move(reply);
    for (const QString &id : std::as_const(ids)) {
        m_governance.rotateVirtualKey(
            id, std::chrono::seconds(0), [this, progress, id](const Result<api::MadeVirtualKey> &made) {
                if (made)
                    progress->keys.push_back(written(made->key, made->value));
                else
                    progress->errors.push_back(Json{{"id", id.toStdString()}, {"error", made.error().message}});
                if (--progress->waiting > 0)
                    return;
                Json done = withMessage("Virtual keys rotated", "virtual_keys", std::move(progress->keys));
                done["errors"] = std::move(progress->errors);
                progress->reply(answer(done));
            });
    }
}

// The keys that a provider may be asked with stand in it as in GET /api/keys.
Json VirtualKeyApi::written(const VirtualKeyView &key, const QString &value) const
{
    Json json = writeVirtualKey(key, value, m_governance);
    const bool namesKeys = std::any_of(key.providers.begin(), key.providers.end(),
                                       [](const api::VirtualKeyProviderView &each) { return !each.keys.isEmpty(); });
    if (!namesKeys)
        return json;
    const QList<api::ProviderView> known = m_gateway.providers();
    for (Json &config : json["provider_configs"]) {
        const QString name = QString::fromStdString(config["provider"].get<std::string>());
        for (Json &named : config["keys"]) {
            const QString idOrName = QString::fromStdString(named["key_id"].get<std::string>());
            for (const api::ProviderView &provider : known) {
                for (const api::ProviderKeyView &each : provider.keys) {
                    if (provider.name == name && (each.id == idOrName || each.name == idOrName))
                        named = writeListedKey(provider, each);
                }
            }
        }
    }
    return json;
}

Json VirtualKeyApi::listKeys(const std::string &queryText)
{
    const QUrlQuery query(QString::fromStdString(queryText));
    QList<VirtualKeyView> wanted;
    for (const VirtualKeyView &key : m_governance.virtualKeys()) {
        if (isWanted(key, query))
            wanted.append(key);
    }
    sortKeys(wanted, query);
    const ListPage page = pageOf(query, wanted.size());
    Json keys = Json::array();
    for (const VirtualKeyView &key : wanted.mid(page.offset, page.limit))
        keys.push_back(written(key, {}));
    return writePage("virtual_keys", std::move(keys), wanted.size(), page);
}

std::optional<Error> VirtualKeyApi::checkProviders(const VirtualKeyView &key) const
{
    const QList<api::ProviderView> known = m_gateway.providers();
    for (const api::VirtualKeyProviderView &provider : key.providers) {
        const bool isKnown = std::any_of(known.begin(), known.end(), [&provider](const api::ProviderView &each) {
            return each.name == provider.provider;
        });
        if (!isKnown)
            return Error::client(ErrorCode::InvalidRequest,
                                 "invalid provider name: " + provider.provider.toStdString());
    }
    return std::nullopt;
}

void VirtualKeyApi::saveKey(const ManagementRequest &request, const VirtualKeyView *previous, ManagementReply reply)
{
    QStringList unknown; // the API ignores them, as Bifrost does
    bool mustReset = false;
    const auto read = [&](const Json &body) -> Result<api::SaveVirtualKey> {
        mustReset = previous && body.value("reset_budget_usage", Json()) == Json(true);
        auto command = readVirtualKey(body, previous, EmptyLists::DenyAll, unknown);
        if (!command)
            return command;
        if (const auto error = checkProviders(command->key))
            return unexpected(*error);
        return command;
    };
    const char *message = previous ? "Virtual key updated successfully" : "Virtual key created successfully";
    readAndSave(request, reply, read, [this, message, &mustReset, &reply](const api::SaveVirtualKey &command) {
        m_governance.saveVirtualKey(
            command, replyWith<api::MadeVirtualKey>(reply, [this, message, mustReset](const api::MadeVirtualKey &made) {
                const VirtualKeyView key = mustReset ? withBudgetsReset(made.key) : made.key;
                return withMessage(message, "virtual_key", written(key, made.value));
            }));
    });
}

// Those of the key itself; its providers and owners keep what was used.
VirtualKeyView VirtualKeyApi::withBudgetsReset(const VirtualKeyView &key)
{
    for (const api::LimitView &limit : key.limits) {
        if (limit.unit == api::LimitUnit::Money)
            m_governance.resetLimit(limit.id);
    }
    const QList<VirtualKeyView> keys = m_governance.virtualKeys();
    const VirtualKeyView *now = findIn(keys, key.id);
    return now ? *now : key;
}

// {"grace_seconds", "keep_value"}: the second is said first, so that it counts for the new value.
void VirtualKeyApi::rotateKey(const ManagementRequest &request, const QString &id, ManagementReply reply)
{
    qint64 grace = 0;
    std::optional<bool> mustKeep;
    if (!request.body.empty()) {
        const auto body = parseObject(request.body);
        if (!body) {
            reply(failure(body.error()));
            return;
        }
        if (const auto seconds = body->find("grace_seconds"); seconds != body->end() && seconds->is_number_integer())
            grace = seconds->get<qint64>();
        if (grace < 0 || grace > longestGrace) {
            reply(failure(ErrorCode::InvalidRequest, "grace_seconds must be from 0 to a year."));
            return;
        }
        if (const auto keep = body->find("keep_value"); keep != body->end() && keep->is_boolean())
            mustKeep = keep->get<bool>();
    }
    const auto rotate = [this, id, grace, reply] {
        m_governance.rotateVirtualKey(id, std::chrono::seconds(grace),
                                      replyWith<api::MadeVirtualKey>(reply, [this](const api::MadeVirtualKey &made) {
                                          return withMessage("Virtual key rotated successfully", "virtual_key",
                                                             written(made.key, made.value));
                                      }));
    };
    const QList<VirtualKeyView> keys = m_governance.virtualKeys();
    const VirtualKeyView *key = findIn(keys, id);
    if (!key || !mustKeep || key->keepsValue == *mustKeep) {
        rotate();
        return;
    }
    api::SaveVirtualKey command{*key, std::nullopt};
    command.key.keepsValue = *mustKeep;
    m_governance.saveVirtualKey(command, [rotate, reply](const Result<api::MadeVirtualKey> &saved) {
        if (saved)
            rotate();
        else
            reply(failure(saved.error()));
    });
}

// Web pages of this computer may manage where there is no administrator, but not read a secret.
void VirtualKeyApi::tellValue(const ManagementRequest &request, const QString &id, ManagementReply reply)
{
    const bool isFromBrowser = request.headers.contains("Origin") || request.headers.contains("Sec-Fetch-Site");
    if (isFromBrowser && !m_governance.admin().isNeeded) {
        reply(failure(ErrorCode::ManagementRefused, "Web pages are told no values of keys unless there is an "
                                                    "administrator, who has signed in."));
        return;
    }
    m_governance.readKeptValue(id, [reply = std::move(reply)](const Result<QString> &value) {
        pipeline::ManagementResponse response =
            value ? answer(Json{{"value", value->toStdString()}}) : failure(value.error());
        response.headers.add("Cache-Control", "no-store");
        reply(response);
    });
}

} // namespace gateway::admin
