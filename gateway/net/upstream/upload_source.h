// The bytes of a large body on their way to a provider: those of the disk, with a few stretches replaced.
#pragma once

#include "gateway/net/http/spooled_body.h"

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <vector>

namespace gateway::net {

// Immutable; several attempts may read it, each from its own place. Lives on the thread of its body.
class UploadSource {
public:
    struct Edit {
        std::uint64_t offset = 0;
        std::uint64_t size = 0;
        std::string replacement;
    };

    // The edits rise and do not overlap.
    UploadSource(std::shared_ptr<const SpooledBody> body, std::vector<Edit> edits);

    std::uint64_t size() const { return m_size; }
    // As SpooledBody::read(), of the edited bytes.
    std::size_t read(std::uint64_t offset, std::span<char> into) const;

private:
    struct Piece {
        std::uint64_t begin = 0; // in the edited bytes
        std::uint64_t size = 0;
        std::uint64_t fileOffset = 0;
        std::string text; // instead of the file's bytes
    };
    void addPiece(Piece piece);

    std::shared_ptr<const SpooledBody> m_body;
    std::vector<Piece> m_pieces;
    std::uint64_t m_size = 0;
};

} // namespace gateway::net
