// Stored requests by who made them. What they know is the name of their virtual key; teams and customers are read from
// where that key belongs now (bifrost-api §5.7).
#pragma once

#include "gateway/admin/management_answers.h"
#include "gateway/admin/usage_json.h"
#include "gateway/api/gateway_facade.h"

#include <QUrlQuery>

namespace gateway::admin {

struct DimensionValue {
    QString id;
    QString name;
    QStringList virtualKeys; // names of those that belong to it
};

// Of `team`, `customer` and `virtual_key`, without those that have no key. Of `user` and `business_unit` there are none;
// InvalidRequest for any other name.
Result<QList<DimensionValue>> valuesOfDimension(const QString &dimension, const api::GovernanceFacade &governance);

// Applies `team_ids` and `customer_ids`. Of a filter by what is kept of no request nothing is left: to ignore it would
// show everybody's requests as one person's.
void narrowByOwners(const QUrlQuery &wanted, const api::GovernanceFacade &governance, api::HistoryQuery &query);

// The members `teams`, `customers` and those that have no values, as far as `dimensions` names them; empty: all.
void addOwners(Json &filterData, const QStringList &dimensions, const api::GovernanceFacade &governance);

// Lives on the main thread. The values are asked for one after the other, so that each has percentiles of its own.
class LogDimensions {
public:
    explicit LogDimensions(api::GatewayFacade &gateway) : m_gateway(gateway) {}

    // …/histogram/{measure}/by-dimension of `team_id` and the like.
    void answerHistogram(const api::HistoryQuery &query, const HistogramKind &kind, int bucketSeconds,
                         ManagementReply reply);
    // …/rankings/by-dimension?dimension=team
    void answerRankings(const api::HistoryQuery &query, const QString &dimension, ManagementReply reply);

private:
    api::GatewayFacade &m_gateway;
};

} // namespace gateway::admin
