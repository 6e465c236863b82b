// What QTcpSocket cannot do with its descriptor: read and write at once, close one direction, reset.
#pragma once

#include <QtGlobal>

#include <cstddef>
#include <optional>
#include <span>
#include <string_view>

namespace gateway::net {

inline constexpr std::size_t mostPartsToSend = 4;

// Writes as much of the parts, one after the other, as the system takes without waiting, and returns how much; nothing
// when the connection is broken. On systems without sendmsg() it takes nothing, and the caller writes through Qt.
// At most `mostPartsToSend` parts.
std::optional<std::size_t> sendNow(qintptr descriptor, std::span<const std::string_view> parts);

// Removes the first `sent` bytes from the parts.
void dropSent(std::span<std::string_view> parts, std::size_t sent);

#ifdef Q_OS_WIN
inline constexpr bool canReceiveNow = false;
#else
inline constexpr bool canReceiveNow = true;
#endif

// Reads what is there, at most `size` bytes: 0 when there is nothing now; nothing at the end of the stream and when the
// connection is broken. Only where canReceiveNow.
std::optional<std::size_t> receiveNow(qintptr descriptor, char *target, std::size_t size);

// The peer sees the end of what we send and may go on sending.
void shutdownSending(qintptr descriptor);

// The next close() sends a reset: the peer sees a broken connection and not an end.
void resetOnClose(qintptr descriptor);

} // namespace gateway::net
