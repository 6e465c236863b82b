// Replicate's language models as the provider half of a dialect: one prompt, and an answer that comes when it is done.
#pragma once

#include "gateway/translation/dialects/provider_dialect.h"

namespace gateway::translation::replicate {

// Of OpenAI's family by its name alone; nothing of it is in the registry, because no dialect of a client's is like it.
// What is neither text nor a picture in a conversation, and tools, cannot be said: they are noted.
const ProviderDialect &chatDialect();

} // namespace gateway::translation::replicate
