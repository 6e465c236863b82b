// What a model on Bedrock takes and refuses, told by its id.
#pragma once

#include "gateway/translation/dialects/anthropic_messages/model_traits.h"

#include <string_view>

namespace gateway::translation::bedrock {

// Unknown: the id does not tell, as of an application inference profile; what the client says is trusted then.
enum class ModelFamily { Claude, Nova, Mistral, GptOss, Other, Unknown };

struct ModelTraits {
    ModelFamily family = ModelFamily::Unknown;
    anthropic::ModelTraits claude;     // of a Claude
    bool takesCachePoints = false;     // in system and messages
    bool takesToolCachePoints = false; // among the tools
    bool takesCacheTime = false;       // a time to live other than the default
    bool takesAnyChoice = true;        // toolChoice "any"
    bool takesNamedChoice = true;      // toolChoice "tool"
    bool takesOutputFormat = false;    // outputConfig.textFormat
    bool takesNovaEffort = false;      // additionalModelRequestFields.reasoningConfig

    bool isClaude() const { return family == ModelFamily::Claude; }
};

// By the user guide of Bedrock: "Supported models and features", "Prompt caching", "Get validated JSON results from
// models", and the API reference of ToolChoice. Takes ids, ids of inference profiles ("us.anthropic.claude-...") and ARNs.
ModelTraits traitsOf(std::string_view model);

} // namespace gateway::translation::bedrock
