// OpenAI Responses (POST /v1/responses): https://platform.openai.com/docs/api-reference/responses
#pragma once

#include "gateway/translation/dialects/client_dialect.h"
#include "gateway/translation/dialects/provider_dialect.h"

namespace gateway::translation {

const ClientDialect &openAiResponsesClient();
const ProviderDialect &openAiResponsesProvider();

} // namespace gateway::translation
