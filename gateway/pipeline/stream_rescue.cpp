#include "gateway/pipeline/stream_rescue.h"

#include "gateway/pipeline/lane_choice.h"
#include "gateway/translation/dialects/prefill_support.h"

namespace gateway::pipeline {

std::unique_ptr<BrokenStream> readBrokenStream(const RequestContext &context, config::Rescue rescue,
                                               std::string_view wire, const Error &error)
{
    const auto &dialect = context.endpoint.dialect;
    if (rescue == config::Rescue::Off || !dialect || !isDialectsOwnStream(context)
        || context.record.isResponseBodyTruncated)
        return nullptr;
    return BrokenStream::read(*dialect, wire, error);
}

bool mayContinue(const routing::RouteTarget &target, const RequestContext &context, config::Rescue rescue,
                 const BrokenStream &broken)
{
    if (rescue != config::Rescue::MatchAndContinue || broken.isContinued() || broken.saidText().empty())
        return false;
    const auto dialect = target.provider->dialectFor(*context.endpoint.dialect);
    return translation::takesPrefill(target.provider->preset, dialect, target.model);
}

void tellOfRescue(RequestContext &context, const BrokenStream &broken)
{
    const std::string by = context.target.provider->id.value + "/" + context.target.model;
    const std::string how = broken.isContinued() ? "continue" : "match";
    context.record.notes.push_back("The stream broke off (" + broken.error().message + ") and went on from " + by
                                   + (broken.isContinued() ? ", which was given what the client had."
                                                           : ", whose answer repeated what the client had."));
    if (context.exchange)
        context.exchange->setTrailer(rescueTrailer, how + "; by=\"" + by + "\"");
}

} // namespace gateway::pipeline
