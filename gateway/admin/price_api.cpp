#include "gateway/admin/price_api.h"

#include "gateway/admin/price_json.h"

#include <QUrlQuery>

#include <algorithm>

namespace gateway::admin {

using pipeline::ManagementRequest;

void PriceApi::handle(const ManagementRequest &request, const QStringList &segments, ManagementReply reply)
{
    const QList<api::PriceOverrideView> prices = m_gateway.priceOverrides();
    if (segments.isEmpty()) {
        if (isRead(request))
            reply(answer(writePriceOverrides(prices, QUrlQuery(QString::fromStdString(request.query)))));
        else
            save(request, nullptr, std::move(reply));
        return;
    }
    const auto price = std::find_if(prices.begin(), prices.end(), [&segments](const api::PriceOverrideView &each) {
        return each.id == segments.front();
    });
    if (price == prices.end())
        reply(failure(ErrorCode::NotFound, "Pricing override not found: " + segments.front().toStdString()));
    else if (isRead(request))
        reply(answer(Json{{"pricing_override", writePriceOverride(*price)}}));
    else if (request.method == "PUT")
        save(request, &*price, std::move(reply));
    else
        m_gateway.removePriceOverride(price->id, replyWith<api::PriceOverrideView>(std::move(reply), [](const auto &) {
                                          return Json{{"message", "Pricing override deleted successfully"}};
                                      }));
}

// A price that is new counts for requests of unknown cost, too.
void PriceApi::save(const ManagementRequest &request, const api::PriceOverrideView *previous, ManagementReply reply)
{
    const auto body = parseObject(request.body);
    const auto price = body ? readPriceOverride(*body, previous) : unexpected(body.error());
    if (!price) {
        reply(failure(price.error()));
        return;
    }
    const int status = previous ? 200 : 201;
    const char *message = previous ? "Pricing override updated successfully" : "Pricing override created successfully";
    m_gateway.savePriceOverride(*price, [this, status, message, reply](const Result<api::PriceOverrideView> &saved) {
        if (!saved) {
            reply(failure(saved.error()));
            return;
        }
        reply(answer(Json{{"message", message}, {"pricing_override", writePriceOverride(*saved)}}, status));
        m_gateway.recalculateCosts([](const Result<api::PriceChanges> &) {});
    });
}

} // namespace gateway::admin
