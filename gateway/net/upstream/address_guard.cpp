#include "gateway/net/upstream/address_guard.h"

#include <algorithm>
#include <array>
#include <utility>

namespace gateway::net {

namespace {

// One of up to four parts: decimal, octal after "0", hexadecimal after "0x".
std::optional<std::uint64_t> numberIn(const QString &part)
{
    bool isNumber = false;
    const std::uint64_t value = part.toULongLong(&isNumber, 0); // 0: as C writes numbers
    const bool hasSign = part.startsWith(QLatin1Char('-')) || part.startsWith(QLatin1Char('+'));
    return isNumber && !hasSign ? std::optional(value) : std::nullopt;
}

// The last part fills all bytes that are left: "127.1" is 127.0.0.1.
std::optional<quint32> ipv4In(const QString &host)
{
    constexpr int mostParts = 4;
    const QStringList parts = host.split(QLatin1Char('.'));
    if (parts.size() > mostParts)
        return std::nullopt;
    std::uint64_t address = 0;
    for (int index = 0; index < parts.size(); ++index) {
        const auto number = numberIn(parts.at(index));
        const bool isLast = index == parts.size() - 1;
        const int bits = isLast ? 8 * (mostParts - index) : 8;
        if (!number || *number >> bits != 0)
            return std::nullopt;
        address = (address << bits) | *number;
    }
    return static_cast<quint32>(address);
}

} // namespace

bool isForbiddenTarget(const QHostAddress &address)
{
    bool isIpv4 = false;
    const quint32 number = address.toIPv4Address(&isIpv4); // also of ::ffff:169.254.169.254
    if (isIpv4)
        return QHostAddress(number).isInSubnet(QHostAddress(QStringLiteral("169.254.0.0")), 16)
               || QHostAddress(number) == QHostAddress(QStringLiteral("100.100.100.200"));
    const std::array<std::pair<QHostAddress, int>, 3> forbidden{
        std::pair{QHostAddress(QStringLiteral("fe80::")), 10},
        std::pair{QHostAddress(QStringLiteral("fd00:ec2::254")), 128},
        // NAT64 (RFC 6052 §2.1) of 169.254.0.0/16
        std::pair{QHostAddress(QStringLiteral("64:ff9b::a9fe:0")), 112}};
    for (const auto &[network, bits] : forbidden) {
        if (address.isInSubnet(network, bits))
            return true;
    }
    return false;
}

bool isMachineService(const QHostAddress &address, MachineService service)
{
    if (service == MachineService::None)
        return false;
    bool isIpv4 = false;
    const quint32 number = address.toIPv4Address(&isIpv4); // also of ::ffff:169.254.169.254
    const QHostAddress meant = isIpv4 ? QHostAddress(number) : address;
    if (meant.isLoopback())
        return true;
    if (service == MachineService::Metadata)
        return meant == QHostAddress(QStringLiteral("169.254.169.254"));
    return meant == QHostAddress(QStringLiteral("169.254.170.2"))
           || meant == QHostAddress(QStringLiteral("169.254.170.23"))
           || meant == QHostAddress(QStringLiteral("fd00:ec2::23"));
}

QHostAddress addressInHost(const std::string &host)
{
    const QString text = QString::fromStdString(host);
    if (text.contains(QLatin1Char(':')))
        return QHostAddress(text);
    const auto number = ipv4In(text);
    return number ? QHostAddress(*number) : QHostAddress();
}

std::optional<Error> refusalOfHost(const std::string &host)
{
    const QHostAddress address = addressInHost(host);
    return !address.isNull() && isForbiddenTarget(address) ? std::optional(forbiddenTarget(host)) : std::nullopt;
}

Error forbiddenTarget(const std::string &host)
{
    return Error::client(ErrorCode::InvalidRequest,
                         host
                             + " is at a link-local address, or where a cloud hands out credentials. No provider is "
                               "there, so nothing was sent.");
}

bool leadsToOwnListener(const OwnListener &listener, const QHostAddress &peer, std::uint16_t peerPort,
                        const QHostAddress &local)
{
    if (listener.port == 0 || peerPort != listener.port)
        return false;
    constexpr auto alsoMapped = QHostAddress::ConvertV4MappedToIPv4;
    // Both ends are here.
    const bool isThisComputer = peer.isLoopback() || peer.isEqual(local, alsoMapped);
    bool isIpv4 = false;
    static_cast<void>(peer.toIPv4Address(&isIpv4));
    return std::any_of(listener.addresses.begin(), listener.addresses.end(), [&](const QHostAddress &address) {
        if (address == QHostAddress::Any)
            return isThisComputer;
        if (address == QHostAddress::AnyIPv4)
            return isThisComputer && isIpv4;
        if (address == QHostAddress::AnyIPv6)
            return isThisComputer && !isIpv4;
        return address.isEqual(peer, alsoMapped);
    });
}

Error ownListenerAsTarget(const std::string &host, std::uint16_t port)
{
    return Error::client(ErrorCode::RoutingLoop,
                         host + ", port " + std::to_string(port)
                             + ", is Bilrost itself: the request would go round in a circle, so nothing was sent.");
}

} // namespace gateway::net
