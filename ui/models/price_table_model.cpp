#include "ui/models/price_table_model.h"

#include "ui/models/price_words.h"

#include <QFont>

#include <algorithm>

namespace ui::models {

using gateway::api::PriceOverrideView;
using gateway::api::PriceRates;
using gateway::api::PriceView;

namespace {

// ISO days of the list as people write them; what is no day stays as it is.
QString dayText(const QString &iso, const DisplayFormat &format)
{
    const QDate day = QDate::fromString(iso, Qt::ISODate);
    return day.isValid() ? format.day(day, day.addYears(1)) : iso; // always with its year
}

bool hasAllWords(const QString &text, const QString &filter)
{
    const QStringList words = filter.split(QLatin1Char(' '), Qt::SkipEmptyParts);
    return std::all_of(words.begin(), words.end(),
                       [&text](const QString &word) { return text.contains(word, Qt::CaseInsensitive); });
}

const std::optional<qint64> *rateOf(const PriceRates &rates, int column)
{
    switch (column) {
    case PriceTableModel::Input: return &rates.input;
    case PriceTableModel::Cached: return &rates.cacheRead;
    case PriceTableModel::CacheWrite: return &rates.cacheWrite;
    case PriceTableModel::Output: return &rates.output;
    default: return nullptr;
    }
}

} // namespace

QString scopeText(const PriceOverrideView &price)
{
    QStringList parts;
    if (!price.providerId.isEmpty())
        parts << price.providerId;
    if (!price.keyId.isEmpty())
        parts << PriceTableModel::tr("one key");
    if (!price.virtualKeyId.isEmpty())
        parts << PriceTableModel::tr("virtual key %1").arg(price.virtualKeyId);
    return parts.isEmpty() ? PriceTableModel::tr("every provider") : parts.join(QStringLiteral(", "));
}

void PriceTableModel::setPrices(const QList<PriceView> &list, const QList<PriceOverrideView> &own)
{
    beginResetModel();
    m_list = list;
    m_own = own;
    filter();
    endResetModel();
}

void PriceTableModel::setFilter(const QString &text, bool onlyOwn)
{
    beginResetModel();
    m_filter = text;
    m_onlyOwn = onlyOwn;
    filter();
    endResetModel();
}

void PriceTableModel::filter()
{
    m_rows.clear();
    for (int place = 0; place < m_own.size(); ++place) {
        const PriceOverrideView &price = m_own[place];
        if (hasAllWords(scopeText(price) + QLatin1Char(' ') + price.pattern + QLatin1Char(' ') + price.name, m_filter))
            m_rows.append({true, place});
    }
    for (int place = 0; !m_onlyOwn && place < m_list.size(); ++place) {
        const PriceView &price = m_list[place];
        if (hasAllWords(price.provider + QLatin1Char('/') + price.model, m_filter))
            m_rows.append({false, place});
    }
}

const PriceOverrideView *PriceTableModel::ownAt(int row) const
{
    return row >= 0 && row < m_rows.size() && m_rows[row].isOwn ? &m_own[m_rows[row].place] : nullptr;
}

const PriceView *PriceTableModel::listedAt(int row) const
{
    return row >= 0 && row < m_rows.size() && !m_rows[row].isOwn ? &m_list[m_rows[row].place] : nullptr;
}

int PriceTableModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int PriceTableModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QString PriceTableModel::rateText(const std::optional<qint64> &rate) const
{
    return rate ? m_format.pricePerMillion(*rate) : DisplayFormat::missing();
}

QString PriceTableModel::ownText(const PriceOverrideView &price, int column) const
{
    if (const auto *rate = rateOf(price.rates, column))
        return *rate ? rateText(*rate) : tr("as listed");
    switch (column) {
    case Model: return tr("%1 / %2", "provider, model").arg(scopeText(price), price.pattern);
    case Valid: return tr("always");
    case Source: return price.name.isEmpty() ? tr("● yours") : tr("● yours: %1").arg(price.name);
    default: return {};
    }
}

QString PriceTableModel::listedText(const PriceView &price, int column) const
{
    if (column == Output && !price.rates.output && !price.pieces.isEmpty())
        return byThePiece();
    if (const auto *rate = rateOf(price.rates, column))
        return rateText(*rate);
    switch (column) {
    case Model:
        return tr("%1 / %2", "provider, model")
            .arg(price.provider, price.model == QLatin1String("*") ? tr("every model") : price.model);
    case Valid:
        if (price.validFrom.isEmpty())
            return price.validUntil.isEmpty() ? tr("always") : tr("until %1").arg(dayText(price.validUntil, m_format));
        return price.validUntil.isEmpty()
                   ? tr("from %1").arg(dayText(price.validFrom, m_format))
                   : tr("%1 to %2", "two dates")
                         .arg(dayText(price.validFrom, m_format), dayText(price.validUntil, m_format));
    case Source: return tr("list of %1").arg(dayText(price.checkedOn, m_format));
    default: return {};
    }
}

QString PriceTableModel::text(const Row &row, int column) const
{
    return row.isOwn ? ownText(m_own[row.place], column) : listedText(m_list[row.place], column);
}

QString PriceTableModel::toolTip(const Row &row, int column) const
{
    if (row.isOwn || column == Valid)
        return text(row, column);
    const PriceView &price = m_list[row.place];
    if (column == Source) {
        const QString tables =
            price.confirmedBy > 1 ? tr("The same in two public tables.") : tr("In one public table only.");
        return tr("Published at %1. %2").arg(price.source, tables);
    }
    const bool isByPiece = column == Output && !price.rates.output;
    if (!price.pieces.isEmpty() && (column == Model || isByPiece)) {
        QStringList lines{text(row, column)};
        for (const auto &piece : price.pieces)
            lines << pieceText(piece, m_format);
        return lines.join(QLatin1Char('\n'));
    }
    if (price.hasOtherRates && rateOf(price.rates, column))
        return tr("%1 for short prompts at the usual hours and service tier. Others have a price of their own.")
            .arg(text(row, column));
    return text(row, column);
}

QVariant PriceTableModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= rowCount())
        return {};
    const Row &row = m_rows[index.row()];
    const bool isNumber = index.column() >= Input && index.column() <= Output;
    switch (role) {
    case Qt::DisplayRole: return text(row, index.column());
    case Qt::ToolTipRole: return toolTip(row, index.column());
    case Qt::TextAlignmentRole:
        return QVariant::fromValue(Qt::Alignment((isNumber ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter));
    case Qt::FontRole: {
        QFont font;
        font.setWeight(QFont::DemiBold);
        return row.isOwn ? QVariant(font) : QVariant();
    }
    default: return {};
    }
}

QVariant PriceTableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    const bool isNumber = section >= Input && section <= Output;
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue(Qt::Alignment((isNumber ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter));
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Model: return tr("Provider and model");
    case Input: return tr("Input");
    case Cached: return tr("Cached");
    case CacheWrite: return tr("Cache write");
    case Output: return tr("Output");
    case Valid: return tr("Valid");
    case Source: return tr("Source");
    default: return {};
    }
}

} // namespace ui::models
