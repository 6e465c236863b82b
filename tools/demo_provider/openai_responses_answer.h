// Reads a checked responses request and writes its answer, whole or as a stream.
#pragma once

#include "tools/demo_provider/answer_script.h"
#include "tools/demo_provider/stream_frame.h"

namespace demo_provider::openai {

/// `input` as a list of items, with a plain string turned into one message.
[[nodiscard]] Json inputItems(const Json &body);
/// `items`: the whole conversation, earlier turns included.
[[nodiscard]] Question responsesQuestion(const Json &body, const Json &items, const DemoModel &model);
/// The finished response object.
[[nodiscard]] OrderedJson responsesAnswer(const Json &body, const Answer &answer);
/// The events that lead to a finished response object.
[[nodiscard]] StreamFrames responsesStream(const OrderedJson &finished);
/// The events of a response that fails in the middle.
[[nodiscard]] StreamFrame responseFailed(const OrderedJson &finished);

} // namespace demo_provider::openai
