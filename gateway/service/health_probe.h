// Asks a provider in trouble one question that costs nothing, to learn whether it answers again.
#pragma once

#include "gateway/base/result.h"
#include "gateway/config/provider_definition.h"
#include "gateway/net/upstream/upstream_transport.h"

#include <functional>
#include <memory>
#include <optional>
#include <string>

namespace gateway::service {

// Why what the provider's owner wants it to be asked (ProviderExtras::healthProbe) cannot be asked; nothing when it can.
std::optional<std::string> problemOfHealthProbe(const config::ProviderDefinition &provider, const std::string &probe);

struct HealthProbePlan {
    config::ProviderDefinition provider;
    std::optional<config::ProviderKey> key;
    std::string probe; // "models": the list of models; else a path below the base URL
};

// Lives on a worker thread; destroy it to cancel, but not from inside the sink.
class HealthProbe final : public net::UpstreamObserver {
public:
    // Success: the provider answered, with a status below 500: that is no outage. Else why it is one; an error of our
    // own (an address or key that cannot be used) says nothing about the provider.
    using EndSink = std::function<void(const Result<void> &answered)>;

    HealthProbe(HealthProbePlan plan, EndSink ended);
    ~HealthProbe() override;

    // The sink is called once, from inside when nothing can be asked.
    void start(net::UpstreamTransport &transport);

    void responseStarted(const net::UpstreamResponseHead &head) override;
    void responseBytes(std::string_view bytes) override;
    void responseFinished() override;
    void responseFailed(const Error &error) override;

private:
    Result<net::UpstreamRequest> question() const;
    void end(const Result<void> &answered);

    HealthProbePlan m_plan;
    EndSink m_ended;
    std::unique_ptr<net::UpstreamExchange> m_exchange;
};

} // namespace gateway::service
