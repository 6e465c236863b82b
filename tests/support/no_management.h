// A management port that never answers: for tests of requests to providers.
#pragma once

#include "gateway/pipeline/management_port.h"

namespace tests {

class NoManagement final : public gateway::pipeline::ManagementPort {
public:
    void ask(gateway::pipeline::ManagementRequest, std::function<void(gateway::pipeline::ManagementResponse)>) override
    {
    }
};

} // namespace tests
