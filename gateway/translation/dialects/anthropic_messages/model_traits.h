// What a model of Anthropic's takes and refuses, told by its name.
#pragma once

#include <cstdint>
#include <string_view>

namespace gateway::translation::anthropic {

// Unknown: not a Claude by its name, so another server behind Anthropic's dialect; what the client says is trusted then.
enum class Support { No, Yes, Unknown };

struct ModelTraits {
    Support takesThinkingBudget = Support::Unknown;   // thinking.type "enabled"
    Support takesAdaptiveThinking = Support::Unknown; // thinking.type "adaptive"
    Support takesEffort = Support::Unknown;           // output_config.effort
    bool takesExtraHighEffort = true;                 // "xhigh" besides low, medium, high and max
    bool canThinkingBeDisabled = true;                // else thinking.type "disabled" is refused
    Support takesOutputFormat = Support::Unknown;     // output_config.format
    Support takesSystemTurns = Support::Unknown;      // role "system" inside messages
    bool takesSampling = true;                        // temperature, top_p and top_k other than the defaults
    bool takesTopPWithTemperature = false;
    std::int64_t longestOutput = 0;  // tokens; 0: not known, nothing is clamped
    std::int64_t usualOutput = 8192; // max_tokens when the client says none
};

// By docs.claude.com "Models overview", "Extended thinking", "Adaptive thinking", "Effort", "Structured outputs", "What's
// new in Claude 4.7" and "4.8". Takes the forms of all hosts: claude-3-5-sonnet-20241022, claude-opus-4-1@20250805,
// anthropic.claude-sonnet-4-5-20250929-v1:0, anthropic/claude-opus-4.6.
ModelTraits traitsOf(std::string_view model);

} // namespace gateway::translation::anthropic
