#include "gateway/translation/dialects/dialect_registry.h"

#include "gateway/translation/dialects/anthropic_messages/anthropic_messages.h"
#include "gateway/translation/dialects/bedrock_converse/bedrock_converse.h"
#include "gateway/translation/dialects/gemini_generate/gemini_generate.h"
#include "gateway/translation/dialects/openai_chat/openai_chat_dialect.h"
#include "gateway/translation/dialects/openai_responses/openai_responses.h"

namespace gateway::translation {

const ClientDialect *findClientDialect(DialectId id)
{
    switch (id) {
    case DialectId::OpenAiChat: return &openAiChatClient();
    case DialectId::OpenAiResponses: return &openAiResponsesClient();
    case DialectId::AnthropicMessages: return &anthropicMessagesClient();
    case DialectId::GeminiGenerate: return &geminiGenerateClient();
    case DialectId::BedrockConverse: return &bedrockConverseClient();
    case DialectId::CohereChat: return nullptr;
    }
    return nullptr;
}

const ProviderDialect *findProviderDialect(DialectId id)
{
    switch (id) {
    case DialectId::OpenAiChat: return &openAiChatProvider();
    case DialectId::OpenAiResponses: return &openAiResponsesProvider();
    case DialectId::AnthropicMessages: return &anthropicMessagesProvider();
    case DialectId::GeminiGenerate: return &geminiGenerateProvider();
    case DialectId::BedrockConverse: return &bedrockConverseProvider();
    case DialectId::CohereChat: return nullptr;
    }
    return nullptr;
}

} // namespace gateway::translation
