// Feeds the request parser with anything: it must not crash, must keep its limits, and must read the same requests
// however the bytes are cut.
#include "gateway/net/http/request_parser.h"

#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>
#include <vector>

using namespace gateway::net;

namespace {

constexpr RequestLimits limits{4096, 1024, 8192};

struct Outcome {
    std::vector<std::string> requests;
    int failure = 0;
    bool operator==(const Outcome &) const = default;
};

void require(bool isTrue)
{
    if (!isTrue)
        std::abort();
}

std::string describe(HttpRequest &request)
{
    std::string text = request.method + " " + request.target + "\n";
    for (const auto &field : request.headers)
        text += field.name + ":" + field.value + "\n";
    require(request.body != nullptr && request.body->size() <= limits.bodyBytes);
    require(request.target.size() <= limits.targetBytes);
    return text + "\n" + *request.body;
}

Outcome parseInPieces(std::string_view bytes, std::size_t piece)
{
    Outcome outcome;
    RequestParser parser(limits);
    std::string waiting;
    while (!bytes.empty() && parser.state() != RequestParser::State::Failed) {
        const auto next = bytes.substr(0, piece);
        bytes.remove_prefix(next.size());
        waiting += next;
        std::size_t used = 0;
        do {
            used = parser.feed(waiting);
            require(used <= waiting.size());
            waiting.erase(0, used);
            if (parser.state() == RequestParser::State::Complete) {
                outcome.requests.push_back(describe(parser.request()));
                parser.reset(limits);
            }
        } while (used > 0 && !waiting.empty());
        // What a connection has to keep is limited.
        require(parser.state() == RequestParser::State::Failed || waiting.size() <= 64 * 1024);
    }
    if (parser.state() == RequestParser::State::Failed)
        outcome.failure = parser.error().httpStatus();
    return outcome;
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const std::string_view bytes(reinterpret_cast<const char *>(data), size);
    const Outcome whole = parseInPieces(bytes, size);
    for (const std::size_t piece : {std::size_t{1}, std::size_t{7}}) {
        const Outcome cut = parseInPieces(bytes, piece);
        require(cut.requests == whole.requests);
        require((cut.failure == 0) == (whole.failure == 0));
    }
    return 0;
}
