// Decides how a stream that broke in its middle can go on, and says it where people and programs look.
#pragma once

#include "gateway/config/resilience.h"
#include "gateway/pipeline/attempt_context.h"
#include "gateway/pipeline/broken_stream.h"
#include "gateway/pipeline/request_context.h"

#include <memory>
#include <string_view>

namespace gateway::pipeline {

// Tells, where the client takes trailers (TE: trailers), that another attempt went on with the stream.
inline constexpr std::string_view rescueTrailer = "x-bilrost-rescued";

// What the client has, where another attempt may and can go on from it; else null. `wire`: what was sent.
std::unique_ptr<BrokenStream> readBrokenStream(const RequestContext &context, config::Rescue rescue,
                                               std::string_view wire, const Error &error);

// Whether the target, whose answer differs from what the client has, can be asked to go on from that: it must take the
// beginning of an answer, and the client must have plain text only.
bool mayContinue(const routing::RouteTarget &target, const RequestContext &context, config::Rescue rescue,
                 const BrokenStream &broken);

// Of a stream that has gone on: a note for the record and the trailer.
void tellOfRescue(RequestContext &context, const BrokenStream &broken);

} // namespace gateway::pipeline
