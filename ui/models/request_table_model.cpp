#include "ui/models/request_table_model.h"

#include "ui/models/request_text.h"

#include <algorithm>

namespace ui::models {

using gateway::api::HistoryOrder;
using gateway::api::HistoryPage;
using gateway::api::RequestSummary;

namespace {

// More distinct names than this are no longer names; sharing them would only cost memory.
constexpr int sharedStringLimit = 20'000;
// A view counts its pixels in an int.
constexpr qint64 mostRows = 20'000'000;

} // namespace

RequestTableModel::RequestTableModel(QObject *parent, int rowLimit) : QAbstractTableModel(parent), m_rowLimit(rowLimit)
{
}

const RequestSummary &RequestTableModel::request(int row) const
{
    static const RequestSummary empty;
    return isLoaded(row) ? m_rows[static_cast<std::size_t>(row - m_above)]->request : empty;
}

bool RequestTableModel::isBornBefore(const Row &left, const Row &right)
{
    if (left.bornAt != right.bornAt)
        return left.bornAt > right.bornAt;
    if (left.session && right.session)
        return left.session->stored.id > right.session->stored.id;
    return left.request.id > right.request.id;
}

bool RequestTableModel::isBefore(const Row &left, const Row &right)
{
    const Row &leftHead = left.header ? *left.header : left;
    const Row &rightHead = right.header ? *right.header : right;
    if (&leftHead != &rightHead) // of two sessions, or without any
        return isBornBefore(leftHead, rightHead);
    if (left.session || right.session)
        return left.session && !right.session;
    return isBornBefore(left, right);
}

int RequestTableModel::place(const Row &row) const
{
    const auto at =
        std::lower_bound(m_rows.begin(), m_rows.end(), row,
                         [](const RowPointer &candidate, const Row &wanted) { return isBefore(*candidate, wanted); });
    return static_cast<int>(at - m_rows.begin());
}

int RequestTableModel::rowOf(const QString &id) const
{
    const Row *row = m_byId.value(id);
    return row ? m_above + place(*row) : -1;
}

int RequestTableModel::streamingStep(int row) const
{
    return isLoaded(row) ? m_rows[static_cast<std::size_t>(row - m_above)]->step : 0;
}

Microseconds RequestTableModel::shownDuration(int row) const
{
    if (!isLoaded(row))
        return Microseconds(0);
    const Row &entry = *m_rows[static_cast<std::size_t>(row - m_above)];
    if (hasEnded(entry.request.state) || m_intake == Intake::Freeze)
        return entry.request.duration;
    return entry.request.duration + std::chrono::duration_cast<Microseconds>(Clock::now() - entry.updatedAt);
}

void RequestTableModel::shareStrings(RequestSummary &request)
{
    for (QString *name :
         {&request.client, &request.operation, &request.dialect, &request.askedModel, &request.provider, &request.model,
          &request.firstProvider, &request.keyName, &request.sessionId, &request.finishReason, &request.errorCode}) {
        if (name->isEmpty())
            continue;
        const auto known = m_strings.constFind(*name);
        if (known != m_strings.constEnd())
            *name = *known;
        else if (m_strings.size() < sharedStringLimit)
            m_strings.insert(*name);
    }
}

RequestTableModel::RowPointer RequestTableModel::makeRow(const RequestSummary &request)
{
    auto row = std::make_unique<Row>();
    row->request = request;
    row->bornAt = m_order.keyOf(request);
    row->updatedAt = Clock::now();
    shareStrings(row->request);
    row->header = m_sessions.value(request.sessionId); // none in a list of requests
    return row;
}

void RequestTableModel::setOrder(const RequestOrder &order)
{
    m_order = order;
    emit headerDataChanged(Qt::Horizontal, 0, ColumnCount - 1);
}

qint64 RequestOrder::keyOf(const RequestSummary &request) const
{
    qint64 key = 0;
    switch (by) {
    case HistoryOrder::Time: return request.startedAt.toMSecsSinceEpoch();
    case HistoryOrder::Duration: key = request.duration.count(); break;
    case HistoryOrder::Tokens: key = request.inputTokens.value_or(0) + request.outputTokens.value_or(0); break;
    case HistoryOrder::Cost: key = request.cost ? request.cost->nanoDollars : -1; break;
    }
    return isSmallestFirst ? -key : key;
}

void RequestTableModel::noteRunning(const RequestSummary &request)
{
    if (hasEnded(request.state))
        m_running.remove(request.id);
    else
        m_running.insert(request.id);
}

void RequestTableModel::insertRow(RowPointer row)
{
    const int at = place(*row);
    beginInsertRows({}, m_above + at, m_above + at);
    m_byId.insert(row->request.id, row.get());
    noteRunning(row->request);
    m_rows.insert(m_rows.begin() + at, std::move(row));
    endInsertRows();
}

void RequestTableModel::insertSorted(QList<RequestSummary> requests, Side side)
{
    std::vector<RowPointer> fresh;
    fresh.reserve(static_cast<std::size_t>(requests.size()));
    for (const RequestSummary &request : std::as_const(requests)) {
        if (Row *known = m_byId.value(request.id))
            updateRow(*known, request);
        else if (isWanted(request))
            fresh.push_back(makeRow(request));
    }
    std::sort(fresh.begin(), fresh.end(),
              [](const RowPointer &left, const RowPointer &right) { return isBefore(*left, *right); });
    // Neighbours go in together: a page is one insertion, not two hundred.
    for (std::size_t next = 0; next < fresh.size();) {
        const int at = place(*fresh[next]);
        const bool isAtEnd = at == loadedCount();
        std::size_t last = next + 1;
        while (last < fresh.size() && (isAtEnd || isBefore(*fresh[last], *m_rows[static_cast<std::size_t>(at)])))
            ++last;
        std::vector<RowPointer> group(std::make_move_iterator(fresh.begin() + static_cast<std::ptrdiff_t>(next)),
                                      std::make_move_iterator(fresh.begin() + static_cast<std::ptrdiff_t>(last)));
        insertGroup(std::move(group), at, side);
        next = last;
    }
}

void RequestTableModel::removeRow(int at)
{
    const QString id = m_rows[static_cast<std::size_t>(at)]->request.id;
    beginRemoveRows({}, m_above + at, m_above + at);
    m_byId.remove(id);
    m_running.remove(id);
    m_rows.erase(m_rows.begin() + at);
    endRemoveRows();
    emit requestLeft(id);
}

void RequestTableModel::updateRow(Row &row, const RequestSummary &request)
{
    // A page and a live update may cross on their way: what has ended does not run again.
    if (hasEnded(row.request.state) && !hasEnded(request.state))
        return;
    const qint64 sequence = std::max(row.request.sequence, request.sequence);
    row.request = request;
    row.request.sequence = sequence;
    row.updatedAt = Clock::now();
    ++row.step;
    shareStrings(row.request);
    noteRunning(row.request);
    const int at = place(row);
    if (!isWanted(row.request)) {
        removeRow(at);
        return;
    }
    emit dataChanged(index(m_above + at, 0), index(m_above + at, ColumnCount - 1));
}

bool RequestTableModel::isWanted(const RequestSummary &request) const
{
    return m_filter.matches(request, m_marks.value(request.id));
}

void RequestTableModel::setFilter(const RequestFilter &filter)
{
    m_filter = filter;
}

void RequestTableModel::setFormat(const DisplayFormat &format)
{
    m_format = format;
    if (!m_rows.empty())
        emit dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
}

void RequestTableModel::clearRows()
{
    m_rows.clear();
    m_byId.clear();
    m_running.clear();
    m_held.clear();
    m_heldNew.clear();
    m_sessions.clear();
    m_shares.clear();
    m_heldInAnswer.clear();
    m_heldCounted.clear();
    m_openSessions.clear();
    m_isGrouped = false;
    m_hasOverflowed = false;
    m_isPageOnItsWay = false;
    m_above = 0;
    m_below = 0;
    m_lookedAt = 0;
}

void RequestTableModel::resetTo(const HistoryPage &page, const QList<RequestSummary> &running)
{
    beginResetModel();
    clearRows();
    m_hasMore = page.hasMore;
    m_knowsWhole = page.matching >= 0;
    m_below =
        std::max(0, static_cast<int>(std::min<qint64>(page.matching, mostRows)) - static_cast<int>(page.rows.size()));
    m_lowestSequence = page.rows.isEmpty() ? 0 : page.rows.constLast().sequence;
    m_highestSequence = page.rows.isEmpty() ? 0 : page.rows.constFirst().sequence;
    const auto take = [this](const RequestSummary &request) {
        if (m_byId.contains(request.id) || !isWanted(request))
            return;
        RowPointer row = makeRow(request);
        m_byId.insert(request.id, row.get());
        noteRunning(request);
        m_rows.push_back(std::move(row));
    };
    for (const RequestSummary &request : page.rows)
        take(request);
    for (const RequestSummary &request : running)
        take(request);
    std::sort(m_rows.begin(), m_rows.end(),
              [](const RowPointer &left, const RowPointer &right) { return isBefore(*left, *right); });
    endResetModel();
    emit heldCountChanged(0);
}

void RequestTableModel::appendPage(const HistoryPage &page)
{
    m_isPageOnItsWay = false;
    m_hasMore = page.hasMore && !page.rows.isEmpty();
    if (!page.rows.isEmpty())
        m_lowestSequence = page.rows.constLast().sequence;
    insertSorted(page.rows, m_knowsWhole ? Side::Older : Side::None);
    if (!m_knowsWhole)
        return;
    if (!m_hasMore) {
        dropEmptyRows(Side::Older, m_below);
    } else if (m_below == 0) { // more have come than were counted
        beginInsertRows({}, rowCount(), rowCount());
        ++m_below;
        endInsertRows();
    }
    trimWindow();
}

void RequestTableModel::pageFailed()
{
    m_isPageOnItsWay = false;
}

bool RequestTableModel::mergeNewestPage(const HistoryPage &page)
{
    if (m_above > 0)
        return false;
    if (page.rows.isEmpty())
        return true;
    const bool overlaps = !page.hasMore || page.rows.constLast().sequence <= m_highestSequence;
    if (!overlaps)
        return false;
    m_highestSequence = std::max(m_highestSequence, page.rows.constFirst().sequence);
    insertSorted(page.rows);
    trim();
    return true;
}

void RequestTableModel::forget(const QStringList &ids)
{
    for (const QString &id : ids) {
        m_held.remove(id);
        m_heldNew.remove(id);
        if (const Row *row = m_byId.value(id))
            removeRow(place(*row));
    }
}

bool RequestTableModel::hasLostRunningRows(const QList<RequestSummary> &running) const
{
    QSet<QString> lost = m_running;
    for (const RequestSummary &request : running)
        lost.remove(request.id);
    return !lost.isEmpty();
}

bool RequestTableModel::canFetchMore(const QModelIndex &parent) const
{
    return !m_knowsWhole && !parent.isValid() && m_hasMore && !m_isPageOnItsWay && rowCount() < m_rowLimit;
}

void RequestTableModel::fetchMore(const QModelIndex &parent)
{
    if (!canFetchMore(parent))
        return;
    m_isPageOnItsWay = true;
    emit pageWanted(m_lowestSequence);
}

void RequestTableModel::trim()
{
    if (m_isGrouped)
        return trimSessions();
    if (m_knowsWhole)
        return trimWindow();
    // In blocks, so that a full list does not remove one row for each that arrives.
    constexpr int block = 1'000;
    const int excess = rowCount() - m_rowLimit;
    if (excess < std::min(block, std::max(1, m_rowLimit / 10)))
        return;
    const int first = rowCount() - excess;
    beginRemoveRows({}, first, rowCount() - 1);
    for (auto row = m_rows.begin() + first; row != m_rows.end(); ++row) {
        const RequestSummary &request = (*row)->request;
        m_lowestSequence = std::max(m_lowestSequence, request.sequence + 1);
        m_running.remove(request.id);
        m_byId.remove(request.id);
    }
    m_rows.erase(m_rows.begin() + first, m_rows.end());
    m_hasMore = true;
    endRemoveRows();
}

bool RequestTableModel::hold(const RequestSummary &request)
{
    const bool isKnown = m_byId.contains(request.id);
    if (m_intake == Intake::Follow || (m_intake == Intake::HoldNewRows && isKnown))
        return false;
    if (!isKnown && !m_order.isByTime() && !m_isGrouped)
        return false; // has no place yet, so it does not wait for one
    if (m_held.size() >= heldLimit && !m_held.contains(request.id))
        m_hasOverflowed = true;
    else
        m_held.insert(request.id, request);
    if (isKnown)
        return true;
    if (isWanted(request))
        m_heldNew.insert(request.id);
    else
        m_heldNew.remove(request.id);
    return true;
}

void RequestTableModel::takeLive(const RequestSummary &request)
{
    m_highestSequence = std::max(m_highestSequence, request.sequence);
    if (m_isGrouped)
        takeLiveOfSession(request);
    else if (Row *known = m_byId.value(request.id))
        updateRow(*known, request);
    else if (m_above == 0 && m_order.isByTime() && isWanted(request)) // else it is read with the newest
        insertRow(makeRow(request));
}

void RequestTableModel::mergeLive(const QList<RequestSummary> &requests)
{
    const int heldBefore = heldCount();
    for (const RequestSummary &request : requests) {
        if (!hold(request))
            takeLive(request);
        emit requestChanged(request.id);
    }
    trim();
    if (heldCount() != heldBefore)
        emit heldCountChanged(heldCount());
}

void RequestTableModel::setIntake(Intake intake)
{
    if (m_intake == intake)
        return;
    const Intake before = m_intake;
    m_intake = intake;
    if (intake == Intake::Follow)
        releaseHeld();
    else if (before == Intake::Freeze && intake == Intake::HoldNewRows)
        releaseHeld(); // known rows change now; new ones are held again
    if (intake == Intake::Freeze) {
        // The figures stop where they are.
        for (const QString &id : std::as_const(m_running)) {
            if (Row *row = m_byId.value(id)) {
                const auto now = Clock::now();
                row->request.duration += std::chrono::duration_cast<Microseconds>(now - row->updatedAt);
                row->updatedAt = now;
            }
        }
    }
}

void RequestTableModel::releaseHeld()
{
    const QHash<QString, RequestSummary> held = std::exchange(m_held, {});
    m_heldNew.clear();
    if (std::exchange(m_hasOverflowed, false) || m_above > 0) {
        emit heldCountChanged(0);
        emit reloadWanted();
        return;
    }
    for (const RequestSummary &request : held) {
        if (!hold(request))
            takeLive(request);
    }
    trim();
    emit heldCountChanged(heldCount());
}

void RequestTableModel::setMarks(const QList<gateway::api::RequestMark> &marks)
{
    m_marks.clear();
    for (const gateway::api::RequestMark &mark : marks) {
        if (!mark.isEmpty())
            m_marks.insert(mark.requestId, mark);
    }
    if (!m_rows.empty())
        emit dataChanged(index(0, Comment), index(rowCount() - 1, Note));
}

void RequestTableModel::setMark(const gateway::api::RequestMark &mark)
{
    if (mark.isEmpty())
        m_marks.remove(mark.requestId);
    else
        m_marks.insert(mark.requestId, mark);
    const int row = rowOf(mark.requestId);
    if (row >= 0)
        emit dataChanged(index(row, Comment), index(row, Note));
}

void RequestTableModel::tick()
{
    if (m_intake == Intake::Freeze)
        return;
    for (const QString &id : std::as_const(m_running)) {
        const int row = rowOf(id);
        if (row >= 0)
            emit dataChanged(index(row, Duration), index(row, Duration), {Qt::DisplayRole});
    }
}

} // namespace ui::models
