// InvokeModel of Bedrock as a client's dialect: Anthropic Messages in Bedrock's envelope.
#pragma once

#include "gateway/translation/dialects/client_dialect.h"

namespace gateway::translation {

// The body is Anthropic's without "model" and "stream", which the path says, and with "anthropic_version":
// "bedrock-2023-05-31"; a stream's events are Anthropic's, each in a frame "chunk"
// (docs.aws.amazon.com/bedrock/latest/userguide/model-parameters-anthropic-claude-messages.html). Bodies of other models
// are refused: what they mean depends on the model, and only Bedrock itself can serve them.
const ClientDialect &bedrockInvokeClient();

} // namespace gateway::translation
