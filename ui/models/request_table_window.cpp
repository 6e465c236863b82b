// The window of rows in memory: what is asked for when other rows come on screen, and what leaves it then.
#include "ui/models/request_table_model.h"

#include <algorithm>

namespace ui::models {

using gateway::api::HistoryPage;
using gateway::api::RequestSummary;

bool RequestTableModel::isLoaded(int row) const
{
    return row >= m_above && row < m_above + loadedCount() && !isSession(row);
}

void RequestTableModel::lookAt(int first, int last)
{
    m_lookedAt = first;
    if (m_isGrouped)
        return lookAtSessions(first, last);
    if (!m_knowsWhole || m_isPageOnItsWay || first < 0)
        return;
    const int end = m_above + loadedCount();
    if (!m_order.isByTime()) { // such pages are known by their place only
        if (first >= m_above && last < end)
            return;
        m_isPageOnItsWay = true;
        emit placeWanted(std::max(0, first - pageSize / 4));
        return;
    }
    const bool isFar = last < m_above - pageSize || first > end + pageSize;
    if (isFar && first < pageSize / 2) {
        m_isPageOnItsWay = true;
        emit reloadWanted(); // the newest, with what is running
    } else if (isFar) {
        m_isPageOnItsWay = true;
        emit placeWanted(first - pageSize / 4);
    } else if (m_below > 0 && last + pageSize / 2 >= end) {
        m_isPageOnItsWay = true;
        emit pageWanted(m_lowestSequence);
    } else if (m_above > 0 && first - pageSize / 2 < m_above) {
        m_isPageOnItsWay = true;
        emit newerPageWanted(m_upperSequence);
    }
}

// Rows that take the place of empty ones are no insertion.
void RequestTableModel::insertGroup(std::vector<RowPointer> group, int at, Side side)
{
    const int count = static_cast<int>(group.size());
    int placed = 0;
    if (side == Side::Older && at == loadedCount()) {
        placed = std::min(count, m_below);
        std::vector<RowPointer> rest(std::make_move_iterator(group.begin() + placed),
                                     std::make_move_iterator(group.end()));
        group.resize(static_cast<std::size_t>(placed));
        m_below -= placed;
        putRows(std::move(group), at);
        if (placed > 0)
            emit dataChanged(index(m_above + at, 0), index(m_above + at + placed - 1, ColumnCount - 1));
        group = std::move(rest);
        at += placed;
    } else if (side == Side::Newer && at == 0) {
        placed = std::min(count, m_above);
        std::vector<RowPointer> nearest(std::make_move_iterator(group.end() - placed),
                                        std::make_move_iterator(group.end()));
        group.resize(static_cast<std::size_t>(count - placed));
        m_above -= placed;
        putRows(std::move(nearest), at);
        if (placed > 0)
            emit dataChanged(index(m_above, 0), index(m_above + placed - 1, ColumnCount - 1));
    }
    if (group.empty())
        return;
    const int inserted = count - placed;
    beginInsertRows({}, m_above + at, m_above + at + inserted - 1);
    putRows(std::move(group), at);
    endInsertRows();
    dropEmptyRows(side, inserted); // they were counted there
}

void RequestTableModel::putRows(std::vector<RowPointer> rows, int at)
{
    for (const RowPointer &row : rows) {
        m_byId.insert(row->request.id, row.get());
        noteRunning(row->request);
    }
    m_rows.insert(m_rows.begin() + at, std::make_move_iterator(rows.begin()), std::make_move_iterator(rows.end()));
}

void RequestTableModel::dropEmptyRows(Side side, int count)
{
    int &empty = side == Side::Newer ? m_above : m_below;
    count = side == Side::None ? 0 : std::min(count, empty);
    if (count == 0)
        return;
    const int first = side == Side::Newer ? 0 : rowCount() - count;
    beginRemoveRows({}, first, first + count - 1);
    empty -= count;
    endRemoveRows();
}

void RequestTableModel::prependPage(const HistoryPage &page)
{
    m_isPageOnItsWay = false;
    if (!page.rows.isEmpty())
        m_upperSequence = std::max(m_upperSequence, page.rows.constLast().sequence);
    insertSorted(page.rows, Side::Newer);
    if (!page.hasMore) {
        dropEmptyRows(Side::Newer, m_above);
        m_highestSequence = std::max(m_highestSequence, m_upperSequence);
    } else if (m_above == 0) { // more have come than were counted
        beginInsertRows({}, 0, 0);
        ++m_above;
        endInsertRows();
    }
    trimWindow();
}

void RequestTableModel::placePage(const HistoryPage &page, int firstRow)
{
    m_isPageOnItsWay = false;
    const int whole = rowCount();
    const int count = static_cast<int>(page.rows.size());
    if (count == 0 || count > whole) { // the store has changed much since it was counted
        emit reloadWanted();
        return;
    }
    m_rows.clear();
    m_byId.clear();
    m_running.clear();
    std::vector<RowPointer> rows;
    for (const RequestSummary &request : page.rows)
        rows.push_back(makeRow(request));
    std::sort(rows.begin(), rows.end(),
              [](const RowPointer &left, const RowPointer &right) { return isBefore(*left, *right); });
    m_above = std::clamp(firstRow, 0, whole - count);
    m_below = whole - m_above - count;
    m_lowestSequence = page.rows.constLast().sequence;
    m_upperSequence = page.rows.constFirst().sequence;
    m_hasMore = page.hasMore;
    putRows(std::move(rows), 0);
    emit dataChanged(index(0, 0), index(whole - 1, ColumnCount - 1));
    if (!page.hasMore) {
        dropEmptyRows(Side::Older, m_below);
    } else if (m_below == 0) {
        beginInsertRows({}, whole, whole);
        ++m_below;
        endInsertRows();
    }
}

// Farthest from what is on screen first; in blocks, so that a full window does not drop one row for each that arrives.
void RequestTableModel::trimWindow()
{
    const int excess = loadedCount() - windowRows;
    if (excess < pageSize)
        return;
    const bool isTopFar = m_lookedAt - m_above > loadedCount() / 2;
    dropRows(isTopFar ? 0 : windowRows, excess);
}

// From one end of the window.
void RequestTableModel::dropRows(int first, int count)
{
    const bool isTop = first == 0;
    if (isTop && m_above == 0)
        m_upperSequence = m_highestSequence;
    for (int at = first; at < first + count; ++at) {
        const RequestSummary &request = m_rows[static_cast<std::size_t>(at)]->request;
        if (!isTop)
            m_lowestSequence = std::max(m_lowestSequence, request.sequence + 1);
        else if (request.sequence > 0)
            m_upperSequence = std::min(m_upperSequence, request.sequence - 1);
        m_running.remove(request.id);
        m_byId.remove(request.id);
    }
    m_rows.erase(m_rows.begin() + first, m_rows.begin() + first + count);
    (isTop ? m_above : m_below) += count;
    const int changed = isTop ? m_above - count : m_above + first;
    emit dataChanged(index(changed, 0), index(changed + count - 1, ColumnCount - 1));
}

} // namespace ui::models
