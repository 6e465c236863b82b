#include "app/governance_file.h"

#include "gateway/admin/json_reader.h"

#include <QLoggingCategory>

#include <optional>

namespace app {

using gateway::Error;
using gateway::Result;
using gateway::admin::EmptyLists;
using gateway::admin::Json;
using gateway::admin::JsonReader;
namespace admin = gateway::admin;
namespace api = gateway::api;

namespace {

Q_LOGGING_CATEGORY(governanceFile, "bilrost.config")

void logProblem(const QString &entry, const std::string &message)
{
    qCWarning(governanceFile).noquote() << entry << QString::fromStdString(message);
}

template <typename Value>
api::GovernanceFacade::Reply<Value> logFailure(const QString &entry)
{
    return [entry](const Result<Value> &saved) {
        if (!saved)
            logProblem(entry, saved.error().message);
    };
}

QString textMember(const Json &object, const char *name)
{
    const auto found = object.find(name);
    return found != object.end() && found->is_string() ? QString::fromStdString(found->get<std::string>()) : QString();
}

// Files keep limits apart and say whose they are; here they are put into their owners, as the API has them.
class FileReader {
public:
    FileReader(const Json &root, api::GovernanceFacade &governance)
        : m_root(root), m_governance(governance), m_emptyLists(emptyListsOf(root))
    {
    }

    GovernanceFileReport read()
    {
        readClient();
        readPlugins();
        readAdmin();
        const auto section = m_root.find("governance");
        if (section != m_root.end() && section->is_object())
            readGovernance(*section);
        if (m_requiresVirtualKey)
            m_governance.setRequiresVirtualKey(*m_requiresVirtualKey,
                                               logFailure<bool>(QStringLiteral("enforce_auth_on_inference")));
        m_report.ignoredFields.removeDuplicates();
        return m_report;
    }

private:
    // Files without a version were written when absent and empty lists meant everything.
    static EmptyLists emptyListsOf(const Json &root)
    {
        const auto version = root.find("version");
        const bool isNew = version != root.end() && version->is_number_integer() && version->get<int>() >= 2;
        return isNew ? EmptyLists::DenyAll : EmptyLists::AllowAll;
    }

    void ignore(const QString &path) { m_report.ignoredFields.append(path); }
    void ignoreAll(const QString &path, const QStringList &names)
    {
        for (const QString &name : names)
            ignore(path + QLatin1Char('.') + name);
    }

    void readClient()
    {
        const auto client = m_root.find("client");
        if (client == m_root.end() || !client->is_object())
            return;
        JsonReader reader(*client, "client.");
        for (const char *name : {"enforce_governance_header", "enforce_auth_on_inference"}) { // the old name first
            bool isRequired = false;
            if (!reader.member(name))
                continue;
            reader.boolean(name, isRequired);
            m_requiresVirtualKey = isRequired;
        }
        if (reader.error())
            logProblem(QStringLiteral("client"), reader.error()->message);
        ignoreAll(QStringLiteral("client"), reader.unknownMembers());
    }

    // Bifrost ignores is_vk_mandatory there; whoever wrote it meant it.
    void readPlugins()
    {
        const auto plugins = m_root.find("plugins");
        if (plugins == m_root.end() || !plugins->is_array())
            return;
        for (const Json &plugin : *plugins) {
            if (!plugin.is_object())
                continue;
            const QString name = textMember(plugin, "name");
            const auto config = plugin.find("config");
            const bool isOn = !plugin.contains("enabled") || plugin["enabled"] == true;
            if (name != QLatin1String("governance") || config == plugin.end() || !config->is_object()) {
                ignore(QStringLiteral("plugins.") + name);
                continue;
            }
            JsonReader reader(*config, "plugins.governance.config.");
            bool isMandatory = false;
            reader.boolean("is_vk_mandatory", isMandatory);
            if (isOn && isMandatory)
                m_requiresVirtualKey = true;
            if (reader.error())
                logProblem(QStringLiteral("plugins"), reader.error()->message);
            ignoreAll(QStringLiteral("plugins.governance.config"), reader.unknownMembers());
        }
    }

