// Answers that take more than one request: a task that has to end first, a file behind a description.
#pragma once

#include "gateway/base/result.h"
#include "gateway/net/upstream/upstream_transport.h"

#include <chrono>
#include <functional>
#include <optional>
#include <string_view>

namespace gateway::pipeline {

// What has to be asked next for the same answer.
struct FollowUp {
    net::UpstreamRequest request;
    std::chrono::milliseconds after{0}; // from now
    bool isTheAnswer = false;           // what comes goes on to the client as it is, however large
};

// Asked for each whole answer that is no error, on the worker of the attempt. Nothing: there is no more to ask.
using FollowUpSource = std::function<Result<std::optional<FollowUp>>(std::string_view providerBody)>;

} // namespace gateway::pipeline
