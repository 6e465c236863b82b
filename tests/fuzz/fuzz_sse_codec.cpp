// Any bytes in any cut give the same frames as in one piece, and no byte is lost.
#include "gateway/translation/framing/sse_codec.h"

#include <cstdint>
#include <cstdlib>
#include <string>
#include <vector>

using namespace gateway::translation;

namespace {

struct Outcome {
    std::vector<std::string> frames;
    std::string bytes;
    bool hasOverflowed = false;
    bool operator==(const Outcome &) const = default;
};

void require(bool isTrue)
{
    if (!isTrue)
        std::abort();
}

// The first byte of the input decides the sizes of the pieces; zero is one piece.
Outcome split(std::string_view stream, std::size_t pieceSize, std::size_t maximumFrameBytes)
{
    SseFrameSplitter splitter(maximumFrameBytes);
    Outcome outcome;
    std::size_t size = pieceSize;
    for (std::size_t from = 0; from < stream.size(); from += size) {
        size = pieceSize == 0 ? stream.size() : 1 + (size * 7 + from) % (pieceSize * 2);
        splitter.feed(stream.substr(from, size));
        while (const auto frame = splitter.next()) {
            outcome.bytes += frame->raw;
            outcome.frames.push_back(std::string(frame->raw) + '\0' + std::string(frame->event) + '\0'
                                     + std::string(frame->data) + (frame->hasData ? '1' : '0'));
        }
    }
    outcome.hasOverflowed = splitter.hasOverflowed();
    if (!outcome.hasOverflowed)
        outcome.bytes += splitter.rest();
    return outcome;
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *bytes, std::size_t size)
{
    if (size == 0)
        return 0;
    const std::string_view stream(reinterpret_cast<const char *>(bytes) + 1, size - 1);
    const std::size_t pieceSize = 1u + bytes[0] % 32u;
    const Outcome whole = split(stream, 0, 1u << 20);
    require(whole == split(stream, pieceSize, 1u << 20));
    require(split(stream, 0, 24) == split(stream, pieceSize, 24));
    // A line feed that came too late for its carriage return is the one byte that rest() leaves out.
    require(whole.bytes == stream || whole.bytes + "\n" == stream);

    SseFrameSplitter splitter;
    splitter.feed(writeSseFrame("event", stream));
    const auto frame = splitter.next();
    require(frame && frame->hasData && frame->event == "event" && splitter.rest().empty());
    return 0;
}
