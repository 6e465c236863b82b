// Newer price lists by the management API: looked at first, then taken over.
#pragma once

#include "gateway/admin/management_answers.h"
#include "gateway/api/price_list_facade.h"
#include "gateway/pipeline/management_port.h"

namespace gateway::admin {

// Lives on the main thread.
class PriceListApi {
public:
    explicit PriceListApi(api::PriceListFacade &prices) : m_prices(prices) {}

    // `segments`: of the path behind /api/pricing. POST check {"url"}: what would change. POST apply: it does.
    // Bifrost's POST force-sync {"url"} is both.
    void handle(const pipeline::ManagementRequest &request, const QStringList &segments, ManagementReply reply);

private:
    void look(const pipeline::ManagementRequest &request, bool mustTakeOver, ManagementReply reply);

    api::PriceListFacade &m_prices;
};

} // namespace gateway::admin
