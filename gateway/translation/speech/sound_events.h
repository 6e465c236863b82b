// Sound as OpenAI's events, for clients that ask for speech with "stream_format": "sse".
#pragma once

#include "gateway/base/token_usage.h"

#include <string>
#include <string_view>

namespace gateway::translation {

// platform.openai.com/docs/api-reference/audio/speech-audio-delta-event. All of the sound is there already; the usage is
// told where it is known.
std::string writeSoundEvents(std::string_view sound, const TokenUsage &usage);

} // namespace gateway::translation
