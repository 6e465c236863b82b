#include "gateway/translation/dialects/kept_state.h"

namespace gateway::translation {

namespace {

std::optional<Error> refusalOfOpenAis(const ChatRequest &request)
{
    if (!request.previousResponseId.empty())
        return invalidMember("/previous_response_id", "only the provider that made that response can continue it; send "
                                                      "the whole conversation in \"input\" instead.");
    for (const char *name : {"conversation", "prompt"}) {
        if (request.extensions.find(DialectId::OpenAiResponses, name))
            return invalidMember(std::string("/") + name, "it is kept at OpenAI and this model is not served there; "
                                                          "send the whole conversation in \"input\" instead.");
    }
    return std::nullopt;
}

std::optional<Error> refusalOfGoogles(const ChatRequest &request)
{
    for (const char *name : {"cachedContent", "cached_content"}) {
        if (request.extensions.find(DialectId::GeminiGenerate, name))
            return invalidMember(std::string("/") + name, "it is kept at Google and this model is not served there; "
                                                          "send the whole conversation in \"contents\" instead.");
    }
    return std::nullopt;
}

} // namespace

std::optional<Error> refusalOfKeptState(const ChatRequest &request, DialectId provider)
{
    if (request.dialect == provider)
        return std::nullopt;
    if (request.dialect == DialectId::OpenAiResponses)
        return refusalOfOpenAis(request);
    return request.dialect == DialectId::GeminiGenerate ? refusalOfGoogles(request) : std::nullopt;
}

} // namespace gateway::translation
