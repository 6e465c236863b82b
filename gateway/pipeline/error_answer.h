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

// Answers an attempt to open a WebSocket. It gets no record: the same request follows at once over plain HTTP, and a
// person who reads the list would take the row of the attempt for a failure.
void refuseWebSocket(net::HttpExchange &exchange);

// Sends the answer that the operation has in place of this error. False when it has none: then nothing was sent.
bool answerInstead(RequestContext &context, const Error &error);

// True when a provider's error body can go on as it is: one that clients of the endpoint can read, and whatever it is
// where nothing is translated.
bool mayPassError(const RequestContext &context, std::string_view body);

// What a request ends with that a person ended in the window.
Error cancelledByHand();

} // namespace gateway::pipeline
