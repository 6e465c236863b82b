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

// Takes what was typed into the key. `family` decides what can be typed. Errors are InvalidRequest.
Result<void> takeTypedValue(config::ProviderKey &key, const std::optional<QString> &value, const api::AwsKeyInput &aws,
                            translation::DialectFamily family);

// A region that cannot be one is refused.
Result<void> takeRegion(config::ProviderKey &key, const QString &region, translation::DialectFamily family);

} // namespace gateway::service
