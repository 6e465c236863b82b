#include "gateway/pipeline/attempt_metering.h"

#include "gateway/metering/cost_meter.h"
#include "gateway/metering/usage_details.h"

namespace gateway::pipeline {

namespace {

bool isFree(const RequestContext &request)
{
    switch (request.endpoint.operation) {
    case routing::Operation::CountTokens:
    case routing::Operation::ListModels:
    case routing::Operation::GetModel:
    case routing::Operation::Health:
    case routing::Operation::Management:
    case routing::Operation::Hello: return true;
    case routing::Operation::Forwarded: return request.endpoint.forwarded->isFree;
    case routing::Operation::RawForward: return request.record.method == "GET" || request.record.method == "HEAD";
    case routing::Operation::ChatCompletion:
    case routing::Operation::Responses:
    case routing::Operation::Messages:
    case routing::Operation::Embedding: return false;
    }
    return false;
}

config::PriceQuestion questionFor(const AttemptContext &context)
{
    const RequestContext &request = context.request;
    config::PriceQuestion question;
    question.provider = context.target.provider->id.value;
    question.preset = context.target.provider->priceList(context.target.model);
    question.model = context.target.model;
    if (context.target.key)
        question.keyId = context.target.key->id.value;
    question.virtualKey = request.record.virtualKeyName;
    question.requestType = request.record.operation;
    question.at = request.record.startedAt;
    return question;
}

// What is sold by the picture, second or character, and tokens of pictures.
metering::OtherUse otherUse(const AttemptContext &attempt, const translation::AnswerFacts &facts,
                            const metering::UsageDetails &details)
{
    metering::OtherUse other = attempt.asked;
    const routing::Endpoint &endpoint = attempt.request.endpoint;
    other.audioSeconds = facts.audioSeconds;
    if (!endpoint.forwarded || !endpoint.forwarded->offer.starts_with("image_"))
        return other;
    other.images = facts.pictures;
    other.imageInputTokens = details.imageInputTokens;
    other.imageOutputTokens = details.imageOutputTokens.value_or(facts.usage.output.value_or(0));
    return other;
}

} // namespace

void meterAttempt(const AttemptContext &context, const AttemptOutcome &outcome, AttemptRecord &attempt)
{
    metering::MeteredUse use;
    metering::UsageDetails details;
    if (outcome.facts) {
        use.usage = outcome.facts->usage;
        details = metering::readUsageDetails(outcome.facts->rawUsage, use.usage);
        use.other = otherUse(context, *outcome.facts, details);
    }
    attempt.usage = use.usage;
    const bool wasRefused = attempt.status >= 400;
    if (use.usage.isEmpty() && (!outcome.wasSent || wasRefused || isFree(context.request))) {
        attempt.cost = Money{};
        attempt.costDetail = {};
        return;
    }
    use.serviceTier = outcome.facts && !outcome.facts->serviceTier.empty() ? outcome.facts->serviceTier
                                                                           : std::string_view(details.serviceTier);
    use.at = context.request.record.startedAt;
    use.isComplete = !outcome.hasFailed || (outcome.facts && outcome.facts->hasEnded);
    use.reportedCost = details.reportedCost;
    auto metered = metering::meterCost(context.request.snapshot->prices->find(questionFor(context)), use);
    attempt.cost = metered.cost;
    attempt.costDetail = std::move(metered.detail);
}

} // namespace gateway::pipeline
