// Newer price lists: looked at as a difference first, taken over only by a second command. A part of the narrow waist.
#pragma once

#include "gateway/api/price_views.h"
#include "gateway/base/result.h"

#include <QObject>

#include <functional>

namespace gateway::api {

enum class PriceChangeKind { Added, Changed, Removed };

struct PriceChangeView {
    PriceChangeKind kind = PriceChangeKind::Changed;
    QString provider;
    QString model;
    QString validFrom; // "2026-10-29"; empty: always until then
    PriceRates before;
    PriceRates after;
    QList<PiecePriceView> piecesBefore;
    QList<PiecePriceView> piecesAfter;
    bool changesOthers = false; // for long prompts, at service tiers or peak hours, or the last day
    bool isOverridden = false;  // a person's own price counts before either
};

struct PriceUpdateView {
    QString url;
    QList<PriceChangeView> changes; // by provider and model
};

// Lives on the main thread under the rules of GatewayFacade. Prices that a person set are never touched.
class PriceListFacade : public QObject {
    Q_OBJECT
public:
    template <typename Value>
    using Reply = std::function<void(Result<Value>)>;

    using QObject::QObject;

    // Fetches a list (docs/prices.md) by https, or by http from this computer, and says what it would change. Nothing
    // changes. InvalidRequest says what is wrong with the address or the list; errors of the network are as of providers.
    virtual void lookForPrices(const QString &url, Reply<PriceUpdateView> reply) = 0;
    // Puts into force what the last look found, and looks for prices of requests without one. Conflict when there was
    // none, or the list in force is another one since.
    virtual void takeOverPrices(Reply<PriceUpdateView> reply) = 0;
};

} // namespace gateway::api
