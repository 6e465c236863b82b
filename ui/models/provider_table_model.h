// The rows of the provider list.
#pragma once

#include "gateway/api/gateway_views.h"

#include <QAbstractTableModel>

namespace ui::models {

class ProviderTableModel : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column { Provider, State, Keys, Requests, Errors, ColumnCount };
    enum Role {
        SubtitleRole = Qt::UserRole + 1, // second line of the first column
        StateRole,                       // gateway::RequestState as int
        IsOffRole,
        NameRole, // the id of the provider
    };

    using QAbstractTableModel::QAbstractTableModel;

    // Rows with the same name keep their place in views; selection survives.
    void setProviders(const QList<gateway::api::ProviderView> &providers,
                      const QList<gateway::api::ProviderPreset> &presets);
    const gateway::api::ProviderView *providerAt(int row) const;
    int rowOf(const QString &name) const; // -1 when absent

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QString displayText(const gateway::api::ProviderView &provider, int column) const;
    QString accessibleText(const gateway::api::ProviderView &provider) const;

    QList<gateway::api::ProviderView> m_providers;
    QList<gateway::api::ProviderPreset> m_presets;
};

} // namespace ui::models
