#include "gateway/pipeline/extra_fields_lane.h"

#include "gateway/translation/json/object_writer.h"

namespace gateway::pipeline {

bool wantsExtraFields(const RequestContext &context)
{
    return context.endpoint.isBifrostSurface && context.endpoint.dialect == translation::DialectId::OpenAiChat
           && context.facts.isStream;
}

ExtraFieldsLane::ExtraFieldsLane(std::unique_ptr<AnswerLane> inner, const AttemptContext &attempt, const Clock &clock)
    : OuterLane(std::move(inner)), m_context(attempt.request), m_clock(clock)
{
    const RequestContext &context = attempt.request;
    m_sameForAll = translation::ObjectWriter()
                       .add("request_type", routing::requestTypeName(context.endpoint, context.facts.isStream))
                       .add("provider", attempt.target.provider->id.value)
                       .add("original_model_requested", context.facts.model)
                       .add("resolved_model_used", attempt.target.model)
                       .finished();
    m_sameForAll.pop_back(); // chunk_index and latency follow
}

void ExtraFieldsLane::addEvents(std::string_view events, LaneOutput &output)
{
    m_splitter.feed(events);
    while (const auto frame = m_splitter.next()) {
        const std::string_view data = frame->data;
        const bool isChunk = data.starts_with('{') && data.ends_with('}') && data.size() > 2;
        if (!isChunk) { // [DONE]
            output.wire.append(frame->raw);
            output.eventEnds.push_back(output.wire.size());
            continue;
        }
        const auto latency =
            std::chrono::duration_cast<std::chrono::milliseconds>(m_context.sinceStart(m_clock.steadyNow()));
        output.wire.append("data: ").append(data.substr(0, data.size() - 1));
        output.wire.append(",\"extra_fields\":").append(m_sameForAll);
        output.wire.append(",\"chunk_index\":").append(std::to_string(m_chunkIndex++));
        output.wire.append(",\"latency\":").append(std::to_string(latency.count())).append("}}\n\n");
        output.eventEnds.push_back(output.wire.size());
    }
}

Result<std::optional<std::string>> ExtraFieldsLane::translateWhole(std::string_view body, bool isEventStream)
{
    auto whole = inner().translateWhole(body, isEventStream);
    if (!whole || !*whole || !streamsToClient())
        return whole;
    LaneOutput output;
    addEvents(**whole, output);
    return std::optional(std::move(output.wire));
}

} // namespace gateway::pipeline
