// The wording of Google's refusals, shared by the rules of the Gemini imitation.
#pragma once

#include "tools/demo_provider/field_check.h"

namespace demo_provider::gemini {

/// 400 INVALID_ARGUMENT with these words.
[[nodiscard]] Refusal refusal(std::string message);

/// A refusal that names the member as the service does: "* GenerateContentRequest.PATH: REASON".
[[nodiscard]] Refusal invalidMember(const std::string &path, const std::string &reason);

/// The request in lowerCamelCase: Google reads the proto's own spelling ("mime_type") too, and its Python SDK mixes both.
/// What users name themselves (arguments, results, properties of a schema) stays.
[[nodiscard]] Json inCamelCase(const Json &request);

/// Checks an object's members; `path` is where it stands in the words of the proto ("contents[0]") or empty for the
/// body.
[[nodiscard]] Verdict check(const Json &value, const std::string &path, std::span<const Field> fields);

/// One of the names, or a refusal that calls the value none of this enumeration.
[[nodiscard]] Verdict checkEnum(const Json &object, std::string_view name, const std::string &path,
                                const std::string &type, const std::vector<std::string_view> &allowed);

/// Base64 of either alphabet, as the proto's `bytes` are read from JSON.
[[nodiscard]] bool isBytes(std::string_view text);

/// "topP" as the proto spells it: "top_p".
[[nodiscard]] std::string protoName(std::string_view name);
[[nodiscard]] std::string joined(const std::string &path, std::string_view name);
[[nodiscard]] std::string indexed(const std::string &path, std::string_view name, std::size_t index);

/// Google's error: code, message, status and, where there are some, details.
[[nodiscard]] OrderedJson envelope(const Refusal &refusal);

} // namespace demo_provider::gemini
