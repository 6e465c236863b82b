// A transport without a network: keeps the calls that were made, and lets a test answer each as a provider would.
#pragma once

#include "gateway/net/upstream/upstream_transport.h"

#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace tests {

class FakeTransport final : public gateway::net::UpstreamTransport {
public:
    // One call, also after its exchange is gone.
    struct Call {
        gateway::net::UpstreamRequest request;
        gateway::net::UpstreamObserver *observer = nullptr; // null once the exchange was destroyed
        gateway::net::UpstreamTiming timing;                // what the exchange will tell
        int pauses = 0;
        int resumes = 0;

        bool isAlive() const { return observer != nullptr; }

        // The provider's side. Nothing happens when the exchange is gone, as with a real transport.
        void head(int status, gateway::HeaderList headers = {}, std::optional<std::uint64_t> length = {})
        {
            if (observer)
                observer->responseStarted({status, std::move(headers), length, 1, false});
        }
        void bytes(std::string_view piece)
        {
            if (observer)
                observer->responseBytes(piece);
        }
        // The kept connection was closed without a byte, and the request goes out on a new one.
        void sendAgain()
        {
            if (observer)
                observer->requestSentAgain();
        }
        void finish()
        {
            if (auto *hearing = observer)
                hearing->responseFinished();
        }
        void fail(const gateway::Error &error)
        {
            if (auto *hearing = observer)
                hearing->responseFailed(error);
        }
        // A whole JSON answer.
        void answer(int status, std::string_view body, std::string contentType = "application/json")
        {
            head(status, {{"Content-Type", std::move(contentType)}}, body.size());
            bytes(body);
            finish();
        }
    };

    std::unique_ptr<gateway::net::UpstreamExchange> start(gateway::net::UpstreamRequest request,
                                                          gateway::net::UpstreamObserver &observer) override
    {
        auto call = std::make_shared<Call>();
        call->request = std::move(request);
        call->observer = &observer;
        m_calls.push_back(call);
        return std::make_unique<Exchange>(std::move(call));
    }

    std::size_t callCount() const { return m_calls.size(); }
    // By value: the call stays readable when the transport goes on.
    std::shared_ptr<Call> call(std::size_t index) const { return m_calls.at(index); }
    std::shared_ptr<Call> lastCall() const { return m_calls.back(); }

private:
    class Exchange final : public gateway::net::UpstreamExchange {
    public:
        explicit Exchange(std::shared_ptr<Call> call) : m_call(std::move(call)) {}
        ~Exchange() override { m_call->observer = nullptr; }
        void pause() override { ++m_call->pauses; }
        void resume() override { ++m_call->resumes; }
        gateway::net::UpstreamTiming timing() const override { return m_call->timing; }

    private:
        std::shared_ptr<Call> m_call;
    };

    std::vector<std::shared_ptr<Call>> m_calls;
};

} // namespace tests
