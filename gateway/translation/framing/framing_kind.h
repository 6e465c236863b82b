// The content types of framings.
#pragma once

#include "gateway/translation/dialects/provider_dialect.h" // FramingKind, which a dialect names

#include <optional>
#include <string_view>

namespace gateway::translation {

std::string_view contentTypeOf(FramingKind framing); // "text/event-stream"
// Nothing when the content type is that of a whole body. Parameters and case do not matter.
std::optional<FramingKind> framingOfContentType(std::string_view contentType);

} // namespace gateway::translation
