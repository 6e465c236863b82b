// Limits of attempts as windows and the management API see and change them.
#pragma once

#include <QString>

#include <optional>

namespace gateway::api {

// How long a target may take for each part of an answer, in milliseconds; unset: nothing is said here.
struct LimitsView {
    std::optional<int> connectMs;
    std::optional<int> headMs;       // until the head of the answer
    std::optional<int> firstTokenMs; // of a stream
    std::optional<int> idleMs;       // longest silence inside the answer
    std::optional<int> totalMs;      // until the end of the answer
    bool operator==(const LimitsView &) const = default;
};

struct ModelLimitsView {
    QString model; // "*" at its end stands for anything
    LimitsView limits;
    bool operator==(const ModelLimitsView &) const = default;
};

} // namespace gateway::api
