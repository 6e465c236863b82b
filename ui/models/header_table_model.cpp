#include "ui/models/header_table_model.h"

namespace ui::models {

void HeaderTableModel::setHeaders(const QList<std::pair<QString, QString>> &headers)
{
    beginResetModel();
    m_headers = headers;
    endResetModel();
}

int HeaderTableModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_headers.size());
}

int HeaderTableModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant HeaderTableModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= m_headers.size())
        return {};
    const auto &[name, value] = m_headers[index.row()];
    if (role == Qt::DisplayRole || role == Qt::AccessibleTextRole)
        return index.column() == Name ? name : value;
    if (role == Qt::ToolTipRole && index.column() == Value && value.size() > 40)
        return value;
    return {};
}

QVariant HeaderTableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    return section == Name ? tr("Name") : tr("Value");
}

} // namespace ui::models
