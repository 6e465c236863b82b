#include "ui/models/limit_table_model.h"

#include <algorithm>
#include <utility>

namespace ui::models {

namespace {

// By what a person reads in the column: words by their letters, bars and states by what is used.
std::pair<double, QString> keyOf(const OwnedLimit &owned, int column)
{
    switch (column) {
    case LimitTableModel::Owner: return {0, ownerText(owned).toCaseFolded()};
    case LimitTableModel::Limit: return {static_cast<double>(owned.limit.unit), limitText(owned.limit)};
    case LimitTableModel::Resets: return {static_cast<double>(owned.limit.resetsAt.toMSecsSinceEpoch()), {}};
    default: return {usedShare(owned.limit), {}};
    }
}

} // namespace

QList<OwnedLimit> LimitTableModel::inOwnOrder(const QList<OwnedLimit> &shown) const
{
    return inOrder(
        m_given, shown, m_order, [](const OwnedLimit &owned) { return owned.limit.id; },
        [this](const OwnedLimit &owned) { return keyOf(owned, m_order.column); });
}

void LimitTableModel::sort(int column, Qt::SortOrder direction)
{
    m_order = {column, direction};
    emit layoutAboutToBeChanged({}, VerticalSortHint);
    const QModelIndexList before = persistentIndexList();
    QStringList ids;
    for (const QModelIndex &index : before)
        ids.append(m_limits.at(index.row()).limit.id);
    m_limits = inOwnOrder({});
    QModelIndexList after;
    for (qsizetype at = 0; at < before.size(); ++at)
        after.append(index(rowOf(ids.at(at)), before.at(at).column()));
    changePersistentIndexList(before, after);
    emit layoutChanged({}, VerticalSortHint);
}

void LimitTableModel::setLimits(const QList<OwnedLimit> &given, const QDateTime &now)
{
    m_given = given;
    const QList<OwnedLimit> limits = inOwnOrder(m_limits);
    const bool hasSameRows =
        std::equal(m_limits.begin(), m_limits.end(), limits.begin(), limits.end(),
                   [](const OwnedLimit &left, const OwnedLimit &right) { return left.limit.id == right.limit.id; });
    m_now = now;
    if (!hasSameRows) {
        beginResetModel();
        m_limits = limits;
        endResetModel();
        return;
    }
    m_limits = limits;
    if (!m_limits.isEmpty())
        emit dataChanged(index(0, 0), index(static_cast<int>(m_limits.size()) - 1, ColumnCount - 1));
}

const OwnedLimit *LimitTableModel::limitAt(int row) const
{
    return row >= 0 && row < m_limits.size() ? &m_limits.at(row) : nullptr;
}

int LimitTableModel::rowOf(const QString &id) const
{
    const auto found =
        std::find_if(m_limits.begin(), m_limits.end(), [&id](const OwnedLimit &each) { return each.limit.id == id; });
    return found == m_limits.end() ? -1 : static_cast<int>(found - m_limits.begin());
}

int LimitTableModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_limits.size());
}

int LimitTableModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QString LimitTableModel::displayText(const OwnedLimit &owned, int column) const
{
    switch (column) {
    case Owner: return ownerText(owned);
    case Limit: return limitText(owned.limit);
    case Use: return useAndForecastText(owned.limit); // when is in the next column
    case Resets: return resetText(owned.limit, m_now);
    case State: return limitState(owned.limit, m_now).text;
    default: return {};
    }
}

QVariant LimitTableModel::data(const QModelIndex &index, int role) const
{
    const OwnedLimit *owned = index.isValid() ? limitAt(index.row()) : nullptr;
    if (!owned)
        return {};
    switch (role) {
    case Qt::DisplayRole: return displayText(*owned, index.column());
    case Qt::ToolTipRole: return displayText(*owned, index.column());
    case Qt::AccessibleTextRole:
        // One sentence a row, so that a reader need not be walked through the columns.
        if (index.column() == Owner)
            return tr("%1: %2, %3 used, %4", "whose limit, the limit, what is used, state")
                .arg(ownerText(*owned), limitText(owned->limit), useText(owned->limit, m_now),
                     limitState(owned->limit, m_now).text);
        return displayText(*owned, index.column());
    case StateRole:
        return index.column() == State ? QVariant(static_cast<int>(limitState(owned->limit, m_now).shape)) : QVariant();
    case ShareRole: return index.column() == Use ? QVariant(usedShare(owned->limit)) : QVariant();
    case ForecastRole: {
        const auto share = forecastShare(owned->limit);
        return index.column() == Use && share ? QVariant(*share) : QVariant();
    }
    default: return {};
    }
}

QVariant LimitTableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return QAbstractTableModel::headerData(section, orientation, role);
    switch (section) {
    case Owner: return tr("Applies to");
    case Limit: return tr("Limit");
    case Use: return tr("Used");
    case Resets: return tr("Begins anew");
    case State: return tr("State");
    default: return {};
    }
}

} // namespace ui::models
