// Which operations beside completions, embeddings and models a provider offers.
#pragma once

#include "gateway/config/provider_definition.h"

#include <span>
#include <string_view>

namespace gateway::config {

// Names of operations, or of groups of them that are only offered together ("file", "batch", "container", "video",
// "responses_state"). By the provider's preset, as the services' references say it (bifrost-api §7); of a custom
// provider, and of servers that take whatever their operator loaded, every operation of its family.
bool offersOperation(const ProviderDefinition &provider, std::string_view operation);

// For people and for tests; empty where everything of the family is offered.
std::span<const std::string_view> listedOperations(std::string_view preset);

} // namespace gateway::config
