#include "gateway/admin/client_config_json.h"

#include "gateway/admin/json_reader.h"
#include "gateway/base/refusal.h"

namespace gateway::admin {

namespace {

constexpr auto redacted = "<redacted>";
constexpr auto storedPrefix = "stored.";

// A text, or Bifrost's object {value, env_var, from_env}; a variable is read.
QString secretText(const Json &section, const char *name)
{
    const auto found = section.find(name);
    if (found == section.end())
        return {};
    const auto textOf = [](const Json &json) {
        return json.is_string() ? QString::fromStdString(json.get<std::string>()) : QString();
    };
    QString value = textOf(*found);
    if (found->is_object()) {
        const auto member = [&found, &textOf](const char *each) {
            const auto part = found->find(each);
            return part == found->end() ? QString() : textOf(*part);
        };
        const bool isVariable = found->contains("from_env") && (*found)["from_env"] == true;
        value = isVariable ? member("env_var") : member("value");
    }
    if (value.startsWith(QLatin1String("env.")))
        value = qEnvironmentVariable(value.mid(4).toUtf8().constData());
    return value;
}

Json secretObject(const std::string &value)
{
    return {{"value", value}, {"env_var", ""}, {"from_env", false}};
}

// Bifrost's two switches say less than our three levels: where they agree with the level, it stays.
void takeCapture(JsonReader &reader, api::CaptureLevel &level)
{
    bool isDisabled = level == api::CaptureLevel::Metadata;
    reader.boolean("disable_content_logging", isDisabled);
    bool isEnabled = true;
    reader.boolean("enable_logging", isEnabled);
    if (isDisabled || !isEnabled)
        level = api::CaptureLevel::Metadata;
    else if (level == api::CaptureLevel::Metadata)
        level = api::CaptureLevel::Everything;
}

} // namespace

Result<ClientConfig> readClientConfig(const Json &section, ClientConfig before, QStringList &unknown)
{
    if (!section.is_object())
        return unexpected(refused("client must be an object."));
    ClientConfig config = std::move(before);
    JsonReader reader(section, "client: ");
    takeCapture(reader, config.settings.captureLevel);
    qint64 megabytes = config.settings.mostBodyMegabytes;
    reader.integer("max_request_body_size_mb", megabytes);
    reader.strings("allowed_origins", config.settings.allowedOrigins);
    qint64 days = config.retention.mostDays;
    reader.integer("log_retention_days", days);
    reader.integer("log_retention_bytes", config.retention.mostBytes);      // ours
    reader.boolean("enforce_governance_header", config.requiresVirtualKey); // the old name first
    reader.boolean("enforce_auth_on_inference", config.requiresVirtualKey);
    reader.boolean("drop_excess_requests", config.refusesExcess);
    if (reader.error())
        return unexpected(*reader.error());
    if (megabytes < 1 || megabytes > 2000)
        return unexpected(refused("client: max_request_body_size_mb must be from 1 to 2000."));
    if (days < 0 || days > 36'500)
        return unexpected(refused("client: log_retention_days must be a number of days, or 0 for ever."));
    config.settings.mostBodyMegabytes = static_cast<int>(megabytes);
    config.retention.mostDays = static_cast<int>(days);
    unknown += reader.unknownMembers();
    return config;
}

Json writeClientConfig(const ClientConfig &config)
{
    Json origins = Json::array();
    for (const QString &origin : config.settings.allowedOrigins)
        origins.push_back(origin.toStdString());
    return {{"enable_logging", true},
            {"disable_content_logging", config.settings.captureLevel == api::CaptureLevel::Metadata},
            {"log_retention_days", config.retention.mostDays},
            {"log_retention_bytes", config.retention.mostBytes},
            {"enforce_auth_on_inference", config.requiresVirtualKey},
            {"drop_excess_requests", config.refusesExcess},
            {"allowed_origins", std::move(origins)},
            {"max_request_body_size_mb", config.settings.mostBodyMegabytes}};
}

Result<AdminChange> readAdmin(const Json &section, const api::AdminView &before)
{
    if (!section.is_object())
        return unexpected(refused("auth_config must be an object."));
    AdminChange change{before, {}};
    JsonReader reader(section, "auth_config: ");
    reader.boolean("is_enabled", change.admin.isNeeded);
    if (reader.error())
        return unexpected(*reader.error());
    if (const QString username = secretText(section, "admin_username"); !username.isEmpty())
        change.admin.username = username;
    const QString password = secretText(section, "admin_password");
    if (password != QLatin1String(redacted) && !isStoredReference(password))
        change.password = password;
    return change;
}

Json writeAdmin(const api::AdminView &admin)
{
    return {{"admin_username", secretObject(admin.username.toStdString())},
            {"admin_password", secretObject(redacted)},
            {"is_enabled", admin.isNeeded},
            {"disable_auth_on_inference", true}};
}

QString storedReference(const QString &id)
{
    return QLatin1String(storedPrefix) + id;
}

bool isStoredReference(const QString &text)
{
    return text.startsWith(QLatin1String(storedPrefix));
}

} // namespace gateway::admin
