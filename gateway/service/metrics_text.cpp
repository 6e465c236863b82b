#include "gateway/service/metrics_text.h"

#include <algorithm>
#include <charconv>
#include <cmath>

namespace gateway::service {

namespace {

// Independent of the locale; the shortest text that is read back as the same number.
std::string numberText(double value)
{
    if (std::isinf(value))
        return value > 0 ? "+Inf" : "-Inf";
    std::array<char, 32> text{};
    const auto end = std::to_chars(text.data(), text.data() + text.size(), value).ptr;
    return {text.data(), end};
}

void appendEscaped(std::string &text, std::string_view value)
{
    for (const char letter : value) {
        if (letter == '\\' || letter == '"')
            text.push_back('\\');
        if (letter == '\n')
            text.append("\\n");
        else
            text.push_back(letter);
    }
}

} // namespace

void MetricHistogram::observe(double value)
{
    const auto bucket = std::lower_bound(bounds.begin(), bounds.end(), value) - bounds.begin();
    ++counts[static_cast<std::size_t>(bucket)];
    sum += value;
    ++count;
}

void MetricsText::declare(std::string_view name, std::string_view type, std::string_view help)
{
    m_text.append("# HELP ").append(name).append(" ").append(help).append("\n");
    m_text.append("# TYPE ").append(name).append(" ").append(type).append("\n");
}

void MetricsText::head(std::string_view name, const MetricLabels &labels)
{
    m_text.append(name);
    char before = '{';
    for (const auto &[label, value] : labels) {
        m_text.push_back(std::exchange(before, ','));
        m_text.append(label).append("=\"");
        appendEscaped(m_text, value);
        m_text.push_back('"');
    }
    m_text.append(labels.empty() ? " " : "} ");
}

void MetricsText::sample(std::string_view name, const MetricLabels &labels, double value)
{
    head(name, labels);
    m_text.append(numberText(value)).append("\n");
}

void MetricsText::sample(std::string_view name, const MetricLabels &labels, std::int64_t value)
{
    head(name, labels);
    m_text.append(std::to_string(value)).append("\n");
}

void MetricsText::histogram(std::string_view name, const MetricLabels &labels, const MetricHistogram &histogram)
{
    const std::string bucketName = std::string(name) + "_bucket";
    MetricLabels bounded = labels;
    bounded.emplace_back("le", std::string());
    std::int64_t upTo = 0;
    for (std::size_t index = 0; index < histogram.counts.size(); ++index) {
        upTo += histogram.counts[index];
        bounded.back().second =
            index < MetricHistogram::bounds.size() ? numberText(MetricHistogram::bounds[index]) : "+Inf";
        sample(bucketName, bounded, upTo);
    }
    sample(std::string(name) + "_sum", labels, histogram.sum);
    sample(std::string(name) + "_count", labels, histogram.count);
}

} // namespace gateway::service
