#include "gateway/pipeline/token_counting.h"

#include "gateway/pipeline/cohere_token_count.h"
#include "gateway/pipeline/translated_attempt.h"
#include "gateway/pipeline/translated_exchange.h"
#include "gateway/translation/counting/token_count_codec.h"
#include "gateway/translation/counting/token_estimate.h"
#include "gateway/translation/dialects/dialect_registry.h"
#include "gateway/translation/dialects/kept_state.h"

namespace gateway::pipeline {

using namespace translation;

namespace {

Error doesNotCount(const config::ProviderDefinition &provider)
{
    return Error::client(ErrorCode::UnsupportedOperation,
                         "The provider \"" + provider.id.value + "\" has no endpoint that counts tokens.");
}

Result<ChatRequest> readAsked(const RequestContext &context, const ClientDialect &client)
{
    const net::HttpRequest &request = context.exchange->request();
    ClientCall call;
    call.body = *request.body;
    call.pathModel = context.endpoint.pathModel;
    call.headers = &request.headers;
    auto asked = decodeCountRequest(client, call);
    if (!asked)
        return unexpected(asked.error());
    return countedRequest(std::move(*asked));
}

std::string writeCount(const routing::Endpoint &endpoint, std::string_view model, std::int64_t tokens)
{
    return encodeTokenCount(*endpoint.dialect, tokens, endpoint.isBifrostSurface ? model : std::string_view());
}

// Of the OpenAI family only OpenAI itself counts; servers without a preset are asked, because they may be OpenAI's.
bool mayCount(const config::ProviderDefinition &provider)
{
    if (!provider.offers("count_tokens"))
        return false;
    return provider.family != DialectFamily::OpenAi || provider.preset.empty() || provider.preset == "openai";
}

std::optional<DialectId> dialectOfCount(const config::ProviderDefinition &provider)
{
    return mayCount(provider) ? countingDialect(provider.family) : std::nullopt;
}

class TokenCount final : public OperationExchange {
public:
    TokenCount(const AttemptContext &attempt, DialectId provider) : m_attempt(attempt), m_provider(provider) {}

    Result<std::string> answerOf(std::string_view providerBody, AnswerFacts &) override
    {
        const auto tokens = decodeTokenCount(m_provider, providerBody);
        if (!tokens)
            return unexpected(tokens.error());
        const bool isOwn = m_provider == m_attempt.request.endpoint.dialect;
        return isOwn ? std::string(providerBody)
                     : writeCount(m_attempt.request.endpoint, m_attempt.target.model, *tokens);
    }

private:
    const AttemptContext &m_attempt;
    const DialectId m_provider;
};

Result<net::UpstreamRequest> encodeOwnWords(AttemptContext &attempt, const ProviderAddress &address)
{
    auto request = encodePassthrough(attempt, address);
    if (request && attempt.request.endpoint.dialect == DialectId::GeminiGenerate) {
        if (auto edited = withGeminiModel(*request->body, attempt.target.model))
            request->body = std::make_shared<const std::string>(std::move(*edited));
    }
    return request;
}

} // namespace

Result<net::UpstreamRequest> encodeTokenCount(AttemptContext &attempt, const ProviderAddress &address)
{
    const RequestContext &context = attempt.request;
    const config::ProviderDefinition &provider = *attempt.target.provider;
    if (countsByTokenizing(provider)) {
        auto asked = readAsked(context, *findClientDialect(*context.endpoint.dialect));
        return asked ? encodeTokenizedCount(attempt, address, *asked) : unexpected(asked.error());
    }
    const auto dialect = dialectOfCount(provider);
    const ProviderDialect *upstream = dialect ? findProviderDialect(*dialect) : nullptr;
    if (!upstream) {
        const auto readable = readAsked(context, *findClientDialect(*context.endpoint.dialect));
        return unexpected(readable ? doesNotCount(provider) : readable.error());
    }
    attempt.operation = std::make_unique<TokenCount>(attempt, *dialect);
    if (dialect == context.endpoint.dialect)
        return encodeOwnWords(attempt, address);
    auto asked = readAsked(context, *findClientDialect(*context.endpoint.dialect));
    if (!asked)
        return unexpected(asked.error());
    if (const auto kept = refusalOfKeptState(*asked, *dialect))
        return unexpected(*kept);
    ConversionReport report;
    ExchangeState state(*asked, *dialect, "count");
    auto encoded = encodeCountRequest(*upstream, {attempt.target.model, provider.preset}, state, report);
    return sendEncoded(attempt, address, withNotedLosses(attempt, std::move(encoded), report), "application/json");
}

std::optional<std::string> estimatedCount(RequestContext &context, const Error &error)
{
    if (!context.target.provider) // nobody would answer the request itself either
        return std::nullopt;
    const bool isOfClient = error.source == ErrorSource::Client && error.code != ErrorCode::UnsupportedOperation;
    const bool isOwn = dialectOfCount(*context.target.provider) == context.endpoint.dialect;
    const int status = error.upstreamStatus.value_or(0);
    const bool isRefusalOfTheRequest = status == 400 || status == 413 || status == 422;
    if (isOfClient || (isOwn && isRefusalOfTheRequest))
        return std::nullopt;
    const auto asked = readAsked(context, *findClientDialect(*context.endpoint.dialect));
    if (!asked)
        return std::nullopt;
    context.conversionNotes.push_back(
        {ConversionNote::Kind::Approximated, "answer", "Counted by estimate: " + error.message});
    context.record.notes.push_back(describeNote(context.conversionNotes.back()));
    return writeCount(context.endpoint, context.target.model, estimateInputTokens(*asked));
}

} // namespace gateway::pipeline
