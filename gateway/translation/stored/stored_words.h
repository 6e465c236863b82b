// What the files and batches of all families have in common when they are told in OpenAI's words.
#pragma once

#include "gateway/base/error.h"
#include "gateway/base/result.h"
#include "gateway/translation/canonical/conversion_report.h"
#include "gateway/translation/dialects/dialect_id.h"
#include "gateway/translation/json/json_document.h"

#include <string>
#include <string_view>

namespace gateway::translation {

// "The provider's answer is no `what`.": UpstreamProtocol.
Error noSuchAnswer(std::string_view what);

// Seconds since 1970 of RFC 3339 in UTC ("2025-04-15T18:37:24.100435Z"); null for what is none.
Json secondsOf(const Json &object, std::string_view name);

// The model's name in a request of a batch: "anthropic/claude-x" becomes "claude-x".
void takeProviderOff(Json &body, std::string_view providerId);

// A chat completion of a batch in the words of the family that answers it. Errors and losses are named by `pointer`, the
// place of the chat in the batch.
Result<Json> sayBatchedChat(const Json &chat, DialectId dialect, const std::string &pointer, ConversionReport &report);

// What was answered to a request of a batch, as a chat completion; null for what is no answer.
Json batchedCompletionOf(const Json &answer, DialectId dialect);

// A line of the output file of OpenAI's batches.
Json answeredLine(std::string_view customId, std::string_view requestId, Json completion);
Json failedLine(std::string_view customId, std::string_view code, std::string_view words);

} // namespace gateway::translation
