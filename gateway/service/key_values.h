// Values of provider keys: read from environment variables, taken from what was typed, put together for Bedrock.
#pragma once

#include "gateway/api/gateway_commands.h"
#include "gateway/base/result.h"
#include "gateway/config/provider_definition.h"

#include <QString>

namespace gateway::service {

// Main thread. A variable that is not set becomes the key's valueProblem.
void loadFromEnvironment(config::ProviderKey &key);

// To be called after key.value came from the secret store: fills key.aws where the value is an AWS access key.
void readAwsParts(config::ProviderKey &key);

// Makes of value and place what the provider works with: variables read, parts of an AWS key, the grant of access tokens.
// To be called after either has changed. What is wrong becomes the key's valueProblem.
void readKeyParts(config::ProviderKey &key, const config::ProviderDefinition &provider);

// Whose credential is found on this computer: nothing where the source is not known to the scheme. Errors are
// InvalidRequest.
Result<void> checkCredentialSource(const std::string &source, config::CredentialScheme scheme);

// Takes what was typed into the key. `scheme` decides what can be typed. Errors are InvalidRequest.
Result<void> takeTypedValue(config::ProviderKey &key, const std::optional<QString> &value, const api::AwsKeyInput &aws,
                            config::CredentialScheme scheme);

// A region that cannot be one is refused. "env.NAME" is replaced by the variable's value.
Result<void> takeRegion(config::ProviderKey &key, const QString &region, const config::ProviderDefinition &provider);

// Endpoint, project, client and the like, and the key's names for models. The value is not sent to another host than it
// was entered for: Conflict, when the place changes so and `hasNewValue` is false.
Result<void> takePlace(config::ProviderKey &key, const api::ProviderKeyView &typed, bool hasNewValue);

} // namespace gateway::service
