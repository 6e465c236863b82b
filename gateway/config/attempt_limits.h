// How long a target may take for each part of an answer.
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace gateway::config {

// Unset: nothing is said here, so that what is farther away (rule, then model, then provider) counts.
struct AttemptLimits {
    using Limit = std::optional<std::chrono::milliseconds>;

    Limit connect;    // until the connection stands, TLS included
    Limit head;       // from the request's start to the head of the answer
    Limit firstToken; // of a stream, from the request's start; heartbeats and roles are no tokens
    Limit idle;       // longest silence inside the answer
    Limit total;      // from the request's start to the end of the answer
    bool operator==(const AttemptLimits &) const = default;
};

// What `nearer` does not say, `farther` does.
AttemptLimits nearest(const AttemptLimits &nearer, const AttemptLimits &farther);

// The limits of some models of a provider.
struct ModelLimits {
    std::string model; // as the provider names it, or as config/model_names.h reads entries
    AttemptLimits limits;
    bool operator==(const ModelLimits &) const = default;
};

// Of the first entry that is for the model.
AttemptLimits limitsOfModel(const std::vector<ModelLimits> &entries, std::string_view model);

} // namespace gateway::config
