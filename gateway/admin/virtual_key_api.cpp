#include "gateway/admin/virtual_key_api.h"

#include "gateway/admin/governance_json.h"
#include "gateway/admin/json_reader.h"
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
    if (segments.size() == 2) { // {id}/rotate
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
    const auto show = [this](const VirtualKeyView &key) {
        return Json{{"virtual_key", writeVirtualKey(key, {}, m_governance)}};
    };
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
    for (const api::VirtualKeyProviderView &provider : key->providers)
        limits += provider.limits;
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
                    progress->keys.push_back(writeVirtualKey(made->key, made->value, m_governance));
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
        keys.push_back(writeVirtualKey(key, {}, m_governance));
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
                return withMessage(message, "virtual_key", writeVirtualKey(key, made.value, m_governance));
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

void VirtualKeyApi::rotateKey(const ManagementRequest &request, const QString &id, ManagementReply reply)
{
    qint64 grace = 0;
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
    }
    m_governance.rotateVirtualKey(
        id, std::chrono::seconds(grace),
        replyWith<api::MadeVirtualKey>(std::move(reply), [this](const api::MadeVirtualKey &made) {
            return withMessage("Virtual key rotated successfully", "virtual_key",
                               writeVirtualKey(made.key, made.value, m_governance));
        }));
}

} // namespace gateway::admin
