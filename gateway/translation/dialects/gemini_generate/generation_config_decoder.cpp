#include "gateway/translation/dialects/gemini_generate/generation_config_decoder.h"

#include "gateway/translation/dialects/gemini_generate/field_reader.h"
#include "gateway/translation/dialects/gemini_generate/one_of_answer.h"
#include "gateway/translation/dialects/gemini_generate/schema_codec.h"
#include "gateway/translation/dialects/reasoning_policy.h"

#include <algorithm>
#include <cctype>

namespace gateway::translation::gemini {

namespace {

void readSampling(FieldReader &reader, SamplingOptions &sampling)
{
    sampling.temperature = reader.number("temperature");
    sampling.topP = reader.number("topP");
    // A float in the proto of SDKs: 64.0, rarely 64.5.
    if (const auto topK = reader.number("topK"); topK && *topK >= 0 && *topK < 1e9)
        sampling.topK = static_cast<std::int64_t>(*topK);
    sampling.frequencyPenalty = reader.number("frequencyPenalty");
    sampling.presencePenalty = reader.number("presencePenalty");
    sampling.seed = reader.integer("seed");
    sampling.choiceCount = reader.integer("candidateCount");
    sampling.logprobs = reader.boolean("responseLogprobs");
    sampling.topLogprobs = reader.integer("logprobs");
    sampling.stopSequences = reader.texts("stopSequences");
    sampling.maxOutputTokens = reader.integer("maxOutputTokens");
}

void keep(Json &others, std::string_view name, const Json *value)
{
    if (value)
        others[std::string(name)] = *value;
}

void readFormat(FieldReader &reader, OutputFormat &format, Json &others)
{
    const std::string mimeType = reader.text("responseMimeType").value_or("");
    const Json *jsonSchema = reader.object("responseJsonSchema");
    const Json *schema = reader.object("responseSchema");
    if (mimeType.empty() && !jsonSchema && !schema)
        return;
    if (mimeType == "text/x.enum" && (jsonSchema || schema)) {
        if (auto oneOf = oneOfFormat(jsonSchema ? *jsonSchema : jsonSchemaOf(*schema))) {
            format = std::move(*oneOf);
            return;
        }
    }
    if (!mimeType.empty() && mimeType != "application/json" && mimeType != "text/plain") {
        others["responseMimeType"] = mimeType;
        keep(others, "responseSchema", schema);
        keep(others, "responseJsonSchema", jsonSchema);
        return;
    }
    if (jsonSchema || schema) {
        format.kind = OutputFormat::Kind::JsonSchema;
        format.schema = jsonSchema ? *jsonSchema : jsonSchemaOf(*schema);
    } else if (mimeType == "application/json") {
        format.kind = OutputFormat::Kind::JsonObject;
    }
}

void readThinking(const Json &json, ReasoningOptions &reasoning, Json &others, std::optional<Error> &error)
{
    FieldReader reader(json, "/generationConfig/thinkingConfig");
    Json unknown = Json::object();
    reasoning.includesText = reader.boolean("includeThoughts");
    if (const auto budget = reader.integer("thinkingBudget")) {
        reasoning.budgetTokens = std::max<std::int64_t>(*budget, -1);
        reasoning.mode = *budget == 0  ? ReasoningOptions::Mode::Disabled
                         : *budget < 0 ? ReasoningOptions::Mode::Adaptive
                                       : ReasoningOptions::Mode::Enabled;
    }
    if (auto level = reader.text("thinkingLevel")) {
        std::string name = *level;
        std::transform(name.begin(), name.end(), name.begin(),
                       [](unsigned char character) { return static_cast<char>(std::tolower(character)); });
        reasoning.effort = effortFromName(name);
        if (reasoning.effort)
            reasoning.mode = ReasoningOptions::Mode::Enabled;
        else
            unknown["thinkingLevel"] = *level;
    }
    reader.eachUnknown([&](const std::string &name, const Json &value) { unknown[name] = value; });
    if (!unknown.empty())
        others["thinkingConfig"] = std::move(unknown);
    if (reader.error())
        error = reader.error();
}

} // namespace

std::optional<Error> decodeGenerationConfig(const Json &config, ChatRequest &request)
{
    FieldReader reader(config, "/generationConfig");
    Json others = Json::object();
    readSampling(reader, request.sampling);
    readFormat(reader, request.outputFormat, others);
    const Json *thinking = reader.object("thinkingConfig");
    if (reader.error())
        return reader.error();
    std::optional<Error> error;
    if (thinking)
        readThinking(*thinking, request.reasoning, others, error);
    reader.eachUnknown([&](const std::string &name, const Json &value) { others[name] = value; });
    if (!others.empty())
        request.extensions.set(DialectId::GeminiGenerate, "generationConfig", std::move(others));
    return error;
}

} // namespace gateway::translation::gemini
