// Hears what a client sends after its connection was switched to another protocol.
#pragma once

#include "gateway/net/http/http_exchange.h"

#include <string_view>

namespace gateway::net {

// An exchange that answers 101 (RFC 9110 §7.8) by sendHead() leaves its connection to both sides: sendBody() writes
// bytes as they are, finish() closes, and what the client sends goes to the listener, if it is one of these.
class SwitchedListener : public ExchangeListener {
public:
    // The exchange may be ended from inside. On the connection's worker thread.
    virtual void clientSent(std::string_view bytes) = 0;
};

} // namespace gateway::net
