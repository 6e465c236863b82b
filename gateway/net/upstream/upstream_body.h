// The body of a request to a provider: shared bytes, of which one stretch may be replaced on the way out, or a file.
#pragma once

#include "gateway/net/upstream/upload_source.h"

#include <array>
#include <concepts>
#include <cstddef>
#include <memory>
#include <string>
#include <string_view>
#include <utility>

namespace gateway::net {

using SharedBytes = std::shared_ptr<const std::string>;

// Nearly every request differs from the client's in the name of its model only. Transports that can write from several
// places send the pieces(); so a large body is never copied for a few bytes. Not thread-safe.
class UpstreamBody {
public:
    UpstreamBody() = default; // none, which is not the same as an empty one
    template <typename Bytes>
    requires std::convertible_to<Bytes, SharedBytes> UpstreamBody(Bytes bytes) : m_bytes(std::move(bytes)) {}
    // `replacement` stands for the `size` bytes at `offset`, which must be inside of `bytes`; `bytes` is not null.
    UpstreamBody(SharedBytes bytes, std::size_t offset, std::size_t size, std::string replacement)
        : m_bytes(std::move(bytes)), m_offset(offset), m_replaced(size), m_replacement(std::move(replacement))
    {
    }

    // What is too large for the memory; it has no pieces() but is read through upload().
    explicit UpstreamBody(std::shared_ptr<const UploadSource> upload) : m_upload(std::move(upload)) {}

    explicit operator bool() const { return m_bytes || m_upload; }
    std::size_t size() const
    {
        if (m_upload)
            return static_cast<std::size_t>(m_upload->size());
        return m_bytes ? m_bytes->size() - m_replaced + m_replacement.size() : 0;
    }
    const std::shared_ptr<const UploadSource> &upload() const { return m_upload; } // null for what is in memory

    // What has to be sent, in this order. The views live as long as the body is not changed.
    std::array<std::string_view, 3> pieces() const
    {
        const std::string_view bytes = m_bytes && !m_upload ? std::string_view(*m_bytes) : std::string_view();
        return {bytes.substr(0, m_offset), m_replacement, bytes.substr(m_offset + m_replaced)};
    }

    // All bytes in one place; the first call copies them when a stretch is replaced or they are in a file. Null without
    // a body.
    const SharedBytes &whole() const
    {
        if (m_upload && !m_bytes) {
            std::string read(static_cast<std::size_t>(m_upload->size()), '\0');
            read.resize(m_upload->read(0, read));
            m_bytes = std::make_shared<const std::string>(std::move(read));
        }
        if (m_replaced > 0 || !m_replacement.empty()) {
            std::string joined;
            joined.reserve(size());
            for (const std::string_view piece : pieces())
                joined.append(piece);
            m_bytes = std::make_shared<const std::string>(std::move(joined));
            m_offset = m_replaced = 0;
            m_replacement.clear();
        }
        return m_bytes;
    }
    const std::string &operator*() const { return *whole(); }
    const std::string *operator->() const { return whole().get(); }

    bool operator==(const SharedBytes &bytes) const { return whole() == bytes; }

private:
    std::shared_ptr<const UploadSource> m_upload;
    mutable SharedBytes m_bytes;
    mutable std::size_t m_offset = 0;
    mutable std::size_t m_replaced = 0;
    mutable std::string m_replacement;
};

} // namespace gateway::net
