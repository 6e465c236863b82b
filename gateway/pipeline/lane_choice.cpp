#include "gateway/pipeline/lane_choice.h"

#include "gateway/pipeline/operation_lane.h"
#include "gateway/pipeline/passthrough_lane.h"
#include "gateway/pipeline/translation_lane.h"

namespace gateway::pipeline {

std::unique_ptr<AnswerLane> chooseLane(RequestContext &context)
{
    if (context.operation)
        return std::make_unique<OperationLane>(*context.operation);
    if (context.translated)
        return std::make_unique<TranslationLane>(*context.translated);
    return std::make_unique<PassthroughLane>(context);
}

} // namespace gateway::pipeline
