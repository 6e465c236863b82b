// A gateway whose governance is real, and nothing else.
#pragma once

#include "gateway/service/governance_configuration.h"
#include "tests/support/fake_gateway.h"

namespace tests {

class GovernedGateway final : public support::FakeGateway {
public:
    explicit GovernedGateway(gateway::service::GovernanceConfiguration &configuration) : m_configuration(configuration)
    {
    }
    gateway::api::GovernanceFacade &governance() override { return m_configuration; }

private:
    gateway::service::GovernanceConfiguration &m_configuration;
};

} // namespace tests
