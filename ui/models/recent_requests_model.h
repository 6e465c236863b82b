// The newest requests, running ones included, in a few columns; changes in place as they run.
#pragma once

#include "gateway/api/gateway_views.h"
#include "ui/display_format.h"

#include <QAbstractTableModel>

namespace ui::models {

class RecentRequestsModel : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column { Time, Client, Served, Duration, Cost, ColumnCount };
    enum Role { StateRole = Qt::UserRole + 1 }; // gateway::RequestState as int

    explicit RecentRequestsModel(int mostRows, QObject *parent = nullptr);

    void resetTo(QList<gateway::api::RequestSummary> requests);
    void merge(const QList<gateway::api::RequestSummary> &requests); // new ones and changes of known ones
    const gateway::api::RequestSummary *requestAt(int row) const;
    const QList<gateway::api::RequestSummary> &requests() const { return m_requests; } // newest first

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QString cellText(const gateway::api::RequestSummary &request, int column) const;
    void setRows(QList<gateway::api::RequestSummary> rows);

    int m_mostRows;
    DisplayFormat m_format;
    QList<gateway::api::RequestSummary> m_requests;
};

} // namespace ui::models
