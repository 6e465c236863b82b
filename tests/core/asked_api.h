// Asks the management API as somebody at this machine does, and waits for the answer.
#pragma once

#include "gateway/admin/management_api.h"
#include "gateway/admin/json_text.h"

#include <QtTest>

#include <optional>
#include <string>

namespace tests {

struct ApiAnswer {
    int status = 0;
    gateway::admin::Json body;
};

// Ends the test's process when no answer comes.
inline ApiAnswer askApi(gateway::admin::ManagementApi &api, const char *method, const std::string &path,
                        const std::string &body = {}, const std::string &query = {},
                        const gateway::HeaderList &headers = {})
{
    gateway::pipeline::ManagementRequest request;
    request.method = method;
    request.path = path;
    request.query = query;
    request.body = body;
    request.headers = headers;
    request.isPeerLoopback = true;
    std::optional<ApiAnswer> answer;
    api.handle(request, [&answer](const gateway::pipeline::ManagementResponse &response) {
        answer = ApiAnswer{response.status, gateway::admin::parseJson(response.body)};
    });
    if (!QTest::qWaitFor([&answer] { return answer.has_value(); }))
        qFatal("no reply");
    return *answer;
}

} // namespace tests
