// The alphabet of streamed answers.
//
// Legal order, which provider decoders guarantee for any bytes (also when the upstream is cut) and client encoders rely
// on; StreamEventChecker is its definition in code:
//   MessageStarted, then any number of (PartStarted PartDelta* PartEnded | UsageReported | ChoiceEnded), then exactly one
//   MessageEnded or StreamFailed. In each choice at most one part is open at a time; part indexes count from 0 over the
//   whole message without gaps; ChoiceEnded comes once a choice, after its last part. MessageEnded only after every
//   choice that started has ended. StreamFailed may come at any time, also first, and nothing after it.
#pragma once

#include "gateway/base/error.h"
#include "gateway/translation/canonical/chat_response.h"

#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace gateway::translation {

struct MessageStarted {
    std::string id;
    std::string model;
    std::optional<std::int64_t> createdAt;
    TokenUsage usage; // what is known at the start (Anthropic)
    std::string serviceTier;
    bool operator==(const MessageStarted &) const = default;
};

// The part as far as it is known at its start: its kind, a tool call's id and name, possibly the first text. A part whose
// content comes at once (media, opaque, redacted reasoning) is whole here and gets no deltas.
struct PartStarted {
    std::size_t index = 0;
    std::int64_t choice = 0;
    Part part;
    bool operator==(const PartStarted &) const = default;
};

struct PartDelta {
    enum class Kind {
        Text,       // of text, reasoning and refusal parts
        Arguments,  // of tool calls: a piece of the text
        Annotation, // `text` is JSON, one annotation of a text part
        Logprobs,   // `text` is JSON: OpenAI chat's array of the tokens of this delta
    };
    std::size_t index = 0;
    Kind kind = Kind::Text;
    std::string text;
    bool operator==(const PartDelta &) const = default;
};

// State (signature, encrypted reasoning) is known when the part ends.
struct PartEnded {
    std::size_t index = 0;
    std::optional<OpaqueState> state;
    bool operator==(const PartEnded &) const = default;
};

// Each report replaces, member by member, what was reported before.
struct UsageReported {
    TokenUsage usage;
    std::string rawUsage;
    bool operator==(const UsageReported &) const = default;
};

struct ChoiceEnded {
    std::int64_t choice = 0;
    FinishReason finishReason = FinishReason::Unknown;
    std::string rawFinishReason;
    std::string stopSequence;
    bool operator==(const ChoiceEnded &) const = default;
};

struct MessageEnded {
    bool operator==(const MessageEnded &) const = default;
};

struct StreamFailed {
    Error error;
    bool operator==(const StreamFailed &) const = default;
};

using StreamEvent = std::variant<MessageStarted, PartStarted, PartDelta, PartEnded, UsageReported, ChoiceEnded,
                                 MessageEnded, StreamFailed>;
using StreamEvents = std::vector<StreamEvent>;

} // namespace gateway::translation
