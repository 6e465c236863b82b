// Keeps requests away from addresses that no provider has: link-local ones, and those where clouds hand out credentials.
#pragma once

#include "gateway/base/error.h"
#include "gateway/net/upstream/upstream_transport.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include <QtNetwork/QHostAddress>

namespace gateway::net {

// RFC 3927 §2.1 and RFC 4291 §2.5.6, and the metadata services of clouds elsewhere (fd00:ec2::254 of Amazon,
// 100.100.100.200 of Alibaba); as IPv4, or IPv4 inside of IPv6. Loopback and private networks are the normal case on
// one's own machine, so they are not among them. Pure.
bool isForbiddenTarget(const QHostAddress &address);

// The few places where the service may be asked, all on this machine or next door: of containers 169.254.170.2,
// 169.254.170.23 and fd00:ec2::23, the metadata service at 169.254.169.254
// (docs.aws.amazon.com/sdkref/latest/guide/feature-container-credentials.html, feature-imds-credentials.html;
// cloud.google.com/compute/docs/metadata), and loopback for what stands in for them. Of None there are none. Pure.
bool isMachineService(const QHostAddress &address, MachineService service);

// The address that a host in a URL stands for by itself: dotted, in one number, in hexadecimal or octal, as IPv6. Null
// when it is a name. So is what the system's resolver makes of it (inet_aton of POSIX.1-2017).
QHostAddress addressInHost(const std::string &host);

// Why the host must not be asked; nothing when it may, or when it is a name: then the address is looked at once the
// connection stands, before anything is sent.
std::optional<Error> refusalOfHost(const std::string &host);
Error forbiddenTarget(const std::string &host);

// Where this gateway itself listens.
struct OwnListener {
    std::vector<QHostAddress> addresses; // as they were given: an "any" address stands for all of its kind
    std::uint16_t port = 0;              // 0: nowhere
};

// Whether a connection from `local` to `peer` ends at the listener: then a provider's name, or another name of this
// computer, has led the gateway to itself. Pure.
bool leadsToOwnListener(const OwnListener &listener, const QHostAddress &peer, std::uint16_t peerPort,
                        const QHostAddress &local);
Error ownListenerAsTarget(const std::string &host, std::uint16_t port);

} // namespace gateway::net
