// The rows of the list of limits.
#pragma once

#include "ui/models/owned_limits.h"

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
    void setLimits(const QList<OwnedLimit> &limits, const QDateTime &now);
    const OwnedLimit *limitAt(int row) const; // null when there is no such row
    int rowOf(const QString &id) const;       // of a limit; -1 when absent

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QString displayText(const OwnedLimit &owned, int column) const;

    QList<OwnedLimit> m_limits;
    QDateTime m_now;
};

} // namespace ui::models
