// Google's Gemini API, generateContent and streamGenerateContent (ai.google.dev/api/generate-content).
#pragma once

#include "gateway/translation/dialects/client_dialect.h"
#include "gateway/translation/dialects/provider_dialect.h"

namespace gateway::translation {

// Both are stateless and live as long as the process; any thread.
const ClientDialect &geminiGenerateClient();
const ProviderDialect &geminiGenerateProvider();

} // namespace gateway::translation
