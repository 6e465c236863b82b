#include "gateway/admin/log_dashboard.h"

#include "gateway/admin/text_conversion.h"

#include <QDateTime>
#include <QUrlQuery>

#include <array>
#include <memory>

namespace gateway::admin {

namespace {

using pipeline::ManagementRequest;
using pipeline::ManagementResponse;

struct Part {
    const char *path; // below /api/logs
    const char *group;
    const char *name;
    const char *dimension = nullptr;
};

constexpr std::array<Part, 17> parts{
    {{"/stats", "overview", "stats"},
     {"/histogram", "overview", "requests"},
     {"/histogram/tokens", "overview", "tokens"},
     {"/histogram/cost", "overview", "cost"},
     {"/histogram/latency", "overview", "latency"},
     {"/histogram/throughput", "overview", "throughput"},
     {"/histogram/models", "overview", "models"},
     {"/histogram/cost/by-provider", "provider_usage", "cost"},
     {"/histogram/tokens/by-provider", "provider_usage", "tokens"},
     {"/histogram/latency/by-provider", "provider_usage", "latency"},
     {"/histogram/throughput/by-provider", "provider_usage", "throughput"},
     {"/rankings", "model_rankings", "rankings"},
     {"/rankings/by-dimension", "dimension_rankings", "team", "team"},
     {"/rankings/by-dimension", "dimension_rankings", "user", "user"},
     {"/rankings/by-dimension", "dimension_rankings", "virtual_key", "virtual_key"},
     {"/rankings/by-dimension", "dimension_rankings", "customer", "customer"},
     {"/rankings/by-dimension", "dimension_rankings", "business_unit", "business_unit"}}};

class Dashboard : public std::enable_shared_from_this<Dashboard> {
public:
    using AskLogs = std::function<void(const ManagementRequest &, ManagementReply)>;

    Dashboard(const ManagementRequest &request, AskLogs askLogs, ManagementReply reply)
        : m_request(request), m_askLogs(std::move(askLogs)), m_reply(std::move(reply))
    {
    }

    void next()
    {
        if (m_asked == parts.size()) {
            finish();
            return;
        }
        const Part &part = parts.at(m_asked);
        ManagementRequest request = m_request;
        request.method = "GET";
        request.path = std::string("/api/logs") + part.path;
        if (part.dimension) {
            QUrlQuery query(QString::fromStdString(m_request.query));
            query.removeAllQueryItems(QStringLiteral("dimension"));
            query.addQueryItem(QStringLiteral("dimension"), QLatin1String(part.dimension));
            request.query = utf8(query.toString(QUrl::FullyEncoded));
        }
        m_askLogs(request, [self = shared_from_this(), &part](const ManagementResponse &response) {
            self->take(part, response);
        });
    }

private:
    void take(const Part &part, const ManagementResponse &response)
    {
        if (response.status != 200) {
            m_reply(response);
            return;
        }
        m_answer[part.group][part.name] = parseJson(response.body);
        ++m_asked;
        next();
    }

    void finish()
    {
        const Json bucket = m_answer["overview"]["requests"]["bucket_size_seconds"];
        m_answer["model_rankings"]["histogram"] = m_answer["overview"]["models"];
        const QUrlQuery query(QString::fromStdString(m_request.query));
        Json meta{{"generated_at", utf8(QDateTime::currentDateTimeUtc().toString(Qt::ISODateWithMs))},
                  {"bucket_size_seconds", bucket}};
        for (const char *name : {"start_time", "end_time"}) {
            if (const QString value = query.queryItemValue(QLatin1String(name), QUrl::FullyDecoded); !value.isEmpty())
                meta[name] = utf8(value);
        }
        m_answer["meta"] = std::move(meta);
        // There are no tools of MCP here that could be called.
        const Json nothing{{"buckets", Json::array()}, {"bucket_size_seconds", bucket}};
        m_answer["mcp"] = {{"volume", nothing}, {"cost", nothing}, {"top_tools", {{"tools", Json::array()}}}};
        m_reply(answer(m_answer));
    }

    ManagementRequest m_request;
    AskLogs m_askLogs;
    ManagementReply m_reply;
    std::size_t m_asked = 0;
    Json m_answer = Json::object();
};

} // namespace

void answerDashboard(const ManagementRequest &request,
                     std::function<void(const ManagementRequest &, ManagementReply)> askLogs, ManagementReply reply)
{
    std::make_shared<Dashboard>(request, std::move(askLogs), std::move(reply))->next();
}

} // namespace gateway::admin
