#include "gateway/admin/governance_api.h"

#include "gateway/admin/governance_json.h"
#include "gateway/admin/list_page.h"
#include "gateway/admin/object_collection.h"

#include <QUrlQuery>

#include <algorithm>

namespace gateway::admin {

namespace {

using api::CustomerView;
using api::SharedLimitsView;
using api::TeamView;
using api::VirtualKeyView;
using pipeline::ManagementRequest;

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
        m_keys.handle(request, rest, std::move(reply));
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
            customers.push_back(writeCustomer(customer, m_governance));
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
                         [this](const CustomerView &customer) {
                             return Json{{"customer", writeCustomer(customer, m_governance)}};
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
                                      replyWith<CustomerView>(reply, [this, message](const CustomerView &saved) {
                                          return withMessage(message, "customer", writeCustomer(saved, m_governance));
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
    const auto add = [&](const QList<api::LimitView> &limits, const char *owner, const Json &id) {
        if (!budgets) {
            Json rateLimit = writeRateLimit(limits);
            if (!rateLimit.is_null()) {
                rateLimit[owner] = id;
                list.push_back(std::move(rateLimit));
            }
            return;
        }
        for (const api::LimitView &limit : limits) {
            if (limit.unit != api::LimitUnit::Money)
                continue;
            Json budget = writeBudget(limit);
            budget[owner] = id;
            list.push_back(std::move(budget));
        }
    };
    for (const VirtualKeyView &key : m_governance.virtualKeys()) {
        add(key.limits, "virtual_key_id", key.id.toStdString());
        for (const api::VirtualKeyProviderView &provider : key.providers) {
            const Json number = providerConfigNumber(provider.id);
            add(provider.limits, "provider_config_id", number);
            for (const api::VirtualKeyModelView &model : provider.modelLimits)
                add(model.limits, "provider_config_id", number);
        }
    }
    for (const TeamView &team : m_governance.teams())
        add(team.limits, "team_id", team.id.toStdString());
    for (const CustomerView &customer : m_governance.customers())
        add(customer.limits, "customer_id", customer.id.toStdString());
    for (const SharedLimitsView &shared : m_governance.sharedLimits())
        add(shared.limits, "model_config_id", shared.id.toStdString());
    return writeWhole(budgets ? "budgets" : "rate_limits", std::move(list));
}

} // namespace gateway::admin
