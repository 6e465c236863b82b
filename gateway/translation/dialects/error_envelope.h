// Writes an Error in the shape that the client of an endpoint expects.
#pragma once

#include "gateway/base/error.h"
#include "gateway/translation/dialects/dialect_id.h"

#include <optional>
#include <string>
#include <string_view>

namespace gateway::translation {

// Who reads the error: Bifrost's own shape serves /v1, /api, /openai and unknown paths (its "error" object is a
// superset of OpenAI's); BifrostWithMessage says the text at the top as well, where some SDKs look for it; the others
// serve the endpoints of their dialect.
enum class ErrorShape { Bifrost, BifrostWithMessage, Anthropic, Gemini, Bedrock };

struct ErrorContext {
    std::string_view provider;
    std::string_view askedModel;
    std::string_view resolvedModel;
    std::string_view requestType; // "chat_completion"
};

// JSON text. Upstream errors keep status, and the upstream's words where Error::message has them.
std::string renderErrorBody(ErrorShape shape, const Error &error, const ErrorContext &context);

// A whole frame that tells the client of a running stream that it failed: OpenAI chat "data: {error}",
// Responses "event: error" with type "error", Anthropic "event: error". Empty for dialects whose streams cannot say it.
std::string renderErrorFrame(DialectId dialect, const Error &error, const ErrorContext &context);

// The type word that the dialect uses for a status ("rate_limit_error", "invalid_request_error", ...).
std::string_view openAiErrorType(int httpStatus);
std::string_view anthropicErrorType(int httpStatus); // docs.anthropic.com/en/api/errors
std::string_view googleErrorStatus(int httpStatus);  // "INVALID_ARGUMENT": google.rpc.Code of the HTTP mapping
std::string_view awsExceptionName(int httpStatus);   // "ThrottlingException": the errors of Converse

// The text of an upstream's error body in any of the known shapes; empty when there is none.
std::string upstreamErrorMessage(std::string_view body);

} // namespace gateway::translation
