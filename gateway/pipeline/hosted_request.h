// Turns a request in a dialect's own words into what the provider's host wants: address, path, members of the body.
#pragma once

#include "gateway/base/result.h"
#include "gateway/config/provider_definition.h"
#include "gateway/net/upstream/upstream_transport.h"

#include <optional>
#include <string>
#include <string_view>

namespace gateway::pipeline {

struct HostedCall {
    std::string_view request; // Bifrost's name of what is asked: "chat_completion_stream"; may be empty
    std::string_view model;   // as it is named here; a key may have another name for it
    bool isStream = false;
};

// The last step before the credential. `request` goes to the dialect's own path below `basePath`, with its body when it
// has one; after this it goes where the provider wants it:
//
//   Azure   /openai/deployments/DEPLOYMENT/chat/completions?api-version=DATE, or /openai/v1/chat/completions; Claude at
//           /anthropic/v1/messages (learn.microsoft.com/azure/ai-services/openai/reference)
//   Vertex  /v1/projects/PROJECT/locations/REGION/publishers/google/models/MODEL:generateContent; Claude by rawPredict,
//           with its version in the body and without the model; models as a service below /endpoints/openapi
//           (cloud.google.com/vertex-ai/generative-ai/docs); ranking at discoveryengine.googleapis.com; films by POST
//
// and else to the path that the provider's definition names for the request, if it names one. Where the key has an alias
// for the model, that is put in now: what was written before depends on which model it is. Errors are InvalidRequest
// and say what the key lacks.
Result<void> goToHost(net::UpstreamRequest &request, const config::ProviderDefinition &provider,
                      const config::ProviderKey *key, std::string_view basePath, const HostedCall &call);

// The region of a key at its provider: its own, or the host's default.
std::string regionOf(const config::ProviderDefinition &provider, const config::ProviderKey *key);

// The provider as the model sees it: a host has models of several makers, each in its own dialect. Without its keys,
// and nothing when the model speaks the provider's own dialect.
std::optional<config::ProviderDefinition> faceOf(const config::ProviderDefinition &provider,
                                                 translation::DialectFamily family);

} // namespace gateway::pipeline
