#include "gateway/service/health_probe.h"

#include "gateway/net/upstream/failure_classifier.h"
#include "gateway/pipeline/provider_address.h"
#include "gateway/pipeline/upstream_attempt.h"
#include "gateway/translation/listing/model_list.h"

#include <algorithm>
#include <utility>

namespace gateway::service {

namespace {

constexpr std::chrono::seconds patience{10};

} // namespace

// A path of ours goes to the host itself; those of clouds have their lists and their paths elsewhere.
std::optional<std::string> problemOfHealthProbe(const config::ProviderDefinition &provider, const std::string &probe)
{
    if (probe.empty())
        return std::nullopt;
    if (provider.hosting() != config::Hosting::Own || provider.family == translation::DialectFamily::Bedrock)
        return "This host cannot be probed: leave health_probe empty.";
    if (probe == "models") {
        if (provider.offers("list_models"))
            return std::nullopt;
        return "This provider does not list its models: health_probe must be a path.";
    }
    constexpr std::size_t longest = 500;
    const bool isPath =
        probe.front() == '/' && !probe.starts_with("//") && probe.size() <= longest
        && std::all_of(probe.begin(), probe.end(), [](unsigned char letter) { return letter > ' ' && letter < 127; });
    if (isPath)
        return std::nullopt;
    return "health_probe must be empty, \"models\", or a path that begins with \"/\".";
}

HealthProbe::HealthProbe(HealthProbePlan plan, EndSink ended) : m_plan(std::move(plan)), m_ended(std::move(ended)) {}

HealthProbe::~HealthProbe() = default;

Result<net::UpstreamRequest> HealthProbe::question() const
{
    const config::ProviderDefinition &provider = m_plan.provider;
    const config::ProviderKey *key = m_plan.key ? &*m_plan.key : nullptr;
    const auto address = pipeline::addressOf(provider, key);
    if (!address)
        return unexpected(address.error());
    const bool isList = m_plan.probe == "models";
    const std::string_view target =
        isList ? translation::modelListTarget(provider.family) : std::string_view(m_plan.probe);
    const pipeline::HostedCall call{isList ? "list_models" : "", {}, false};
    auto request = pipeline::encodeOwnRequest(provider, key, *address, "GET", target, {call, {}});
    if (request) {
        request->firstByteTimeout = patience;
        request->totalTimeout = patience;
    }
    return request;
}

void HealthProbe::start(net::UpstreamTransport &transport)
{
    auto request = question();
    if (request)
        m_exchange = transport.start(std::move(*request), *this);
    else
        end(unexpected(request.error()));
}

void HealthProbe::responseStarted(const net::UpstreamResponseHead &head)
{
    // The head says it all; the list of models is not waited for.
    m_exchange.reset();
    if (head.status >= 500)
        end(unexpected(net::classifyStatus(head.status, head.headers, {})));
    else
        end({});
}

void HealthProbe::responseBytes(std::string_view) {}

void HealthProbe::responseFinished() {}

void HealthProbe::responseFailed(const Error &error)
{
    end(unexpected(error));
}

void HealthProbe::end(const Result<void> &answered)
{
    if (m_ended)
        std::exchange(m_ended, nullptr)(answered);
}

} // namespace gateway::service
