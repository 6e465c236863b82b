// Prices as rows: a person's own first, then the list that comes with the program.
#pragma once

#include "gateway/api/price_views.h"
#include "ui/display_format.h"

#include <QAbstractTableModel>

namespace ui::models {

class PriceTableModel : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column { Model, Input, Cached, CacheWrite, Output, Valid, Source, ColumnCount };

    using QAbstractTableModel::QAbstractTableModel;

    static QString byThePiece() { return tr("by the piece"); } // in the column of output

    void setPrices(const QList<gateway::api::PriceView> &list, const QList<gateway::api::PriceOverrideView> &own);
    void setFilter(const QString &text, bool onlyOwn); // words in provider and model, without case
    int shownCount() const { return static_cast<int>(m_rows.size()); }
    int ownCount() const { return static_cast<int>(m_own.size()); }

    const gateway::api::PriceOverrideView *ownAt(int row) const; // null for a row of the list
    const gateway::api::PriceView *listedAt(int row) const;      // null for an own price

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    struct Row {
        bool isOwn = false;
        int place = 0; // in its list
    };

    void filter();
    QString text(const Row &row, int column) const;
    QString ownText(const gateway::api::PriceOverrideView &price, int column) const;
    QString listedText(const gateway::api::PriceView &price, int column) const;
    QString rateText(const std::optional<qint64> &rate) const;
    QString toolTip(const Row &row, int column) const;

    QList<gateway::api::PriceView> m_list;
    QList<gateway::api::PriceOverrideView> m_own;
    QList<Row> m_rows;
    QString m_filter;
    bool m_onlyOwn = false;
    DisplayFormat m_format;
};

// "Every provider", "openai", "virtual key team-a": whose use an own price is for.
QString scopeText(const gateway::api::PriceOverrideView &price);

} // namespace ui::models
