// The words and figures of the cells; order and merging are in request_table_model.cpp.
#include "ui/models/request_table_model.h"

#include "ui/models/cost_text.h"
#include "ui/models/error_words.h"
#include "ui/models/request_text.h"
#include "ui/models/session_text.h"

namespace ui::models {

using gateway::api::HistoryOrder;
using gateway::api::RequestSummary;

int RequestTableModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : m_above + loadedCount() + m_below;
}

int RequestTableModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

bool RequestTableModel::isNumberColumn(int column) const
{
    return column == Tries || column == Duration || column == Size || (column >= FirstToken && column <= Cost);
}

bool RequestTableModel::isSpannedByError(int row, int column) const
{
    const RequestSummary &entry = request(row);
    if (!isLoaded(row) || !hasFailedUnanswered(entry.state))
        return false;
    switch (column) {
    case FirstToken: return true; // the first byte of a refusal is no token
    case Input: return !entry.inputTokens;
    case Cached: return !entry.cachedTokens;
    case Output: return !entry.outputTokens;
    case Cost: return entry.cost == gateway::Money{}; // that it cost nothing goes without saying
    default: return false;
    }
}

QString RequestTableModel::timeText(const RequestSummary &entry) const
{
    const QDateTime local = entry.startedAt.toLocalTime();
    const QDate today = QDate::currentDate();
    if (local.date() != today)
        return m_format.moment(entry.startedAt, QDateTime::currentDateTime());
    const ClockText time = m_format.clock(local);
    return time.head + time.fraction + time.tail;
}

QString RequestTableModel::cellText(int row, int column) const
{
    if (isSession(row))
        return sessionCell(session(row), column);
    const RequestSummary &entry = request(row);
    if (!isLoaded(row) || isSpannedByError(row, column))
        return {};
    switch (column) {
    case Time: return timeText(entry);
    case Client: return shortClientName(entry.client);
    case AskedFor: return entry.askedModel;
    case ServedBy: return servedText(entry);
    case Tries: return QString::number(entry.attempts);
    case Duration: return m_format.duration(shownDuration(row));
    case Result: return resultText(entry);
    case FirstToken: return m_format.firstToken(entry.firstByteAt);
    case Input: return m_format.optionalCount(entry.inputTokens);
    case Cached: return m_format.optionalCount(entry.cachedTokens);
    case Output: return m_format.optionalCount(entry.outputTokens);
    case Cost: return costText(entry, m_format);
    case Key: return entry.keyName;
    case Session: return entry.sessionId;
    case Size: return m_format.size(entry.responseBytes);
    case Id: return entry.id;
    case Operation: return entry.operation;
    case Comment: return mark(row).comment.simplified();
    default: return {};
    }
}

// For copying and screen readers; on screen one line runs across all columns.
QString RequestTableModel::sessionCell(const gateway::api::SessionView &session, int column) const
{
    switch (column) {
    case Time: return sessionTimes(session, m_format);
    case Input: return m_format.count(session.inputTokens);
    case Output: return m_format.count(session.outputTokens);
    case Cost: return sessionCost(session, m_format);
    case Session: return session.id;
    default: return {};
    }
}

QString RequestTableModel::noteText(int row) const
{
    const gateway::api::RequestMark found = mark(row);
    QStringList words;
    if (found.isPinned)
        words << tr("Pinned.");
    if (!found.resentFrom.isEmpty())
        words << tr("Repeats another request.");
    if (!found.comment.isEmpty())
        words << found.comment;
    return words.join(QLatin1Char(' '));
}

// What a narrow column may cut, and what has no room in the cell at all.
QVariant RequestTableModel::toolTip(int row, int column) const
{
    const RequestSummary &entry = request(row);
    if (!isLoaded(row))
        return {};
    switch (column) {
    case State: return spokenText(entry, m_format);
    case Time: return tr("%1, local time").arg(DisplayFormat::iso(entry.startedAt));
    case Client: return entry.client;
    case Result: {
        if (!hasEnded(entry.state))
            return {};
        const QString reported = hiddenProblemText(problemOf(entry));
        return reported.isEmpty() ? resultText(entry) : resultText(entry) + QLatin1Char('\n') + reported;
    }
    case Cost: return costToolTip(entry, m_format);
    case Comment: return mark(row).comment;
    case Note: return noteText(row);
    case AskedFor:
    case ServedBy:
    case Key:
    case Session:
    case Id: return cellText(row, column);
    default: return {};
    }
}

QVariant RequestTableModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= rowCount())
        return {};
    const RequestSummary &entry = request(index.row());
    // On screen its line runs across all columns, and may be cut.
    if (isSession(index.row())
        && (role == Qt::ToolTipRole || (role == Qt::AccessibleTextRole && index.column() == State)))
        return spokenSession(session(index.row()), isOpen(index.row()), m_format);
    if (!isLoaded(index.row()) && !isSession(index.row()) && role == Qt::AccessibleTextRole)
        return index.column() == State ? QVariant(tr("This request is being read.")) : QVariant();
    switch (role) {
    case Qt::DisplayRole: return index.column() == State ? QVariant() : cellText(index.row(), index.column());
    case Qt::AccessibleTextRole:
        if (index.column() == State) {
            const QString note = noteText(index.row());
            return note.isEmpty() ? spokenText(entry, m_format) : spokenText(entry, m_format) + QLatin1Char(' ') + note;
        }
        return index.column() == Note ? noteText(index.row()) : cellText(index.row(), index.column());
    case Qt::TextAlignmentRole:
        return QVariant::fromValue(
            Qt::Alignment((isNumberColumn(index.column()) ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter));
    case Qt::ToolTipRole: return toolTip(index.row(), index.column());
    default: return {};
    }
}

QVariant RequestTableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue(
            Qt::Alignment((isNumberColumn(section) ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter));
    // The shape's column is too narrow for its name, which menus and screen readers still get.
    if (role == Qt::DisplayRole && (section == State || section == Note))
        return QString();
    if (role != Qt::DisplayRole && role != Qt::AccessibleTextRole && role != Qt::ToolTipRole)
        return {};
    const QString titles[ColumnCount] = {
        tr("State"),   tr("Time"),        tr("Client"), tr("Asked for"), tr("Served by"), tr("Tries"), tr("Duration"),
        tr("Result"),  tr("First token"), tr("Input"),  tr("Cached"),    tr("Output"),    tr("Cost"),  tr("Key"),
        tr("Session"), tr("Size"),        tr("Id"),     tr("Operation"), tr("Comment"),   tr("Pin"),
    };
    if (section < 0 || section >= ColumnCount)
        return {};
    const bool isOrdered = (section == Time && m_order.isByTime())
                           || (section == Duration && m_order.by == HistoryOrder::Duration)
                           || (section == Cost && m_order.by == HistoryOrder::Cost);
    if (!isOrdered || role == Qt::ToolTipRole)
        return titles[section];
    if (role == Qt::AccessibleTextRole)
        return m_order.isSmallestFirst ? tr("%1, smallest first", "a column").arg(titles[section])
               : section == Time       ? tr("%1, newest first", "a column").arg(titles[section])
                                       : tr("%1, largest first", "a column").arg(titles[section]);
    return QStringLiteral("%1 %2").arg(titles[section],
                                       m_order.isSmallestFirst ? QStringLiteral("↑") : QStringLiteral("↓"));
}

} // namespace ui::models
