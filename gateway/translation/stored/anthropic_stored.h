// Files and batches that Anthropic keeps, for clients that speak of them in OpenAI's words
// (platform.claude.com/docs/en/api/files-content, /creating-message-batches; platform.openai.com/docs/api-reference).
#pragma once

#include "gateway/base/result.h"
#include "gateway/translation/canonical/conversion_report.h"

#include <string>
#include <string_view>

namespace gateway::translation {

inline constexpr std::string_view anthropicFilesBeta = "files-api-2025-04-14"; // of "anthropic-beta"

// "limit=2&after=file_1&order=desc" in Anthropic's names; what it has no name for is left out. Its lists begin with the
// newest, as OpenAI's do unasked.
std::string anthropicListQuery(std::string_view query);

// The body of a new batch. Its requests stand in the body, because Anthropic reads them from no file: {"custom_id", "body"}
// with a chat completion, or {"custom_id", "params"} with a message in Anthropic's own words. `providerId`: is taken from
// the front of their models' names. Errors name the place by JSON pointer.
Result<std::string> writeAnthropicBatch(std::string_view body, std::string_view providerId, ConversionReport &report);

// --- answers; UpstreamProtocol for what is none
Result<std::string> readAnthropicFile(std::string_view body);
Result<std::string> readAnthropicFileList(std::string_view body);
Result<std::string> readAnthropicDeletion(std::string_view body); // of a file
Result<std::string> readAnthropicBatch(std::string_view body);
Result<std::string> readAnthropicBatchList(std::string_view body);
// A line for each request, as in the output file of OpenAI's batches.
Result<std::string> readAnthropicResults(std::string_view lines);

} // namespace gateway::translation
