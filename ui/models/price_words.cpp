#include "ui/models/price_words.h"

#include <QCoreApplication>
#include <QStringList>

#include <algorithm>

namespace ui::models {

using gateway::CostClass;
using gateway::api::PiecePriceView;

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(PriceWords)
};

QString pieceName(const PiecePriceView &price)
{
    if (price.piece == CostClass::Image)
        return price.kind.isEmpty() ? Text::tr("a picture") : Text::tr("a picture (%1)").arg(price.kind);
    if (price.piece == CostClass::AudioSecond)
        return Text::tr("a second");
    return price.piece == CostClass::Character ? Text::tr("a character") : Text::tr("a search");
}

const PiecePriceView *samePiece(const QList<PiecePriceView> &prices, const PiecePriceView &wanted)
{
    const auto found = std::find_if(prices.begin(), prices.end(), [&wanted](const PiecePriceView &each) {
        return each.piece == wanted.piece && each.kind == wanted.kind;
    });
    return found == prices.end() ? nullptr : &*found;
}

} // namespace

QString pieceText(const PiecePriceView &price, const DisplayFormat &format)
{
    return Text::tr("%1: %2", "a picture, its price").arg(pieceName(price), format.pricePerPiece(price.picoDollars));
}

QStringList pieceChanges(const QList<PiecePriceView> &before, const QList<PiecePriceView> &after,
                         const DisplayFormat &format)
{
    QStringList changes;
    for (const PiecePriceView &old : before) {
        const PiecePriceView *now = samePiece(after, old);
        if (now != nullptr && now->picoDollars == old.picoDollars)
            continue;
        const QString amount = now != nullptr ? format.pricePerPiece(now->picoDollars) : DisplayFormat::missing();
        changes << Text::tr("%1 → %2", "a picture and its price, its new price").arg(pieceText(old, format), amount);
    }
    for (const PiecePriceView &now : after) {
        if (samePiece(before, now) == nullptr)
            changes << pieceText(now, format);
    }
    return changes;
}

} // namespace ui::models
