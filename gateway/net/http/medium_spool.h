// Decides which bodies are put aside on the disk while they arrive, and does it piece by piece.
#pragma once

#include "gateway/net/http/spooled_body.h"

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace gateway::net {

// Of one request; lives with its parser.
class MediumSpool {
public:
    MediumSpool() = default; // keeps everything in memory
    // A form, a sound, a picture, plain bytes of more than `mostInMemory`. Text stays in memory, because JSON is read.
    MediumSpool(std::string_view contentType, std::size_t mostInMemory);

    bool wants(std::size_t bytesInMemory) const;
    // Moves the bytes to the disk and empties the string, where it wants them.
    std::optional<Error> take(std::string &bytes);
    // The last of them, however few.
    std::optional<Error> finish(std::string &bytes);

    bool hasBegun() const { return m_body != nullptr; }
    std::shared_ptr<const SpooledBody> body() const { return m_body; }

private:
    std::optional<Error> append(std::string &bytes);

    bool m_isMedium = false;
    std::size_t m_mostInMemory = 0;
    std::shared_ptr<SpooledBody> m_body; // once something was moved
};

} // namespace gateway::net