    static QString resolved(const QString &value)
    {
        return value.startsWith(QLatin1String("env.")) ? qEnvironmentVariable(value.mid(4).toUtf8().constData())
                                                       : value;
    }

    // Its newer place is in governance, and wins.
    void readAdmin()
    {
        Json section = m_root.value("auth_config", Json());
        if (const auto governance = m_root.find("governance"); governance != m_root.end() && governance->is_object())
            section = governance->value("auth_config", section);
        if (!section.is_object())
            return;
        JsonReader reader(section, "auth_config.");
        api::AdminView admin;
        QString password;
        reader.string("admin_username", admin.username);
        reader.string("admin_password", password);
        reader.boolean("is_enabled", admin.isNeeded);
        reader.ignore("disable_auth_on_inference"); // virtual keys decide about inference, as in Bifrost since 2.x
        ignoreAll(QStringLiteral("auth_config"), reader.unknownMembers());
        admin.username = resolved(admin.username);
        password = resolved(password);
        const QString entry = QStringLiteral("auth_config");
        if (reader.error())
            logProblem(entry, reader.error()->message);
        else if (password.startsWith(QLatin1String("$2")))
            logProblem(entry,
                       "The password is a bcrypt hash, which cannot be used here. Give the password, or env.NAME.");
        else
            m_governance.setAdmin(admin, password, logFailure<api::AdminView>(entry));
    }

    void readGovernance(const Json &section)
    {
        m_budgets = listOf(section, "budgets");
        m_rateLimits = listOf(section, "rate_limits");
        forEach(section, "customers", [this](const Json &entry) { readCustomer(entry); });
        forEach(section, "teams", [this](const Json &entry) { readTeam(entry); });
        forEach(section, "virtual_keys", [this](const Json &entry) { readKey(entry); });
        forEach(section, "model_configs", [this](const Json &entry) { readModelConfig(entry); });
        forEach(section, "providers", [this](const Json &entry) { readProvider(entry); });
        static const QStringList known{QStringLiteral("budgets"),       QStringLiteral("rate_limits"),
                                       QStringLiteral("customers"),     QStringLiteral("teams"),
                                       QStringLiteral("virtual_keys"),  QStringLiteral("auth_config"),
                                       QStringLiteral("model_configs"), QStringLiteral("providers")};
        for (const auto &[name, value] : section.items()) {
            if (!known.contains(QString::fromStdString(name)))
                ignore(QStringLiteral("governance.") + QString::fromStdString(name));
        }
    }

    static Json listOf(const Json &section, const char *name)
    {
        const auto found = section.find(name);
        return found != section.end() && found->is_array() ? *found : Json::array();
    }

    template <typename Read>
    static void forEach(const Json &section, const char *name, Read read)
    {
        for (const Json &entry : listOf(section, name)) {
            if (entry.is_object())
                read(entry);
            else
                logProblem(QLatin1String("governance.") + QLatin1String(name), "An entry is no object.");
        }
    }

    // The entry with the budgets and the rate limit that belong to it.
    Json withLimits(Json entry, const char *ownerMember) const
    {
        const QString id = textMember(entry, "id");
        Json budgets = entry.contains("budgets") && entry["budgets"].is_array() ? entry["budgets"] : Json::array();
        const QString budgetId = textMember(entry, "budget_id");
        for (const Json &budget : m_budgets) {
            if (!budget.is_object())
                continue;
            const bool isOwned = !id.isEmpty() && textMember(budget, ownerMember) == id;
            if (isOwned || (!budgetId.isEmpty() && textMember(budget, "id") == budgetId))
                budgets.push_back(budget);
        }
        if (!budgets.empty())
            entry["budgets"] = budgets;
        const QString rateLimitId = textMember(entry, "rate_limit_id");
        for (const Json &rateLimit : m_rateLimits) {
            if (rateLimit.is_object() && !rateLimitId.isEmpty() && textMember(rateLimit, "id") == rateLimitId)
                entry["rate_limit"] = rateLimit;
        }
        return entry;
    }

