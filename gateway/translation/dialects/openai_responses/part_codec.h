// Content parts of messages and tool outputs.
#pragma once

#include "gateway/translation/canonical/conversion_report.h"
#include "gateway/translation/canonical/message.h"

#include <optional>
#include <string>
#include <vector>

namespace gateway::translation::openai_responses {

// A string or an array of parts, appended to `parts`. Unknown parts become opaque; what is no part at all is an error.
std::optional<Error> decodeContent(const Json &content, const std::string &pointer, std::vector<Part> &parts);

enum class ContentSide {
    Input,  // of the user, the developer or a tool: input_text, input_image, ...
    Output, // of the model: output_text, refusal
};

// The part in this dialect's words; null, with a note at `pointer`, when it has none.
Json encodeContentPart(const Part &part, ContentSide side, const std::string &pointer, ConversionReport &report);

// Annotations that SDKs take: those of other dialects and those without what they must have are left out.
Json encodeAnnotations(const std::vector<Json> &annotations, const std::string &pointer, ConversionReport &report);
std::optional<Json> encodeAnnotation(const Json &annotation);

} // namespace gateway::translation::openai_responses
