// Makes stored bodies small and reads them back.
#pragma once

#include "gateway/base/result.h"

#include <memory>
#include <string>
#include <string_view>

namespace gateway::storage {

// The numbers are stored.
enum class BodyEncoding { Absent = 0, Plain = 1, Zstd = 2 };

struct EncodedBody {
    BodyEncoding encoding = BodyEncoding::Absent;
    std::string_view bytes; // the input, or memory of the compressor until its next call for the slot
};

// Keeps one compression context, because making one costs more than compressing a small body. One thread at a time.
class BodyCompressor {
public:
    BodyCompressor();
    BodyCompressor(BodyCompressor &&) noexcept;
    BodyCompressor &operator=(BodyCompressor &&) noexcept;
    ~BodyCompressor();

    // A row has two bodies, the request's and the response's: each slot (0, 1) has memory of its own.
    EncodedBody encode(std::string_view body, std::size_t slot);

private:
    class Private;
    std::unique_ptr<Private> d;
};

// Refuses a stored body that does not decompress to what it says.
Result<std::string> decodeBody(BodyEncoding encoding, std::string_view bytes);

} // namespace gateway::storage
