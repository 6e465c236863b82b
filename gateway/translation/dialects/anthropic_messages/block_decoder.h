// Content blocks of requests and answers -> parts.
#pragma once

#include "gateway/translation/dialects/anthropic_messages/member_reading.h"

#include <string>
#include <vector>

namespace gateway::translation::anthropic {

// One block; those that the hub has no word for become an OpaquePart.
Result<Part> decodeBlock(const Json &block, const std::string &pointer);

// A string or an array of blocks. A packed state that belongs to the next part is put on it.
Result<std::vector<Part>> decodeContent(const Json &content, const std::string &pointer);

} // namespace gateway::translation::anthropic
