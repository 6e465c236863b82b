// The rows of the list of virtual keys.
#pragma once

#include "gateway/api/governance_views.h"
#include "ui/display_format.h"
#include "ui/models/row_order.h"

#include <QAbstractTableModel>
#include <QDateTime>
#include <QHash>

#include <utility>

namespace ui::models {

class VirtualKeyTableModel : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column { Name, Prefix, MayUse, Use, Limits, State, LastUsed, ColumnCount };
    enum Role {
        StateRole = Qt::UserRole + 1, // gateway::RequestState as int
        IsOffRole,
        ShareRole,    // of the tightest limit, 0 to 1 and above; invalid without one
        ForecastRole, // of the same when its window ends; invalid: too early to say
    };

    using QAbstractTableModel::QAbstractTableModel;

    // Rows with the same id keep their place in views when only their values changed. `now` decides what has expired.
    void setKeys(const QList<gateway::api::VirtualKeyView> &given, const QDateTime &now);
    void setLastUsed(const QHash<QString, QDateTime> &times); // by id; UTC
    QDateTime lastUsed(const QString &id) const { return m_lastUsed.value(id); }
    const gateway::api::VirtualKeyView *keyAt(int row) const; // null when there is no such row
    int rowOf(const QString &id) const;                       // -1 when absent
    // Rows do not move while what is used changes; -1 is the order of the gateway again.
    void sort(int column, Qt::SortOrder direction = Qt::AscendingOrder) override;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QString displayText(const gateway::api::VirtualKeyView &key, int column) const;
    QString accessibleText(const gateway::api::VirtualKeyView &key) const;

    QList<gateway::api::VirtualKeyView> inOwnOrder(const QList<gateway::api::VirtualKeyView> &shown) const;
    std::pair<double, QString> keyOf(const gateway::api::VirtualKeyView &key) const; // of the column it is sorted by

    QList<gateway::api::VirtualKeyView> m_given; // as they came
    QList<gateway::api::VirtualKeyView> m_keys;
    RowOrder m_order;
    QHash<QString, QDateTime> m_lastUsed;
    DisplayFormat m_format;
    QDateTime m_now;
};

} // namespace ui::models
