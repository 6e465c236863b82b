// The list by session: the rows of sessions, what they came to, and the requests of those that are open.
#include "ui/models/request_table_model.h"

#include "ui/models/session_figures.h"

#include <algorithm>
#include <iterator>
#include <utility>

namespace ui::models {

using gateway::api::HistoryPage;
using gateway::api::RequestSummary;
using gateway::api::SessionPage;
using gateway::api::SessionView;

bool RequestTableModel::isSession(int row) const
{
    return m_isGrouped && row >= 0 && row < loadedCount() && m_rows[static_cast<std::size_t>(row)]->session;
}

bool RequestTableModel::isOpen(int row) const
{
    return isSession(row) && m_rows[static_cast<std::size_t>(row)]->session->isOpen;
}

SessionView RequestTableModel::session(int row) const
{
    if (!isSession(row))
        return {};
    const Group &found = *m_rows[static_cast<std::size_t>(row)]->session;
    SessionView sum = found.stored;
    addFigures(sum, found.live, 1);
    if (found.live.firstStart.isValid())
        addTimes(sum, found.live);
    return sum;
}

int RequestTableModel::rowOfSession(const QString &id) const
{
    const Row *header = m_sessions.value(id);
    return header ? place(*header) : -1;
}

int RequestTableModel::sessionRowOf(int row) const
{
    if (!m_isGrouped || !isLoaded(row))
        return -1;
    const Row *header = m_rows[static_cast<std::size_t>(row)]->header;
    return header ? place(*header) : -1;
}

RequestTableModel::Row *RequestTableModel::sessionRow(const QString &id, const QDateTime &start)
{
    if (Row *known = m_sessions.value(id))
        return known;
    if (m_sessions.size() >= 2 * mostSessions) // they are counted by the store, and shown when the list is read anew
        return nullptr;
    auto row = std::make_unique<Row>();
    row->session = std::make_unique<Group>();
    row->session->stored.id = id;
    row->bornAt = start.toMSecsSinceEpoch();
    Row *made = row.get();
    const int at = place(*row);
    beginInsertRows({}, at, at);
    m_rows.insert(m_rows.begin() + at, std::move(row));
    m_sessions.insert(id, made);
    endInsertRows();
    return made;
}

void RequestTableModel::resetToSessions(const SessionPage &page, const QList<RequestSummary> &running)
{
    const QStringList open = m_openSessions;
    beginResetModel();
    clearRows();
    m_isGrouped = true;
    m_knowsWhole = true; // nothing is fetched for the end of the list
    m_hasMore = false;
    for (const SessionView &view : page.sessions) {
        auto row = std::make_unique<Row>();
        row->session = std::make_unique<Group>();
        row->session->stored = view;
        row->bornAt = view.lastStart.toMSecsSinceEpoch();
        m_sessions.insert(view.id, row.get());
        m_rows.push_back(std::move(row));
    }
    std::sort(m_rows.begin(), m_rows.end(),
              [](const RowPointer &left, const RowPointer &right) { return isBefore(*left, *right); });
    endResetModel();
    for (const RequestSummary &request : running)
        countLive(request);
    for (const QString &id : open) {
        if (const Row *header = m_sessions.value(id))
            setOpen(place(*header), true);
    }
    emit heldCountChanged(0);
}

void RequestTableModel::setOpen(int row, bool isOpen)
{
    if (!isSession(row) || this->isOpen(row) == isOpen)
        return;
    const Row &header = *m_rows[static_cast<std::size_t>(row)];
    Group &session = *header.session;
    const QString id = session.stored.id;
    session.isOpen = isOpen;
    session.hasMore = isOpen;
    session.isPageOnItsWay = isOpen;
    session.lowestSequence = 0;
    session.highestSequence = 0;
    emit dataChanged(index(row, 0), index(row, ColumnCount - 1));
    if (isOpen) {
        m_openSessions.append(id);
        emit sessionRowsWanted(id, 0);
    } else {
        m_openSessions.removeAll(id);
        dropSessionRows(header);
    }
}

int RequestTableModel::endOfSession(const Row &header) const
{
    const auto end = std::partition_point(m_rows.begin(), m_rows.end(), [&header](const RowPointer &row) {
        return row.get() == &header || row->header == &header || isBefore(*row, header);
    });
    return static_cast<int>(end - m_rows.begin());
}

void RequestTableModel::dropSessionRows(const Row &header, int kept)
{
    const int first = place(header) + 1 + kept;
    const int end = endOfSession(header);
    if (first >= end)
        return;
    beginRemoveRows({}, first, end - 1);
    for (int at = first; at < end; ++at) {
        const QString &id = m_rows[static_cast<std::size_t>(at)]->request.id;
        m_byId.remove(id);
        m_running.remove(id);
    }
    m_rows.erase(m_rows.begin() + first, m_rows.begin() + end);
    endRemoveRows();
}

// Live rows let an open session grow without a page being read: its oldest rows go, in blocks.
void RequestTableModel::trimSessions()
{
    const int excess = loadedCount() - sessionCount() - mostOpenRows;
    if (excess < pageSize)
        return;
    const Row *longest = nullptr;
    int rows = 0;
    for (const QString &id : std::as_const(m_openSessions)) {
        const Row *header = m_sessions.value(id);
        const int count = endOfSession(*header) - place(*header) - 1;
        if (count > rows)
            longest = header;
        rows = std::max(rows, count);
    }
    if (longest == nullptr)
        return;
    const int kept = std::max(0, rows - excess);
    Group &session = *longest->session;
    const int end = endOfSession(*longest);
    for (int at = end - rows + kept; at < end; ++at)
        session.lowestSequence =
            std::max(session.lowestSequence, m_rows[static_cast<std::size_t>(at)]->request.sequence + 1);
    session.hasMore = true;
    dropSessionRows(*longest, kept);
}

void RequestTableModel::removeSession(const Row &header)
{
    dropSessionRows(header);
    const int at = place(header);
    const QString id = header.session->stored.id;
    beginRemoveRows({}, at, at);
    m_openSessions.removeAll(id);
    m_sessions.remove(id);
    m_rows.erase(m_rows.begin() + at);
    endRemoveRows();
}

void RequestTableModel::addSessionRows(const QString &session, qint64 beforeSequence, const HistoryPage &page,
                                       const QList<RequestSummary> &running)
{
    Row *header = m_sessions.value(session);
    if (!header || !header->session->isOpen)
        return;
    Group &known = *header->session;
    known.isPageOnItsWay = false;
    const bool isNewest = beforeSequence == 0;
    if (isNewest && known.lowestSequence > 0 && m_intake != Intake::Follow)
        return; // nothing may move: they are read again when new rows may come
    if (isNewest && page.hasMore && !page.rows.isEmpty() && page.rows.constLast().sequence > known.highestSequence) {
        dropSessionRows(*header); // requests between these and those are missing
        known.lowestSequence = 0;
    }
    if (!isNewest || known.lowestSequence == 0) {
        known.hasMore = page.hasMore && !page.rows.isEmpty();
        known.lowestSequence = page.rows.isEmpty() ? known.lowestSequence : page.rows.constLast().sequence;
    }
    if (!page.rows.isEmpty())
        known.highestSequence = std::max(known.highestSequence, page.rows.constFirst().sequence);
    QList<RequestSummary> rows = page.rows;
    std::copy_if(running.begin(), running.end(), std::back_inserter(rows),
                 [&](const RequestSummary &request) { return isNewest && request.sessionId == session; });
    // The same request may run and be in the page: what has ended counts.
    QSet<QString> seen;
    rows.removeIf([&seen](const RequestSummary &request) {
        const bool isSecond = seen.contains(request.id);
        seen.insert(request.id);
        return isSecond;
    });
    insertSorted(rows);
    while (loadedCount() - sessionCount() > mostOpenRows && m_openSessions.constFirst() != session)
        setOpen(place(*m_sessions.value(m_openSessions.constFirst())), false);
}

void RequestTableModel::sessionRowsFailed(const QString &session)
{
    if (const Row *header = m_sessions.value(session))
        header->session->isPageOnItsWay = false;
}

void RequestTableModel::lookAtSessions(int first, int last)
{
    constexpr int ahead = pageSize / 2;
    for (const QString &id : QStringList(m_openSessions)) {
        const Row &header = *m_sessions.value(id);
        Group &session = *header.session;
        const int end = endOfSession(header);
        const bool isNear = end - 1 <= last + ahead && end >= first - ahead;
        if (!isNear || !session.hasMore || session.isPageOnItsWay || end - place(header) > mostOpenRows)
            continue;
        session.isPageOnItsWay = true;
        emit sessionRowsWanted(id, session.lowestSequence);
    }
}

void RequestTableModel::takeLiveOfSession(const RequestSummary &request)
{
    countLive(request);
    Row *known = m_byId.value(request.id);
    const Row *header = m_sessions.value(request.sessionId);
    if (known && known->header != header) { // its session was told later
        removeRow(place(*known));
        known = nullptr;
    }
    if (known)
        updateRow(*known, request);
    else if (header && header->session->isOpen && isWanted(request))
        insertRow(makeRow(request));
}

void RequestTableModel::countLive(const RequestSummary &request)
{
    const auto before = m_shares.constFind(request.id);
    if (before != m_shares.constEnd()) {
        if (before->hasEnded && !hasEnded(request.state))
            return;
        if (const Row *header = m_sessions.value(before->figures.id)) {
            addFigures(header->session->live, before->figures, -1);
            const int row = place(*header);
            emit dataChanged(index(row, 0), index(row, ColumnCount - 1));
        }
        m_shares.erase(before);
    }
    if (!isWanted(request) || (hasEnded(request.state) && m_heldCounted.contains(request.id)))
        return;
    const Row *header = sessionRow(request.sessionId, request.startedAt);
    if (header == nullptr)
        return;
    const LiveShare share{figuresOf(request), hasEnded(request.state), false};
    addFigures(header->session->live, share.figures, 1);
    addTimes(header->session->live, share.figures);
    m_shares.insert(request.id, share);
    const int row = place(*header);
    emit dataChanged(index(row, 0), index(row, ColumnCount - 1));
}

void RequestTableModel::beginCounting()
{
    for (LiveShare &share : m_shares)
        share.isCounted = share.hasEnded;
    m_heldInAnswer.clear();
    for (const RequestSummary &request : std::as_const(m_held)) {
        if (hasEnded(request.state))
            m_heldInAnswer.insert(request.id);
    }
}

// What waits while somebody reads further down has no share yet, and must get none once the store has counted it.
void RequestTableModel::noteCountedHeld(const QSet<QString> &answeredSessions)
{
    m_heldCounted.removeIf([this](const QString &id) { return !m_held.contains(id); });
    for (const QString &id : std::exchange(m_heldInAnswer, {})) {
        const QString session = m_held.value(id).sessionId;
        if (answeredSessions.contains(session) && m_sessions.contains(session))
            m_heldCounted.insert(id);
    }
}

void RequestTableModel::dropCounted(const QList<RequestSummary> &running)
{
    QSet<QString> stillRunning;
    for (const RequestSummary &request : running)
        stillRunning.insert(request.id);
    m_shares.removeIf([&](const QHash<QString, LiveShare>::iterator &entry) {
        const bool isLost = !entry->hasEnded && !stillRunning.contains(entry.key()); // its end was missed
        if (!entry->isCounted && !isLost)
            return false;
        if (const Row *header = m_sessions.value(entry->figures.id))
            addFigures(header->session->live, entry->figures, -1);
        return true;
    });
}

void RequestTableModel::mergeSessions(const SessionPage &page, const QList<RequestSummary> &running)
{
    if (!m_isGrouped || m_intake == Intake::Freeze)
        return;
    dropCounted(running);
    if (page.matching == page.sessions.size()) { // what is not told is not there
        for (Row *header : std::as_const(m_sessions)) {
            SessionView &stored = header->session->stored;
            SessionView nothing;
            nothing.id = stored.id;
            nothing.firstStart = stored.firstStart;
            nothing.lastStart = stored.lastStart;
            stored = nothing;
        }
    }
    QSet<QString> found;
    for (const SessionView &view : page.sessions) {
        found.insert(view.id);
        Row *header = m_intake == Intake::Follow ? sessionRow(view.id, view.lastStart) : m_sessions.value(view.id);
        if (header)
            header->session->stored = view;
    }
    noteCountedHeld(found);
    if (m_intake == Intake::Follow) {
        for (const QString &id : m_sessions.keys()) {
            const Row &header = *m_sessions.value(id);
            if (!found.contains(id) && !header.session->isOpen && header.session->live.requests == 0)
                removeSession(header);
        }
        orderSessions();
    }
    if (!m_rows.empty())
        emit dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
    mergeLive(running);
}

// Sessions keep their places between two countings, so that two that take turns do not dance.
void RequestTableModel::orderSessions()
{
    bool hasMoved = false;
    std::vector<std::pair<Row *, qint64>> births;
    for (Row *header : std::as_const(m_sessions)) {
        const Group &session = *header->session;
        QDateTime last = session.stored.lastStart;
        if (session.live.requests > 0 && (!last.isValid() || session.live.lastStart > last))
            last = session.live.lastStart;
        const qint64 born = last.isValid() ? last.toMSecsSinceEpoch() : header->bornAt;
        hasMoved = hasMoved || born != header->bornAt;
        births.emplace_back(header, born);
    }
    if (!hasMoved)
        return;
    emit layoutAboutToBeChanged({}, QAbstractItemModel::VerticalSortHint);
    const QModelIndexList before = persistentIndexList();
    std::vector<const Row *> rowsBefore;
    for (const QModelIndex &index : before)
        rowsBefore.push_back(m_rows[static_cast<std::size_t>(index.row())].get());
    for (const auto &[header, born] : births)
        header->bornAt = born;
    std::sort(m_rows.begin(), m_rows.end(),
              [](const RowPointer &left, const RowPointer &right) { return isBefore(*left, *right); });
    QModelIndexList after;
    for (qsizetype at = 0; at < before.size(); ++at)
        after << index(place(*rowsBefore[static_cast<std::size_t>(at)]), before.at(at).column());
    changePersistentIndexList(before, after);
    emit layoutChanged({}, QAbstractItemModel::VerticalSortHint);
}

} // namespace ui::models
