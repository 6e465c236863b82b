// Percent-encoding of one piece of a URL (RFC 3986 §2.1).
#pragma once

#include <string>
#include <string_view>

namespace gateway {

// Everything but unreserved characters (RFC 3986 §2.3) is encoded, so that the text fits as one path segment or as one
// name or value of a query.
std::string percentEncoded(std::string_view text);

// Decodes once: an encoded "%" comes back as it was. What is no escape stays as it is.
std::string percentDecoded(std::string_view text);

} // namespace gateway
