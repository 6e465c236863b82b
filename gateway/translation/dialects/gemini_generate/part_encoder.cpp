#include "gateway/translation/dialects/gemini_generate/part_encoder.h"

namespace gateway::translation::gemini {

Json textPart(std::string_view text)
{
    return Json{{"text", text}};
}

Json thoughtPart(std::string_view text)
{
    return Json{{"text", text}, {"thought", true}};
}

Json callPart(std::string_view id, std::string_view name, std::string_view arguments, bool &wasWrapped)
{
    auto object = objectFromText(arguments);
    wasWrapped = !object.has_value();
    if (!object)
        object = Json{{"input", arguments}};
    Json call = Json::object();
    if (!id.empty())
        call["id"] = id;
    call["name"] = name;
    call["args"] = std::move(*object);
    return Json{{"functionCall", std::move(call)}};
}

void addExtensions(Json &json, const Extensions &extensions, std::string_view field)
{
    const Json *members = extensions.find(DialectId::GeminiGenerate);
    if (!members || !json.is_object())
        return;
    for (const auto &[name, value] : members->items()) {
        const auto data = json.find(name);
        if (name == field && data != json.end() && data->is_object() && value.is_object())
            data->update(value);
        else if (data == json.end())
            json[name] = value;
    }
}

} // namespace gateway::translation::gemini
