// The wording of Cohere's refusals of members, shared by the rules of the body and of messages.
#pragma once

#include "tools/demo_provider/field_check.h"

namespace demo_provider::cohere {

/// Checks an object's members; `path` is where it stands ("messages[0]") or empty for the body. Members that the API does
/// not know are refused, as the service does.
[[nodiscard]] Verdict check(const Json &value, const std::string &path, std::span<const Field> fields);

[[nodiscard]] std::string joined(const std::string &path, std::string_view name);
[[nodiscard]] std::string indexed(const std::string &path, std::string_view name, std::size_t index);

} // namespace demo_provider::cohere
