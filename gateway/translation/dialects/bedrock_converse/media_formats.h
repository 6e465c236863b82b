// Bedrock's words for formats of media <-> media types (IANA).
#pragma once

#include "gateway/translation/canonical/message.h"

#include <string_view>

namespace gateway::translation::bedrock {

// "image", "document", "audio", "video": the union member of the block.
std::string_view blockNameOf(MediaKind kind);

std::string_view mediaTypeOfFormat(MediaKind kind, std::string_view format); // empty when unknown

// By media type, then by the ending of the file's name, then by the first bytes. Empty when Bedrock takes no such format.
std::string_view formatOf(const MediaPart &media);

} // namespace gateway::translation::bedrock
