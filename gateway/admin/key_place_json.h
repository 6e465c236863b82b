// Bifrost's objects for keys of hosted services (bifrost-api §5.4, §6.2) <-> where and as whom a key is used.
#pragma once

#include "gateway/admin/provider_json.h"

#include <optional>

namespace gateway::admin {

// "text", {"value":"text"} or {"env_var":"env.NAME","from_env":true}; variables come back as "env.NAME".
Result<QString> readSecretText(const char *name, const Json &value);
Json writeSecretText(const QString &shown);

// azure_key_config, vertex_key_config, bedrock_key_config, the url of ollama_key_config and its like, and aliases. What
// is secret in them becomes the command's value; a redacted part that comes back keeps the stored one.
std::optional<Error> readKeyPlace(const Json &body, api::SaveProviderKey &command,
                                  const api::ProviderKeyView *previous);
void writeKeyPlace(Json &object, const api::ProviderKeyView &key);

} // namespace gateway::admin
