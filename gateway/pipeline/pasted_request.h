// Reads a request that a person pasted: a curl command, HTTP as it goes over the wire, or the JSON body alone.
#pragma once

#include "gateway/base/result.h"
#include "gateway/net/http/http_message.h"

#include <string_view>

namespace gateway::pipeline {

// Of curl: the URL's path and query, -X, -H, -d and its kin (never a file), --json, -A; other options are passed over.
// Words are split as a POSIX shell does (single, double and $'' quotes, backslash at the end of a line); nothing is
// expanded or run. A body alone goes to the path that its shape suggests. InvalidRequest says what is missing.
Result<net::HttpRequest> readPastedRequest(std::string_view text);

} // namespace gateway::pipeline
