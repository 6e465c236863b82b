// What is known of targets in trouble, as it is kept over a restart.
#pragma once

#include "gateway/base/clock.h"

#include <string>
#include <vector>

namespace gateway::config {

struct StoredCircuit {
    std::string provider;
    std::string model;
    std::string keyId; // empty for providers that need none
    bool isOpen = false;
    int failuresInARow = 0;
    int pauses = 0;
    std::string lastFailure;
    WallTime opensUntil{};
    bool isHeld = false; // by a person
    bool operator==(const StoredCircuit &) const = default;
};

struct StoredKeyRest {
    std::string keyId;
    WallTime until{};
    bool operator==(const StoredKeyRest &) const = default;
};

struct HealthState {
    std::vector<StoredCircuit> circuits;
    std::vector<StoredKeyRest> resting;
    bool operator==(const HealthState &) const = default;
};

} // namespace gateway::config
