#include "app/governance_file.h"

#include "gateway/admin/client_config_json.h"
#include "gateway/admin/json_reader.h"

#include <algorithm>
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

QString textMember(const Json &object, const char *name)
{
    const auto found = object.find(name);
    return found != object.end() && found->is_string() ? QString::fromStdString(found->get<std::string>()) : QString();
}

// Files keep limits apart and say whose they are; here they are put into their owners, as the API has them.
class FileReader {
public:
    FileReader(const Json &root, api::GovernanceFacade &governance, ConfigFileRun run)
        : m_root(root), m_governance(governance), m_run(std::move(run)), m_emptyLists(emptyListsOf(root))
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
                                               m_run.saving<bool>(QStringLiteral("/client/enforce_auth_on_inference")));
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
            m_run.problem(QStringLiteral("/client"), reader.error()->message);
    }

    // Bifrost ignores is_vk_mandatory there; whoever wrote it meant it.
    void readPlugins()
    {
        const auto plugins = m_root.find("plugins");
        if (plugins == m_root.end() || !plugins->is_array())
            return;
        qsizetype index = -1;
        for (const Json &plugin : *plugins) {
            const QString pointer = below(QStringLiteral("/plugins"), ++index);
            if (!plugin.is_object()) {
                m_run.problem(pointer, "A plugin must be an object.");
                continue;
            }
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
                m_run.problem(pointer, reader.error()->message);
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
        QString pointer = QStringLiteral("/auth_config");
        if (const auto governance = m_root.find("governance");
            governance != m_root.end() && governance->is_object() && governance->contains("auth_config")) {
            section = (*governance)["auth_config"];
            pointer.prepend(QLatin1String("/governance"));
        }
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
        if (admin::isStoredReference(password)) {
            password.clear();
            if (m_governance.admin().username.isEmpty()) {
                m_run.problem(pointer, "The password is not in the file and not stored here. Write env.NAME.");
                return;
            }
        }
        if (reader.error())
            m_run.problem(pointer, reader.error()->message);
        else if (password.startsWith(QLatin1String("$2")))
            m_run.problem(pointer,
                          "The password is a bcrypt hash, which cannot be used here. Give the password, or env.NAME.");
        else
            m_governance.setAdmin(admin, password, m_run.saving<api::AdminView>(pointer));
    }

    void readGovernance(const Json &section)
    {
        m_budgets = listOf(section, "budgets");
        m_rateLimits = listOf(section, "rate_limits");
        forEach(section, "customers",
                [this](const Json &entry, const QString &pointer) { readCustomer(entry, pointer); });
        forEach(section, "teams", [this](const Json &entry, const QString &pointer) { readTeam(entry, pointer); });
        forEach(section, "virtual_keys",
                [this](const Json &entry, const QString &pointer) { readKey(entry, pointer); });
        forEach(section, "model_configs",
                [this](const Json &entry, const QString &pointer) { readModelConfig(entry, pointer); });
        forEach(section, "providers",
                [this](const Json &entry, const QString &pointer) { readProvider(entry, pointer); });
        static const QStringList known{QStringLiteral("budgets"),       QStringLiteral("rate_limits"),
                                       QStringLiteral("customers"),     QStringLiteral("teams"),
                                       QStringLiteral("virtual_keys"),  QStringLiteral("auth_config"),
                                       QStringLiteral("model_configs"), QStringLiteral("providers"),
                                       QStringLiteral("routing_rules"), QStringLiteral("pricing_overrides")};
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
    void forEach(const Json &section, const char *name, Read read) const
    {
        const QString list = below(QStringLiteral("/governance"), QLatin1String(name));
        qsizetype index = -1;
        for (const Json &entry : listOf(section, name)) {
            const QString pointer = below(list, ++index);
            if (entry.is_object())
                read(entry, pointer);
            else
                m_run.problem(pointer, "An entry must be an object.");
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

    void readCustomer(const Json &entry, const QString &pointer)
    {
        QStringList unknown;
        auto customer = admin::readCustomer(withLimits(entry, "customer_id"), nullptr, unknown);
        ignoreAll(QStringLiteral("governance.customers"), unknown);
        const QString id = textMember(entry, "id");
        if (!customer) {
            m_run.problem(pointer, customer.error().message);
            return;
        }
        customer->id = id;
        m_governance.saveCustomer(*customer, true, m_run.saving<api::CustomerView>(pointer));
    }

    void readTeam(const Json &entry, const QString &pointer)
    {
        QStringList unknown;
        auto team = admin::readTeam(withLimits(entry, "team_id"), nullptr, unknown);
        ignoreAll(QStringLiteral("governance.teams"), unknown);
        const QString id = textMember(entry, "id");
        if (!team) {
            m_run.problem(pointer, team.error().message);
            return;
        }
        team->id = id;
        m_governance.saveTeam(*team, true, m_run.saving<api::TeamView>(pointer));
    }

    void readKey(const Json &entry, const QString &pointer)
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
            m_run.problem(pointer, command.error().message);
            return;
        }
        command->key.id = id;
        QString value = textMember(entry, "value");
        if (value.startsWith(QLatin1String("env."))) {
            command->key.environmentVariable = value.mid(4);
            value = qEnvironmentVariable(value.mid(4).toUtf8().constData());
        }
        if (admin::isStoredReference(value)) {
            keepStoredKey(*command, pointer);
            return;
        }
        if (value.isEmpty()) {
            m_run.problem(pointer, command->key.environmentVariable.isEmpty()
                                       ? "The virtual key has no value, so nobody could show it."
                                       : "The environment variable of its value is not set.");
            return;
        }
        command->value = value;
        ++m_report.virtualKeys;
        m_governance.saveVirtualKey(*command, m_run.saving<api::MadeVirtualKey>(pointer));
    }

    // Of a key that is there, only the hash of its value is known: it keeps it.
    void keepStoredKey(const api::SaveVirtualKey &command, const QString &pointer)
    {
        const QList<api::VirtualKeyView> keys = m_governance.virtualKeys();
        const bool isThere = std::any_of(
            keys.begin(), keys.end(), [&command](const api::VirtualKeyView &key) { return key.id == command.key.id; });
        if (!isThere) {
            m_run.problem(pointer,
                          "The value of the virtual key is not in the file and not stored here. Write env.NAME, "
                          "or make the key anew.");
            return;
        }
        ++m_report.virtualKeys;
        m_governance.saveVirtualKey(command, m_run.saving<api::MadeVirtualKey>(pointer));
    }

    void readModelConfig(const Json &entry, const QString &pointer)
    {
        QStringList unknown;
        auto shared = admin::readModelConfig(withLimits(entry, "model_config_id"), nullptr, unknown);
        ignoreAll(QStringLiteral("governance.model_configs"), unknown);
        saveShared(textMember(entry, "id"), pointer, shared);
    }

    void readProvider(const Json &entry, const QString &pointer)
    {
        QStringList unknown;
        api::SharedLimitsView previous;
        previous.provider = textMember(entry, "name");
        auto shared = admin::readProviderLimits(withLimits(entry, "provider_id"), previous, unknown);
        ignoreAll(QStringLiteral("governance.providers"), unknown);
        saveShared(QStringLiteral("provider-") + previous.provider, pointer, shared);
    }

    void saveShared(const QString &id, const QString &pointer, Result<api::SharedLimitsView> &shared)
    {
        if (!shared) {
            m_run.problem(pointer, shared.error().message);
            return;
        }
        shared->id = id;
        m_governance.saveSharedLimits(*shared, true, m_run.saving<api::SharedLimitsView>(pointer));
    }

    const Json &m_root;
    api::GovernanceFacade &m_governance;
    const ConfigFileRun m_run;
    const EmptyLists m_emptyLists;
    Json m_budgets = Json::array();
    Json m_rateLimits = Json::array();
    std::optional<bool> m_requiresVirtualKey;
    GovernanceFileReport m_report;
};

} // namespace

GovernanceFileReport applyGovernance(const Json &root, api::GovernanceFacade &governance, const ConfigFileRun &run)
{
    return FileReader(root, governance, run).read();
}

} // namespace app
