// Reads a checked generateContent request and writes its answer, whole or as a stream.
#pragma once

#include "tools/demo_provider/answer_script.h"
#include "tools/demo_provider/stream_frame.h"

namespace demo_provider::gemini {

[[nodiscard]] Question question(const Json &body, const DemoModel &model);

/// Whether the client asked to see thoughts.
[[nodiscard]] bool showsThoughts(const Json &body);

/// What the answer's writers need to know of its request.
struct AnswerOptions {
    std::string model;
    bool showsThoughts = false;
    /// Signs calls and texts as Gemini 3 does.
    bool signs = false;
};

[[nodiscard]] OrderedJson wholeAnswer(const Answer &answer, const AnswerOptions &options);
/// One GenerateContentResponse per frame; all calls whole, the finish reason in the last.
[[nodiscard]] StreamFrames streamedAnswer(const Answer &answer, const AnswerOptions &options);
[[nodiscard]] OrderedJson countedTokens(const Answer &answer);

/// A frame as Google's server ends it.
[[nodiscard]] StreamFrame frame(const OrderedJson &data, bool paced = false);

} // namespace demo_provider::gemini
