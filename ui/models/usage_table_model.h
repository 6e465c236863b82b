// One list of a usage report as a table: name, requests, tokens, cost; the last row is the total.
#pragma once

#include "gateway/api/usage_views.h"
#include "ui/display_format.h"

#include <QAbstractTableModel>

namespace ui::models {

class UsageTableModel : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column { Name, Requests, Tokens, Cost, ColumnCount };

    explicit UsageTableModel(const QString &nameTitle, QObject *parent = nullptr);

    void setGroups(const QList<gateway::api::UsageGroup> &groups);
    void setNameTitle(const QString &title);
    const gateway::api::UsageSums &total() const { return m_total; }
    const gateway::api::UsageGroup *groupAt(int row) const; // null for the total
    bool isTotal(int row) const { return row == m_groups.size(); }

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QString text(int row, int column) const;
    QString toolTip(int row, int column) const;

    QString m_nameTitle;
    QList<gateway::api::UsageGroup> m_groups;
    gateway::api::UsageSums m_total;
    DisplayFormat m_format;
};

} // namespace ui::models
