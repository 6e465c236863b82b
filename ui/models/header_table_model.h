// Lists HTTP header fields in the order in which they were sent.
#pragma once

#include <QAbstractTableModel>
#include <QList>

#include <utility>

namespace ui::models {

class HeaderTableModel : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column { Name, Value, ColumnCount };

    using QAbstractTableModel::QAbstractTableModel;

    void setHeaders(const QList<std::pair<QString, QString>> &headers);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    QList<std::pair<QString, QString>> m_headers;
};

} // namespace ui::models
