#include "gateway/net/http/medium_spool.h"

#include "gateway/base/header_list.h"

#include <algorithm>
#include <array>

namespace gateway::net {

namespace {

constexpr std::size_t step = 256 * 1024; // moved at once, when it has begun

constexpr std::array<std::string_view, 6> media{"multipart/", "audio/",          "video/",
                                                "image/",     "application/pdf", "application/octet-stream"};

} // namespace

MediumSpool::MediumSpool(std::string_view contentType, std::size_t mostInMemory)
    : m_isMedium(
        std::any_of(media.begin(), media.end(),
                    [contentType](std::string_view each) { return startsWithIgnoringCase(contentType, each); }))
    , m_mostInMemory(mostInMemory)
{
}

bool MediumSpool::wants(std::size_t bytesInMemory) const
{
    return m_isMedium && bytesInMemory > (m_body ? std::min(step, m_mostInMemory) : m_mostInMemory);
}

std::optional<Error> MediumSpool::take(std::string &bytes)
{
    return wants(bytes.size()) ? append(bytes) : std::nullopt;
}

std::optional<Error> MediumSpool::finish(std::string &bytes)
{
    return bytes.empty() ? std::nullopt : append(bytes);
}

std::optional<Error> MediumSpool::append(std::string &bytes)
{
    if (!m_body) {
        auto created = SpooledBody::create();
        if (!created)
            return created.error();
        m_body = std::move(*created);
    }
    auto error = m_body->append(bytes);
    bytes.clear();
    return error;
}

} // namespace gateway::net
