// What Bifrost's clients are told beside an answer: who was asked, who answered, what was lost on the way.
#pragma once

#include "gateway/pipeline/request_context.h"

#include <string>

namespace gateway::pipeline {

// x-bifrost-* of an answer (bifrost-api §3.2); with the request header "x-bf-conversion-notes: true" also
// x-bifrost-conversion-notes, a JSON array of {kind, pointer, reason} in ASCII, as many as fit into 4 KB.
void addBifrostHeaders(HeaderList &headers, const RequestContext &context);

// A translated whole answer with "extra_fields" (§3.3) where Bifrost's own surface was called; else as it is.
std::string withExtraFields(std::string body, const RequestContext &context);

} // namespace gateway::pipeline
