#include "gateway/pipeline/lane_choice.h"

#include "gateway/pipeline/array_lane.h"
#include "gateway/pipeline/extra_fields_lane.h"
#include "gateway/pipeline/forward_lane.h"
#include "gateway/pipeline/operation_lane.h"
#include "gateway/pipeline/passthrough_lane.h"
#include "gateway/pipeline/raw_lane.h"
#include "gateway/pipeline/text_completion_attempt.h"
#include "gateway/pipeline/text_completion_lane.h"
#include "gateway/pipeline/translation_lane.h"

namespace gateway::pipeline {

namespace {

std::unique_ptr<AnswerLane> chooseCompletionLane(AttemptContext &attempt, bool isGuarded,
                                                 std::unique_ptr<translation::StreamContinuation> continuation,
                                                 const Clock &clock)
{
    if (attempt.translated) {
        attempt.translated->state.elapsed = [&clock, began = attempt.request.startedAt] {
            return std::chrono::duration_cast<std::chrono::milliseconds>(clock.steadyNow() - began);
        };
        return std::make_unique<TranslationLane>(*attempt.translated, std::move(continuation));
    }
    return std::make_unique<PassthroughLane>(attempt, isGuarded);
}

} // namespace

bool isDialectsOwnStream(const RequestContext &context)
{
    return context.endpoint.operation != routing::Operation::RawForward && !wantsArray(context);
}

std::unique_ptr<AnswerLane> chooseLane(AttemptContext &attempt, bool isGuarded,
                                       std::unique_ptr<translation::StreamContinuation> continuation,
                                       const Clock &clock)
{
    const RequestContext &context = attempt.request;
    if (context.endpoint.operation == routing::Operation::RawForward)
        return std::make_unique<RawLane>(context);
    if (attempt.operation)
        return std::make_unique<OperationLane>(*attempt.operation);
    if (context.endpoint.forwarded && !isTextCompletion(context))
        return std::make_unique<ForwardLane>(context.endpoint.forwarded->isFree);
    auto lane = chooseCompletionLane(attempt, isGuarded, std::move(continuation), clock);
    if (attempt.chatInstead)
        return std::make_unique<TextCompletionLane>(std::move(lane), attempt.chatInstead->echo);
    if (wantsArray(context))
        return std::make_unique<ArrayLane>(std::move(lane));
    if (lane->translates() && wantsExtraFields(context))
        return std::make_unique<ExtraFieldsLane>(std::move(lane), attempt, clock);
    return lane;
}

} // namespace gateway::pipeline
