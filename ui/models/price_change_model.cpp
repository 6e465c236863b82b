#include "ui/models/price_change_model.h"

#include "ui/models/price_words.h"

#include <QDate>

#include <algorithm>

namespace ui::models {

using gateway::api::PriceChangeKind;
using gateway::api::PriceChangeView;

namespace {

bool isNumber(int column)
{
    return column >= PriceChangeModel::Input && column <= PriceChangeModel::Output;
}

} // namespace

QString priceUpdateSummary(const gateway::api::PriceUpdateView &update)
{
    if (update.changes.isEmpty())
        return PriceChangeModel::tr("The list says what is known already: nothing would change.");
    const DisplayFormat format;
    const auto count = [&update, &format](PriceChangeKind kind) {
        return format.exactCount(std::count_if(update.changes.begin(), update.changes.end(),
                                               [kind](const PriceChangeView &change) { return change.kind == kind; }));
    };
    QString text =
        PriceChangeModel::tr("%1 new, %2 changed, %3 gone.", "prices of a list")
            .arg(count(PriceChangeKind::Added), count(PriceChangeKind::Changed), count(PriceChangeKind::Removed));
    const auto own = std::count_if(update.changes.begin(), update.changes.end(),
                                   [](const PriceChangeView &change) { return change.isOverridden; });
    if (own > 0)
        text += QLatin1Char(' ')
                + PriceChangeModel::tr("Your own prices go on counting for %1 of them.").arg(format.exactCount(own));
    return text;
}

void PriceChangeModel::setChanges(const QList<PriceChangeView> &changes)
{
    beginResetModel();
    m_changes = changes;
    endResetModel();
}

int PriceChangeModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_changes.size());
}

int PriceChangeModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QString PriceChangeModel::rateText(const PriceChangeView &change, const std::optional<qint64> &before,
                                   const std::optional<qint64> &after) const
{
    const auto amount = [this](const std::optional<qint64> &rate) {
        return rate ? m_format.pricePerMillion(*rate) : DisplayFormat::missing();
    };
    if (change.kind == PriceChangeKind::Added || before == after)
        return amount(after);
    if (change.kind == PriceChangeKind::Removed)
        return amount(before);
    return tr("%1 → %2", "a price, its new one").arg(amount(before), amount(after));
}

QString PriceChangeModel::noteText(const PriceChangeView &change) const
{
    QStringList notes;
    if (change.isOverridden)
        notes << tr("your own counts");
    const QDate since = QDate::fromString(change.validFrom, Qt::ISODate);
    if (since.isValid())
        notes << tr("from %1").arg(m_format.day(since, since.addYears(1))); // with its year
    notes << pieceChanges(change.piecesBefore, change.piecesAfter, m_format);
    if (change.changesOthers)
        notes << tr("other rates");
    return notes.join(QStringLiteral(" · "));
}

QString PriceChangeModel::text(const PriceChangeView &change, int column) const
{
    switch (column) {
    case Change:
        return change.kind == PriceChangeKind::Added     ? tr("new")
               : change.kind == PriceChangeKind::Removed ? tr("gone")
                                                         : tr("changed");
    case Model:
        return tr("%1 / %2", "provider, model")
            .arg(change.provider, change.model == QLatin1String("*") ? tr("every model") : change.model);
    case Input: return rateText(change, change.before.input, change.after.input);
    case Cached: return rateText(change, change.before.cacheRead, change.after.cacheRead);
    case Output: return rateText(change, change.before.output, change.after.output);
    case Note: return noteText(change);
    default: return {};
    }
}

QVariant PriceChangeModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= rowCount())
        return {};
    const PriceChangeView &change = m_changes[index.row()];
    switch (role) {
    case Qt::DisplayRole: return text(change, index.column());
    case Qt::ToolTipRole:
        if (index.column() == Note && change.changesOthers)
            return tr("%1. Other rates are those of long prompts, service tiers and peak hours, and the last day.")
                .arg(text(change, Note));
        return text(change, index.column());
    case Qt::TextAlignmentRole:
        return QVariant::fromValue(
            Qt::Alignment((isNumber(index.column()) ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter));
    default: return {};
    }
}

QVariant PriceChangeModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue(
            Qt::Alignment((isNumber(section) ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter));
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Change: return tr("Change");
    case Model: return tr("Provider and model");
    case Input: return tr("Input");
    case Cached: return tr("Cached");
    case Output: return tr("Output");
    case Note: return tr("Note");
    default: return {};
    }
}

} // namespace ui::models
