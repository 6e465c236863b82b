// Content blocks of a request for Cohere.
#pragma once

#include "gateway/translation/dialects/cohere_chat/encode_context.h"

#include <optional>

namespace gateway::translation::cohere {

enum class BlockPlace { System, User, Assistant, ToolResult };

// Text, images and the dialect's own opaque parts; nothing, and a note, for what Cohere does not take there.
std::optional<Json> encodeBlock(const Part &part, BlockPlace place, const std::string &pointer, EncodeContext &context);

// What of a part only another provider can be told.
void noteForeignPart(const Part &part, const std::string &pointer, EncodeContext &context);

// A bare string for one text that came as one, else the blocks.
Json contentOf(const std::vector<Part> &parts, Json blocks);

} // namespace gateway::translation::cohere
