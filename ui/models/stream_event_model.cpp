#include "ui/models/stream_event_model.h"

#include "ui/display_format.h"

namespace ui::models {

namespace {

constexpr qsizetype longestCell = 400; // characters; the whole text is shown below the list

bool isNumber(int column)
{
    return column <= StreamEventModel::Size;
}

} // namespace

void StreamEventModel::setEvents(const QList<gateway::api::StreamEventView> &events)
{
    beginResetModel();
    m_events = events;
    endResetModel();
}

int StreamEventModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_events.size());
}

int StreamEventModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant StreamEventModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= m_events.size())
        return {};
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue(
            Qt::Alignment((isNumber(index.column()) ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter));
    if (role != Qt::DisplayRole && role != Qt::AccessibleTextRole)
        return {};
    const auto &event = m_events[index.row()];
    const DisplayFormat format;
    switch (index.column()) {
    case Offset: return format.duration(event.at);
    case SincePrevious:
        return index.row() == 0 ? QString()
                                : QLatin1Char('+') + format.duration(event.at - m_events[index.row() - 1].at);
    case Size: return format.size(event.bytes);
    case Event: return event.name;
    case Text: return event.text.left(longestCell).simplified();
    default: return {};
    }
}

QVariant StreamEventModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue(
            Qt::Alignment((isNumber(section) ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter));
    if (role != Qt::DisplayRole)
        return {};
    const QString titles[ColumnCount] = {tr("Offset"), tr("Since previous"), tr("Size"), tr("Event"), tr("Text")};
    return section >= 0 && section < ColumnCount ? titles[section] : QString();
}

} // namespace ui::models
