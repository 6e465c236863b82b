#include "gateway/admin/governance_api.h"

#include "gateway/admin/governance_json.h"
#include "gateway/admin/json_reader.h"
#include "gateway/admin/list_page.h"

#include <QUrlQuery>

#include <algorithm>
#include <chrono>
#include <memory>

namespace gateway::admin {

namespace {

using api::CustomerView;
using api::SharedLimitsView;
using api::TeamView;
using api::VirtualKeyView;
using pipeline::ManagementRequest;

constexpr qint64 longestGrace = 366LL * 24 * 60 * 60; // seconds

template <typename View>
const View *findIn(const QList<View> &views, const QString &id)
{
    const auto found = std::find_if(views.begin(), views.end(), [&id](const View &view) { return view.id == id; });
    return found == views.end() ? nullptr : &*found;
}

Json withMessage(const char *message)
{
    Json json = Json::object();
    json["message"] = message;
    return json;
}

Json withMessage(const char *message, const char *name, Json object)
{
    Json json = withMessage(message);
    json[name] = std::move(object);
    return json;
}

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

// What is done to one object and to their list; the same for each kind.
template <typename View>
struct Collection {
    QList<View> views;
    const char *what; // "Team"
    std::function<Json()> list;
    std::function<Json(const View &)> show;
    std::function<void(const View *previous, ManagementReply)> save;
    std::function<void(const QString &id, ManagementReply)> remove;
};

template <typename View>
void serve(const ManagementRequest &request, const QStringList &segments, const Collection<View> &collection,
           ManagementReply reply)
{
    if (segments.isEmpty()) {
        if (isRead(request))
            reply(answer(collection.list()));
        else
            collection.save(nullptr, std::move(reply));
        return;
    }
    const View *found = findIn(collection.views, segments.front());
    if (!found)
        reply(failure(ErrorCode::NotFound,
                      std::string(collection.what) + " not found: " + segments.front().toStdString()));
    else if (isRead(request))
        reply(answer(collection.show(*found)));
    else if (request.method == "PUT")
        collection.save(found, std::move(reply));
    else
        collection.remove(found->id, std::move(reply));
}

// Reads the body by `read`, then saves by `save`; the first error is the answer.
template <typename Read, typename Save>
void readAndSave(const ManagementRequest &request, const ManagementReply &reply, Read read, Save save)
{
    const auto body = parseObject(request.body);
    if (!body) {
        reply(failure(body.error()));
        return;
    }
    const auto command = read(*body);
    if (!command)
        reply(failure(command.error()));
    else
        save(*command);
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

bool GovernanceApi::isQuota(const ManagementRequest &request)
{
    return request.path == "/api/governance/virtual-keys/quota" && isRead(request);
}

void GovernanceApi::handle(const ManagementRequest &request, const QStringList &segments, ManagementReply reply)
{
    const QString area = segments.value(0);
    const QStringList rest = segments.mid(1);
    if (area == QLatin1String("virtual-keys"))
        handleKeys(request, rest, std::move(reply));
    else if (area == QLatin1String("teams"))
        handleTeams(request, rest, std::move(reply));
    else if (area == QLatin1String("customers"))
        handleCustomers(request, rest, std::move(reply));
    else if (area == QLatin1String("model-configs"))
        handleModelConfigs(request, rest, std::move(reply));
    else if (area == QLatin1String("providers"))
        handleProviders(request, rest, std::move(reply));
    else
        reply(answer(listLimits(area == QLatin1String("budgets")))); // or rate-limits
}

// --- virtual keys

void GovernanceApi::handleKeys(const ManagementRequest &request, const QStringList &segments, ManagementReply reply)
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
void GovernanceApi::handleOverride(const ManagementRequest &request, const QStringList &segments, ManagementReply reply)
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
void GovernanceApi::rotateKeys(const ManagementRequest &request, ManagementReply reply)
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

Json GovernanceApi::listKeys(const std::string &queryText)
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

std::optional<Error> GovernanceApi::checkProviders(const VirtualKeyView &key) const
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

void GovernanceApi::saveKey(const ManagementRequest &request, const VirtualKeyView *previous, ManagementReply reply)
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
VirtualKeyView GovernanceApi::withBudgetsReset(const VirtualKeyView &key)
{
    for (const api::LimitView &limit : key.limits) {
        if (limit.unit == api::LimitUnit::Money)
            m_governance.resetLimit(limit.id);
    }
    const QList<VirtualKeyView> keys = m_governance.virtualKeys();
    const VirtualKeyView *now = findIn(keys, key.id);
    return now ? *now : key;
}

void GovernanceApi::rotateKey(const ManagementRequest &request, const QString &id, ManagementReply reply)
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

// --- teams and customers

void GovernanceApi::handleTeams(const ManagementRequest &request, const QStringList &segments, ManagementReply reply)
{
    const auto write = [this](const TeamView &team) { return writeTeam(team, m_governance); };
    const auto list = [this, write, &request] {
        Json teams = Json::array();
        for (const TeamView &team : m_governance.teams())
            teams.push_back(write(team));
        return writeSearchedPage("teams", teams, "name", QUrlQuery(QString::fromStdString(request.query)));
    };
    const auto save = [this, &request](const TeamView *previous, ManagementReply answered) {
        saveTeam(request, previous, std::move(answered));
    };
    const auto remove = [this](const QString &id, ManagementReply answered) {
        m_governance.removeTeam(id, replyWith<TeamView>(std::move(answered), [](const auto &) {
                                    return withMessage("Team deleted successfully");
                                }));
    };
    serve<TeamView>(request, segments,
                    {m_governance.teams(), "Team", list,
                     [write](const TeamView &team) {
                         return Json{{"team", write(team)}};
                     },
                     save, remove},
                    std::move(reply));
}

void GovernanceApi::saveTeam(const ManagementRequest &request, const TeamView *previous, ManagementReply reply)
{
    QStringList unknown;
    const char *message = previous ? "Team updated successfully" : "Team created successfully";
    readAndSave(
        request, reply, [&](const Json &body) { return readTeam(body, previous, unknown); },
        [this, message, &reply](const TeamView &team) {
            m_governance.saveTeam(team, false, replyWith<TeamView>(reply, [this, message](const TeamView &saved) {
                                      return withMessage(message, "team", writeTeam(saved, m_governance));
                                  }));
        });
}

void GovernanceApi::handleCustomers(const ManagementRequest &request, const QStringList &segments,
                                    ManagementReply reply)
{
    const auto list = [this, &request] {
        Json customers = Json::array();
        for (const CustomerView &customer : m_governance.customers())
            customers.push_back(writeCustomer(customer));
        return writeSearchedPage("customers", customers, "name", QUrlQuery(QString::fromStdString(request.query)));
    };
    const auto save = [this, &request](const CustomerView *previous, ManagementReply answered) {
        saveCustomer(request, previous, std::move(answered));
    };
    const auto remove = [this](const QString &id, ManagementReply answered) {
        m_governance.removeCustomer(id, replyWith<CustomerView>(std::move(answered), [](const auto &) {
                                        return withMessage("Customer deleted successfully");
                                    }));
    };
    serve<CustomerView>(request, segments,
                        {m_governance.customers(), "Customer", list,
                         [](const CustomerView &customer) {
                             return Json{{"customer", writeCustomer(customer)}};
                         },
                         save, remove},
                        std::move(reply));
}

void GovernanceApi::saveCustomer(const ManagementRequest &request, const CustomerView *previous, ManagementReply reply)
{
    QStringList unknown;
    const char *message = previous ? "Customer updated successfully" : "Customer created successfully";
    readAndSave(
        request, reply, [&](const Json &body) { return readCustomer(body, previous, unknown); },
        [this, message, &reply](const CustomerView &customer) {
            m_governance.saveCustomer(customer, false,
                                      replyWith<CustomerView>(reply, [message](const CustomerView &saved) {
                                          return withMessage(message, "customer", writeCustomer(saved));
                                      }));
        });
}

// --- limits of models and providers

void GovernanceApi::handleModelConfigs(const ManagementRequest &request, const QStringList &segments,
                                       ManagementReply reply)
{
    QList<SharedLimitsView> ofModels;
    for (const SharedLimitsView &shared : m_governance.sharedLimits()) {
        if (!shared.model.isEmpty() || shared.provider.isEmpty())
            ofModels.append(shared);
    }
    const auto list = [ofModels, &request] {
        Json configs = Json::array();
        for (const SharedLimitsView &shared : ofModels)
            configs.push_back(writeModelConfig(shared));
        return writeSearchedPage("model_configs", configs, "model_name",
                                 QUrlQuery(QString::fromStdString(request.query)));
    };
    const auto save = [this, &request](const SharedLimitsView *previous, ManagementReply answered) {
        saveModelConfig(request, previous, std::move(answered));
    };
    const auto remove = [this](const QString &id, ManagementReply answered) {
        m_governance.removeSharedLimits(id, replyWith<SharedLimitsView>(std::move(answered), [](const auto &) {
                                            return withMessage("Model config deleted successfully");
                                        }));
    };
    serve<SharedLimitsView>(request, segments,
                            {ofModels, "Model config", list,
                             [](const SharedLimitsView &shared) {
                                 return Json{{"model_config", writeModelConfig(shared)}};
                             },
                             save, remove},
                            std::move(reply));
}

void GovernanceApi::saveModelConfig(const ManagementRequest &request, const SharedLimitsView *previous,
                                    ManagementReply reply)
{
    QStringList unknown;
    const char *message = previous ? "Model config updated successfully" : "Model config created successfully";
    readAndSave(
        request, reply, [&](const Json &body) { return readModelConfig(body, previous, unknown); },
        [this, message, &reply](const SharedLimitsView &shared) {
            m_governance.saveSharedLimits(shared, false,
                                          replyWith<SharedLimitsView>(reply, [message](const SharedLimitsView &saved) {
                                              return withMessage(message, "model_config", writeModelConfig(saved));
                                          }));
        });
}

void GovernanceApi::handleProviders(const ManagementRequest &request, const QStringList &segments,
                                    ManagementReply reply)
{
    QList<SharedLimitsView> ofProviders;
    for (const SharedLimitsView &shared : m_governance.sharedLimits()) {
        if (shared.model.isEmpty() && !shared.provider.isEmpty())
            ofProviders.append(shared);
    }
    if (segments.isEmpty()) {
        Json providers = Json::array();
        for (const SharedLimitsView &shared : ofProviders)
            providers.push_back(writeProviderLimits(shared));
        reply(answer(writeWhole("providers", std::move(providers))));
        return;
    }
    const QString &name = segments.front();
    const auto found = std::find_if(ofProviders.begin(), ofProviders.end(),
                                    [&name](const SharedLimitsView &shared) { return shared.provider == name; });
    if (request.method == "PUT") {
        SharedLimitsView previous = found == ofProviders.end() ? SharedLimitsView() : *found;
        previous.provider = name;
        QStringList unknown;
        readAndSave(
            request, reply, [&](const Json &body) { return readProviderLimits(body, previous, unknown); },
            [this, &reply](const SharedLimitsView &shared) {
                m_governance.saveSharedLimits(shared, false,
                                              replyWith<SharedLimitsView>(reply, [](const SharedLimitsView &saved) {
                                                  return withMessage("Provider governance updated successfully",
                                                                     "provider", writeProviderLimits(saved));
                                              }));
            });
    } else if (found == ofProviders.end()) {
        reply(failure(ErrorCode::NotFound, "Provider has no limits: " + name.toStdString()));
    } else {
        m_governance.removeSharedLimits(found->id, replyWith<SharedLimitsView>(std::move(reply), [](const auto &) {
                                            return withMessage("Provider governance deleted successfully");
                                        }));
    }
}

Json GovernanceApi::listLimits(bool budgets)
{
    Json list = Json::array();
    const auto add = [&](const QList<api::LimitView> &limits, const char *owner, const QString &id) {
        if (!budgets) {
            Json rateLimit = writeRateLimit(limits);
            if (!rateLimit.is_null()) {
                rateLimit[owner] = id.toStdString();
                list.push_back(std::move(rateLimit));
            }
            return;
        }
        for (const api::LimitView &limit : limits) {
            if (limit.unit != api::LimitUnit::Money)
                continue;
            Json budget = writeBudget(limit);
            budget[owner] = id.toStdString();
            list.push_back(std::move(budget));
        }
    };
    for (const VirtualKeyView &key : m_governance.virtualKeys()) {
        add(key.limits, "virtual_key_id", key.id);
        for (const api::VirtualKeyProviderView &provider : key.providers)
            add(provider.limits, "provider_config_id", provider.id);
    }
    for (const TeamView &team : m_governance.teams())
        add(team.limits, "team_id", team.id);
    for (const CustomerView &customer : m_governance.customers())
        add(customer.limits, "customer_id", customer.id);
    for (const SharedLimitsView &shared : m_governance.sharedLimits())
        add(shared.limits, "model_config_id", shared.id);
    return writeWhole(budgets ? "budgets" : "rate_limits", std::move(list));
}

} // namespace gateway::admin
