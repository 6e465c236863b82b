#include "gateway/translation/framing/bedrock_chunk.h"

#include "gateway/base/base64.h"
#include "gateway/translation/framing/aws_event_stream.h"
#include "gateway/translation/json/json_value.h"
#include "gateway/translation/json/object_writer.h"

namespace gateway::translation {

std::string bedrockChunkFrame(std::string_view json)
{
    return awsEventFrame("chunk", ObjectWriter().add("bytes", encodeBase64(json)).finished());
}

std::optional<std::string> bedrockChunkPayload(std::string_view event, std::string_view data)
{
    if (event != "chunk")
        return std::nullopt;
    const JsonValue bytes = JsonValue::checked(data)["bytes"];
    return bytes.isString() ? decodeBase64(bytes.text()) : std::nullopt;
}

} // namespace gateway::translation
