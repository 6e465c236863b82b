// Bifrost's /api/logs, and our /api/usage: what was asked, what it used, what it cost.
#pragma once

#include "gateway/admin/log_dimensions.h"
#include "gateway/admin/management_answers.h"
#include "gateway/api/gateway_facade.h"
#include "gateway/api/recalculation_facade.h"
#include "gateway/pipeline/management_port.h"

namespace gateway::admin {

// Lives on the main thread.
class LogsApi {
public:
    explicit LogsApi(api::GatewayFacade &gateway) : m_gateway(gateway), m_dimensions(gateway) {}

    // Without it nothing is known of searches for missing costs but their end.
    void setRecalculations(api::RecalculationFacade &recalculations) { m_recalculations = &recalculations; }

    // `segments`: of the path behind /api/logs.
    void handle(const pipeline::ManagementRequest &request, const QStringList &segments, ManagementReply reply);
    void answerUsage(const pipeline::ManagementRequest &request, ManagementReply reply);

private:
    Result<api::HistoryQuery> queryOf(const pipeline::ManagementRequest &request) const;
    void read(const pipeline::ManagementRequest &request, const QStringList &segments, ManagementReply reply);
    void answerStats(const pipeline::ManagementRequest &request, const api::HistoryQuery &query, ManagementReply reply);
    void answerPage(const api::HistoryQuery &query, ManagementReply reply);
    void recalculate(const pipeline::ManagementRequest &request, const QStringList &segments, ManagementReply reply);
    void answerSession(const pipeline::ManagementRequest &request, const QStringList &segments, ManagementReply reply);
    void remove(const pipeline::ManagementRequest &request, ManagementReply reply);
    void answerFilterData(const pipeline::ManagementRequest &request, ManagementReply reply);
    void addStopReasons(const Json &filterData, ManagementReply reply);
    void answerRankings(const pipeline::ManagementRequest &request, const QString &what, ManagementReply reply);
    void answerModelRankings(const api::HistoryQuery &query, const ManagementReply &reply);
    void answerHistogram(const pipeline::ManagementRequest &request, const QStringList &segments,
                         ManagementReply reply);

    api::GatewayFacade &m_gateway;
    LogDimensions m_dimensions;
    api::RecalculationFacade *m_recalculations = nullptr;
};

} // namespace gateway::admin
