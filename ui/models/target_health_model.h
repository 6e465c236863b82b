// The rows of the health board: targets in trouble or held, and keys that rest.
#pragma once

#include "gateway/api/route_views.h"

#include <QAbstractTableModel>

namespace ui::models {

class TargetHealthModel : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column { Target, State, Failures, NextTry, Reason, ColumnCount };
    enum Role {
        SubtitleRole = Qt::UserRole + 1, // second line of the first column: the key
        StateRole,                       // gateway::RequestState as int
    };

    using QAbstractTableModel::QAbstractTableModel;

    void setBoard(const gateway::api::HealthBoard &board, const QDateTime &now);
    void setNow(const QDateTime &now);                             // the times to the next try go on
    const gateway::api::TargetHealthView *targetAt(int row) const; // null for a key that rests
    const gateway::api::KeyRestView *keyAt(int row) const;         // null for a target

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QString displayText(int row, int column) const;
    QString targetText(const gateway::api::TargetHealthView &target, int column) const;
    QString keyText(const gateway::api::KeyRestView &key, int column) const;
    QString waitText(const QDateTime &until) const;

    gateway::api::HealthBoard m_board;
    QDateTime m_now;
};

} // namespace ui::models
