// Small questions about the text of a request's head, and the words with which a bad one is refused (RFC 9110, RFC 9112).
#pragma once

#include "gateway/base/error.h"
#include "gateway/net/http/http_message.h"

#include <optional>
#include <string>
#include <string_view>

namespace gateway::net {

bool isTokenCharacter(char letter);    // RFC 9110 §5.6.2
bool isDecimal(std::string_view text); // digits only, and few enough for 64 bits

// "GET / HTTP/2.0": a version we do not speak, as against a line that is no request line at all.
bool endsWithOtherVersion(std::string_view line);

Error malformed(std::string message);
Error bodyTooLarge();
Error headTooLarge();
Error targetTooLong();
Error unsupportedVersion();

// An absolute-form target becomes its path, with its authority as Host (RFC 9112 §3.2.2); an error for what is neither a
// path nor a URL.
std::optional<Error> takeOriginForm(HttpRequest &request);

} // namespace gateway::net