    void readCustomer(const Json &entry)
    {
        QStringList unknown;
        auto customer = admin::readCustomer(withLimits(entry, "customer_id"), nullptr, unknown);
        ignoreAll(QStringLiteral("governance.customers"), unknown);
        const QString id = textMember(entry, "id");
        if (!customer) {
            logProblem(id, customer.error().message);
            return;
        }
        customer->id = id;
        m_governance.saveCustomer(*customer, true, logFailure<api::CustomerView>(id));
    }

    void readTeam(const Json &entry)
    {
        QStringList unknown;
        auto team = admin::readTeam(withLimits(entry, "team_id"), nullptr, unknown);
        ignoreAll(QStringLiteral("governance.teams"), unknown);
        const QString id = textMember(entry, "id");
        if (!team) {
            logProblem(id, team.error().message);
            return;
        }
        team->id = id;
        m_governance.saveTeam(*team, true, logFailure<api::TeamView>(id));
    }

    void readKey(const Json &entry)
    {
        Json whole = withLimits(entry, "virtual_key_id");
        if (const auto providers = whole.find("provider_configs"); providers != whole.end() && providers->is_array()) {
            for (Json &provider : *providers) {
                if (provider.is_object())
                    provider = withLimits(provider, "provider_config_id");
            }
        }
        QStringList unknown;
        auto command = admin::readVirtualKey(whole, nullptr, m_emptyLists, unknown);
        ignoreAll(QStringLiteral("governance.virtual_keys"), unknown);
        const QString id = textMember(entry, "id");
        if (!command) {
            logProblem(id, command.error().message);
            return;
        }
        command->key.id = id;
        QString value = textMember(entry, "value");
        if (value.startsWith(QLatin1String("env."))) {
            command->key.environmentVariable = value.mid(4);
            value = qEnvironmentVariable(value.mid(4).toUtf8().constData());
        }
        if (value.isEmpty()) {
            logProblem(id, command->key.environmentVariable.isEmpty()
                               ? "The virtual key has no value, so nobody could show it."
                               : "The environment variable of its value is not set.");
            return;
        }
        command->value = value;
        ++m_report.virtualKeys;
        m_governance.saveVirtualKey(*command, logFailure<api::MadeVirtualKey>(id));
    }

    void readModelConfig(const Json &entry)
    {
        QStringList unknown;
        auto shared = admin::readModelConfig(withLimits(entry, "model_config_id"), nullptr, unknown);
        ignoreAll(QStringLiteral("governance.model_configs"), unknown);
        saveShared(textMember(entry, "id"), shared);
    }

    void readProvider(const Json &entry)
    {
        QStringList unknown;
        api::SharedLimitsView previous;
        previous.provider = textMember(entry, "name");
        auto shared = admin::readProviderLimits(withLimits(entry, "provider_id"), previous, unknown);
        ignoreAll(QStringLiteral("governance.providers"), unknown);
        saveShared(QStringLiteral("provider-") + previous.provider, shared);
    }

    void saveShared(const QString &id, Result<api::SharedLimitsView> &shared)
    {
        if (!shared) {
            logProblem(id, shared.error().message);
            return;
        }
        shared->id = id;
        m_governance.saveSharedLimits(*shared, true, logFailure<api::SharedLimitsView>(id));
    }

    const Json &m_root;
    api::GovernanceFacade &m_governance;
    const EmptyLists m_emptyLists;
    Json m_budgets = Json::array();
    Json m_rateLimits = Json::array();
    std::optional<bool> m_requiresVirtualKey;
    GovernanceFileReport m_report;
};

} // namespace

GovernanceFileReport applyGovernance(const Json &root, api::GovernanceFacade &governance)
{
    return FileReader(root, governance).read();
}

} // namespace app
