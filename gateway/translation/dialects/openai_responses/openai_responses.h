// OpenAI Responses (POST /v1/responses): https://platform.openai.com/docs/api-reference/responses
#pragma once

#include "gateway/translation/dialects/client_dialect.h"
#include "gateway/translation/dialects/provider_dialect.h"

#include <optional>

namespace gateway::translation {

const ClientDialect &openAiResponsesClient();
const ProviderDialect &openAiResponsesProvider();

// A request may lean on what only its own provider keeps (previous_response_id, conversation, prompt). To be asked before
// a Responses request is encoded for another dialect: the 400 to answer, or nothing.
std::optional<Error> refusalOfKeptState(const ChatRequest &request, DialectId provider);

} // namespace gateway::translation
