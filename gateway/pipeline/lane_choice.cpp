#include "gateway/pipeline/lane_choice.h"

#include "gateway/pipeline/array_lane.h"
#include "gateway/pipeline/extra_fields_lane.h"
#include "gateway/pipeline/operation_lane.h"
#include "gateway/pipeline/passthrough_lane.h"
#include "gateway/pipeline/raw_lane.h"
#include "gateway/pipeline/translation_lane.h"

namespace gateway::pipeline {

namespace {

std::unique_ptr<AnswerLane> chooseCompletionLane(RequestContext &context)
{
    if (context.translated)
        return std::make_unique<TranslationLane>(*context.translated);
    return std::make_unique<PassthroughLane>(context);
}

} // namespace

std::unique_ptr<AnswerLane> chooseLane(RequestContext &context, const Clock &clock)
{
    if (context.endpoint.operation == routing::Operation::RawForward)
        return std::make_unique<RawLane>(context);
    if (context.operation)
        return std::make_unique<OperationLane>(*context.operation);
    auto lane = chooseCompletionLane(context);
    if (wantsArray(context))
        return std::make_unique<ArrayLane>(std::move(lane));
    if (lane->translates() && wantsExtraFields(context))
        return std::make_unique<ExtraFieldsLane>(std::move(lane), context, clock);
    return lane;
}

} // namespace gateway::pipeline
