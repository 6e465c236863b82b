// How InvokeModelWithResponseStream carries the stream of a model's own dialect: events "chunk" with {"bytes":BASE64}
// (docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_PayloadPart.html).
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace gateway::translation {

std::string bedrockChunkFrame(std::string_view json);
// The JSON inside; nothing when the event's data is something else.
std::optional<std::string> bedrockChunkPayload(std::string_view event, std::string_view data);

} // namespace gateway::translation
