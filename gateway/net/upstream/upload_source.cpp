#include "gateway/net/upstream/upload_source.h"

#include <algorithm>

namespace gateway::net {

UploadSource::UploadSource(std::shared_ptr<const SpooledBody> body, std::vector<Edit> edits) : m_body(std::move(body))
{
    std::uint64_t done = 0;
    for (Edit &edit : edits) {
        addPiece({0, edit.offset - done, done, {}});
        const std::uint64_t length = edit.replacement.size();
        addPiece({0, length, 0, std::move(edit.replacement)});
        done = edit.offset + edit.size;
    }
    addPiece({0, m_body->size() - done, done, {}});
}

void UploadSource::addPiece(Piece piece)
{
    if (piece.size == 0)
        return;
    piece.begin = m_size;
    m_size += piece.size;
    m_pieces.push_back(std::move(piece));
}

std::size_t UploadSource::read(std::uint64_t offset, std::span<char> into) const
{
    std::size_t filled = 0;
    for (const Piece &piece : m_pieces) {
        if (filled == into.size())
            break;
        if (offset >= piece.begin + piece.size)
            continue;
        const std::uint64_t inside = offset - piece.begin;
        const auto wanted =
            static_cast<std::size_t>(std::min<std::uint64_t>(into.size() - filled, piece.size - inside));
        const std::span<char> room = into.subspan(filled, wanted);
        std::size_t count = wanted;
        if (piece.text.empty())
            count = m_body->read(piece.fileOffset + inside, room);
        else
            std::copy_n(piece.text.begin() + static_cast<std::ptrdiff_t>(inside), wanted, room.begin());
        filled += count;
        offset += count;
        if (count < wanted)
            break;
    }
    return filled;
}

} // namespace gateway::net
