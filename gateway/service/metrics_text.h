// Writes metrics in Prometheus' text format.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace gateway::service {

// Counts values by size. Upper bounds are those of requests to language models, in seconds.
struct MetricHistogram {
    static constexpr std::array<double, 13> bounds{0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 120, 300, 600};
    std::array<std::int64_t, bounds.size() + 1> counts{}; // of each bucket alone; the last one has no bound
    double sum = 0;
    std::int64_t count = 0;

    void observe(double value);
};

using MetricLabels = std::vector<std::pair<std::string_view, std::string>>;

// prometheus.io/docs/instrumenting/exposition_formats, version 0.0.4. All samples of a name stand together, below its
// type, so declare() comes before its samples.
class MetricsText {
public:
    void declare(std::string_view name, std::string_view type, std::string_view help);
    void sample(std::string_view name, const MetricLabels &labels, double value);
    void sample(std::string_view name, const MetricLabels &labels, std::int64_t value);
    void histogram(std::string_view name, const MetricLabels &labels, const MetricHistogram &histogram);

    std::string take() { return std::move(m_text); }

private:
    void head(std::string_view name, const MetricLabels &labels);

    std::string m_text;
};

} // namespace gateway::service
