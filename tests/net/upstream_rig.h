// What every test of a transport needs: the transport of the data row, a fake provider, and a way to call it.
#pragma once

#include "gateway/net/upstream/direct_transport.h"
#include "gateway/net/upstream/network_access_transport.h"
#include "tests/net/exchange_recorder.h"
#include "tests/support/fake_upstream.h"
#include "tests/support/test_certificates.h"

#include <chrono>
#include <memory>
#include <string>

namespace tests {

enum class TransportKind { Direct, NetworkAccess, NetworkAccessTls };

// How long such a call may take here and now, with a margin: a fixed limit for connecting fails on a busy machine.
template <typename Call>
std::chrono::milliseconds limitFor(const Call &call)
{
    const auto begin = std::chrono::steady_clock::now();
    call();
    const auto taken = std::chrono::steady_clock::now() - begin;
    return std::chrono::ceil<std::chrono::milliseconds>(8 * taken) + std::chrono::milliseconds(500);
}

class UpstreamRig {
public:
    UpstreamRig(TransportKind kind, const TestCertificates *certificates, FakeUpstream::Script script)
    {
        auto plain = std::make_shared<gateway::net::UpstreamRoute>();
        plain->scheme = "http";
        plain->host = "127.0.0.1";
        plain->proxyMode = gateway::net::ProxyMode::None;
        if (kind == TransportKind::NetworkAccessTls) {
            plain->scheme = "https";
            plain->caCertificatePem = certificates->authorityPem();
            upstream = std::make_unique<FakeUpstream>(std::move(script),
                                                      certificates->serverConfiguration(TestCertificates::Kind::Valid));
        } else {
            upstream = std::make_unique<FakeUpstream>(std::move(script));
        }
        plain->port = upstream->port();
        route = plain;
        const auto timeAsleep = [asleep = asleep] { return *asleep; };
        if (kind == TransportKind::Direct) {
            gateway::net::DirectTransportLimits limits;
            limits.timeAsleep = timeAsleep;
            limits.network = network.get();
            transport = std::make_unique<gateway::net::DirectTransport>(limits);
        } else {
            gateway::net::NetworkAccessLimits limits;
            limits.timeAsleep = timeAsleep;
            limits.network = network.get();
            transport = std::make_unique<gateway::net::NetworkAccessTransport>(limits);
        }
    }

    gateway::net::UpstreamRequest request(std::string method = "POST", std::string body = "{}") const
    {
        gateway::net::UpstreamRequest request;
        request.route = route;
        request.method = std::move(method);
        request.target = "/v1/chat/completions?x=1%20a";
        request.headers = {{"Content-Type", "application/json"}, {"Authorization", "Bearer key"}};
        if (request.method != "GET" && request.method != "HEAD")
            request.body = std::make_shared<const std::string>(std::move(body));
        return request;
    }

    std::unique_ptr<gateway::net::UpstreamExchange> start(ExchangeRecorder &recorder, std::string method = "POST")
    {
        return transport->start(request(std::move(method)), recorder);
    }

    std::unique_ptr<gateway::NetworkChanges> network = std::make_unique<gateway::NetworkChanges>();
    // How long the computer has slept.
    std::shared_ptr<std::chrono::milliseconds> asleep = std::make_shared<std::chrono::milliseconds>(0);
    std::unique_ptr<FakeUpstream> upstream;
    gateway::net::UpstreamRoutePointer route;
    std::unique_ptr<gateway::net::UpstreamTransport> transport;
};

} // namespace tests

Q_DECLARE_METATYPE(tests::TransportKind)
