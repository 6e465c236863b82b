// The configuration file of a random walk: what it names changes, the rest of it is the same all the time.
#pragma once

#include "gateway/admin/provider_json.h"

#include <QByteArray>
#include <QString>

#include <optional>

namespace tests {

constexpr auto providerKeyVariable = "BILROST_WALK_KEY"; // of the environment, so that the value outlives a restart
constexpr auto valueInFile = "sk-bf-of-the-file-0123456789";
constexpr qint64 enoughToSpend = 1'000'000'000'000; // nano-dollars

// As pricing overrides have it; thousandths of a dollar for a token, in or out.
gateway::admin::Json patchOfPrice(int price);

struct KeyInFile {
    QString description;
    qint64 most = enoughToSpend; // nano-dollars
    bool isActive = true;
};

struct WalkedFile {
    std::optional<KeyInFile> key; // the virtual key "filed"
    std::optional<int> price;     // of the pricing override "price", for every model
    std::optional<QString> model; // that the routing rule "route" puts for "fast"
    std::optional<int> retries;   // of the provider "mine"
    bool isBroken = false;        // no JSON: nothing of it is taken over

    QByteArray text(int upstreamPort) const;
};

} // namespace tests
