#include "gateway/translation/dialects/dialect_registry.h"

#include "gateway/translation/dialects/anthropic_messages/anthropic_messages.h"
#include "gateway/translation/dialects/bedrock_converse/bedrock_converse.h"
#include "gateway/translation/dialects/cohere_chat/cohere_chat.h"
#include "gateway/translation/dialects/gemini_generate/gemini_generate.h"
#include "gateway/translation/dialects/openai_chat/openai_chat_dialect.h"
#include "gateway/translation/dialects/openai_responses/openai_responses.h"

#include <array>

namespace gateway::translation {

namespace {

struct Halves {
    DialectId id;
    const ClientDialect &(*client)();
    const ProviderDialect &(*provider)();
};

constexpr std::array registered{
    Halves{DialectId::OpenAiChat, openAiChatClient, openAiChatProvider},
    Halves{DialectId::OpenAiResponses, openAiResponsesClient, openAiResponsesProvider},
    Halves{DialectId::AnthropicMessages, anthropicMessagesClient, anthropicMessagesProvider},
    Halves{DialectId::GeminiGenerate, geminiGenerateClient, geminiGenerateProvider},
    Halves{DialectId::BedrockConverse, bedrockConverseClient, bedrockConverseProvider},
    Halves{DialectId::CohereChat, cohereChatClient, cohereChatProvider},
};

const Halves *find(DialectId id)
{
    for (const Halves &halves : registered) {
        if (halves.id == id)
            return &halves;
    }
    return nullptr;
}

} // namespace

const ClientDialect *findClientDialect(DialectId id)
{
    const Halves *halves = find(id);
    return halves ? &halves->client() : nullptr;
}

const ProviderDialect *findProviderDialect(DialectId id)
{
    const Halves *halves = find(id);
    return halves ? &halves->provider() : nullptr;
}

std::span<const ClientDialect *const> allClientDialects()
{
    static const auto all = [] {
        std::array<const ClientDialect *, registered.size()> dialects{};
        for (std::size_t i = 0; i < registered.size(); ++i)
            dialects[i] = &registered[i].client();
        return dialects;
    }();
    return all;
}

} // namespace gateway::translation
