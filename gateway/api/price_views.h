// What models cost, as windows and the management API see it.
#pragma once

#include "gateway/base/attempt_cost.h"

#include <QDateTime>
#include <QList>
#include <QString>
#include <QStringList>

#include <optional>

namespace gateway::api {

// Pico-dollars for one token: a dollar per million tokens is 1'000'000.
struct PriceRates {
    std::optional<qint64> input;
    std::optional<qint64> cacheRead;
    std::optional<qint64> cacheWrite;
    std::optional<qint64> cacheWriteOneHour;
    std::optional<qint64> output;
    std::optional<qint64> reasoning;
    std::optional<qint64> audioInput;
    std::optional<qint64> audioOutput;
    std::optional<qint64> imageInput;
    std::optional<qint64> imageOutput;
    bool operator==(const PriceRates &) const = default;
};

// What is sold by the piece: CostClass::Search, Image, AudioSecond or Character.
struct PiecePriceView {
    gateway::CostClass piece = gateway::CostClass::Search;
    QString kind;           // of pictures: "high 1024x1024"; empty: every other
    qint64 picoDollars = 0; // for one
    bool operator==(const PiecePriceView &) const = default;
};

// One entry of the list that comes with the program.
struct PriceView {
    QString provider;  // preset
    QString model;     // "*": every model
    QString validFrom; // "2026-10-29"; empty: always until then
    QString validUntil;
    PriceRates rates; // of short prompts, the usual service tier and the usual hours
    QList<PiecePriceView> pieces;
    bool hasOtherRates = false; // for long prompts, service tiers or peak hours
    QString source;
    QString checkedOn;
    int confirmedBy = 1;
};

// A person's own price (bifrost-api §5.6, PricingOverride).
struct PriceOverrideView {
    QString id;
    QString name;
    QString scope = QStringLiteral("global"); // or provider, provider_key, virtual_key, virtual_key_provider, …
    QString providerId;
    QString keyId;
    QString virtualKeyId;
    bool isPattern = false; // `pattern` ends with *
    QString pattern;
    QStringList requestTypes;        // empty: all
    PriceRates rates;                // classes that are not set keep what the list says
    std::optional<qint64> perSearch; // pico-dollars
    QByteArray patchJson;            // as the management API got it; empty: made of the rates
    QDateTime createdAt;
    QDateTime updatedAt;
    bool mayBeNew = false; // when saved: an id that is not there makes a price with it; from a configuration file
    bool operator==(const PriceOverrideView &) const = default;
};

} // namespace gateway::api
