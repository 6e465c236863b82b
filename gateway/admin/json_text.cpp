#include "gateway/admin/json_text.h"

#include "gateway/base/error.h"

namespace gateway::admin {

namespace {

constexpr int deepestNesting = 200;

bool isNestedTooDeeply(std::string_view text)
{
    int depth = 0;
    bool isInString = false;
    for (std::size_t position = 0; position < text.size(); ++position) {
        const char letter = text[position];
        if (letter == '"')
            isInString = !isInString;
        else if (isInString && letter == '\\')
            ++position;
        else if (!isInString && (letter == '[' || letter == '{') && ++depth > deepestNesting)
            return true;
        else if (!isInString && (letter == ']' || letter == '}'))
            --depth;
    }
    return false;
}

} // namespace

std::string toText(const Json &json)
{
    return json.dump(-1, ' ', false, Json::error_handler_t::replace) + "\n";
}

Json parseJson(std::string_view text)
{
    return isNestedTooDeeply(text) ? Json(Json::value_t::discarded) : Json::parse(text, nullptr, false);
}

Result<Json> parseObject(std::string_view body)
{
    Json parsed = parseJson(body);
    if (!parsed.is_object())
        return unexpected(Error::client(ErrorCode::MalformedJson, "Invalid JSON: the body must be one JSON object."));
    return parsed;
}

} // namespace gateway::admin
