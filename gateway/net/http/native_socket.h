// What QTcpSocket cannot do with its descriptor: write at once from two buffers, close one direction, reset.
#pragma once

#include <QtGlobal>

#include <cstddef>
#include <optional>
#include <string_view>

namespace gateway::net {

// Writes as much of `first` and then `second` as the system takes without waiting, and returns how much; nothing when
// the connection is broken. On systems without sendmsg() it takes nothing, and the caller writes through Qt.
std::optional<std::size_t> sendNow(qintptr descriptor, std::string_view first, std::string_view second);

// The peer sees the end of what we send and may go on sending.
void shutdownSending(qintptr descriptor);

// The next close() sends a reset: the peer sees a broken connection and not an end.
void resetOnClose(qintptr descriptor);

} // namespace gateway::net
