// Decides what the demo models say: plain text, tool calls, objects that fit a schema, thoughts; and counts tokens.
#pragma once

#include "tools/demo_provider/demo_models.h"
#include "tools/demo_provider/field_check.h"

#include <set>

namespace demo_provider {

struct OfferedTool {
    std::string name;
    Json schema;
};

/// One request, in no dialect.
struct Question {
    /// Text of the last turn of the user.
    std::string lastText;
    /// What the tools answered in the last turn; nothing if it holds no tool result.
    std::optional<std::string> toolResult;
    int images = 0;
    std::vector<OfferedTool> tools;
    bool mustCallTool = false;
    /// The only tool that may be called; empty for any.
    std::string forcedTool;
    bool mayCallInParallel = true;
    /// Shape of the answer: a schema, or an empty object for "any JSON object".
    std::optional<Json> outputSchema;
    bool wantsReasoning = false;
    std::optional<long> tokenLimit;
    std::vector<std::string> stopSequences;
    /// All of the prompt, for counting.
    std::string everything;
    /// The part of it that a prompt cache may keep; empty if nothing may be cached.
    std::string cacheable;
};

struct CalledTool {
    std::string name;
    /// JSON text of an object.
    std::string arguments;
};

enum class Ending { Complete, Length, StopSequence, ToolCalls, Refused };

struct Answer {
    std::string reasoning;
    std::string text;
    std::vector<CalledTool> calls;
    Ending ending = Ending::Complete;
    std::string stopSequence;
    /// All of the prompt's tokens, whichever way the dialect divides them.
    long inputTokens = 0;
    long cacheReadTokens = 0;
    long cacheWriteTokens = 0;
    /// With the reasoning.
    long outputTokens = 0;
    long reasoningTokens = 0;
};

/// Remembers prompts, so that a second one is read from the cache as at the providers.
using PromptCache = std::set<std::size_t>;

[[nodiscard]] Answer writeAnswer(const Question &question, const DemoModel &model, PromptCache &cache);

/// Text cut into the pieces that a model streams: about one word each, never within a UTF-8 character.
[[nodiscard]] std::vector<std::string> pieces(const std::string &text);
[[nodiscard]] long countTokens(std::string_view text);

/// An instance of the schema. `hints` may name values ("city=Paris"); `turn` chooses among repeated hints.
[[nodiscard]] OrderedJson sampleOf(const Json &schema, const Json &root, const std::string &hints, std::size_t turn,
                                   const std::string &name = {}, int depth = 0);

/// An id as the providers write them: prefix and random letters and digits.
[[nodiscard]] std::string freshId(std::string_view prefix, int length);

} // namespace demo_provider
