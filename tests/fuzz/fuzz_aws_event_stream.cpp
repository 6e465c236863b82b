// Any bytes in any cut give the same messages as in one piece, and no byte of a whole message is lost. Half of the inputs
// get checksums that fit, so that the readers behind them are reached.
#include "gateway/translation/framing/aws_event_stream.h"

#include <cstdint>
#include <cstdlib>
#include <string>
#include <vector>

#include <zlib.h>

using namespace gateway::translation;

namespace {

struct Outcome {
    std::vector<std::string> events;
    std::string bytes;
    bool isDamaged = false;
    bool operator==(const Outcome &) const = default;
};

void require(bool isTrue)
{
    if (!isTrue)
        std::abort();
}

Outcome decode(std::string_view stream, std::size_t pieceSize, std::size_t limit)
{
    AwsEventStreamDecoder decoder(limit);
    Outcome outcome;
    std::size_t size = pieceSize;
    for (std::size_t from = 0; from < stream.size(); from += size) {
        size = pieceSize == 0 ? stream.size() : 1 + (size * 7 + from) % (pieceSize * 2);
        decoder.feed(stream.substr(from, size));
        for (;;) {
            const auto event = decoder.next();
            outcome.isDamaged = !event;
            if (!event || !*event)
                break;
            outcome.bytes += (*event)->raw;
            outcome.events.push_back(std::string((*event)->event) + '\0' + std::string((*event)->data)
                                     + ((*event)->isException ? '1' : '0'));
        }
    }
    if (!outcome.isDamaged)
        outcome.bytes += decoder.rest();
    return outcome;
}

void appendNumber(std::string &bytes, std::size_t number)
{
    for (unsigned shift = 32; shift > 0; shift -= 8)
        bytes += static_cast<char>(static_cast<unsigned char>(number >> (shift - 8)));
}

void appendChecksum(std::string &bytes)
{
    appendNumber(bytes, crc32(0, reinterpret_cast<const Bytef *>(bytes.data()), static_cast<uInt>(bytes.size())));
}

std::string asMessage(std::string_view bytes, std::size_t headerBytes)
{
    std::string message;
    appendNumber(message, bytes.size() + 16);
    appendNumber(message, headerBytes);
    appendChecksum(message);
    message += bytes;
    appendChecksum(message);
    return message;
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *bytes, std::size_t size)
{
    if (size < 2)
        return 0;
    const std::string_view input(reinterpret_cast<const char *>(bytes) + 2, size - 2);
    const std::size_t pieceSize = 1u + bytes[0] % 32u;
    const std::string stream = bytes[0] >= 128 ? asMessage(input, bytes[1]) : std::string(input);
    const Outcome whole = decode(stream, 0, 1u << 20);
    require(whole == decode(stream, pieceSize, 1u << 20));
    require(decode(stream, 0, 64) == decode(stream, pieceSize, 64));
    require(whole.isDamaged || whole.bytes == stream);

    const Outcome own = decode(awsEventFrame("chunk", input) + awsExceptionFrame("x", input), pieceSize, 1u << 20);
    require(!own.isDamaged && own.events.size() == 2);
    return 0;
}
