// Refuses requests that come back to the gateway that sent them.
#pragma once

#include "gateway/base/header_list.h"
#include "gateway/base/result.h"

#include <string_view>

namespace gateway::pipeline {

// RoutingLoop when the request has passed this process before. Several gateways in a row are fine.
Result<void> checkForLoop(const HeaderList &clientHeaders);

// Marks a request to a provider, behind the marks that it came with.
void markHop(HeaderList &headers, const HeaderList &clientHeaders);

} // namespace gateway::pipeline
