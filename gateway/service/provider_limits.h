// What the providers of a configuration say of their lines and of private networks, for those who mind it.
#pragma once

#include "gateway/config/config_snapshot.h"
#include "gateway/pipeline/provider_lines.h"

#include <set>
#include <string>
#include <vector>

#include <QtNetwork/QHostAddress>

namespace gateway::service {

pipeline::ProviderLines::RulesOfProviders lineRulesOf(const config::ConfigSnapshot &snapshot);

// The hosts of providers that may be private, of their keys' endpoints and of the URLs among their paths.
std::set<std::string, std::less<>> privateHostsOf(const config::ConfigSnapshot &snapshot);

// Whether a gateway that listens there can be reached from other computers.
bool canBeReached(const std::vector<QHostAddress> &addresses);

} // namespace gateway::service
