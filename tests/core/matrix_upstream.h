// A scripted provider for the matrix: checks what it is asked as strictly as the real one, and has an answer for all.
#pragma once

#include "gateway/net/upstream/upstream_transport.h"

#include <optional>
#include <string>

namespace tests {

struct MatrixAnswer {
    std::string contentType = "application/json";
    std::string body;
};

// What is wrong with the request, or nothing: the rules of the demo provider for the dialect that the path belongs to.
std::optional<std::string> problemOfRequest(const gateway::net::UpstreamRequest &request);

// Says "Hi", ranks, embeds, lists or stores, as the path asks.
MatrixAnswer matrixAnswer(const gateway::net::UpstreamRequest &request);

} // namespace tests
