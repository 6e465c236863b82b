// Bifrost's x-bf-compat: what a client lets the gateway do so that a model takes its request.
#pragma once

#include "gateway/base/header_list.h"
#include "gateway/base/result.h"
#include "gateway/net/upstream/upstream_body.h"
#include "gateway/pipeline/attempt_context.h"

#include <string_view>

namespace gateway::pipeline {

struct CompatOptions {
    bool mayDropParameters = false; // should_drop_params
    bool mayBecomeChat = false;     // convert_text_to_chat
    bool operator==(const CompatOptions &) const = default;
};

// "true", "*" or a JSON array of names (bifrost-api §3.1); other values ask for nothing. Of its names
// convert_chat_to_responses and should_convert_params are always done.
CompatOptions readCompatOptions(const HeaderList &headers);

// Models that OpenAI serves through /v1/responses alone (platform.openai.com/docs/models, November 2026).
bool isResponsesOnly(const config::ProviderDefinition &provider, std::string_view model);

// The body of a chat request without the members that the server or its model refuses, where the client lets us drop them;
// each drop is a note. x-bf-strict counts more: then a drop is an error.
Result<net::UpstreamBody> withoutRefusedParameters(AttemptContext &attempt, net::UpstreamBody body);

} // namespace gateway::pipeline
