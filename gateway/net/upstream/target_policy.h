// Which addresses requests may be sent to: no forbidden one, and private ones only where somebody said so.
#pragma once

#include "gateway/net/upstream/address_guard.h"

#include <atomic>
#include <mutex>
#include <set>
#include <string>

namespace gateway::net {

// This computer, and networks that are not part of the internet: 127.0.0.0/8 and 0.0.0.0/8 (RFC 1122 §3.2.1.3),
// RFC 1918, 100.64.0.0/10 (RFC 6598), ::1, fc00::/7 (RFC 4193), fec0::/10 (RFC 3879); as IPv4 or IPv4 inside of IPv6.
// Pure.
bool isPrivateTarget(const QHostAddress &address);

// Shared by all workers; any thread.
class TargetPolicy {
public:
    // Whether other computers can reach the gateway. Then whoever reaches it must not reach through it what is behind
    // it, unless a provider there is meant to be used so.
    void setReachable(bool isReachable) { m_isReachable.store(isReachable, std::memory_order_relaxed); }
    bool isReachable() const { return m_isReachable.load(std::memory_order_relaxed); }
    // Names and addresses, in small letters, of hosts that may be private all the same.
    void setPrivateHosts(std::set<std::string, std::less<>> hosts);

    // Why nothing may be sent to `host`, which stands for the address; nothing when it may.
    std::optional<Error> refusalOf(const QHostAddress &address, const std::string &host) const;

private:
    std::atomic<bool> m_isReachable{false};
    mutable std::mutex m_mutex;
    std::set<std::string, std::less<>> m_privateHosts;
};

// What a transport asks before it sends anything.
struct TargetCheck {
    const TargetPolicy *policy = nullptr; // outlives the transport; null: any private address is fine
    bool (*isForbidden)(const QHostAddress &) = &isForbiddenTarget;

    // `service`: that the request is for, of UpstreamRoute::machineService. Then nothing but its own places is allowed,
    // and these are, whoever can reach the gateway: no client says where such a request goes.
    std::optional<Error> refusalOf(const QHostAddress &address, const std::string &host,
                                   MachineService service = MachineService::None) const;
    bool isStrict() const { return policy && policy->isReachable(); }
};

} // namespace gateway::net
