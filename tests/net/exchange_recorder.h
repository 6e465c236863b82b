// An observer that writes down what an exchange tells, and checks the order in which it may tell it.
#pragma once

#include "gateway/net/upstream/upstream_transport.h"

#include <functional>
#include <memory>
#include <optional>
#include <string>

#include <QtTest/QTest>

namespace tests {

class ExchangeRecorder final : public gateway::net::UpstreamObserver {
public:
    void requestSentAgain() override
    {
        if (hasEnded() || head)
            ++violations;
        ++secondSendings;
    }
    void responseStarted(const gateway::net::UpstreamResponseHead &responseHead) override
    {
        if (hasEnded() || head)
            ++violations;
        head = responseHead;
        ++calls;
        if (onHead)
            onHead();
    }
    void responseBytes(std::string_view bytes) override
    {
        if (hasEnded() || !head || bytes.empty() || isPaused)
            ++violations;
        ++calls;
        byteCount += bytes.size();
        if (mustKeepBody)
            body.append(bytes);
        if (onBytes)
            onBytes();
    }
    void responseFinished() override
    {
        if (hasEnded() || !head)
            ++violations;
        ++calls;
        isFinished = true;
        if (onEnd)
            onEnd();
    }
    void responseFailed(const gateway::Error &failure) override
    {
        if (hasEnded())
            ++violations;
        ++calls;
        error = failure;
        if (onEnd)
            onEnd();
    }
    bool hasEnded() const { return isFinished || error.has_value(); }

    std::optional<gateway::net::UpstreamResponseHead> head;
    std::string body;
    std::uint64_t byteCount = 0;
    std::optional<gateway::Error> error;
    std::function<void()> onHead;
    std::function<void()> onBytes;
    std::function<void()> onEnd;
    bool isFinished = false;
    bool isPaused = false; // set by tests: bytes are a violation then
    bool mustKeepBody = true;
    int calls = 0;
    int secondSendings = 0;
    int violations = 0;
};

} // namespace tests
