// What a provider wants back unchanged in the next turn: signatures and encrypted reasoning.
//
// Anthropic: thinking.signature, redacted_thinking.data. OpenAI Responses: reasoning.encrypted_content with the item's
// id. Gemini: thoughtSignature of any part. A client of another dialect carries it in the one opaque field that it has;
// packState() makes it a text that tells its origin, so that it is given back to that provider alone.
#pragma once

#include "gateway/translation/dialects/dialect_id.h"

#include <optional>
#include <string>
#include <string_view>

namespace gateway::translation {

struct OpaqueState {
    DialectId origin = DialectId::AnthropicMessages; // the provider dialect that made it
    std::string data;                                // as the provider wrote it
    std::string itemId;                              // OpenAI Responses: "rs_..."; else empty
    bool isRedacted = false;                         // Anthropic: redacted_thinking, there is no text
    bool belongsToNext = false; // Gemini: it hung on the tool call or text that follows, not on reasoning
    bool operator==(const OpaqueState &) const = default;
};

// ASCII without quotes or space: "bilrost.<origin>.<flags>.<id>.<data>".
std::string packState(const OpaqueState &state);

// Nothing when the text was not made by packState(): then it is the client dialect's own.
std::optional<OpaqueState> unpackState(std::string_view text);

// State carried in `text` by a client of `native`: unpacked, or the native provider's own.
OpaqueState stateFromClient(std::string_view text, DialectId native);

// As a client of `native` is to carry it: its own data as it is, others packed.
std::string stateForClient(const OpaqueState &state, DialectId native);

} // namespace gateway::translation
