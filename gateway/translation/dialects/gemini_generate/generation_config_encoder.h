// Sampling, output format and thinking as `generationConfig`.
#pragma once

#include "gateway/translation/dialects/gemini_generate/encode_context.h"

namespace gateway::translation::gemini {

// Null when nothing was said. `isFormatByTool`: the output format is asked for in another way.
Json encodeGenerationConfig(EncodeContext &context, bool isFormatByTool);

} // namespace gateway::translation::gemini
