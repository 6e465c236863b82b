#include "ui/models/provider_model_table.h"

#include <algorithm>

namespace ui::models {

using gateway::api::KnownModel;
using gateway::api::PriceRates;
using gateway::api::PriceView;
using gateway::api::ProviderView;

namespace {

bool isInForce(const PriceView &price, const QString &today)
{
    return (price.validFrom.isEmpty() || price.validFrom <= today)
           && (price.validUntil.isEmpty() || price.validUntil > today);
}

const std::optional<qint64> *rateOf(const PriceRates &rates, int column)
{
    switch (column) {
    case ProviderModelTable::Input: return &rates.input;
    case ProviderModelTable::Cached: return &rates.cacheRead;
    case ProviderModelTable::Output: return &rates.output;
    default: return nullptr;
    }
}

} // namespace

QList<ProviderModel> modelsOf(const ProviderView &provider, const QList<KnownModel> &known,
                              const QList<PriceView> &prices, const QDate &today)
{
    const QString day = today.toString(Qt::ISODate);
    QHash<QString, const PriceView *> priceOf;
    for (const PriceView &price : prices) {
        if (price.provider == provider.preset && isInForce(price, day))
            priceOf.insert(price.model, &price);
    }
    QList<ProviderModel> models;
    for (const KnownModel &each : known) {
        if (each.provider != provider.name)
            continue;
        const PriceView *price = priceOf.value(each.name, priceOf.value(QStringLiteral("*")));
        models.append({each.name, each.contextLength, price ? price->rates : PriceRates(), each.isOffered});
    }
    return models;
}

void ProviderModelTable::setModels(const QList<ProviderModel> &models)
{
    if (models == m_models)
        return;
    beginResetModel();
    m_models = models;
    endResetModel();
}

int ProviderModelTable::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_models.size());
}

int ProviderModelTable::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QString ProviderModelTable::displayText(const ProviderModel &model, int column) const
{
    if (column == Name)
        return model.name;
    if (column == Context)
        return m_format.optionalCount(model.contextLength);
    const std::optional<qint64> *rate = rateOf(model.rates, column);
    return rate && *rate ? m_format.pricePerMillion(**rate) : DisplayFormat::missing();
}

// One sentence a row, so that a reader need not be walked through the columns.
QString ProviderModelTable::accessibleText(const ProviderModel &model) const
{
    QString text = tr("%1, %2 for a million tokens of input, %3 of output", "a model, prices")
                       .arg(model.name, displayText(model, Input), displayText(model, Output));
    if (!model.isOffered)
        text += tr(", no key may be used for it");
    return text;
}

QVariant ProviderModelTable::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= m_models.size())
        return {};
    const ProviderModel &model = m_models.at(index.row());
    switch (role) {
    case Qt::DisplayRole: return displayText(model, index.column());
    case Qt::ToolTipRole:
        return model.isOffered ? model.name : tr("%1: no key may be used for it", "a model").arg(model.name);
    case Qt::AccessibleTextRole:
        return index.column() == Name ? accessibleText(model) : displayText(model, index.column());
    case Qt::TextAlignmentRole:
        return int((index.column() == Name ? Qt::AlignLeading : Qt::AlignRight) | Qt::AlignVCenter);
    case IsOffRole: return !model.isOffered;
    case SortRole:
        if (const std::optional<qint64> *rate = rateOf(model.rates, index.column()))
            return rate->value_or(-1);
        return index.column() == Context ? QVariant(model.contextLength.value_or(-1)) : QVariant(model.name);
    default: return {};
    }
}

QVariant ProviderModelTable::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return int((section == Name ? Qt::AlignLeading : Qt::AlignRight) | Qt::AlignVCenter);
    if (role == Qt::ToolTipRole && section >= Input)
        return tr("For a million tokens");
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Name: return tr("Model");
    case Context: return tr("Context");
    case Input: return tr("Input");
    case Cached: return tr("Cached");
    case Output: return tr("Output");
    default: return {};
    }
}

} // namespace ui::models
