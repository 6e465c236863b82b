// From a dialect's id to its halves: the one place that knows all codecs.
#pragma once

#include "gateway/translation/dialects/client_dialect.h"
#include "gateway/translation/dialects/provider_dialect.h"

namespace gateway::translation {

const ClientDialect *findClientDialect(DialectId id);     // null when the dialect has no client half
const ProviderDialect *findProviderDialect(DialectId id); // null when it has no provider half
std::span<const ClientDialect *const> allClientDialects();

} // namespace gateway::translation
