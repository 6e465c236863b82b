#include "ui/models/usage_table_model.h"

#include "ui/models/usage_chart.h"

#include <QFont>

namespace ui::models {

using gateway::api::UsageGroup;
using gateway::api::UsageSums;

namespace {

void add(UsageSums &sum, const UsageSums &other)
{
    sum.requests += other.requests;
    sum.errors += other.errors;
    sum.attempts += other.attempts;
    sum.uncachedInput += other.uncachedInput;
    sum.cacheRead += other.cacheRead;
    sum.cacheWrite += other.cacheWrite;
    sum.output += other.output;
    sum.reasoning += other.reasoning;
    sum.cost += other.cost;
    sum.unpriced += other.unpriced;
    sum.partial += other.partial;
}

} // namespace

UsageTableModel::UsageTableModel(const QString &nameTitle, QObject *parent)
    : QAbstractTableModel(parent), m_nameTitle(nameTitle)
{
}

void UsageTableModel::setGroups(const QList<UsageGroup> &groups)
{
    beginResetModel();
    m_groups = groups;
    m_total = {};
    for (const UsageGroup &group : groups)
        add(m_total, group.sums);
    endResetModel();
}

void UsageTableModel::setNameTitle(const QString &title)
{
    m_nameTitle = title;
    emit headerDataChanged(Qt::Horizontal, Name, Name);
}

const UsageGroup *UsageTableModel::groupAt(int row) const
{
    return row >= 0 && row < m_groups.size() ? &m_groups[row] : nullptr;
}

int UsageTableModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_groups.size()) + 1;
}

int UsageTableModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QString UsageTableModel::text(int row, int column) const
{
    const UsageGroup *group = groupAt(row);
    const UsageSums &sums = group ? group->sums : m_total;
    switch (column) {
    case Name: return group ? shownName(*group) : tr("Total");
    case Requests: return m_format.count(sums.requests);
    case Tokens: return m_format.count(sums.tokens());
    case Cost: {
        if (sums.unpriced > 0 && sums.cost.nanoDollars == 0)
            return tr("no price");
        const QString cost = m_format.money(sums.cost);
        return sums.unpriced > 0 ? tr("%1 + ?", "a sum from which unknown costs are missing").arg(cost) : cost;
    }
    default: return {};
    }
}

QString UsageTableModel::toolTip(int row, int column) const
{
    const UsageGroup *group = groupAt(row);
    const UsageSums &sums = group ? group->sums : m_total;
    switch (column) {
    case Name: return text(row, column);
    case Requests:
        return tr("%1 requests, %2 of them failed")
            .arg(m_format.exactCount(sums.requests), m_format.exactCount(sums.errors));
    case Tokens:
        return tr("%1 fresh input, %2 from the cache, %3 written to it, %4 output")
            .arg(m_format.exactCount(sums.uncachedInput), m_format.exactCount(sums.cacheRead),
                 m_format.exactCount(sums.cacheWrite), m_format.exactCount(sums.output));
    case Cost: {
        const QString exact = m_format.exactMoney(sums.cost);
        return sums.unpriced == 0
                   ? exact
                   : tr("%1, without %n tries of unknown cost", nullptr, static_cast<int>(sums.unpriced)).arg(exact);
    }
    default: return {};
    }
}

QVariant UsageTableModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= rowCount())
        return {};
    switch (role) {
    case Qt::DisplayRole: return text(index.row(), index.column());
    case Qt::ToolTipRole: return toolTip(index.row(), index.column());
    case Qt::TextAlignmentRole:
        return QVariant::fromValue(
            Qt::Alignment((index.column() == Name ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter));
    case Qt::FontRole: {
        QFont font;
        font.setWeight(QFont::DemiBold);
        return isTotal(index.row()) ? QVariant(font) : QVariant();
    }
    default: return {};
    }
}

QVariant UsageTableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue(
            Qt::Alignment((section == Name ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter));
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Name: return m_nameTitle;
    case Requests: return tr("Requests");
    case Tokens: return tr("Tokens");
    case Cost: return tr("Cost");
    default: return {};
    }
}

} // namespace ui::models
