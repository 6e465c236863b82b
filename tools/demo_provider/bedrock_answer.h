// What Converse answers, whole and as a stream, and what its request asks.
#pragma once

#include "tools/demo_provider/answer_script.h"
#include "tools/demo_provider/stream_frame.h"

namespace demo_provider::bedrock {

[[nodiscard]] Question converseQuestion(const Json &body);
[[nodiscard]] OrderedJson converseAnswer(const Answer &answer);
[[nodiscard]] StreamFrames converseStream(const OrderedJson &finished);

} // namespace demo_provider::bedrock
