#include "gateway/pipeline/forward_lane.h"

#include "gateway/translation/passthrough/forwarded_answer.h"

namespace gateway::pipeline {

// What the copy says changes nothing, but that an error event is no success.
std::optional<Error> ForwardLane::feed(std::string_view bytes, LaneOutput &output)
{
    m_hasContent = m_hasContent || !bytes.empty();
    output.wire.append(bytes);
    output.eventEnds.push_back(output.wire.size());
    if (m_splitter.defect())
        return std::nullopt;
    m_splitter.feed(bytes);
    while (const auto frame = m_splitter.next()) {
        if (frame->hasData)
            translation::readForwardedEvent(frame->event, frame->data, m_facts);
    }
    forgetUsage();
    return std::nullopt;
}

void ForwardLane::forgetUsage()
{
    if (!m_isFree)
        return;
    m_facts.usage = {};
    m_facts.rawUsage.clear();
}

Result<std::optional<std::string>> ForwardLane::translateWhole(std::string_view body, bool)
{
    translation::readForwardedAnswer(body, m_facts);
    forgetUsage();
    return std::optional<std::string>();
}

} // namespace gateway::pipeline
