// Counting with Cohere's tokenizer, which takes a text and nothing else (docs.cohere.com/reference/tokenize).
#pragma once

#include "gateway/base/result.h"
#include "gateway/translation/canonical/chat_request.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace gateway::translation {

inline constexpr std::string_view cohereTokenizePath = "/v1/tokenize";

// A request's input as what the tokenizer can count and what it cannot.
struct CohereTokenQuestion {
    std::vector<std::string> texts; // each short enough for one question; together all that is text
    std::int64_t estimated = 0;     // tokens of the rest: pictures and files, and what stands between messages
    bool hasMore = false;           // the rest is more than what stands between messages
};

CohereTokenQuestion cohereTokenQuestion(const ChatRequest &request);
std::string writeCohereTokenize(std::string_view text, std::string_view model);
Result<std::int64_t> readCohereTokens(std::string_view body); // UpstreamProtocol for what is no list of tokens

} // namespace gateway::translation
