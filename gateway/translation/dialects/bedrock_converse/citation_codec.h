// Citations of citationsContent <-> annotations of TextPart.
#pragma once

#include "gateway/translation/dialects/bedrock_converse/extras.h"

#include <optional>

namespace gateway::translation::bedrock {

// In the form that `client` can use: Bedrock's own with a member "dialect"; for clients of other dialects a
// "url_citation" of the text up to `textBytes` where the citation names a page.
Json annotationFromCitation(const Json &citation, DialectId client, std::size_t textBytes);

// Also url_citations become citations; nothing when it is another dialect's own.
std::optional<Json> citationFromAnnotation(const Json &annotation);

} // namespace gateway::translation::bedrock
