// The fields of Bifrost's provider object that are kept as they are written, and what must be right about them.
#pragma once

#include "gateway/admin/provider_json.h"

#include <optional>

namespace gateway::admin {

// Takes them from `body` into the provider's extraJson. What extraJson says on entry of private networks, of probes and of
// OpenRouter's choice stays where the body is silent: Bifrost's scripts do not know them. Refusals in Bifrost's words (bifrost-api §5.3).
std::optional<Error> readExtraFields(const Json &body, api::ProviderView &provider);

void writeExtraFields(const api::ProviderView &provider, Json &object);

} // namespace gateway::admin
