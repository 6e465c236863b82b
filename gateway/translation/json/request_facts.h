// The few facts that the passthrough lane needs of a request body, read without building a document.
#pragma once

#include "gateway/base/result.h"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace gateway::translation {

// Where the raw text of a member's value stands in the body; size 0 when the member is absent.
struct ValuePlace {
    std::size_t offset = 0;
    std::size_t size = 0;
};

struct RequestFacts {
    std::string model;               // top-level "model"; empty when absent
    bool isStream = false;           // top-level "stream" is true
    bool asksForStreamUsage = false; // stream_options.include_usage is true
    bool hasStreamOptions = false;
    std::string user; // metadata.user_id (Anthropic) or user (OpenAI), for the session; may be empty

    std::vector<std::string> fallbacks; // "provider/model", from strings, objects {provider, model} or a lone string
    bool hasFallbacks = false;          // the member is there: it is ours and never goes to a provider

    // For edits without another pass over the body. Of a repeated member the last one, which is what providers read.
    ValuePlace modelPlace;
    ValuePlace streamOptionsPlace;
    std::size_t endOfMembers = 0; // behind the last member's value; behind the opening brace when there is none
};

// MalformedJson (with the place) when the body is not one well-formed JSON object, InvalidRequest when a member named
// above has the wrong type (null counts as absent; `user` only groups sessions, so its type is left to the upstream to
// judge). The whole document is checked, so what is forwarded is JSON.
Result<RequestFacts> readRequestFacts(std::string_view body);

} // namespace gateway::translation
