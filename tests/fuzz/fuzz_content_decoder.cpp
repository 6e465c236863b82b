// Feeds any bytes as any coding: no crash, never more than the limit, and the same outcome however they are cut.
#include "gateway/net/http/content_decoder.h"

#include <array>
#include <cstdint>
#include <cstdlib>
#include <memory>
#include <string>
#include <string_view>

using namespace gateway::net;

namespace {

constexpr std::array<std::string_view, 5> codings{"identity", "gzip", "deflate", "zstd", "br"};
constexpr std::uint64_t outputLimit = 256 * 1024;

struct Outcome {
    std::string output;
    bool hasFailed = false;
};

void require(bool isTrue)
{
    if (!isTrue)
        std::abort();
}

Outcome decode(std::string_view coding, std::string_view bytes, std::size_t pieceSize)
{
    auto decoder = ContentDecoder::create(coding, outputLimit);
    require(decoder.has_value());
    Outcome outcome;
    for (std::size_t from = 0; from < bytes.size() && !outcome.hasFailed; from += pieceSize) {
        const auto piece = std::make_unique<std::string>(bytes.substr(from, pieceSize)); // its end is guarded
        outcome.hasFailed = decoder->feedInto(*piece, outcome.output).has_value();
    }
    outcome.hasFailed = outcome.hasFailed || decoder->finish().has_value();
    require(outcome.output.size() <= outputLimit);
    return outcome;
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    if (size < 2)
        return 0;
    const std::string_view coding = codings[data[0] % codings.size()];
    const std::string_view bytes(reinterpret_cast<const char *>(data) + 2, size - 2);
    const Outcome whole = decode(coding, bytes, bytes.size() + 1);
    for (const std::size_t pieceSize : {std::size_t{1}, std::size_t{2} + data[1]}) {
        const Outcome pieces = decode(coding, bytes, pieceSize);
        require(pieces.hasFailed == whole.hasFailed);
        // What comes out before an error depends on how much the library looked ahead.
        require(whole.hasFailed || pieces.output == whole.output);
    }
    return 0;
}
