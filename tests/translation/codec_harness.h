// Runs stream codecs in tests: any cut of the bytes, every event checked.
#pragma once

#include "gateway/translation/dialects/client_dialect.h"
#include "gateway/translation/dialects/provider_dialect.h"

#include <string>
#include <string_view>
#include <vector>

namespace codec_harness {

using namespace gateway;
using namespace gateway::translation;

// Decodes a whole SSE stream that arrives in pieces of `pieceBytes` (0: at once); a last frame without its blank line is
// left out, as a cut. Fails the running test when the events are not legal or do not end.
StreamEvents decodeSseStream(const ProviderDialect &dialect, ExchangeState &state, std::string_view bytes,
                             std::size_t pieceBytes = 0);
// The same with one cut before `position`: both sides arrive, each at once.
StreamEvents decodeSseStreamCutAt(const ProviderDialect &dialect, ExchangeState &state, std::string_view bytes,
                                  std::size_t position);
// Only the first `size` bytes arrive, then the connection is lost: the events must be legal and end with StreamFailed,
// unless the dialect's end had come.
StreamEvents decodeBrokenSseStream(const ProviderDialect &dialect, ExchangeState &state, std::string_view bytes,
                                   std::size_t size);

// Fails the running test when the sequence is not legal or not complete.
void requireLegal(const StreamEvents &events);

// Wire bytes of all events.
std::string encodeEvents(const ClientDialect &dialect, ExchangeState &state, const StreamEvents &events);

} // namespace codec_harness
