// logprobsResult of a candidate and OpenAI chat's {"content": [...]}.
#pragma once

#include "gateway/translation/json/json_document.h"

namespace gateway::translation::gemini {

Json decodeLogprobs(const Json &logprobsResult); // null when it has no tokens
Json encodeLogprobs(const Json &logprobs);       // null when it has no tokens

} // namespace gateway::translation::gemini
