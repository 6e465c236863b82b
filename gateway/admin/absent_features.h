// What Bifrost has and the gateway does not, MCP and plugins: lists of them are empty, as in a Bifrost without any.
#pragma once

#include "gateway/admin/management_answers.h"
#include "gateway/pipeline/management_port.h"

namespace gateway::admin {

// Of a route below /api/mcp, /api/mcp-logs or /api/plugins that the table of routes has (bifrost-api §5.2, §5.7).
pipeline::ManagementResponse answerOfAbsentFeature(const pipeline::ManagementRequest &request);

} // namespace gateway::admin
