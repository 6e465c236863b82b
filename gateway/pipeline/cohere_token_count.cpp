#include "gateway/pipeline/cohere_token_count.h"

#include "gateway/pipeline/token_counting.h"
#include "gateway/pipeline/translated_attempt.h"
#include "gateway/translation/counting/cohere_token_count.h"
#include "gateway/translation/counting/token_count_codec.h"

#include <memory>
#include <utility>

namespace gateway::pipeline {

using namespace translation;

namespace {

constexpr std::size_t mostQuestions = 8;

// What was counted so far, by the exchange and by what asks on.
struct Count {
    CohereTokenQuestion question;
    std::size_t asked = 1;
    std::int64_t tokens = 0;
};

class TokenizedCount final : public OperationExchange {
public:
    TokenizedCount(const AttemptContext &attempt, std::shared_ptr<Count> count)
        : m_attempt(attempt), m_count(std::move(count))
    {
    }

    Result<std::string> answerOf(std::string_view providerBody, AnswerFacts &) override
    {
        const auto last = readCohereTokens(providerBody);
        if (!last)
            return unexpected(last.error());
        const CohereTokenQuestion &question = m_count->question;
        notesOfAnswer.push_back("approximated answer: Cohere counted the texts; " + std::to_string(question.estimated)
                                + " tokens are an estimate, for " + (question.hasMore ? "pictures, files and " : "")
                                + "what stands between the messages.");
        if (question.hasMore)
            headers.set(std::string(tokenCountHeader), "estimated");
        const routing::Endpoint &endpoint = m_attempt.request.endpoint;
        const std::string_view model = endpoint.isBifrostSurface ? m_attempt.target.model : std::string_view();
        return translation::encodeTokenCount(*endpoint.dialect, m_count->tokens + *last + question.estimated, model);
    }

private:
    const AttemptContext &m_attempt;
    const std::shared_ptr<Count> m_count;
};

FollowUpSource untilCounted(const AttemptContext &attempt, const ProviderAddress &address, std::shared_ptr<Count> count)
{
    return [&attempt, address, count = std::move(count)](std::string_view body) -> Result<std::optional<FollowUp>> {
        if (count->asked >= count->question.texts.size())
            return std::nullopt;
        const auto tokens = readCohereTokens(body);
        auto request =
            tokens ? encodeFurtherRequest(attempt, address, "POST", cohereTokenizePath) : unexpected(tokens.error());
        if (!request)
            return unexpected(request.error());
        count->tokens += *tokens;
        request->headers.set("Content-Type", "application/json");
        request->body = std::make_shared<const std::string>(
            writeCohereTokenize(count->question.texts[count->asked++], modelThere(attempt)));
        FollowUp next;
        next.request = std::move(*request);
        return next;
    };
}

} // namespace

bool countsByTokenizing(const config::ProviderDefinition &provider)
{
    return provider.family == DialectFamily::Cohere && provider.offers("count_tokens");
}

Result<net::UpstreamRequest> encodeTokenizedCount(AttemptContext &attempt, const ProviderAddress &address,
                                                  const ChatRequest &asked)
{
    auto count = std::make_shared<Count>(Count{cohereTokenQuestion(asked)});
    const std::vector<std::string> &texts = count->question.texts;
    if (texts.empty() || texts.size() > mostQuestions)
        return unexpected(Error::client(ErrorCode::UnsupportedOperation,
                                        texts.empty() ? "There is no text that Cohere could count."
                                                      : "Cohere would have to be asked more than "
                                                            + std::to_string(mostQuestions) + " times."));
    EncodedRequest encoded;
    encoded.path = cohereTokenizePath;
    encoded.body = writeCohereTokenize(texts.front(), attempt.target.model);
    attempt.operation = std::make_unique<TokenizedCount>(attempt, count);
    attempt.followUp = untilCounted(attempt, address, count);
    return sendEncoded(attempt, address, std::move(encoded), "application/json");
}

} // namespace gateway::pipeline
