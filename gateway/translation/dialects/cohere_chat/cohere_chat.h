// The dialect of POST /v2/chat (docs.cohere.com/reference/chat).
#pragma once

#include "gateway/translation/dialects/client_dialect.h"
#include "gateway/translation/dialects/provider_dialect.h"

namespace gateway::translation {

const ClientDialect &cohereChatClient();
const ProviderDialect &cohereChatProvider();

} // namespace gateway::translation
