#include "gateway/storage/body_codec.h"

#include <array>

#include <zstd.h>

namespace gateway::storage {

namespace {

constexpr int level = 1;                               // the fastest: the writer shares the machine with requests
constexpr std::size_t smallestWorthwhile = 2048;       // below it compressing costs more CPU than writing what it saves
constexpr std::size_t keptBuffer = 1024u * 1024u;      // a larger one is freed after use
constexpr unsigned long long largestBody = 1ull << 30; // guard against a damaged frame header
constexpr std::size_t slotCount = 2;

} // namespace

class BodyCompressor::Private {
public:
    struct FreeContext {
        void operator()(ZSTD_CCtx *freed) const { ZSTD_freeCCtx(freed); }
    };
    std::unique_ptr<ZSTD_CCtx, FreeContext> context{ZSTD_createCCtx()};
    std::array<std::string, slotCount> buffers;
};

BodyCompressor::BodyCompressor() : d(std::make_unique<Private>()) {}

BodyCompressor::BodyCompressor(BodyCompressor &&) noexcept = default;

BodyCompressor &BodyCompressor::operator=(BodyCompressor &&) noexcept = default;

BodyCompressor::~BodyCompressor() = default;

EncodedBody BodyCompressor::encode(std::string_view body, std::size_t slot)
{
    if (body.size() < smallestWorthwhile)
        return {BodyEncoding::Plain, body};
    std::string &buffer = d->buffers.at(slot);
    const std::size_t bound = ZSTD_compressBound(body.size());
    if (buffer.size() < bound)
        buffer.resize(bound);
    else if (buffer.size() > keptBuffer && bound <= keptBuffer)
        buffer = std::string(keptBuffer, '\0');
    const std::size_t size =
        ZSTD_compressCCtx(d->context.get(), buffer.data(), buffer.size(), body.data(), body.size(), level);
    // Already compressed content (images) only grows.
    if (ZSTD_isError(size) || size >= body.size())
        return {BodyEncoding::Plain, body};
    return {BodyEncoding::Zstd, std::string_view(buffer).substr(0, size)};
}

Result<std::string> decodeBody(BodyEncoding encoding, std::string_view bytes)
{
    if (encoding != BodyEncoding::Zstd)
        return std::string(bytes);
    const auto damaged = [](std::string detail) {
        return unexpected(
            Error::internal(ErrorCode::StorageFailed, "A stored body of this request is damaged.", std::move(detail)));
    };
    const unsigned long long size = ZSTD_getFrameContentSize(bytes.data(), bytes.size());
    if (size == ZSTD_CONTENTSIZE_ERROR || size == ZSTD_CONTENTSIZE_UNKNOWN || size > largestBody)
        return damaged("no usable zstd frame header");
    std::string body(static_cast<std::size_t>(size), '\0');
    const std::size_t written = ZSTD_decompress(body.data(), body.size(), bytes.data(), bytes.size());
    if (ZSTD_isError(written))
        return damaged(ZSTD_getErrorName(written));
    if (written != body.size())
        return damaged("zstd frame shorter than its header says");
    return body;
}

} // namespace gateway::storage
