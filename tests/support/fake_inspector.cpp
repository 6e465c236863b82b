#include "tests/support/fake_inspector.h"

namespace support {

using namespace gateway::api;

RequestMark FakeInspector::mark(const QString &requestId) const
{
    RequestMark mark = storedMarks.value(requestId);
    mark.requestId = requestId;
    return mark;
}

void FakeInspector::change(const RequestMark &mark, const Reply<RequestMark> &reply)
{
    if (m_nextError) {
        reply(tl::unexpected(*std::exchange(m_nextError, std::nullopt)));
        return;
    }
    storedMarks.insert(mark.requestId, mark);
    emit markChanged(mark);
    reply(mark);
}

void FakeInspector::pin(const QString &requestId, bool isPinned, Reply<RequestMark> reply)
{
    RequestMark changed = mark(requestId);
    changed.isPinned = isPinned;
    change(changed, reply);
}

void FakeInspector::comment(const QString &requestId, const QString &comment, Reply<RequestMark> reply)
{
    RequestMark changed = mark(requestId);
    changed.comment = comment;
    change(changed, reply);
}

void FakeInspector::queryRequests(const HistoryQuery &query, const gateway::FilterTerm &condition,
                                  Reply<HistoryPage> reply)
{
    queries.emplace_back(query, condition);
    reply(page);
}

void FakeInspector::queryRequestHistogram(const HistoryQuery &query, const gateway::FilterTerm &condition,
                                          const LogHistogramQuestion &, Reply<QList<LogBucket>> reply)
{
    histogramQueries.emplace_back(query, condition);
    reply(logBuckets);
}

void FakeInspector::querySessions(const HistoryQuery &query, const gateway::FilterTerm &condition,
                                  Reply<SessionPage> reply)
{
    sessionQueries.emplace_back(query, condition);
    reply(sessionPage);
}

void FakeInspector::changeBodySearch(const BodySearchView &state)
{
    bodySearchState = state;
    emit bodySearchChanged();
}

void FakeInspector::setBodySearch(bool isOn, Reply<BodySearchView> reply)
{
    if (m_nextError) {
        reply(tl::unexpected(*std::exchange(m_nextError, std::nullopt)));
        return;
    }
    changeBodySearch({isOn, isOn ? 0.0 : 1.0});
    reply(bodySearchState);
}

void FakeInspector::compareRequests(const QString &first, const QString &second, Reply<RequestComparison> reply)
{
    comparisons.append({first, second});
    if (m_nextError)
        reply(tl::unexpected(*std::exchange(m_nextError, std::nullopt)));
    else
        reply(comparison);
}

void FakeInspector::resend(const ResendRequest &command, Reply<QString> reply)
{
    resent.push_back(command);
    if (m_nextError) {
        reply(tl::unexpected(*std::exchange(m_nextError, std::nullopt)));
        return;
    }
    RequestMark link = mark(nextId);
    link.resentFrom = command.requestId;
    storedMarks.insert(nextId, link);
    emit markChanged(link);
    reply(nextId);
}

int FakeInspector::exportRequests(const ExportRequests &command, Reply<ExportReport> reply)
{
    exports.push_back(command);
    m_exportReply = std::move(reply);
    return static_cast<int>(exports.size());
}

void FakeInspector::finishExport(gateway::Result<ExportReport> report)
{
    if (auto reply = std::exchange(m_exportReply, nullptr))
        reply(std::move(report));
}

} // namespace support
