// Images and documents: `source` of Anthropic's blocks <-> MediaPart.
#pragma once

#include "gateway/translation/dialects/anthropic_messages/member_reading.h"

#include <string>

namespace gateway::translation::anthropic {

// An image or document block; a source that the hub has no word for makes the block an OpaquePart.
Result<Part> decodeMedia(const Json &block, MediaKind kind, const std::string &pointer);

// The block, or why Anthropic cannot take it, one sentence for people. `isOwnClient`: the request came in this dialect,
// so ids of files are Anthropic's.
Result<Json> encodeMedia(const Part &part, const MediaPart &media, bool isOwnClient);

} // namespace gateway::translation::anthropic
