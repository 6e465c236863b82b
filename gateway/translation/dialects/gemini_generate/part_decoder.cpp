#include "gateway/translation/dialects/gemini_generate/part_decoder.h"

#include "gateway/translation/dialects/gemini_generate/field_reader.h"
#include "gateway/translation/dialects/gemini_generate/media_codec.h"
#include "gateway/translation/dialects/gemini_generate/signature_codec.h"

namespace gateway::translation::gemini {

namespace {

void keepUnknown(Part &part, const FieldReader &reader, std::string_view field)
{
    Json others = Json::object();
    reader.eachUnknown([&](const std::string &name, const Json &value) { others[name] = value; });
    if (!others.empty())
        part.extensions.set(DialectId::GeminiGenerate, field, std::move(others));
}

Result<Part> decodeFunctionCall(const Json &json, const std::string &pointer)
{
    FieldReader reader(json, pointer);
    ToolCallPart call;
    call.id = reader.text("id").value_or("");
    call.name = reader.text("name").value_or("");
    const Json *arguments = reader.object("args");
    call.arguments = arguments ? dumpJson(*arguments) : "{}";
    if (call.name.empty())
        reader.fail("name", "is required.");
    if (reader.error())
        return unexpected(*reader.error());
    Part part;
    part.content = std::move(call);
    keepUnknown(part, reader, "functionCall");
    return part;
}

// {"output": text} and {"error": text} are Google's convention; every other object is told as JSON. A text that would be
// read as JSON again stays inside its object, so that it goes back as it came.
void readResponse(const Json &response, ToolResultPart &result)
{
    if (response.empty())
        return;
    const Json *error = findMember(response, "error");
    result.isError = error && response.size() == 1;
    const Json *output = response.size() == 1 ? findMember(response, "output") : nullptr;
    const Json *only = result.isError ? error : output;
    if (only && only->is_string()) {
        const auto &text = only->get_ref<const std::string &>();
        if (text.find('{') == std::string::npos) {
            result.content.push_back(makeText(text));
            return;
        }
        if (const auto object = parseJson(text); !object || !object->is_object()) {
            result.content.push_back(makeText(text));
            return;
        }
    }
    result.content.push_back(makeText(dumpJson(response)));
}

std::optional<Error> readResultMedia(const Json &parts, const std::string &pointer, ToolResultPart &result)
{
    for (std::size_t i = 0; i < parts.size(); ++i) {
        const std::string place = pointer + "/parts/" + std::to_string(i);
        auto part = decodePart(parts[i], place);
        if (!part)
            return part.error();
        if (!part->as<MediaPart>())
            return invalidMember(place, "must have inlineData or fileData.");
        result.content.push_back(std::move(*part));
    }
    return std::nullopt;
}

Result<Part> decodeFunctionResponse(const Json &json, const std::string &pointer)
{
    FieldReader reader(json, pointer);
    ToolResultPart result;
    result.callId = reader.text("id").value_or("");
    result.toolName = reader.text("name").value_or("");
    if (const Json *response = reader.object("response"))
        readResponse(*response, result);
    const Json *parts = reader.array("parts");
    if (reader.error())
        return unexpected(*reader.error());
    if (parts) {
        if (const auto error = readResultMedia(*parts, pointer, result))
            return unexpected(*error);
    }
    Part part;
    part.content = std::move(result);
    keepUnknown(part, reader, "functionResponse");
    return part;
}

Result<Part> decodeData(FieldReader &reader, bool &isKnown)
{
    isKnown = true;
    if (const Json *call = reader.find("functionCall"))
        return decodeFunctionCall(*call, reader.pointerTo("functionCall"));
    if (const Json *response = reader.find("functionResponse"))
        return decodeFunctionResponse(*response, reader.pointerTo("functionResponse"));
    if (const Json *blob = reader.find("inlineData"))
        return decodeInlineData(*blob, reader.pointerTo("inlineData"));
    if (const Json *file = reader.find("fileData"))
        return decodeFileData(*file, reader.pointerTo("fileData"));
    isKnown = false;
    return Part{};
}

} // namespace

Result<Part> decodePart(const Json &json, const std::string &pointer)
{
    FieldReader reader(json, pointer);
    const auto text = reader.text("text");
    const auto isThought = reader.boolean("thought");
    const auto signature = reader.text("thoughtSignature");
    bool isKnown = true;
    Result<Part> part{Part{}};
    if (!text)
        part = decodeData(reader, isKnown);
    if (reader.error())
        return unexpected(*reader.error());
    if (!part)
        return part;

    bool hasOthers = false;
    reader.eachUnknown([&](const std::string &name, const Json &value) {
        hasOthers = true;
        part->extensions.set(DialectId::GeminiGenerate, name, value);
    });
    if (!text && !isKnown && hasOthers) {
        Part opaque;
        opaque.content = OpaquePart{DialectId::GeminiGenerate, json};
        return opaque;
    }
    if (!text && !isKnown && !signature && !isThought)
        return unexpected(invalidMember(pointer, "must have text, inlineData, fileData, functionCall or "
                                                 "functionResponse."));
    if (text || !isKnown) {
        if (isThought.value_or(false))
            part->content = ReasoningPart{text.value_or(""), true};
        else
            part->content = TextPart{text.value_or(""), {}};
    } else if (isThought.value_or(false)) {
        part->extensions.set(DialectId::GeminiGenerate, "thought", true);
    }
    if (signature && !signature->empty())
        part->state = stateFromSignature(*signature);
    return part;
}

} // namespace gateway::translation::gemini
