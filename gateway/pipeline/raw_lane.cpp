#include "gateway/pipeline/raw_lane.h"

namespace gateway::pipeline {

RawLane::RawLane(const RequestContext &context)
{
    if (context.endpoint.dialect)
        m_tap.emplace(*context.endpoint.dialect, false);
}

// What the tap thinks of a frame changes nothing.
std::optional<Error> RawLane::feed(std::string_view bytes, LaneOutput &output)
{
    m_hasContent = m_hasContent || !bytes.empty();
    output.wire.append(bytes);
    output.eventEnds.push_back(output.wire.size());
    if (!m_tap || m_splitter.defect())
        return std::nullopt;
    m_splitter.feed(bytes);
    while (const auto frame = m_splitter.next()) {
        if (frame->isException)
            m_tap->readException(frame->data);
        else if (frame->hasData)
            static_cast<void>(m_tap->readFrame(frame->event, frame->data));
    }
    return std::nullopt;
}

Result<std::optional<std::string>> RawLane::translateWhole(std::string_view body, bool)
{
    if (m_tap)
        m_tap->readWholeBody(body);
    return std::optional<std::string>();
}

} // namespace gateway::pipeline
