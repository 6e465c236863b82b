// Counts requests for Prometheus under Bifrost's names (bifrost-api §5.2), since the start of the process.
#pragma once

#include "gateway/api/route_views.h"
#include "gateway/base/request_record.h"
#include "gateway/config/config_snapshot.h"
#include "gateway/service/metrics_text.h"

#include <chrono>
#include <map>
#include <mutex>
#include <string>
#include <unordered_map>

namespace gateway::service {

// A record sink in front of another: counts, then passes on. Any thread. Each attempt counts for its own provider,
// model and key, so that the sums equal what was used. Names that clients choose freely cannot make it grow without
// end: beyond `mostSeries` they count as "other".
class MetricsBoard final : public RecordSink {
public:
    static constexpr std::size_t mostSeries = 1000;

    explicit MetricsBoard(RecordSink &next) : m_next(next) {}

    void postRecord(RequestRecord record) override;

    // The text of GET /metrics. Ids of keys, teams and customers are those that have the names now.
    std::string render(const config::ConfigSnapshot &snapshot, const api::HealthBoard &health, int inFlight) const;

private:
    struct UpstreamNames {
        std::string provider;
        std::string model;
        std::string alias;
        std::string method;
        std::string virtualKey;
        std::string key;
        int fallbackIndex = 0;
    };
    struct Upstream {
        UpstreamNames names;
        std::int64_t requests = 0;
        std::int64_t succeeded = 0;
        std::map<int, std::int64_t> failed; // by status
        std::int64_t inputTokens = 0;
        std::int64_t outputTokens = 0;
        Money cost;
        MetricHistogram successLatency;
        MetricHistogram failureLatency;
        MetricHistogram firstToken;
        MetricHistogram interToken;
        MetricHistogram retries;
    };
    struct Served {
        std::string path;
        std::string method;
        int status = 0;
        MetricHistogram duration;
        double requestBytes = 0;
        double responseBytes = 0;
    };
    struct Rotation {
        std::string provider;
        std::string model;
        std::string key;
        std::string reason;
        std::int64_t count = 0;
    };
    using UpstreamLabels = std::vector<std::pair<const Upstream *, MetricLabels>>;

    void count(const RequestRecord &record);
    void countServed(const RequestRecord &record);
    void countAttempt(const RequestRecord &record, const AttemptRecord &attempt, int fallbackIndex, bool isLast);
    void countRotation(const RequestRecord &record, const AttemptRecord &failed, const AttemptRecord &next);
    Upstream &upstreamFor(UpstreamNames names);
    UpstreamLabels labelsOf(const config::ConfigSnapshot &snapshot) const;
    void writeServed(MetricsText &text) const;
    void writeUpstream(MetricsText &text, const UpstreamLabels &series) const;
    void writeLatencies(MetricsText &text, const UpstreamLabels &series) const;
    void writeRotations(MetricsText &text, const config::ConfigSnapshot &snapshot) const;

    RecordSink &m_next;
    mutable std::mutex m_mutex;
    std::unordered_map<std::string, Upstream> m_upstream;
    std::unordered_map<std::string, Served> m_served;
    std::unordered_map<std::string, Rotation> m_rotations;
    const std::chrono::system_clock::time_point m_startedAt = std::chrono::system_clock::now();
};

} // namespace gateway::service
