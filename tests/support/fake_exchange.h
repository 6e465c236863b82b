// A client connection without a socket: keeps what it is told to send, and plays slow and leaving clients.
#pragma once

#include "gateway/net/http/http_exchange.h"

#include <optional>
#include <string>
#include <string_view>
#include <utility>

namespace tests {

// Owned by the test, so that it can be looked at after its end. Calls after the end are counted as violations.
class FakeExchange final : public gateway::net::HttpExchange {
public:
    explicit FakeExchange(std::string method = "POST", std::string target = "/v1/chat/completions",
                          std::string requestBody = {}, gateway::HeaderList headers = {})
    {
        m_request.method = std::move(method);
        m_request.target = std::move(target);
        m_request.headers = std::move(headers);
        m_request.peerAddress = "127.0.0.1";
        m_request.isPeerLoopback = true;
        m_request.body = std::make_shared<const std::string>(std::move(requestBody));
    }

    gateway::net::HttpRequest &mutableRequest() { return m_request; }

    // --- what a client does

    void leave() // closes its connection
    {
        hasEnded = true;
        if (auto *listener = std::exchange(m_listener, nullptr))
            listener->clientGone();
    }
    void drain() // reads what was waiting
    {
        congested = false;
        if (m_listener)
            m_listener->clientDrained();
    }

    // --- what was sent

    std::optional<gateway::net::ResponseHead> head;
    std::optional<std::uint64_t> contentLength;
    std::string body;
    int pieces = 0; // calls of sendBody
    std::string promisedTrailer;
    gateway::HeaderList trailers;
    bool isWhole = false;    // by sendWhole
    bool isFinished = false; // by finish
    bool isAborted = false;
    bool hasEnded = false;
    bool congested = false; // what isCongested answers
    int violations = 0;     // calls after the end, or in the wrong order

    bool isComplete() const { return (isWhole || isFinished) && !isAborted && violations == 0; }

    // --- HttpExchange

    const gateway::net::HttpRequest &request() const override { return m_request; }
    void setListener(gateway::net::ExchangeListener *listener) override
    {
        violations += hasEnded ? 1 : 0;
        m_listener = listener;
    }
    void sendWhole(const gateway::net::ResponseHead &answer, std::string_view bytes) override
    {
        violations += hasEnded || head ? 1 : 0;
        head = answer;
        body = bytes;
        isWhole = hasEnded = true;
    }
    void sendHead(const gateway::net::ResponseHead &answer, std::optional<std::uint64_t> length) override
    {
        violations += hasEnded || head ? 1 : 0;
        head = answer;
        contentLength = length;
    }
    void sendBody(std::string_view bytes) override
    {
        violations += hasEnded || !head ? 1 : 0;
        body.append(bytes);
        ++pieces;
    }
    void promiseTrailer(std::string_view name) override { promisedTrailer = name; }
    void setTrailer(std::string_view name, std::string_view value) override
    {
        trailers.add(std::string(name), std::string(value));
    }
    void finish() override
    {
        violations += hasEnded || !head ? 1 : 0;
        isFinished = hasEnded = true;
    }
    void abort() override
    {
        violations += hasEnded ? 1 : 0;
        isAborted = hasEnded = true;
    }
    bool isCongested() const override { return congested; }
    std::uint64_t bytesSent() const override { return body.size(); }

private:
    gateway::net::HttpRequest m_request;
    gateway::net::ExchangeListener *m_listener = nullptr;
};

} // namespace tests
