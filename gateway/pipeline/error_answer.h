// Answers a client with an error in the shape of the endpoint that it called.
#pragma once

#include "gateway/base/error.h"
#include "gateway/pipeline/request_context.h"
#include "gateway/translation/dialects/error_envelope.h"

#include <string_view>

namespace gateway::pipeline {

translation::ErrorContext errorContextOf(const RequestContext &context);

// Sends the whole error answer, notes it in the record and ends the exchange. Does nothing once the client is gone.
void sendError(RequestContext &context, const Error &error);

// True when a provider's error body is JSON with an "error" member, as all dialects here have it.
bool isErrorOfDialect(const RequestContext &context, std::string_view body);

// What a request ends with that a person ended in the window.
Error cancelledByHand();

} // namespace gateway::pipeline
