// Carries management calls from a worker to the thread that answers them, and the answers back.
#pragma once

#include "gateway/base/header_list.h"

#include <functional>
#include <string>

namespace gateway::pipeline {

struct ManagementRequest {
    std::string method;
    std::string path;
    std::string query;
    std::string body;
    HeaderList headers;
    std::string peerAddress;
    bool isPeerLoopback = false;
};

struct ManagementResponse {
    int status = 200;
    std::string contentType = "application/json";
    std::string body;
    HeaderList headers;
};

class ManagementPort {
public:
    virtual ~ManagementPort() = default;

    // Called on a worker thread. `reply` is called exactly once, on the same worker thread, never from inside.
    virtual void ask(ManagementRequest request, std::function<void(ManagementResponse)> reply) = 0;
};

} // namespace gateway::pipeline
