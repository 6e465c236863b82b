#include "gateway/pipeline/token_counting.h"

#include "gateway/pipeline/translated_attempt.h"
#include "gateway/pipeline/translated_exchange.h"
#include "gateway/translation/counting/token_count_codec.h"
#include "gateway/translation/counting/token_estimate.h"
#include "gateway/translation/dialects/dialect_registry.h"
#include "gateway/translation/dialects/openai_responses/openai_responses.h"

namespace gateway::pipeline {

using namespace translation;

namespace {

constexpr std::string_view countHeader = "x-bifrost-token-count";

Error doesNotCount(const config::ProviderDefinition &provider)
{
    return Error::client(ErrorCode::UnsupportedOperation,
                         "The provider \"" + provider.id.value + "\" has no endpoint that counts tokens.");
}

bool isRefusalOfTheRequest(const Error &error)
{
    const int status = error.upstreamStatus.value_or(0);
    return status == 400 || status == 413 || status == 422;
}

// The client's dialect decides how the number is written; the request is read only when somebody needs it.
class TokenCount final : public OperationExchange {
public:
    explicit TokenCount(const RequestContext &context)
        : m_context(context)
        , m_client(*findClientDialect(*context.endpoint.dialect))
        , m_body(context.exchange->request().body)
        , m_headers(context.exchange->request().headers)
    {
    }

    Result<void> read()
    {
        ClientCall call;
        call.body = *m_body;
        call.pathModel = m_context.endpoint.pathModel;
        call.headers = &m_headers;
        auto asked = decodeCountRequest(m_client, call);
        if (!asked)
            return unexpected(asked.error());
        m_asked = countedRequest(std::move(*asked));
        return {};
    }

    // Read before.
    Result<EncodedRequest> encodeFor(const ProviderDialect &provider, const ProviderCall &call)
    {
        m_provider = provider.id();
        ExchangeState state(*m_asked, provider.id(), "count");
        return encodeCountRequest(provider, call, state, report);
    }

    Result<std::string> answerOf(std::string_view providerBody, AnswerFacts &) override
    {
        const auto tokens = decodeTokenCount(m_provider.value_or(m_client.id()), providerBody);
        if (!tokens)
            return unexpected(tokens.error());
        return m_provider ? write(*tokens) : std::string(providerBody);
    }

    std::optional<OwnAnswer> answerInsteadOf(const Error &error) override
    {
        const bool isOfClient = error.source == ErrorSource::Client && error.code != ErrorCode::UnsupportedOperation;
        if (isOfClient || (!m_provider && isRefusalOfTheRequest(error)))
            return std::nullopt;
        if (!m_asked && !read())
            return std::nullopt;
        report.approximated("", "Counted by estimate: " + error.message);
        notesOfAnswer.push_back(describeNote(report.notes().back()));
        return OwnAnswer{write(estimateInputTokens(*m_asked)), {{std::string(countHeader), "estimated"}}};
    }

    const std::optional<ChatRequest> &asked() const { return m_asked; }

private:
    std::string write(std::int64_t tokens) const
    {
        const bool isBifrost = m_context.endpoint.isBifrostSurface;
        return encodeTokenCount(m_client.id(), tokens, isBifrost ? m_context.target.model : std::string());
    }

    const RequestContext &m_context;
    const ClientDialect &m_client;
    const net::SharedBytes m_body; // kept, because the client's exchange may be gone first
    const HeaderList m_headers;
    std::optional<ChatRequest> m_asked;
    std::optional<DialectId> m_provider; // unset: the client's bytes went on and come back as they are
};

// Of the OpenAI family only OpenAI itself counts; servers without a preset are asked, because they may be OpenAI's.
bool mayCount(const config::ProviderDefinition &provider)
{
    return provider.family != DialectFamily::OpenAi || provider.preset.empty() || provider.preset == "openai"
           || provider.preset == "azure";
}

Result<net::UpstreamRequest> encodeOwnWords(RequestContext &context, const ProviderAddress &address)
{
    auto request = encodePassthrough(context, address);
    if (request && context.endpoint.dialect == DialectId::GeminiGenerate) {
        if (auto edited = withGeminiModel(*request->body, context.target.model))
            request->body = std::make_shared<const std::string>(std::move(*edited));
    }
    return request;
}

} // namespace

Result<net::UpstreamRequest> encodeTokenCount(RequestContext &context, const ProviderAddress &address)
{
    auto owned = std::make_unique<TokenCount>(context);
    TokenCount &count = *owned;
    const config::ProviderDefinition &provider = *context.target.provider;
    const auto dialect = countingDialect(provider.family);
    if (dialect == context.endpoint.dialect && mayCount(provider)) {
        context.operation = std::move(owned);
        return encodeOwnWords(context, address);
    }
    if (const auto isRead = count.read(); !isRead)
        return unexpected(isRead.error());
    context.operation = std::move(owned);
    const ProviderDialect *upstream = dialect && mayCount(provider) ? findProviderDialect(*dialect) : nullptr;
    if (!upstream)
        return unexpected(doesNotCount(provider));
    if (const auto refusal = refusalOfKeptState(*count.asked(), *dialect))
        return unexpected(*refusal);
    auto encoded = count.encodeFor(*upstream, {context.target.model, provider.preset});
    for (const ConversionNote &note : count.report.notes())
        context.record.notes.push_back(describeNote(note));
    if (!encoded)
        return unexpected(encoded.error());
    return sendEncoded(context, address, std::move(*encoded), "application/json");
}

} // namespace gateway::pipeline
