// Requests that people paste, and the methods and paths of all others: what is read is a request, and no path that is
// forwarded can leave the place that it names.
#include "gateway/pipeline/pasted_request.h"
#include "gateway/routing/endpoint_table.h"
#include "gateway/routing/raw_prefix.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstdlib>

using namespace gateway;
using namespace gateway::routing;

namespace {

void require(bool isWell)
{
    if (!isWell)
        std::abort();
}

void route(std::string_view method, std::string_view path)
{
    static_cast<void>(errorShapeOf(path));
    const auto endpoint = findEndpoint(method, path);
    if (!endpoint)
        return;
    require(endpoint->operation != Operation::Forwarded || endpoint->forwarded != nullptr);
    require(endpoint->operation != Operation::RawForward || isSafePath(endpoint->rawPath));
    for (const bool isStream : {false, true})
        static_cast<void>(requestTypeName(*endpoint, isStream));
}

constexpr std::array prefixes{"/openai_passthrough/", "/genai/v1beta/models/", "/v1/videos/", "/openai/deployments/",
                              "/bedrock/model/"};

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *bytes, std::size_t size)
{
    const std::string_view text(reinterpret_cast<const char *>(bytes), size);
    if (const auto request = pipeline::readPastedRequest(text)) {
        require(!request->method.empty() && request->target.starts_with('/') && request->body != nullptr);
        route(request->method, request->path());
    }
    const std::string_view line = text.substr(0, text.find('\n'));
    for (const std::string_view method : {"GET", "POST"}) {
        if (line.starts_with('/'))
            route(method, line);
        for (const std::string_view prefix : prefixes)
            route(method, std::string(prefix) + std::string(line));
    }
    return 0;
}
