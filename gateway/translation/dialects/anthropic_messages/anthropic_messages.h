// The two halves of Anthropic's Messages dialect (POST /v1/messages, docs.claude.com/en/api/messages).
#pragma once

#include "gateway/translation/dialects/client_dialect.h"
#include "gateway/translation/dialects/provider_dialect.h"

namespace gateway::translation {

const ClientDialect &anthropicMessagesClient();
const ProviderDialect &anthropicMessagesProvider();

} // namespace gateway::translation
