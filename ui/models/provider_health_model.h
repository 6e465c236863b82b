// The providers that are turned on, the worst first: name, requests of the last hour, how they are.
#pragma once

#include "gateway/api/gateway_views.h"
#include "ui/display_format.h"

#include <QAbstractTableModel>

namespace ui::models {

class ProviderHealthModel : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column { Name, Requests, Health, ColumnCount };
    enum Role { StateRole = Qt::UserRole + 1 }; // gateway::RequestState as int

    using QAbstractTableModel::QAbstractTableModel;

    void setProviders(const QList<gateway::api::ProviderView> &providers);
    QString nameAt(int row) const; // the id in "provider/model"; empty beyond the rows

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    DisplayFormat m_format;
    QList<gateway::api::ProviderView> m_providers;
};

} // namespace ui::models
