// Aliases, rules, troubles and an explanation as people have them.
#pragma once

#include "tests/support/fake_gateway.h"

namespace support {

gateway::api::RouteExplanationView sampleExplanation();
void fillWithRoutes(FakeGateway &gateway); // two aliases, three rules, an open circuit, a held target, a resting key

} // namespace support
