// A model's name as Google's paths and bodies write it.
#pragma once

#include "gateway/base/result.h"

#include <string>
#include <string_view>

namespace gateway::translation::gemini {

// "models/gemini-3-flash", "tunedModels/mine": a collection that is named stays, else it is "models". In a body.
std::string modelResource(std::string_view model);

// The same as two segments of a path: the name is percent-encoded, a colon too, because the action stands behind one.
// InvalidRequest for names that cannot be a segment.
Result<std::string> modelPath(std::string_view model);

} // namespace gateway::translation::gemini
