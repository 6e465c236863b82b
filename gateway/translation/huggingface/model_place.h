// Where Hugging Face's router has a model: behind the name of the company that runs it
// (huggingface.co/docs/inference-providers).
#pragma once

#include "gateway/base/result.h"

#include <string>
#include <string_view>

namespace gateway::translation::huggingface {

// "/hf-inference/models/org/name" of "org/name" or "hf-inference/org/name": one of Hugging Face's own servers.
// InvalidRequest for names that are none, UnsupportedOperation for other companies, which have words of their own.
Result<std::string> pathOfModel(std::string_view model);

} // namespace gateway::translation::huggingface
