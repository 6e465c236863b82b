// Content blocks of requests and answers -> parts.
#pragma once

#include "gateway/translation/dialects/bedrock_converse/extras.h"

#include <string>
#include <vector>

namespace gateway::translation::bedrock {

// One block; those that the hub has no word for become an OpaquePart.
Part decodeBlock(const Json &block, const std::string &pointer, Problem &problem);

// An array of blocks. A cache point marks the part before it; a packed state that belongs to the next part is put on it.
std::vector<Part> decodeContent(const Json &content, const std::string &pointer, Problem &problem);

} // namespace gateway::translation::bedrock
