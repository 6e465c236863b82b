// The models that a provider is known to have, and what they cost.
#pragma once

#include "gateway/api/gateway_views.h"
#include "gateway/api/model_facade.h"
#include "gateway/api/price_views.h"
#include "ui/display_format.h"

#include <QAbstractTableModel>
#include <QDate>

namespace ui::models {

struct ProviderModel {
    QString name;
    std::optional<qint64> contextLength; // tokens
    gateway::api::PriceRates rates;      // unset: no price is known
    bool isOffered = true;
    bool operator==(const ProviderModel &) const = default;
};

// Of that provider, with what the list says of its preset on that day. A price for every model of a provider counts for
// those without one of their own.
QList<ProviderModel> modelsOf(const gateway::api::ProviderView &provider, const QList<gateway::api::KnownModel> &known,
                              const QList<gateway::api::PriceView> &prices, const QDate &today);

class ProviderModelTable : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column { Name, Context, Input, Cached, Output, ColumnCount };
    enum Role { IsOffRole = Qt::UserRole + 1, SortRole };

    using QAbstractTableModel::QAbstractTableModel;

    void setModels(const QList<ProviderModel> &models);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QString displayText(const ProviderModel &model, int column) const;
    QString accessibleText(const ProviderModel &model) const;

    QList<ProviderModel> m_models;
    DisplayFormat m_format;
};

} // namespace ui::models
