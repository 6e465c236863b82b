// Images, files and audio in the content of messages.
#pragma once

#include "gateway/translation/canonical/conversion_report.h"
#include "gateway/translation/canonical/message.h"

#include <string>

namespace gateway::translation::openai_responses {

// False when `value` is no media part that the hub can say.
bool decodeMedia(const Json &value, Part &part);

// Null, with a note at `pointer`, when the dialect has no word for it.
Json encodeMedia(const MediaPart &media, const std::string &pointer, ConversionReport &report);

} // namespace gateway::translation::openai_responses
