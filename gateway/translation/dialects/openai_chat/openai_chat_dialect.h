// OpenAI's Chat Completions (platform.openai.com/docs/api-reference/chat) and everything that imitates them: both halves.
#pragma once

#include "gateway/translation/dialects/client_dialect.h"
#include "gateway/translation/dialects/provider_dialect.h"

namespace gateway::translation {

// Stateless, for any thread. What is lost and decided: docs/dialects/openai_chat.md.
const ClientDialect &openAiChatClient();
const ProviderDialect &openAiChatProvider();

} // namespace gateway::translation
