#include "gateway/pipeline/answer_copy.h"

#include "gateway/translation/framing/frame_splitter.h"

#include <algorithm>
#include <memory>

namespace gateway::pipeline {

namespace {

constexpr std::size_t largestKeptBody = 16u * 1024u * 1024u;
constexpr std::size_t mostStreamMarks = 20'000;

LaneOutput asText(const LaneOutput &output, translation::FramingKind framing)
{
    LaneOutput text;
    std::size_t begin = 0;
    for (const std::size_t end : output.eventEnds) {
        text.wire += translation::asServerSentEvents(framing, std::string_view(output.wire).substr(begin, end - begin));
        text.eventEnds.push_back(text.wire.size());
        begin = end;
    }
    return text;
}

} // namespace

void AnswerCopy::addBytes(std::string_view bytes)
{
    if (!m_context.mayKeepBodies() && !m_keepsAlways)
        return;
    const std::size_t room = largestKeptBody - m_bytes.size();
    if (bytes.size() > room)
        m_context.record.isResponseBodyTruncated = true;
    m_bytes.append(bytes.substr(0, room));
}

void AnswerCopy::addEvents(const LaneOutput &output)
{
    if (m_framing == translation::FramingKind::ServerSentEvents)
        keepEvents(output);
    else
        keepEvents(asText(output, m_framing));
}

void AnswerCopy::keepEvents(const LaneOutput &output)
{
    const std::size_t before = m_bytes.size();
    addBytes(output.wire);
    auto &marks = m_context.record.streamMarks;
    if (!m_context.mayKeepBodies() || marks.size() >= mostStreamMarks)
        return;
    const Microseconds now = m_context.sinceStart(m_clock.steadyNow());
    for (const std::size_t end : output.eventEnds) {
        if (marks.size() < mostStreamMarks)
            marks.push_back({now, std::min(before + end, m_bytes.size())});
    }
}

void AnswerCopy::noteFirstByte()
{
    if (!m_context.record.firstByteAt)
        m_context.record.firstByteAt = m_context.sinceStart(m_clock.steadyNow());
}

void AnswerCopy::show(std::string_view bytes, bool isStream, bool isComplete)
{
    const std::uint64_t ticket = m_feed.watchTicket(m_context.record.id);
    if (ticket == 0)
        return;
    WatchedAnswer answer;
    answer.id = m_context.record.id;
    answer.dialect = m_context.endpoint.dialect;
    answer.isStream = isStream;
    answer.isComplete = isComplete;
    answer.isFirst = ticket != m_shownTicket;
    if (answer.isFirst)
        answer.requestBody = m_context.record.requestBody;
    // Kept bytes end with these. Where bodies are not kept, a watch shows the answer from now on.
    const bool showsAll = answer.isFirst && isStream && m_context.mayKeepBodies();
    answer.bytes = showsAll   ? m_bytes
                   : isStream ? translation::asServerSentEvents(m_framing, bytes)
                              : std::string(bytes);
    m_shownTicket = ticket;
    m_feed.publishAnswer(std::move(answer));
}

void AnswerCopy::moveIntoRecord()
{
    if (m_context.mayKeepBodies())
        m_context.record.responseBody = std::make_shared<const std::string>(std::move(m_bytes));
    m_bytes.clear();
}

} // namespace gateway::pipeline
