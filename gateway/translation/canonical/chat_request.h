// A request for a completion in no dialect's words: what every client half decodes to and every provider half encodes.
#pragma once

#include "gateway/translation/canonical/message.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace gateway::translation {

struct Tool {
    enum class Kind {
        Function, // JSON arguments by a schema
        Custom,   // free text (OpenAI)
        BuiltIn,  // runs at the provider: web search, code execution, ...; for its own dialect only
    };
    Kind kind = Kind::Function;
    std::string name;
    std::string description;
    Json inputSchema; // full JSON Schema as the client wrote it; null when there is none
    std::optional<bool> isStrict;
    std::string toolNamespace; // OpenAI Responses "namespace" tools are flattened, one Tool each; else empty
    std::string namespaceDescription;
    std::optional<CacheMarker> cacheMarker;
    DialectId origin = DialectId::OpenAiChat; // of `raw`
    Json raw;                                 // BuiltIn and Custom: the whole tool as it came; else null
    Extensions extensions;                    // "defer_loading", "eager_input_streaming", ...
    bool operator==(const Tool &) const = default;
};

struct ToolChoice {
    enum class Kind { Auto, None, Required, Named, Allowed };
    Kind kind = Kind::Auto;
    std::string name;                 // Named
    std::vector<std::string> allowed; // Allowed: only these
    bool isRequired = false;          // Allowed: one of them must be called
    bool operator==(const ToolChoice &) const = default;
};

struct OutputFormat {
    enum class Kind { Text, JsonObject, JsonSchema };
    Kind kind = Kind::Text;
    std::string name;
    std::string description;
    Json schema; // JsonSchema
    std::optional<bool> isStrict;
    bool isOneOf = false; // Gemini's client waits for a word of a list: the schema is an object with that word alone
    bool operator==(const OutputFormat &) const = default;
};

enum class ReasoningEffort { None, Minimal, Low, Medium, High, ExtraHigh, Maximum };

struct ReasoningOptions {
    enum class Mode { Unset, Disabled, Enabled, Adaptive };
    Mode mode = Mode::Unset;
    std::optional<ReasoningEffort> effort;
    std::optional<std::int64_t> budgetTokens; // -1: the provider decides (Gemini's dynamic thinking)
    std::optional<bool> includesText;         // the client wants to read it (includeThoughts, summary, display)
    std::string summary;                      // OpenAI's "auto", "concise", "detailed"
    bool wantsEncrypted = false;              // OpenAI's include: reasoning.encrypted_content
    bool operator==(const ReasoningOptions &) const = default;
};

struct SamplingOptions {
    std::optional<double> temperature;
    std::optional<double> topP;
    std::optional<std::int64_t> topK;
    std::optional<double> frequencyPenalty;
    std::optional<double> presencePenalty;
    std::optional<std::int64_t> seed;
    std::optional<std::int64_t> choiceCount; // "n"
    std::optional<bool> logprobs;
    std::optional<std::int64_t> topLogprobs;
    Json logitBias; // null when absent
    std::vector<std::string> stopSequences;
    std::optional<std::int64_t> maxOutputTokens;
    bool operator==(const SamplingOptions &) const = default;
};

struct ChatRequest {
    DialectId dialect = DialectId::OpenAiChat; // the client's
    std::string model;                         // as the client wrote it
    bool isStream = false;
    bool wantsStreamUsage = false; // OpenAI chat: stream_options.include_usage; true for all other dialects
    std::vector<Message> messages;
    std::vector<Tool> tools;
    std::optional<ToolChoice> toolChoice;
    std::optional<bool> allowsParallelToolCalls;
    SamplingOptions sampling;
    OutputFormat outputFormat;
    ReasoningOptions reasoning;
    std::string verbosity;   // OpenAI's "low", "medium", "high"
    std::string serviceTier; // the client dialect's word
    std::string endUserId;   // "user", "metadata.user_id", "safety_identifier"
    std::string promptCacheKey;
    std::optional<bool> mayStore;
    std::string previousResponseId;
    Json metadata;                    // free string map; null when absent
    Extensions extensions;            // unknown top-level members
    bool wantsWholeToolCalls = false; // the client's SDK reads a streamed tool call only when it comes in one piece
    bool operator==(const ChatRequest &) const = default;
};

} // namespace gateway::translation
