// A streamed answer that is whole, as a provider of any dialect sends it.
#pragma once

#include "gateway/translation/canonical/exchange_state.h"
#include "gateway/translation/dialects/dialect_registry.h"

#include <string>

namespace tests {

inline std::string wholeStreamOf(gateway::translation::DialectId dialect)
{
    using namespace gateway::translation;
    gateway::TokenUsage usage;
    usage.uncachedInput = 7;
    usage.output = 9;
    const StreamEvents answer{MessageStarted{"msg_1", "m", 1, {}, {}},
                              PartStarted{0, 0, makeText({})},
                              PartDelta{0, PartDelta::Kind::Text, "All of it."},
                              PartEnded{0, std::nullopt},
                              UsageReported{usage, {}},
                              ChoiceEnded{0, FinishReason::Stop, "stop", {}},
                              MessageEnded{}};
    ChatRequest request;
    request.wantsStreamUsage = true; // as the gateway asks of its providers
    ExchangeState state(request, dialect, "provider");
    const auto encoder = findClientDialect(dialect)->beginStream(state);
    std::string wire;
    for (const StreamEvent &event : answer)
        encoder->encode(event, wire);
    return wire;
}

} // namespace tests
