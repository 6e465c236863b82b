// Answers with which providers refuse: status, headers and body of any kind become an error that can be told to clients.
// An input is a byte for the status, lines of headers, an empty line, and the body.
#include "gateway/net/upstream/failure_classifier.h"
#include "gateway/net/upstream/rate_limit_reset.h"

#include <algorithm>
#include <cstdint>
#include <cstdlib>

using namespace gateway;
using namespace gateway::net;

namespace {

constexpr WallTime now{std::chrono::seconds(1'795'000'000)};

void require(bool isWell)
{
    if (!isWell)
        std::abort();
}

// Takes the lines up to the empty one from the front.
HeaderList takeHeaders(std::string_view &text)
{
    HeaderList headers;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find('\n'), text.size());
        const std::string_view line = text.substr(0, end);
        text.remove_prefix(std::min(end + 1, text.size()));
        if (line.empty())
            break;
        const std::size_t colon = std::min(line.find(':'), line.size());
        headers.add(std::string(line.substr(0, colon)), std::string(line.substr(std::min(colon + 1, line.size()))));
    }
    return headers;
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *bytes, std::size_t size)
{
    if (size == 0)
        return 0;
    const int status = 400 + bytes[0] % 200;
    std::string_view text(reinterpret_cast<const char *>(bytes) + 1, size - 1);
    const HeaderList headers = takeHeaders(text);

    const Error error = classifyStatus(status, headers, text);
    require(error.upstreamStatus.has_value() && !error.message.empty());
    require(error.httpStatus() >= 400 && error.httpStatus() < 600);
    for (const auto &wait : {error.retryAfter, parseRetryAfter(headers, now), rateLimitReset(headers, now)})
        require(!wait || wait->count() >= 0);
    return 0;
}
