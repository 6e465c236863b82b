// The keys of one provider. Values are never in here, only their last four characters.
#pragma once

#include "gateway/api/gateway_views.h"

#include <QAbstractTableModel>

namespace ui::models {

// A key to be added, for all models: an empty list means none.
gateway::api::ProviderKeyView newProviderKey(const QString &name);

class ProviderKeyModel : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column { Name, EndsIn, Models, Weight, State, ColumnCount };
    enum Role { StateRole = Qt::UserRole + 1 };

    using QAbstractTableModel::QAbstractTableModel;

    void setKeys(const QList<gateway::api::ProviderKeyView> &keys);
    const gateway::api::ProviderKeyView *keyAt(int row) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QString weightTip(const gateway::api::ProviderKeyView &key) const;
    static QString modelsText(const gateway::api::ProviderKeyView &key);

    QList<gateway::api::ProviderKeyView> m_keys;
};

} // namespace ui::models
