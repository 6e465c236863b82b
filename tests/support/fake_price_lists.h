// Price lists for tests of windows: answers what the test sets, and records what it was asked.
#pragma once

#include "gateway/api/price_list_facade.h"

#include <QStringList>

#include <optional>
#include <utility>

namespace support {

// Replies come at once, unless holdsReplies is set; then release() gives the last one.
class FakePriceLists : public gateway::api::PriceListFacade {
public:
    gateway::api::PriceUpdateView update; // what every look finds
    std::optional<gateway::Error> nextError;
    bool holdsReplies = false;
    QStringList askedUrls;
    int takenOver = 0;

    void lookForPrices(const QString &url, Reply<gateway::api::PriceUpdateView> reply) override
    {
        askedUrls.append(url);
        answer(std::move(reply));
    }
    void takeOverPrices(Reply<gateway::api::PriceUpdateView> reply) override
    {
        takenOver += nextError ? 0 : 1;
        answer(std::move(reply));
    }
    void release()
    {
        holdsReplies = false;
        answer(std::exchange(m_held, {}));
    }

private:
    void answer(Reply<gateway::api::PriceUpdateView> reply)
    {
        if (holdsReplies)
            m_held = std::move(reply);
        else if (const auto error = std::exchange(nextError, std::nullopt))
            reply(gateway::unexpected(*error));
        else
            reply(update);
    }

    Reply<gateway::api::PriceUpdateView> m_held;
};

} // namespace support
