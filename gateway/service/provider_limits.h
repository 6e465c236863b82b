// What the providers of a configuration say of their lines, of private networks and of probes, for those who mind it.
#pragma once

#include "gateway/base/provider_extras.h"
#include "gateway/config/config_snapshot.h"
#include "gateway/pipeline/provider_lines.h"

#include <map>
#include <set>
#include <string>
#include <vector>

#include <QtNetwork/QHostAddress>

namespace gateway::service {

// By the ids of the providers. Reading them takes a parser, so it is done once for each configuration.
using ExtrasOfProviders = std::map<std::string, ProviderExtras, std::less<>>;
ExtrasOfProviders extrasOf(const config::ConfigSnapshot &snapshot);

pipeline::ProviderLines::RulesOfProviders lineRulesOf(const ExtrasOfProviders &extras);

// The hosts of providers that may be private, of their keys' endpoints and of the URLs among their paths.
std::set<std::string, std::less<>> privateHostsOf(const config::ConfigSnapshot &snapshot,
                                                  const ExtrasOfProviders &extras);

// Whether a gateway that listens there can be reached from other computers.
bool canBeReached(const std::vector<QHostAddress> &addresses);

} // namespace gateway::service
