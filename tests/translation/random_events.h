// Random answers for the tests of client encoders: legal sequences of events, the same for the same seed.
#pragma once

#include "gateway/translation/canonical/stream_event.h"

#include <cstdint>

namespace codec_harness {

using namespace gateway;
using namespace gateway::translation;

// The provider that answers with randomEvents(seed): states, citations and foreign parts are as it makes them.
DialectId randomProvider(std::uint32_t seed);

// Text with citations and probabilities, reasoning with and without text and state, calls of functions and custom tools,
// refusals, media, parts that only their own dialect knows, several usages. What can be told or lost is marked: each
// mark occurs once. With `mayFail` a third of the answers end with StreamFailed, some of them inside a part; with
// `mayHaveChoices` half of them have two choices, which come in turns.
StreamEvents randomEvents(std::uint32_t seed, bool mayFail = true, bool mayHaveChoices = false);

} // namespace codec_harness
