// Citations of Anthropic's text blocks <-> annotations of TextPart.
#pragma once

#include "gateway/translation/dialects/dialect_id.h"
#include "gateway/translation/json/json_document.h"

#include <optional>

namespace gateway::translation::anthropic {

// In the form that `client` can use: its own for Anthropic's clients, a "url_citation" of the text up to `textBytes` for
// others where the citation names a page; else Anthropic's with the member "dialect".
Json annotationFromCitation(const Json &citation, DialectId client, std::size_t textBytes);

// For the client: also url_citations become citations. Nothing when it is another dialect's own.
std::optional<Json> citationForClient(const Json &annotation);

// For the provider: only what it made itself; it refuses citations without its encrypted index.
std::optional<Json> citationForProvider(const Json &annotation);

} // namespace gateway::translation::anthropic
