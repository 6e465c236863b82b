#include "gateway/translation/dialects/openai_responses/part_codec.h"

#include "gateway/translation/dialects/openai_responses/item_form.h"
#include "gateway/translation/dialects/openai_responses/media_codec.h"

namespace gateway::translation::openai_responses {

namespace {

void decodeText(Part &part, const Json &value)
{
    TextPart text;
    text.text = textMember(value, "text");
    Json empty = Json::object();
    if (const Json *annotations = findArray(value, "annotations")) {
        text.annotations.assign(annotations->begin(), annotations->end());
        if (annotations->empty())
            empty["annotations"] = Json::array();
    }
    if (const Json *logprobs = findArray(value, "logprobs"); logprobs && logprobs->empty())
        empty["logprobs"] = Json::array();
    part.content = std::move(text);
    if (empty.contains("logprobs"))
        keepUnknownMembers(part, value, {"type", "text", "annotations", "logprobs"});
    else
        keepUnknownMembers(part, value, {"type", "text", "annotations"});
    setForm(part, partForm, std::move(empty)); // tells, empty too, that this dialect wrote the text
}

Part decodeOpaque(const Json &value)
{
    Part part;
    part.content = OpaquePart{ownDialect, value};
    setForm(part, contentForm, true);
    return part;
}

Part decodePart(const Json &value)
{
    Part part;
    const std::string_view type = textMember(value, "type");
    const bool isText = type == "input_text" || type == "output_text" || type == "text";
    if (isText && findMember(value, "text") && findMember(value, "text")->is_string()) {
        decodeText(part, value);
        return part;
    }
    if (type == "refusal" && optionalText(value, "refusal")) {
        part.content = RefusalPart{*optionalText(value, "refusal")};
        keepUnknownMembers(part, value, {"type", "refusal"});
        return part;
    }
    if (decodeMedia(value, part))
        return part;
    return decodeOpaque(value);
}

Json encodeText(const Part &part, const TextPart &text, ContentSide side, const std::string &pointer,
                ConversionReport &report)
{
    const bool isOutput = side == ContentSide::Output;
    Json json{{"type", isOutput ? "output_text" : "input_text"}, {"text", text.text}};
    const bool isOwn = part.wireForm.is_object(); // other dialects' forms mean nothing here
    if (isOutput && (!text.annotations.empty() || !isOwn))
        json["annotations"] = encodeAnnotations(text.annotations, pointer, report);
    return json;
}

bool hasTexts(const Json &object, std::initializer_list<std::string_view> names)
{
    for (const std::string_view name : names) {
        if (!optionalText(object, name))
            return false;
    }
    return true;
}

bool hasIntegers(const Json &object, std::initializer_list<std::string_view> names)
{
    for (const std::string_view name : names) {
        if (!integerMember(object, name))
            return false;
    }
    return true;
}

} // namespace

std::optional<Error> decodeContent(const Json &content, const std::string &pointer, std::vector<Part> &parts)
{
    if (content.is_string()) {
        parts.push_back(makeText(content.get<std::string>()));
        setForm(parts.back(), stringForm, true);
        return std::nullopt;
    }
    if (!content.is_array())
        return invalidMember(pointer, "must be a string or an array.");
    std::size_t index = 0;
    for (const Json &value : content) {
        if (!value.is_object())
            return invalidMember(pointerTo(pointer, index), "must be an object.");
        if (textMember(value, "type").empty())
            return invalidMember(pointerTo(pointerTo(pointer, index), "type"), "is missing.");
        parts.push_back(decodePart(value));
        ++index;
    }
    return std::nullopt;
}

Json encodeContentPart(const Part &part, ContentSide side, const std::string &pointer, ConversionReport &report)
{
    Json json;
    if (const auto *text = part.as<TextPart>()) {
        json = encodeText(part, *text, side, pointer, report);
    } else if (const auto *refusal = part.as<RefusalPart>()) {
        json = side == ContentSide::Output ? Json{{"type", "refusal"}, {"refusal", refusal->text}}
                                           : Json{{"type", "input_text"}, {"text", refusal->text}};
    } else if (const auto *media = part.as<MediaPart>()) {
        if (side == ContentSide::Output) {
            report.dropped(pointer, "OpenAI Responses takes no media in a turn of the model.");
            return {};
        }
        json = encodeMedia(*media, pointer, report);
        if (json.is_null())
            return json;
    } else if (const auto *opaque = part.as<OpaquePart>()) {
        if (opaque->dialect == ownDialect)
            return opaque->json;
        report.dropped(pointer, "This part exists in its own dialect only.");
        return {};
    } else {
        report.dropped(pointer, "This part cannot stand inside a message of OpenAI Responses.");
        return {};
    }
    if (const Json *form = findForm(part, partForm))
        addMembers(json, *form);
    addExtensions(json, part.extensions, itemForm);
    return json;
}

std::optional<Json> encodeAnnotation(const Json &annotation)
{
    if (!annotation.is_object() || findMember(annotation, "dialect"))
        return std::nullopt;
    const std::string_view type = textMember(annotation, "type");
    if (type == "url_citation") {
        if (!hasTexts(annotation, {"url"}))
            return std::nullopt;
        Json whole = annotation;
        if (!hasTexts(annotation, {"title"}))
            whole["title"] = "";
        for (const char *name : {"start_index", "end_index"}) {
            if (!hasIntegers(annotation, {name}))
                whole[name] = 0;
        }
        return whole;
    }
    const bool isWhole =
        (type == "file_citation" && hasTexts(annotation, {"file_id", "filename"}) && hasIntegers(annotation, {"index"}))
        || (type == "container_file_citation" && hasTexts(annotation, {"container_id", "file_id", "filename"})
            && hasIntegers(annotation, {"start_index", "end_index"}))
        || (type == "file_path" && hasTexts(annotation, {"file_id"}) && hasIntegers(annotation, {"index"}));
    return isWhole ? std::optional(annotation) : std::nullopt;
}

Json encodeAnnotations(const std::vector<Json> &annotations, const std::string &pointer, ConversionReport &report)
{
    Json list = Json::array();
    for (const Json &annotation : annotations) {
        if (auto encoded = encodeAnnotation(annotation))
            list.push_back(std::move(*encoded));
        else
            report.dropped(pointer, "OpenAI Responses has no word for this citation.");
    }
    return list;
}

} // namespace gateway::translation::openai_responses
