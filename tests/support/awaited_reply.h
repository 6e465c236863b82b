// Waits for the reply of a command that answers later.
#pragma once

#include "gateway/base/result.h"

#include <QtTest>

#include <optional>

namespace tests {

// `start` gets the function to call with the reply. Ends the test's process when none comes.
template <typename Value, typename Start>
gateway::Result<Value> awaitReply(Start start)
{
    std::optional<gateway::Result<Value>> got;
    start([&got](gateway::Result<Value> result) { got = std::move(result); });
    if (!QTest::qWaitFor([&got] { return got.has_value(); }))
        qFatal("no reply");
    return *got;
}

} // namespace tests
