// Reads a checked chat completions or embeddings request and writes its answer, whole or as a stream.
#pragma once

#include "tools/demo_provider/answer_script.h"
#include "tools/demo_provider/stream_frame.h"

namespace demo_provider::openai {

[[nodiscard]] Question chatQuestion(const Json &body, const DemoModel &model);
[[nodiscard]] OrderedJson chatAnswer(const Json &body, const Answer &answer);
[[nodiscard]] StreamFrames chatStream(const Json &body, const Answer &answer);
/// Vectors of length one that depend on the text alone.
[[nodiscard]] OrderedJson embeddingsAnswer(const Json &body);

} // namespace demo_provider::openai
