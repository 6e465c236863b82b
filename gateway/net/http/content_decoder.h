// Undoes a Content-Encoding piece by piece, with a limit on what may come out.
#pragma once

#include "gateway/base/result.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace gateway::net {

// The codings of RFC 9110 §8.4.1 and the registered "br" and "zstd".
enum class ContentCoding { Identity, Gzip, Deflate, Zstd, Brotli };

// Names compare without case; "" is identity and "x-gzip" is gzip. Nothing for an unknown coding or a list of several.
std::optional<ContentCoding> contentCodingFromName(std::string_view name);

// Errors: UnsupportedEncoding for a coding that create() does not know, BodyTooLarge when more than the limit would come
// out (decoding stops there: a small bomb costs no memory), MalformedHttp when the bytes are not of that coding. All
// have the client as their source; who decodes an upstream's answer reports them as the upstream's.
// Memory beside the output: at most the window of the coding, 8 MiB for zstd (RFC 9659) and 16 MiB for br.
class ContentDecoder {
public:
    // `outputLimit` is in bytes, over the whole life of the decoder.
    static Result<ContentDecoder> create(std::string_view contentEncoding, std::uint64_t outputLimit);

    ContentDecoder(ContentDecoder &&) noexcept;
    ContentDecoder &operator=(ContentDecoder &&) noexcept;
    ~ContentDecoder();

    // What these bytes decode to, perhaps nothing yet. Bytes may be cut anywhere.
    Result<std::string> feed(std::string_view bytes);

    // The same, appended to `output`; on an error `output` holds what came out before it.
    std::optional<Error> feedInto(std::string_view bytes, std::string &output);

    // To be asked at the end of the input: an error when it was cut. No input at all is a complete empty body.
    std::optional<Error> finish() const;

    class Engine;

private:
    ContentDecoder(std::unique_ptr<Engine> engine, std::uint64_t outputLimit);

    std::unique_ptr<Engine> m_engine;
    std::uint64_t m_outputLeft;
    bool m_hasInput = false;
};

} // namespace gateway::net
