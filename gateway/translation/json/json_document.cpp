#include "gateway/translation/json/json_document.h"

#include "gateway/translation/json/json_scanner.h"

#include <cmath>

namespace gateway::translation {

namespace {

// Reading, copying and writing a document are recursive in places; a text of a million brackets must not end the process.
constexpr int deepestNesting = 256;

bool isTooDeep(std::string_view text)
{
    int depth = 0;
    bool isInString = false;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char character = text[i];
        if (isInString) {
            if (character == '\\')
                ++i;
            else if (character == '"')
                isInString = false;
        } else if (character == '"') {
            isInString = true;
        } else if (character == '[' || character == '{') {
            if (++depth > deepestNesting)
                return true;
        } else if (character == ']' || character == '}') {
            --depth;
        }
    }
    return false;
}

} // namespace

Result<Json> parseJson(std::string_view text)
{
    if (isTooDeep(text))
        return unexpected(Error::client(ErrorCode::MalformedJson, "The JSON is nested deeper than 256 levels."));
    Json value = Json::parse(text, nullptr, false);
    if (!value.is_discarded())
        return value;
    const auto defect = findJsonDefect(text);
    // What the scanner takes and the parser does not are numbers beyond a double.
    const std::string where = defect ? describeDefect(text, *defect) : "a number is too large";
    return unexpected(Error::client(ErrorCode::MalformedJson, "The body is not JSON: " + where));
}

std::string dumpJson(const Json &value)
{
    return value.dump(-1, ' ', false, Json::error_handler_t::replace);
}

const Json *findMember(const Json &object, std::string_view name)
{
    if (!object.is_object())
        return nullptr;
    const auto found = object.find(name);
    return found == object.end() || found->is_null() ? nullptr : &*found;
}

const Json *findArray(const Json &object, std::string_view name)
{
    const Json *member = findMember(object, name);
    return member && member->is_array() ? member : nullptr;
}

const Json *findObject(const Json &object, std::string_view name)
{
    const Json *member = findMember(object, name);
    return member && member->is_object() ? member : nullptr;
}

std::string_view textMember(const Json &object, std::string_view name)
{
    const Json *member = findMember(object, name);
    return member && member->is_string() ? std::string_view(member->get_ref<const std::string &>())
                                         : std::string_view();
}

std::optional<std::string> optionalText(const Json &object, std::string_view name)
{
    const Json *member = findMember(object, name);
    if (!member || !member->is_string())
        return std::nullopt;
    return member->get_ref<const std::string &>();
}

std::optional<double> numberMember(const Json &object, std::string_view name)
{
    const Json *member = findMember(object, name);
    if (!member || !member->is_number())
        return std::nullopt;
    return member->get<double>();
}

std::optional<std::int64_t> integerMember(const Json &object, std::string_view name)
{
    const Json *member = findMember(object, name);
    if (!member || !member->is_number())
        return std::nullopt;
    if (member->is_number_unsigned() && member->get<std::uint64_t>() > INT64_MAX)
        return std::nullopt;
    if (member->is_number_integer())
        return member->get<std::int64_t>();
    const double number = member->get<double>();
    if (std::trunc(number) != number || std::abs(number) > 9e15)
        return std::nullopt;
    return static_cast<std::int64_t>(number);
}

std::optional<bool> booleanMember(const Json &object, std::string_view name)
{
    const Json *member = findMember(object, name);
    if (!member || !member->is_boolean())
        return std::nullopt;
    return member->get<bool>();
}

Error invalidMember(std::string_view pointer, std::string_view problem)
{
    std::string message(pointer);
    message += ": ";
    message += problem;
    return Error::client(ErrorCode::InvalidRequest, std::move(message));
}

std::optional<Json> objectFromText(std::string_view text)
{
    if (text.find_first_not_of(" \t\r\n") == std::string_view::npos)
        return Json::object();
    auto value = parseJson(text);
    if (!value || !value->is_object())
        return std::nullopt;
    return std::move(*value);
}

} // namespace gateway::translation
