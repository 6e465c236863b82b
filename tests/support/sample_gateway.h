// A fake gateway filled with the kind of data that people have.
#pragma once

#include "tests/support/fake_gateway.h"

namespace support {

QList<gateway::api::ProviderPreset> samplePresets();
QList<gateway::api::ProviderView> sampleProviders(); // healthy, slow, rejected, off, with long names
QList<gateway::api::VirtualKeyView> sampleVirtualKeys();
QList<gateway::api::SharedLimitsView> sampleSharedLimits(); // of everything, a provider, an alias
QList<gateway::api::TeamView> sampleTeams();
QList<gateway::api::CustomerView> sampleCustomers();
void fillWithSamples(FakeGateway &gateway);

} // namespace support
