// Which members of Bifrost's provider object mean something here, and which do not.
#pragma once

#include "gateway/admin/provider_json.h"

#include <QStringList>

namespace gateway::admin {

// Those that readProvider() and readKey() know nothing of, or that have no effect, below the provider:
// "network_config.http2_ping_interval_in_seconds", "keys.color". So that nobody believes them to be in force.
QStringList unknownProviderFields(const Json &provider);

} // namespace gateway::admin
