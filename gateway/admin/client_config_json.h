// Bifrost's sections client and auth_config (bifrost-api §5.5, §6.4) <-> views.
#pragma once

#include "gateway/admin/provider_json.h"
#include "gateway/api/governance_views.h"
#include "gateway/api/settings_views.h"

#include <QStringList>

#include <optional>

namespace gateway::admin {

// What of the section means something here.
struct ClientConfig {
    api::ClientSettingsView settings;
    api::RetentionView retention;
    bool requiresVirtualKey = false;
    bool refusesExcess = false; // of every provider
};

// Members that are absent keep what `before` says. `unknown` gets the names of those that mean nothing here.
Result<ClientConfig> readClientConfig(const Json &section, ClientConfig before, QStringList &unknown);
Json writeClientConfig(const ClientConfig &config);

struct AdminChange {
    api::AdminView admin;
    QString password; // empty: the stored one stays
};

// Texts, or objects with value and env_var; "env.NAME" stands for a variable. "<redacted>", and a reference to what is
// stored, keep the password.
Result<AdminChange> readAdmin(const Json &section, const api::AdminView &before);
Json writeAdmin(const api::AdminView &admin);

// What stands in a configuration for a secret that is stored elsewhere: "stored.<id>". It names the secret, and a
// gateway that has it keeps it.
QString storedReference(const QString &id);
bool isStoredReference(const QString &text);

} // namespace gateway::admin
