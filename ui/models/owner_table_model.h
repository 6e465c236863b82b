// The rows of the list of teams and customers: each customer, its teams below it, then the teams of nobody.
#pragma once

#include "gateway/api/governance_facade.h"

#include <QAbstractTableModel>
#include <QDateTime>

namespace ui::models {

struct OwnerRow {
    bool isTeam = false;
    QString id;
    QString name;
    QString customer; // name of the team's customer; empty: none
    int keys = 0;     // virtual keys that belong to it
    QList<gateway::api::LimitView> limits;
};

class OwnerTableModel : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column { Name, Kind, BelongsTo, Keys, Use, ColumnCount };
    enum Role { ShareRole = Qt::UserRole + 1, ForecastRole }; // of the tightest limit; invalid without one

    using QAbstractTableModel::QAbstractTableModel;

    void takeOwners(const gateway::api::GovernanceFacade &governance, const QDateTime &now);
    const OwnerRow *rowAt(int row) const; // null when there is no such row
    int rowOf(const QString &id) const;   // -1 when absent

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QString displayText(const OwnerRow &row, int column) const;

    QList<OwnerRow> m_rows;
    QDateTime m_now;
};

} // namespace ui::models
