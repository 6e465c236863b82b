// What Bedrock refuses in a Converse request (docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_Converse.html).
#pragma once

#include "tools/demo_provider/field_check.h"

namespace demo_provider::bedrock {

[[nodiscard]] Verdict checkConverse(const Json &body);
[[nodiscard]] Refusal refusal(const std::string &message); // a ValidationException

} // namespace demo_provider::bedrock
