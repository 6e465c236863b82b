// What a newer price list would change, as rows.
#pragma once

#include "gateway/api/price_list_facade.h"
#include "ui/display_format.h"

#include <QAbstractTableModel>

namespace ui::models {

// "12 new, 3 changed, 1 gone. Your own prices go on counting for 2 of them."
QString priceUpdateSummary(const gateway::api::PriceUpdateView &update);

class PriceChangeModel : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column { Change, Model, Input, Cached, Output, Note, ColumnCount };

    using QAbstractTableModel::QAbstractTableModel;

    void setChanges(const QList<gateway::api::PriceChangeView> &changes);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    QString text(const gateway::api::PriceChangeView &change, int column) const;
    QString rateText(const gateway::api::PriceChangeView &change, const std::optional<qint64> &before,
                     const std::optional<qint64> &after) const;
    QString noteText(const gateway::api::PriceChangeView &change) const;

    DisplayFormat m_format;
    QList<gateway::api::PriceChangeView> m_changes;
};

} // namespace ui::models
