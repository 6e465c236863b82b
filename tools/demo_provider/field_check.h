// Checks the members of a JSON object against a table of allowed names and types; each dialect words the problem itself.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <nlohmann/json.hpp>

namespace demo_provider {

using Json = nlohmann::json;
/// Answers keep the order of the real providers' members: people compare them by eye.
using OrderedJson = nlohmann::ordered_json;

/// What a provider says to a request that breaks its rules. `param` and `code` are empty where the provider sends null.
struct Refusal {
    int status = 400;
    std::string type = "invalid_request_error";
    std::string message;
    std::string param;
    std::string code;
};
using Verdict = std::optional<Refusal>;

namespace kind {
inline constexpr unsigned string = 1;
inline constexpr unsigned integer = 2;
inline constexpr unsigned number = 4;
inline constexpr unsigned boolean = 8;
inline constexpr unsigned object = 16;
inline constexpr unsigned array = 32;
inline constexpr unsigned null = 64;
} // namespace kind

struct Field {
    std::string_view name;
    unsigned kinds;
    bool required = false;
};

struct FieldProblem {
    enum class What { Unknown, Missing, WrongType };
    What what;
    std::string name;
    unsigned expected = 0;
    const Json *value = nullptr;
};

/// The first problem of the object, in the order unknown, missing, wrong type; or nothing.
[[nodiscard]] std::optional<FieldProblem> checkFields(const Json &object, std::span<const Field> fields);

[[nodiscard]] bool isKind(const Json &value, unsigned kinds);

/// Member as text, or empty if it is absent or no string.
[[nodiscard]] std::string textOf(const Json &object, std::string_view name);
/// Member, or a null value.
[[nodiscard]] const Json &memberOf(const Json &object, std::string_view name);
/// Serialises any value; invalid UTF-8 is replaced, never thrown.
[[nodiscard]] std::string dumped(const OrderedJson &value);
[[nodiscard]] std::string dumped(const Json &value);

/// Whether this is the base64 of a PNG, JPEG, GIF or WebP whose bytes agree with `mediaType`.
[[nodiscard]] bool isBase64Image(std::string_view base64, std::string_view mediaType);
/// Letters, digits, '_' and '-', from 1 to `longest` of them.
[[nodiscard]] bool isPlainName(std::string_view name, std::size_t longest);
[[nodiscard]] std::size_t utf8Length(std::string_view text);

/// "'a', 'b', and 'c'", as both providers list allowed values.
[[nodiscard]] std::string quotedList(const std::vector<std::string_view> &values, std::string_view lastWord);

} // namespace demo_provider
