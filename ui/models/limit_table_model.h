// The rows of the list of limits.
#pragma once

#include "ui/models/owned_limits.h"
#include "ui/models/row_order.h"

#include <QAbstractTableModel>

namespace ui::models {

class LimitTableModel : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column { Owner, Limit, Use, Resets, State, ColumnCount };
    enum Role {
        StateRole = Qt::UserRole + 1, // gateway::RequestState as int
        ShareRole,                    // of what is allowed, 0 to 1 and above
        ForecastRole,                 // of what is allowed, when the window ends; invalid: too early to say
    };

    using QAbstractTableModel::QAbstractTableModel;

    // Rows keep their place in views when only their values changed. `now` is what times are said from.
    void setLimits(const QList<OwnedLimit> &given, const QDateTime &now);
    const OwnedLimit *limitAt(int row) const; // null when there is no such row
    int rowOf(const QString &id) const;       // of a limit; -1 when absent
    // Rows do not move while what is used changes; -1 is the order of the gateway again.
    void sort(int column, Qt::SortOrder direction = Qt::AscendingOrder) override;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QString displayText(const OwnedLimit &owned, int column) const;

    QList<OwnedLimit> inOwnOrder(const QList<OwnedLimit> &shown) const;

    QList<OwnedLimit> m_given; // as they came
    QList<OwnedLimit> m_limits;
    RowOrder m_order;
    QDateTime m_now;
};

} // namespace ui::models
