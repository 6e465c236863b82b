// Reads a checked Anthropic messages request and writes its answer, whole or as a stream.
#pragma once

#include "tools/demo_provider/answer_script.h"
#include "tools/demo_provider/stream_frame.h"

namespace demo_provider::anthropic {

[[nodiscard]] Question messagesQuestion(const Json &body);
/// The finished message object.
[[nodiscard]] OrderedJson messagesAnswer(const Json &body, const Answer &answer);
/// The events that lead to a finished message object.
[[nodiscard]] StreamFrames messagesStream(const OrderedJson &finished);

} // namespace demo_provider::anthropic
