#include "gateway/net/upstream/target_policy.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <utility>

namespace gateway::net {

namespace {

struct Ipv4Network {
    quint32 network;
    int bits;
};

constexpr std::array privateNetworks{
    Ipv4Network{0x00000000, 8},  // 0.0.0.0, "this host"
    Ipv4Network{0x0A000000, 8},  // 10.0.0.0
    Ipv4Network{0x64400000, 10}, // 100.64.0.0
    Ipv4Network{0x7F000000, 8},  // 127.0.0.0
    Ipv4Network{0xAC100000, 12}, // 172.16.0.0
    Ipv4Network{0xC0A80000, 16}, // 192.168.0.0
};

constexpr quint32 upperBits(quint32 address, int bits)
{
    return address >> (32 - bits);
}

bool isPrivateIpv4(quint32 address)
{
    return std::any_of(privateNetworks.begin(), privateNetworks.end(), [address](const Ipv4Network &each) {
        return upperBits(address, each.bits) == upperBits(each.network, each.bits);
    });
}

// The last four bytes, where a translator finds the IPv4 address that is meant.
quint32 embeddedIpv4(const Q_IPV6ADDR &bytes)
{
    quint32 address = 0;
    for (int index = 12; index < 16; ++index)
        address = (address << 8) | bytes[index];
    return address;
}

bool isNat64(const Q_IPV6ADDR &bytes) // 64:ff9b::/96, RFC 6052 §2.1
{
    constexpr std::array<quint8, 12> prefix{0x00, 0x64, 0xff, 0x9b};
    return std::equal(prefix.begin(), prefix.end(), std::begin(bytes.c));
}

Error privateTarget(const std::string &host)
{
    return Error::client(ErrorCode::InvalidRequest,
                         host
                             + " is this computer or in a private network, and other computers can reach Bilrost. "
                               "Nothing was sent. If the provider is meant to be there, allow it in its network "
                               "settings (allow_private_network).");
}

} // namespace

bool isPrivateTarget(const QHostAddress &address)
{
    bool isIpv4 = false;
    const quint32 number = address.toIPv4Address(&isIpv4); // also of ::ffff:10.0.0.1
    if (isIpv4)
        return isPrivateIpv4(number);
    if (address.protocol() != QAbstractSocket::IPv6Protocol)
        return false;
    const Q_IPV6ADDR bytes = address.toIPv6Address();
    if (isNat64(bytes))
        return isPrivateIpv4(embeddedIpv4(bytes));
    const bool isUniqueLocal = (bytes[0] & 0xfe) == 0xfc;
    const bool isSiteLocal = bytes[0] == 0xfe && (bytes[1] & 0xc0) == 0xc0;
    return address.isLoopback() || address == QHostAddress(QHostAddress::AnyIPv6) || isUniqueLocal || isSiteLocal;
}

void TargetPolicy::setPrivateHosts(std::set<std::string, std::less<>> hosts)
{
    const std::lock_guard lock(m_mutex);
    m_privateHosts = std::move(hosts);
}

std::optional<Error> TargetPolicy::refusalOf(const QHostAddress &address, const std::string &host) const
{
    if (!isReachable() || !isPrivateTarget(address))
        return std::nullopt;
    const std::lock_guard lock(m_mutex);
    return m_privateHosts.contains(host) ? std::nullopt : std::optional(privateTarget(host));
}

std::optional<Error> TargetCheck::refusalOf(const QHostAddress &address, const std::string &host,
                                            MachineService service) const
{
    if (service != MachineService::None)
        return isMachineService(address, service) ? std::nullopt : std::optional(forbiddenTarget(host));
    if (isForbidden(address))
        return forbiddenTarget(host);
    return policy ? policy->refusalOf(address, host) : std::nullopt;
}

} // namespace gateway::net
