// Fields behind a chunked body, for a client that takes them.
#pragma once

#include "gateway/base/header_list.h"

#include <string>
#include <string_view>

namespace gateway::net {

// "TE: trailers" (RFC 9110 §10.1.4).
bool takesTrailers(const HeaderList &requestHeaders);

// Of one answer.
class TrailerFields {
public:
    // Before the head, whose Trailer field announces it (RFC 9110 §6.6.2). Nothing where the client takes none.
    void promise(std::string_view name, const HeaderList &requestHeaders);
    // Before the end; only what was promised goes out.
    void set(std::string_view name, std::string_view value);

    std::string_view promised() const { return m_promised; } // value of the Trailer field, or empty
    std::string lastChunk() const;                           // with the fields (RFC 9112 §7.1.2)

private:
    std::string m_promised;
    HeaderList m_fields;
};

} // namespace gateway::net
