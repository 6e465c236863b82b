// A JSON document for translation: parsed without exceptions, read with checks, written from any bytes.
#pragma once

#include "gateway/base/result.h"

#include <nlohmann/json.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace gateway::translation {

// Members keep their order: prompt caches of providers depend on it.
using Json = nlohmann::ordered_json;

// MalformedJson with line and column; also for documents nested deeper than 256 levels, which no client sends.
Result<Json> parseJson(std::string_view text);

// Never fails: invalid UTF-8 becomes U+FFFD.
std::string dumpJson(const Json &value);

// Members of an object; nothing (null, "", no value) when `object` is no object, or the member is absent, null or of
// another kind. Use them for what is optional; require...() for what is not.
const Json *findMember(const Json &object, std::string_view name); // null for absent and for JSON null
const Json *findArray(const Json &object, std::string_view name);
const Json *findObject(const Json &object, std::string_view name);
std::string_view textMember(const Json &object, std::string_view name);
std::optional<std::string> optionalText(const Json &object, std::string_view name);
std::optional<double> numberMember(const Json &object, std::string_view name);
std::optional<std::int64_t> integerMember(const Json &object, std::string_view name); // also 12.0; never out of range
std::optional<bool> booleanMember(const Json &object, std::string_view name);

// A 400 that names the place by its JSON pointer (RFC 6901): "/messages/3/content: must be a string or an array."
Error invalidMember(std::string_view pointer, std::string_view problem);

// `value` as an object when it is the text of one, else nothing. Empty text is an empty object: models send it for
// tools without parameters.
std::optional<Json> objectFromText(std::string_view text);

} // namespace gateway::translation
