#include "ui/models/owner_table_model.h"

#include "ui/models/virtual_key_words.h"

#include <QLocale>

#include <algorithm>

namespace ui::models {

using gateway::api::CustomerView;
using gateway::api::GovernanceFacade;
using gateway::api::LimitView;
using gateway::api::TeamView;
using gateway::api::VirtualKeyView;

namespace {

QList<OwnerRow> rowsOf(const GovernanceFacade &governance)
{
    const QList<VirtualKeyView> keys = governance.virtualKeys();
    const QList<TeamView> teams = governance.teams();
    const QList<CustomerView> customers = governance.customers();
    const auto countKeys = [&keys](QString VirtualKeyView::*owner, const QString &id) {
        return static_cast<int>(
            std::count_if(keys.begin(), keys.end(), [&](const VirtualKeyView &key) { return key.*owner == id; }));
    };
    QList<OwnerRow> rows;
    const auto addTeams = [&](const QString &customerId, const QString &customer) {
        for (const TeamView &team : teams) {
            const bool isKnown = std::any_of(customers.begin(), customers.end(),
                                             [&team](const CustomerView &each) { return each.id == team.customerId; });
            if ((isKnown ? team.customerId : QString()) == customerId)
                rows.append(
                    {true, team.id, team.name, customer, countKeys(&VirtualKeyView::teamId, team.id), team.limits});
        }
    };
    for (const CustomerView &customer : customers) {
        rows.append({false,
                     customer.id,
                     customer.name,
                     {},
                     countKeys(&VirtualKeyView::customerId, customer.id),
                     customer.limits});
        addTeams(customer.id, customer.name);
    }
    addTeams({}, {});
    return rows;
}

} // namespace

void OwnerTableModel::takeOwners(const GovernanceFacade &governance, const QDateTime &now)
{
    const QList<OwnerRow> rows = rowsOf(governance);
    const bool hasSameRows =
        std::equal(m_rows.begin(), m_rows.end(), rows.begin(), rows.end(),
                   [](const OwnerRow &left, const OwnerRow &right) { return left.id == right.id; });
    m_now = now;
    if (!hasSameRows) {
        beginResetModel();
        m_rows = rows;
        endResetModel();
        return;
    }
    m_rows = rows;
    if (!m_rows.isEmpty())
        emit dataChanged(index(0, 0), index(static_cast<int>(m_rows.size()) - 1, ColumnCount - 1));
}

const OwnerRow *OwnerTableModel::rowAt(int row) const
{
    return row >= 0 && row < m_rows.size() ? &m_rows.at(row) : nullptr;
}

int OwnerTableModel::rowOf(const QString &id) const
{
    const auto found =
        std::find_if(m_rows.begin(), m_rows.end(), [&id](const OwnerRow &each) { return each.id == id; });
    return found == m_rows.end() ? -1 : static_cast<int>(found - m_rows.begin());
}

int OwnerTableModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int OwnerTableModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QString OwnerTableModel::displayText(const OwnerRow &row, int column) const
{
    switch (column) {
    case Name: return row.name;
    case Kind: return row.isTeam ? tr("Team") : tr("Customer");
    case BelongsTo: return row.customer;
    case Keys: return QLocale().toString(row.keys);
    case Use: {
        const LimitView *limit = tightestLimit(row.limits);
        return limit ? useText(*limit, m_now) : tr("no limit");
    }
    default: return {};
    }
}

QVariant OwnerTableModel::data(const QModelIndex &index, int role) const
{
    const OwnerRow *row = index.isValid() ? rowAt(index.row()) : nullptr;
    if (!row)
        return {};
    const LimitView *limit = tightestLimit(row->limits);
    switch (role) {
    case Qt::DisplayRole:
    case Qt::ToolTipRole: return displayText(*row, index.column());
    case Qt::AccessibleTextRole:
        if (index.column() == Name)
            return tr("%1, %2, %n keys, %3", "name, team or customer, keys, use", row->keys)
                .arg(row->name, displayText(*row, Kind), displayText(*row, Use));
        return displayText(*row, index.column());
    case Qt::TextAlignmentRole:
        return index.column() == Keys ? QVariant(int(Qt::AlignTrailing | Qt::AlignVCenter)) : QVariant();
    case ShareRole: return index.column() == Use && limit ? QVariant(usedShare(*limit)) : QVariant();
    case ForecastRole: {
        const auto share = limit ? forecastShare(*limit) : std::nullopt;
        return index.column() == Use && share ? QVariant(*share) : QVariant();
    }
    default: return {};
    }
}

QVariant OwnerTableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation == Qt::Horizontal && role == Qt::TextAlignmentRole && section == Keys)
        return int(Qt::AlignTrailing | Qt::AlignVCenter);
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return QAbstractTableModel::headerData(section, orientation, role);
    switch (section) {
    case Name: return tr("Name");
    case Kind: return tr("Kind");
    case BelongsTo: return tr("Belongs to");
    case Keys: return tr("Keys");
    case Use: return tr("Used");
    default: return {};
    }
}

} // namespace ui::models
