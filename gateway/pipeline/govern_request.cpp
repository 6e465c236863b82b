#include "gateway/pipeline/govern_request.h"

#include "gateway/base/byte_search.h"
#include "gateway/metering/cost_meter.h"
#include "gateway/pipeline/route_request.h"
#include "gateway/translation/json/top_level_editor.h"

#include <charconv>

namespace gateway::pipeline {

namespace {

constexpr std::int64_t unsaidOutputTokens = 4096; // of an answer whose request sets no limit
constexpr std::int64_t bytesOfAToken = 4;

std::optional<std::int64_t> numberMember(std::string_view object, std::string_view name)
{
    if (!byte_search::contains(object, name))
        return std::nullopt;
    const auto text = translation::topLevelMember(object, name);
    if (!text || !*text)
        return std::nullopt;
    std::int64_t number = 0;
    const char *end = (*text)->data() + (*text)->size();
    if (const auto read = std::from_chars((*text)->data(), end, number); read.ec != std::errc{} || read.ptr != end)
        return std::nullopt;
    return number;
}

struct NestedLimit {
    std::string_view object;
    std::string_view member;
};

std::optional<std::int64_t> statedOutputTokens(std::string_view body)
{
    for (const std::string_view name : {"max_tokens", "max_completion_tokens", "max_output_tokens"}) {
        if (const auto number = numberMember(body, name))
            return number;
    }
    constexpr NestedLimit nestedLimits[] = {
        {"generationConfig", "maxOutputTokens"}, // Gemini
        {"inferenceConfig", "maxTokens"},        // Bedrock
    };
    for (const NestedLimit &limit : nestedLimits) {
        if (!byte_search::contains(body, limit.member))
            continue;
        const auto object = translation::topLevelMember(body, limit.object);
        if (object && *object) {
            if (const auto number = numberMember(**object, limit.member))
                return number;
        }
    }
    return std::nullopt;
}

// Pictures and sounds are not counted in tokens of text, whether they come or go.
governance::WorstCase worstCaseOfForwarded(const RequestContext &context)
{
    const bool isText = context.endpoint.forwarded->offer == "text_completion";
    governance::WorstCase worst;
    if (context.endpoint.forwarded->isFree || context.form)
        return worst;
    worst = pipeline::worstCaseOf(*context.exchange->request().body);
    if (!isText)
        worst.outputTokens = 0;
    return worst;
}

// Questions about models and tokens use none, and embeddings answer with none.
governance::WorstCase worstCaseOfRequest(const RequestContext &context)
{
    using routing::Operation;
    const std::string &method = context.exchange->request().method;
    const Operation operation = context.endpoint.operation;
    const bool isRead = method == "GET" || method == "HEAD" || method == "DELETE";
    if (context.endpoint.forwarded)
        return worstCaseOfForwarded(context);
    if (operation == Operation::CountTokens || operation == Operation::GetModel
        || (operation == Operation::RawForward && isRead))
        return {};
    governance::WorstCase worst = pipeline::worstCaseOf(*context.exchange->request().body);
    if (operation == Operation::Embedding)
        worst.outputTokens = 0;
    return worst;
}

// By the prices that the request will be metered with.
std::optional<Money> estimatedCost(const RequestContext &context, const governance::Target &target,
                                   const governance::WorstCase &worst)
{
    const config::ProviderDefinition *provider = context.snapshot->findProvider(target.provider);
    config::PriceQuestion question;
    question.provider = target.provider;
    if (provider)
        question.preset = provider->priceList(target.model);
    question.model = target.model;
    question.virtualKey = context.record.virtualKeyName;
    question.requestType = context.record.operation;
    question.at = context.record.startedAt;
    metering::MeteredUse use;
    use.usage.uncachedInput = worst.inputTokens;
    use.usage.output = worst.outputTokens;
    use.at = question.at;
    return metering::meterCost(context.snapshot->prices->find(question), use).cost;
}

} // namespace

governance::WorstCase worstCaseOf(std::string_view body)
{
    governance::WorstCase worst;
    worst.inputTokens = static_cast<std::int64_t>(body.size()) / bytesOfAToken;
    worst.outputTokens = statedOutputTokens(body).value_or(unsaidOutputTokens);
    return worst;
}

Result<routing::RoutePlan> governRequest(RequestContext &context, routing::RoutePlan plan,
                                         const governance::Governor *governor)
{
    const config::Governance &governance = *context.snapshot->governance;
    if (!governor || !governance::Governor::isLimited(governance, context.virtualKey))
        return plan;
    std::vector<governance::Target> targets;
    for (const routing::RouteTarget &target : plan.targets)
        targets.push_back({target.provider->id.value, target.model});
    const auto estimate = [&context](const governance::Target &target, const governance::WorstCase &worst) {
        return estimatedCost(context, target, worst);
    };
    auto admitted = governor->admit(governance, context.virtualKey, targets, worstCaseOfRequest(context), estimate,
                                    splitName(*context.snapshot, context.facts.model).model);
    if (!admitted)
        return unexpected(admitted.error());
    context.admission = std::move(admitted->admission);
    std::vector<routing::RouteTarget> usable;
    for (std::size_t index = 0; index < plan.targets.size(); ++index) {
        if (admitted->usable[index])
            usable.push_back(std::move(plan.targets[index]));
    }
    plan.targets = std::move(usable);
    plan.notes.insert(plan.notes.end(), admitted->notes.begin(), admitted->notes.end());
    return plan;
}

} // namespace gateway::pipeline
