// Feeds arbitrary answers in arbitrary pieces; the outcome must not depend on the cuts, and nothing may be read twice.
#include "gateway/net/upstream/response_parser.h"

#include <cstdint>
#include <cstdlib>
#include <memory>

using gateway::net::ResponseParser;

namespace {

struct Outcome {
    int status = 0;
    std::string body;
    ResponseParser::Event last = ResponseParser::Event::NeedMore;
    bool operator==(const Outcome &) const = default;
};

// True when the answer has ended.
bool drain(ResponseParser &parser, Outcome &outcome, bool mustPause)
{
    while (true) {
        outcome.last = parser.next();
        switch (outcome.last) {
        case ResponseParser::Event::NeedMore: return false;
        case ResponseParser::Event::Head: outcome.status = parser.takeHead().status; break;
        case ResponseParser::Event::Body:
            outcome.body.append(parser.body());
            if (mustPause)
                parser.keepRest();
            break;
        case ResponseParser::Event::Finished:
        case ResponseParser::Event::Failed: return true;
        }
    }
}

Outcome parse(std::string_view bytes, std::size_t pieceSize, bool isHead)
{
    ResponseParser parser(isHead);
    Outcome outcome;
    for (std::size_t at = 0; at < bytes.size(); at += pieceSize) {
        const auto piece = std::make_unique<std::string>(bytes.substr(at, pieceSize)); // its end is guarded
        parser.feed(*piece);
        if (drain(parser, outcome, pieceSize % 2 == 0))
            return outcome;
    }
    parser.endOfInput();
    if (!drain(parser, outcome, false))
        std::abort(); // the end of the input must be an end
    return outcome;
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    if (size < 2)
        return 0;
    const std::string_view bytes(reinterpret_cast<const char *>(data) + 2, size - 2);
    const bool isHead = (data[1] & 1) != 0;
    const Outcome whole = parse(bytes, bytes.size() + 1, isHead);
    const Outcome pieces = parse(bytes, data[0] % 32 + 1U, isHead);
    // An error may be found before or after what precedes it in the same piece was given out, so only success is equal.
    if (whole.last == ResponseParser::Event::Finished && !(whole == pieces))
        std::abort();
    return 0;
}
