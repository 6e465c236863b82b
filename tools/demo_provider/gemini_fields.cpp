#include "tools/demo_provider/gemini_fields.h"

#include <algorithm>
#include <cctype>

#include <QByteArray>

namespace demo_provider::gemini {

namespace {

constexpr const char *typeUrl = "type.googleapis.com/google.rpc.";

std::string typeText(unsigned kinds)
{
    if ((kinds & kind::string) != 0) {
        return "TYPE_STRING";
    }
    if ((kinds & kind::boolean) != 0) {
        return "TYPE_BOOL";
    }
    if ((kinds & kind::integer) != 0) {
        return "TYPE_INT32";
    }
    return (kinds & kind::number) != 0 ? "TYPE_FLOAT" : "TYPE_MESSAGE";
}

std::string camelName(std::string_view name)
{
    std::string text;
    for (std::size_t i = 0; i < name.size(); ++i) {
        const bool isBorder = name[i] == '_' && !text.empty() && i + 1 < name.size() && std::islower(name[i + 1]) != 0;
        text += isBorder ? static_cast<char>(std::toupper(name[++i])) : name[i];
    }
    return text;
}

OrderedJson detailsOf(const Refusal &refusal)
{
    if (refusal.code == "API_KEY_INVALID") {
        return {{{"@type", std::string(typeUrl) + "ErrorInfo"},
                 {"reason", "API_KEY_INVALID"},
                 {"domain", "googleapis.com"},
                 {"metadata", {{"service", "generativelanguage.googleapis.com"}}}}};
    }
    if (refusal.status == 429) {
        // Google sends no retry-after: the pause is in here.
        return {{{"@type", std::string(typeUrl) + "QuotaFailure"},
                 {"violations",
                  {{{"quotaMetric", "generativelanguage.googleapis.com/generate_content_free_tier_requests"},
                    {"quotaId", "GenerateRequestsPerMinutePerProjectPerModel-FreeTier"},
                    {"quotaValue", "3"}}}}},
                {{"@type", std::string(typeUrl) + "RetryInfo"}, {"retryDelay", "1s"}}};
    }
    if (refusal.code == "BAD_REQUEST") {
        OrderedJson violation = {{"description", refusal.message}};
        if (!refusal.param.empty()) {
            violation = {{"field", refusal.param}, {"description", refusal.message}};
        }
        return {{{"@type", std::string(typeUrl) + "BadRequest"}, {"fieldViolations", {violation}}}};
    }
    return {};
}

} // namespace

Refusal refusal(std::string message)
{
    return {400, "INVALID_ARGUMENT", std::move(message), {}, {}};
}

Refusal invalidMember(const std::string &path, const std::string &reason)
{
    return refusal("* GenerateContentRequest." + path + ": " + reason + "\n");
}

Verdict check(const Json &value, const std::string &path, std::span<const Field> fields)
{
    const auto payload = [](const std::string &text, const std::string &where) {
        return Refusal{400, "INVALID_ARGUMENT", text, where, "BAD_REQUEST"};
    };
    if (!value.is_object()) {
        return payload("Invalid value at '" + path + "' (TYPE_MESSAGE), " + dumped(value), path);
    }
    const auto problem = checkFields(value, fields);
    if (!problem) {
        return std::nullopt;
    }
    const std::string member = joined(path, problem->name);
    switch (problem->what) {
    case FieldProblem::What::Unknown:
        return payload("Invalid JSON payload received. Unknown name \"" + problem->name + "\""
                           + (path.empty() ? "" : " at '" + path + "'") + ": Cannot find field.",
                       path);
    case FieldProblem::What::Missing: return invalidMember(member, protoName(problem->name) + " is not specified");
    case FieldProblem::What::WrongType:
        return payload("Invalid value at '" + member + "' (" + typeText(problem->expected) + "), "
                           + dumped(*problem->value),
                       member);
    }
    return std::nullopt;
}

Verdict checkEnum(const Json &object, std::string_view name, const std::string &path, const std::string &type,
                  const std::vector<std::string_view> &allowed)
{
    const Json &value = memberOf(object, name);
    if (value.is_null()) {
        return std::nullopt;
    }
    std::string text = value.is_string() ? value.get<std::string>() : std::string();
    std::transform(text.begin(), text.end(), text.begin(),
                   [](unsigned char c) { return static_cast<char>(std::toupper(c)); });
    if (std::find(allowed.begin(), allowed.end(), text) != allowed.end()) {
        return std::nullopt;
    }
    const std::string where = joined(path, name);
    return Refusal{400, "INVALID_ARGUMENT",
                   "Invalid value at '" + where + "' (type.googleapis.com/google.ai.generativelanguage.v1beta." + type
                       + "), " + dumped(value),
                   where, "BAD_REQUEST"};
}

Json inCamelCase(const Json &request)
{
    if (request.is_array()) {
        Json list = Json::array();
        for (const Json &one : request) {
            list.push_back(inCamelCase(one));
        }
        return list;
    }
    if (!request.is_object()) {
        return request;
    }
    Json object = Json::object();
    for (const auto &[name, value] : request.items()) {
        const std::string spelled = camelName(name);
        const bool isUsers = spelled == "args" || spelled == "parametersJsonSchema" || spelled == "responseJsonSchema"
                             || (spelled == "response" && value.is_object());
        if (spelled == "properties" && value.is_object()) {
            for (const auto &[property, schema] : value.items()) {
                object[spelled][property] = inCamelCase(schema);
            }
        } else {
            object[spelled] = isUsers ? value : inCamelCase(value);
        }
    }
    return object;
}

bool isBytes(std::string_view text)
{
    const QByteArray bytes(text.data(), static_cast<qsizetype>(text.size()));
    const auto reads = [&](QByteArray::Base64Options alphabet) {
        return QByteArray::fromBase64Encoding(bytes, alphabet | QByteArray::AbortOnBase64DecodingErrors).decodingStatus
               == QByteArray::Base64DecodingStatus::Ok;
    };
    return reads(QByteArray::Base64Encoding) || reads(QByteArray::Base64UrlEncoding);
}

std::string protoName(std::string_view name)
{
    std::string text;
    for (const char c : name) {
        if (std::isupper(static_cast<unsigned char>(c)) != 0) {
            text += '_';
        }
        text += static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
    }
    return text;
}

std::string joined(const std::string &path, std::string_view name)
{
    return path.empty() ? protoName(name) : path + "." + protoName(name);
}

std::string indexed(const std::string &path, std::string_view name, std::size_t index)
{
    return joined(path, name) + "[" + std::to_string(index) + "]";
}

OrderedJson envelope(const Refusal &refusal)
{
    OrderedJson error = {{"code", refusal.status}, {"message", refusal.message}, {"status", refusal.type}};
    if (OrderedJson details = detailsOf(refusal); !details.is_null()) {
        error["details"] = std::move(details);
    }
    return {{"error", error}};
}

} // namespace demo_provider::gemini
