// inlineData and fileData: media in a Gemini part.
#pragma once

#include "gateway/translation/canonical/message.h"

#include <optional>
#include <string>
#include <string_view>

namespace gateway::translation::gemini {

// A Blob or FileData object; unknown members go to the part's extensions under `field` ("inlineData").
Result<Part> decodeInlineData(const Json &blob, const std::string &pointer);
Result<Part> decodeFileData(const Json &file, const std::string &pointer);

// The part's member with its name, {"inlineData": {...}} or {"fileData": {...}}; nothing when Gemini cannot take the
// reference (another provider's file id) and for plain text, which is a text part.
std::optional<Json> encodeMedia(const MediaPart &media, bool mayTellName);

bool isGeminiFile(std::string_view uri); // a file that only Google can read
MediaKind kindOfMediaType(std::string_view mediaType);

} // namespace gateway::translation::gemini
