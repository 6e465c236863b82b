// The answers of the management API, in Bifrost's shape.
#pragma once

#include "gateway/admin/provider_json.h"
#include "gateway/base/error.h"
#include "gateway/base/result.h"
#include "gateway/pipeline/management_port.h"

#include <QStringList>

#include <functional>
#include <string>

namespace gateway::admin {

using ManagementReply = std::function<void(pipeline::ManagementResponse)>;

pipeline::ManagementResponse answer(const Json &json, int status = 200);
pipeline::ManagementResponse failure(const Error &error);
pipeline::ManagementResponse failure(ErrorCode code, const std::string &message);
pipeline::ManagementResponse methodRefused(const pipeline::ManagementRequest &request, const char *allowedMethods);
pipeline::ManagementResponse nothingHere(const pipeline::ManagementRequest &request);

bool isRead(const pipeline::ManagementRequest &request); // GET or HEAD

// The segments of a path, decoded.
QStringList segmentsOf(const std::string &path);

// The answer of a facade command, written by `write` when it succeeded.
template <typename Value, typename Write>
std::function<void(Result<Value>)> replyWith(ManagementReply reply, Write write)
{
    return [reply = std::move(reply), write](const Result<Value> &result) {
        reply(result ? answer(write(*result)) : failure(result.error()));
    };
}

} // namespace gateway::admin
