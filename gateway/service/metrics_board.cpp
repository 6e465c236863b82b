#include "gateway/service/metrics_board.h"

#include "gateway/service/view_conversion.h"

#include <algorithm>
#include <set>

namespace gateway::service {

namespace {

constexpr char separator = '\x1f'; // in no name
constexpr auto other = "other";

double inSeconds(Microseconds duration)
{
    return static_cast<double>(duration.count()) / 1e6;
}

std::string joined(std::initializer_list<std::string_view> parts)
{
    std::string key;
    for (const std::string_view part : parts)
        key.append(part).push_back(separator);
    return key;
}

bool hasSucceeded(const AttemptRecord &attempt)
{
    return attempt.errorCode.empty() && attempt.status >= 200 && attempt.status < 400;
}

const config::ProviderKey *findKey(const config::ConfigSnapshot &snapshot, const std::string &provider,
                                   const std::string &name)
{
    const config::ProviderDefinition *definition = snapshot.findProvider(provider);
    if (!definition)
        return nullptr;
    const auto found = std::find_if(definition->keys.begin(), definition->keys.end(),
                                    [&name](const config::ProviderKey &key) { return key.name == name; });
    return found == definition->keys.end() ? nullptr : &*found;
}

std::string keyIdOf(const config::ConfigSnapshot &snapshot, const std::string &provider, const std::string &name)
{
    const config::ProviderKey *key = findKey(snapshot, provider, name);
    return key ? key->id.value : std::string();
}

void writeKeysUp(MetricsText &text, const config::ConfigSnapshot &snapshot, const api::HealthBoard &health)
{
    std::set<std::string> resting;
    for (const api::KeyRestView &rest : health.restingKeys)
        resting.insert(toUtf8(rest.keyId));
    text.declare("bifrost_provider_key_up", "gauge", "1 while a key can be used, 0 while it cannot.");
    for (const config::ProviderDefinition &provider : snapshot.providers) {
        for (const config::ProviderKey &key : provider.keys) {
            const bool isUp = provider.isEnabled && key.isEnabled && key.hasCredential()
                              && resting.find(key.id.value) == resting.end();
            text.sample("bifrost_provider_key_up",
                        {{"provider", provider.id.value}, {"key_id", key.id.value}, {"key_name", key.name}},
                        std::int64_t{isUp});
        }
    }
}

} // namespace

void MetricsBoard::postRecord(RequestRecord record)
{
    {
        const std::lock_guard lock(m_mutex);
        count(record);
    }
    m_next.postRecord(std::move(record));
}

void MetricsBoard::count(const RequestRecord &record)
{
    countServed(record);
    int fallbackIndex = 0;
    for (std::size_t index = 0; index < record.attempts.size(); ++index) {
        const AttemptRecord &attempt = record.attempts[index];
        if (index > 0) {
            const AttemptRecord &before = record.attempts[index - 1];
            if (before.provider != attempt.provider || before.model != attempt.model)
                ++fallbackIndex;
            else if (before.keyName != attempt.keyName)
                countRotation(record, before, attempt);
        }
        countAttempt(record, attempt, fallbackIndex, index + 1 == record.attempts.size());
    }
}

void MetricsBoard::countServed(const RequestRecord &record)
{
    // A path that nothing is served at can be anything.
    std::string path = record.operation.empty() ? std::string(other) : record.path;
    const std::string status = std::to_string(record.status);
    std::string key = joined({path, record.method, status});
    if (m_served.size() >= mostSeries && m_served.find(key) == m_served.end()) {
        path = other;
        key = joined({path, record.method, status});
    }
    Served &served = m_served[key];
    served.path = std::move(path);
    served.method = record.method;
    served.status = record.status;
    served.duration.observe(inSeconds(record.duration));
    served.requestBytes += static_cast<double>(record.requestBytes);
    served.responseBytes += static_cast<double>(record.responseBytes);
}

MetricsBoard::Upstream &MetricsBoard::upstreamFor(UpstreamNames names)
{
    const auto keyOf = [](const UpstreamNames &each) {
        return joined({each.provider, each.model, each.alias, each.method, each.virtualKey, each.key,
                       std::to_string(each.fallbackIndex)});
    };
    std::string key = keyOf(names);
    if (m_upstream.size() >= mostSeries && m_upstream.find(key) == m_upstream.end()) {
        names.model = names.alias = names.virtualKey = names.key = other;
        names.fallbackIndex = 0;
        key = keyOf(names);
    }
    Upstream &upstream = m_upstream[key];
    upstream.names = std::move(names);
    return upstream;
}

void MetricsBoard::countAttempt(const RequestRecord &record, const AttemptRecord &attempt, int fallbackIndex,
                                bool isLast)
{
    Upstream &upstream = upstreamFor({attempt.provider, attempt.model, record.askedModel, record.operation,
                                      record.virtualKeyName, attempt.keyName, fallbackIndex});
    ++upstream.requests;
    const bool isSuccess = hasSucceeded(attempt);
    const double latency = inSeconds(attempt.endedAt - attempt.startedAt);
    if (isSuccess) {
        ++upstream.succeeded;
        upstream.successLatency.observe(latency);
    } else {
        ++upstream.failed[attempt.status];
        upstream.failureLatency.observe(latency);
    }
    const TokenUsage &usage = attempt.usage;
    upstream.inputTokens +=
        usage.uncachedInput.value_or(0) + usage.cacheRead.value_or(0) + usage.cacheWrite.value_or(0);
    upstream.outputTokens += usage.output.value_or(0);
    upstream.cost += attempt.cost.value_or(Money{});
    if (!isLast)
        return;
    upstream.retries.observe(static_cast<double>(record.attempts.size() - 1));
    if (!record.isStream || !isSuccess)
        return;
    if (record.firstByteAt)
        upstream.firstToken.observe(inSeconds(*record.firstByteAt));
    if (record.streamMarks.size() > 1) {
        const auto gaps = static_cast<double>(record.streamMarks.size() - 1);
        upstream.interToken.observe(inSeconds(record.streamMarks.back().at - record.streamMarks.front().at) / gaps);
    }
}

void MetricsBoard::countRotation(const RequestRecord &record, const AttemptRecord &failed, const AttemptRecord &next)
{
    if (m_rotations.size() >= mostSeries)
        return;
    Rotation &rotation = m_rotations[joined({next.provider, record.askedModel, failed.keyName, failed.errorCode})];
    rotation.provider = next.provider;
    rotation.model = record.askedModel;
    rotation.key = failed.keyName;
    rotation.reason = failed.errorCode;
    ++rotation.count;
}

MetricsBoard::UpstreamLabels MetricsBoard::labelsOf(const config::ConfigSnapshot &snapshot) const
{
    std::map<std::string, const config::VirtualKey *> virtualKeys;
    for (const auto &[key, upstream] : m_upstream)
        virtualKeys.emplace(upstream.names.virtualKey, nullptr);
    for (const config::VirtualKey &key : snapshot.governance->virtualKeys()) {
        if (const auto found = virtualKeys.find(key.name); found != virtualKeys.end())
            found->second = &key;
    }
    UpstreamLabels all;
    for (const auto &[index, upstream] : m_upstream) {
        const UpstreamNames &names = upstream.names;
        const config::VirtualKey *key = virtualKeys[names.virtualKey];
        const config::Team *team = key ? snapshot.governance->findTeam(key->team) : nullptr;
        const config::Customer *customer = key ? snapshot.governance->customerOf(*key) : nullptr;
        all.emplace_back(&upstream, MetricLabels{{"provider", names.provider},
                                                 {"model", names.model},
                                                 {"alias", names.alias},
                                                 {"method", names.method},
                                                 {"virtual_key_id", key ? key->id.value : std::string()},
                                                 {"virtual_key_name", names.virtualKey},
                                                 {"routing_engine_used", std::string()},
                                                 {"routing_rule_id", std::string()},
                                                 {"routing_rule_name", std::string()},
                                                 {"selected_key_id", keyIdOf(snapshot, names.provider, names.key)},
                                                 {"selected_key_name", names.key},
                                                 {"fallback_index", std::to_string(names.fallbackIndex)},
                                                 {"team_id", team ? team->id.value : std::string()},
                                                 {"team_name", team ? team->name : std::string()},
                                                 {"customer_id", customer ? customer->id.value : std::string()},
                                                 {"customer_name", customer ? customer->name : std::string()}});
    }
    std::sort(all.begin(), all.end(), [](const auto &left, const auto &right) { return left.second < right.second; });
    return all;
}

void MetricsBoard::writeServed(MetricsText &text) const
{
    std::map<std::string, const Served *> sorted;
    for (const auto &[key, served] : m_served)
        sorted.emplace(key, &served);
    const auto forEach = [&sorted](auto write) {
        for (const auto &[key, served] : sorted)
            write(*served, MetricLabels{{"path", served->path},
                                        {"method", served->method},
                                        {"status", std::to_string(served->status)}});
    };
    text.declare("http_requests_total", "counter", "Requests that clients made.");
    forEach([&text](const Served &served, const MetricLabels &labels) {
        text.sample("http_requests_total", labels, served.duration.count);
    });
    text.declare("http_request_duration_seconds", "histogram",
                 "From the first byte of a request to the last of its answer.");
    forEach([&text](const Served &served, const MetricLabels &labels) {
        text.histogram("http_request_duration_seconds", labels, served.duration);
    });
    const auto sizes = [&](std::string_view name, std::string_view help, double Served::*bytes) {
        text.declare(name, "summary", help);
        forEach([&](const Served &served, const MetricLabels &labels) {
            text.sample(std::string(name) + "_sum", labels, served.*bytes);
            text.sample(std::string(name) + "_count", labels, served.duration.count);
        });
    };
    sizes("http_request_size_bytes", "Bytes of the bodies of requests.", &Served::requestBytes);
    sizes("http_response_size_bytes", "Bytes of answers.", &Served::responseBytes);
}

void MetricsBoard::writeUpstream(MetricsText &text, const UpstreamLabels &series) const
{
    const auto counter = [&](std::string_view name, std::string_view help, auto valueOf) {
        text.declare(name, "counter", help);
        for (const auto &[upstream, labels] : series)
            text.sample(name, labels, valueOf(*upstream));
    };
    counter("bifrost_upstream_requests_total", "Attempts at providers.",
            [](const Upstream &each) { return each.requests; });
    counter("bifrost_success_requests_total", "Attempts that succeeded.",
            [](const Upstream &each) { return each.succeeded; });
    text.declare("bifrost_error_requests_total", "counter", "Attempts that failed.");
    for (const auto &[upstream, labels] : series) {
        for (const auto &[status, failed] : upstream->failed) {
            MetricLabels withStatus = labels;
            withStatus.emplace_back("status_code", std::to_string(status));
            text.sample("bifrost_error_requests_total", withStatus, failed);
        }
    }
    counter("bifrost_input_tokens_total", "Tokens of prompts, cached ones included.",
            [](const Upstream &each) { return each.inputTokens; });
    counter("bifrost_output_tokens_total", "Tokens of answers.",
            [](const Upstream &each) { return each.outputTokens; });
    counter("bifrost_cost_total", "Dollars, of the attempts whose cost is known.",
            [](const Upstream &each) { return each.cost.dollars(); });
}

void MetricsBoard::writeLatencies(MetricsText &text, const UpstreamLabels &series) const
{
    text.declare("bifrost_upstream_latency_seconds", "histogram", "How long attempts took.");
    for (const auto &[upstream, labels] : series) {
        for (const bool isSuccess : {true, false}) {
            const MetricHistogram &latency = isSuccess ? upstream->successLatency : upstream->failureLatency;
            if (latency.count == 0)
                continue;
            MetricLabels withOutcome = labels;
            withOutcome.emplace_back("is_success", isSuccess ? "true" : "false");
            text.histogram("bifrost_upstream_latency_seconds", withOutcome, latency);
        }
    }
    const auto histogram = [&](std::string_view name, std::string_view help, MetricHistogram Upstream::*values) {
        text.declare(name, "histogram", help);
        for (const auto &[upstream, labels] : series) {
            if ((upstream->*values).count > 0)
                text.histogram(name, labels, upstream->*values);
        }
    };
    histogram("bifrost_stream_first_token_latency_seconds", "Until the first byte of a stream's answer.",
              &Upstream::firstToken);
    histogram("bifrost_stream_inter_token_latency_seconds", "Mean time between two events of a stream.",
              &Upstream::interToken);
    histogram("bifrost_request_retries", "Attempts of a request after its first.", &Upstream::retries);
}

void MetricsBoard::writeRotations(MetricsText &text, const config::ConfigSnapshot &snapshot) const
{
    text.declare("bifrost_key_rotation_events_total", "counter",
                 "Keys that were left for another one after a failure.");
    std::map<std::string, const Rotation *> sorted;
    for (const auto &[key, rotation] : m_rotations)
        sorted.emplace(key, &rotation);
    for (const auto &[key, rotation] : sorted) {
        text.sample("bifrost_key_rotation_events_total",
                    {{"provider", rotation->provider},
                     {"requested_model", rotation->model},
                     {"key_id", keyIdOf(snapshot, rotation->provider, rotation->key)},
                     {"key_name", rotation->key},
                     {"fail_reason", rotation->reason}},
                    rotation->count);
    }
}

std::string MetricsBoard::render(const config::ConfigSnapshot &snapshot, const api::HealthBoard &health,
                                 int inFlight) const
{
    MetricsText text;
    {
        const std::lock_guard lock(m_mutex);
        const UpstreamLabels series = labelsOf(snapshot);
        writeServed(text);
        writeUpstream(text, series);
        writeLatencies(text, series);
        writeRotations(text, snapshot);
    }
    text.declare("bifrost_active_requests", "gauge", "Requests that are running.");
    text.sample("bifrost_active_requests", {}, std::int64_t{inFlight});
    writeKeysUp(text, snapshot, health);
    text.declare("process_start_time_seconds", "gauge", "When this process began, in seconds since 1970.");
    text.sample("process_start_time_seconds", {},
                std::chrono::duration<double>(m_startedAt.time_since_epoch()).count());
    return text.take();
}

} // namespace gateway::service
