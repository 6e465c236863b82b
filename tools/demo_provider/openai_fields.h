// The wording of OpenAI's refusals, shared by its chat, responses and embeddings rules.
#pragma once

#include "tools/demo_provider/field_check.h"

#include <initializer_list>

namespace demo_provider::openai {

/// Checks an object's members; `path` is where it stands ("messages[0]") or empty for the body.
[[nodiscard]] Verdict check(const Json &object, const std::string &path, std::span<const Field> fields);

[[nodiscard]] Refusal unknownParameter(const std::string &path);
[[nodiscard]] Refusal missingParameter(const std::string &path);
[[nodiscard]] Refusal wrongType(const std::string &path, unsigned expected, const Json &value);
[[nodiscard]] Refusal invalidValue(const std::string &path, const Json &value,
                                   const std::vector<std::string_view> &supported);
[[nodiscard]] Refusal refusal(std::string message, std::string param, std::string code = {});

[[nodiscard]] Verdict checkRange(const Json &body, std::string_view name, double lowest, double highest);
[[nodiscard]] Verdict checkLength(const Json &object, std::string_view name, const std::string &path,
                                  std::size_t longest);
[[nodiscard]] Verdict checkOneOf(const Json &object, std::string_view name, const std::string &path,
                                 const std::vector<std::string_view> &supported);
/// Limits that chat and responses share: metadata, user, temperature and the like.
[[nodiscard]] Verdict checkCommonLimits(const Json &body);
/// Function name and parameters; `path` names the object that holds them.
[[nodiscard]] Verdict checkFunction(const Json &function, const std::string &path);
/// A schema under strict mode: every object closed and all its members required.
[[nodiscard]] Verdict checkStrictSchema(const Json &schema, const std::string &owner, const std::string &param,
                                        const std::string &context = {});
/// An address or data URL of an image.
[[nodiscard]] Verdict checkImageUrl(const std::string &url, const std::string &path);

/// The envelope of every OpenAI error.
[[nodiscard]] OrderedJson envelope(const Refusal &refusal);

} // namespace demo_provider::openai
