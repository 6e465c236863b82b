#include "gateway/pipeline/text_completion_attempt.h"

#include "gateway/pipeline/compat_options.h"
#include "gateway/pipeline/translated_attempt.h"
#include "gateway/translation/completions/text_completion.h"

namespace gateway::pipeline {

bool isTextCompletion(const RequestContext &context)
{
    return context.endpoint.forwarded && context.endpoint.forwarded->offer == "text_completion"
           && context.endpoint.family == translation::DialectFamily::OpenAi;
}

Result<net::UpstreamRequest> encodeTextCompletion(AttemptContext &attempt, const ProviderAddress &address)
{
    const RequestContext &context = attempt.request;
    const config::ProviderDefinition &provider = *attempt.target.provider;
    const bool isAskedByPrompts = hasOwnChat(provider); // then a prompt is nothing that has to become a chat first
    if (!isAskedByPrompts && provider.family == context.endpoint.family && provider.offers("text_completion"))
        return encodePassthrough(attempt, address);
    const net::HttpRequest &asked = context.exchange->request();
    if (!isAskedByPrompts && !readCompatOptions(asked.headers).mayBecomeChat)
        return unexpected(Error::client(ErrorCode::UnsupportedOperation,
                                        "The provider \"" + provider.id.value
                                            + "\" does not offer text completion. With the header x-bf-compat: "
                                              "[\"convert_text_to_chat\"] the prompt is asked in a chat."));
    translation::ConversionReport report;
    auto question = translation::chatOfTextCompletion(*asked.body, report);
    if (!question)
        return unexpected(question.error());
    if (const auto refusal = noteLosses(attempt, report))
        return unexpected(*refusal);
    if (!isAskedByPrompts)
        attempt.add({translation::ConversionNote::Kind::Approximated, "/prompt",
                     "It is asked as a message of a chat, because the provider has no text completion."});
    attempt.chatInstead = std::move(*question);
    return encodeTranslated(attempt, address, provider.dialectFor(translation::DialectId::OpenAiChat));
}

} // namespace gateway::pipeline
