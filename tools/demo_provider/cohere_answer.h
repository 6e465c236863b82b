// Reads a checked Cohere chat request and writes its answer, whole or as a stream.
#pragma once

#include "tools/demo_provider/answer_script.h"
#include "tools/demo_provider/stream_frame.h"

namespace demo_provider::cohere {

[[nodiscard]] Question question(const Json &body, const DemoModel &model);

[[nodiscard]] OrderedJson wholeAnswer(const Json &body, const Answer &answer);
/// Events named by SSE and by `type`, the last with finish reason and usage.
[[nodiscard]] StreamFrames streamedAnswer(const Json &body, const Answer &answer);

/// The last event of a stream that fails.
[[nodiscard]] StreamFrame failure(const std::string &words);

} // namespace demo_provider::cohere
