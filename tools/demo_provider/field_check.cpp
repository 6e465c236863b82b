#include "tools/demo_provider/field_check.h"

#include <algorithm>
#include <cctype>

#include <QByteArray>

namespace demo_provider {

bool isKind(const Json &value, unsigned kinds)
{
    switch (value.type()) {
    case Json::value_t::string: return (kinds & kind::string) != 0;
    case Json::value_t::number_integer:
    case Json::value_t::number_unsigned: return (kinds & (kind::integer | kind::number)) != 0;
    case Json::value_t::number_float: return (kinds & kind::number) != 0;
    case Json::value_t::boolean: return (kinds & kind::boolean) != 0;
    case Json::value_t::object: return (kinds & kind::object) != 0;
    case Json::value_t::array: return (kinds & kind::array) != 0;
    case Json::value_t::null: return (kinds & kind::null) != 0;
    default: return false;
    }
}

std::optional<FieldProblem> checkFields(const Json &object, std::span<const Field> fields)
{
    for (const auto &[name, value] : object.items()) {
        const auto known = std::any_of(fields.begin(), fields.end(),
                                       [&name = name](const Field &field) { return field.name == name; });
        if (!known) {
            return FieldProblem{FieldProblem::What::Unknown, name, 0, &value};
        }
    }
    for (const Field &field : fields) {
        const auto found = object.find(field.name);
        if (found == object.end()) {
            if (field.required) {
                return FieldProblem{FieldProblem::What::Missing, std::string(field.name), field.kinds, nullptr};
            }
        } else if (!isKind(*found, field.kinds)) {
            return FieldProblem{FieldProblem::What::WrongType, std::string(field.name), field.kinds, &*found};
        }
    }
    return std::nullopt;
}

std::string textOf(const Json &object, std::string_view name)
{
    const Json &value = memberOf(object, name);
    return value.is_string() ? value.get<std::string>() : std::string();
}

const Json &memberOf(const Json &object, std::string_view name)
{
    static const Json nothing;
    if (!object.is_object()) {
        return nothing;
    }
    const auto found = object.find(name);
    return found == object.end() ? nothing : *found;
}

std::string dumped(const OrderedJson &value)
{
    return value.dump(-1, ' ', false, OrderedJson::error_handler_t::replace);
}

std::string dumped(const Json &value)
{
    return value.dump(-1, ' ', false, Json::error_handler_t::replace);
}

bool isBase64Image(std::string_view base64, std::string_view mediaType)
{
    const auto decoded =
        QByteArray::fromBase64Encoding(QByteArray(base64.data(), static_cast<qsizetype>(base64.size())),
                                       QByteArray::Base64Encoding | QByteArray::AbortOnBase64DecodingErrors);
    if (decoded.decodingStatus != QByteArray::Base64DecodingStatus::Ok) {
        return false;
    }
    const std::string_view bytes(decoded.decoded.constData(), static_cast<std::size_t>(decoded.decoded.size()));
    if (mediaType == "image/png") {
        return bytes.starts_with("\x89PNG");
    }
    if (mediaType == "image/jpeg") {
        return bytes.starts_with("\xff\xd8\xff");
    }
    if (mediaType == "image/gif") {
        return bytes.starts_with("GIF8");
    }
    return mediaType == "image/webp" && bytes.starts_with("RIFF") && bytes.substr(8).starts_with("WEBP");
}

bool isPlainName(std::string_view name, std::size_t longest)
{
    return !name.empty() && name.size() <= longest && std::all_of(name.begin(), name.end(), [](unsigned char c) {
        return c < 0x80 && (std::isalnum(c) != 0 || c == '_' || c == '-');
    });
}

std::size_t utf8Length(std::string_view text)
{
    return static_cast<std::size_t>(
        std::count_if(text.begin(), text.end(), [](unsigned char c) { return (c & 0xC0U) != 0x80U; }));
}

std::string quotedList(const std::vector<std::string_view> &values, std::string_view lastWord)
{
    std::string list;
    for (std::size_t i = 0; i < values.size(); ++i) {
        if (i > 0) {
            list += values.size() > 2 ? ", " : " ";
            if (i + 1 == values.size()) {
                list += std::string(lastWord) + " ";
            }
        }
        list += "'" + std::string(values[i]) + "'";
    }
    return list;
}

} // namespace demo_provider
