// What the makers of films, sounds and pictures refuse of a request, as far as their documentation says it.
#pragma once

#include "gateway/net/upstream/upstream_transport.h"

#include <nlohmann/json.hpp>

#include <optional>
#include <string>

namespace tests {

// Why the provider would not take it; nothing when it would, or when it is about something else. By its path: Veo's
// :predictLongRunning, Gemini's voices and recordings in :generateContent, Runway's tasks, Replicate's predictions and
// files, Runware's tasks, Sarvam's sounds, Hugging Face's own servers, Cohere's tokenizer.
std::optional<std::string> problemOfMedia(const gateway::net::UpstreamRequest &request);

} // namespace tests
