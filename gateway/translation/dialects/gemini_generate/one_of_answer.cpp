#include "gateway/translation/dialects/gemini_generate/one_of_answer.h"

namespace gateway::translation::gemini {

namespace {

constexpr const char *wordMember = "value";

} // namespace

std::optional<OutputFormat> oneOfFormat(const Json &words)
{
    const Json *list = findArray(words, "enum");
    if (!list || list->empty())
        return std::nullopt;
    Json schema = words;
    schema["type"] = "string";
    OutputFormat format;
    format.kind = OutputFormat::Kind::JsonSchema;
    format.isOneOf = true;
    format.schema = Json{{"type", "object"},
                         {"properties", Json{{wordMember, std::move(schema)}}},
                         {"required", Json::array({wordMember})},
                         {"additionalProperties", false}};
    return format;
}

Json wordsOf(const OutputFormat &format)
{
    const Json *properties = findObject(format.schema, "properties");
    const Json *words = properties ? findObject(*properties, wordMember) : nullptr;
    return words ? *words : Json::object();
}

bool isAskedAsObject(const ExchangeState &state)
{
    return state.request().outputFormat.isOneOf && state.providerDialect() != DialectId::GeminiGenerate;
}

void takeWord(Part &part, ExchangeState &state)
{
    auto *text = part.as<TextPart>();
    if (!text || !isAskedAsObject(state))
        return;
    const auto object = parseJson(text->text);
    const auto word = object && object->is_object() ? optionalText(*object, wordMember) : std::nullopt;
    if (!word)
        return;
    text->text = *word;
    state.answerReport.approximated("answer/content",
                                    "The word was asked for as the only member of an object, and taken out of it.");
}

} // namespace gateway::translation::gemini
