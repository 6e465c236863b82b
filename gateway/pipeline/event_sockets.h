// The WebSockets of one worker that hear what happens in the gateway.
#pragma once

#include "gateway/net/http/http_exchange.h"

#include <functional>
#include <memory>
#include <string_view>
#include <unordered_map>

namespace gateway::pipeline {

// Lives on a worker thread. Sockets only listen: of what clients send, closing and pings are answered.
class EventSockets {
public:
    // `counted` is called with +1 and -1 as sockets come and go.
    explicit EventSockets(std::function<void(int)> counted);
    ~EventSockets();

    // Opens a WebSocket on the exchange, or answers why not. Whether the client may was checked before.
    void open(net::HttpExchange &exchange);
    // One text message to every socket. One that does not read fast enough misses it, and is told to ask again later.
    void send(std::string_view text);

private:
    class Socket;
    void remove(const Socket &socket);

    std::function<void(int)> m_counted;
    std::unordered_map<const Socket *, std::unique_ptr<Socket>> m_sockets;
};

} // namespace gateway::pipeline
