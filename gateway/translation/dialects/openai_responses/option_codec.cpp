#include "gateway/translation/dialects/openai_responses/option_codec.h"

#include "gateway/translation/dialects/openai_chat/server_traits.h"
#include "gateway/translation/dialects/openai_responses/item_form.h"
#include "gateway/translation/dialects/reasoning_policy.h"

#include <algorithm>

namespace gateway::translation::openai_responses {

namespace {

constexpr std::string_view encryptedContent = "reasoning.encrypted_content";
constexpr std::string_view textLogprobs = "message.output_text.logprobs";

bool keepRest(const Json &object, std::initializer_list<std::string_view> known, Json &rest)
{
    rest = Json::object();
    for (const auto &[name, value] : object.items()) {
        if (!value.is_null() && std::find(known.begin(), known.end(), name) == known.end())
            rest[name] = value;
    }
    return !rest.empty();
}

bool decodeFormat(const Json &format, OutputFormat &decoded)
{
    const std::string_view type = textMember(format, "type");
    if (type == "text" || type == "json_object") {
        decoded.kind = type == "text" ? OutputFormat::Kind::Text : OutputFormat::Kind::JsonObject;
        return format.size() == 1;
    }
    Json rest;
    const Json *schema = findObject(format, "schema");
    if (type != "json_schema" || !schema || textMember(format, "name").empty()
        || keepRest(format, {"type", "name", "description", "schema", "strict"}, rest))
        return false;
    decoded.kind = OutputFormat::Kind::JsonSchema;
    decoded.name = textMember(format, "name");
    decoded.description = textMember(format, "description");
    decoded.schema = *schema;
    decoded.isStrict = booleanMember(format, "strict");
    return true;
}

Json encodeFormat(const OutputFormat &format, bool isOwn)
{
    if (format.kind == OutputFormat::Kind::JsonObject)
        return Json{{"type", "json_object"}};
    Json json{{"type", "json_schema"}, {"name", format.name.empty() ? "answer" : format.name}};
    if (!format.description.empty())
        json["description"] = format.description;
    json["schema"] = format.schema.is_object() ? format.schema : Json::object();
    if (format.isStrict)
        json["strict"] = *format.isStrict;
    else if (!isOwn) // Responses is strict where nothing is said, and no other dialect is
        json["strict"] = false;
    return json;
}

std::string_view baseName(std::string_view model)
{
    if (const auto slash = model.rfind('/'); slash != std::string_view::npos)
        model.remove_prefix(slash + 1);
    constexpr std::string_view fineTuned = "ft:"; // the name of what was tuned follows
    if (model.starts_with(fineTuned))
        model.remove_prefix(fineTuned.size());
    return model;
}

bool wantsSummary(const ReasoningOptions &options)
{
    if (options.includesText)
        return *options.includesText;
    return options.mode == ReasoningOptions::Mode::Enabled || options.mode == ReasoningOptions::Mode::Adaptive;
}

// Agents think adaptively, or ask to read thoughts, with any model that they do not know. That alone is no reason to give
// a model of unknown kind options that OpenAI refuses for models without reasoning.
bool asksForReasoning(const ReasoningOptions &options)
{
    return options.mode != ReasoningOptions::Mode::Adaptive && effectiveEffort(options).has_value();
}

bool maySpeakOfReasoning(const ReasoningOptions &options, std::string_view model)
{
    return isReasoningModel(model) || (!isPlainModel(model) && asksForReasoning(options));
}

} // namespace

void decodeReasoningOptions(const Json &reasoning, ChatRequest &request)
{
    ReasoningOptions &options = request.reasoning;
    Json rest;
    keepRest(reasoning, {"effort", "summary"}, rest);
    if (const auto effort = optionalText(reasoning, "effort")) {
        options.effort = effortFromName(*effort);
        if (!options.effort)
            rest["effort"] = *effort;
    }
    options.summary = textMember(reasoning, "summary");
    if (!options.summary.empty())
        options.includesText = true;
    if (!rest.empty())
        request.extensions.set(ownDialect, "reasoning", std::move(rest));
}

void decodeTextOptions(const Json &text, ChatRequest &request)
{
    request.verbosity = textMember(text, "verbosity");
    Json rest;
    keepRest(text, {"format", "verbosity"}, rest);
    const Json *format = findMember(text, "format");
    if (format && !decodeFormat(*format, request.outputFormat)) {
        request.outputFormat = {};
        rest["format"] = *format;
    }
    if (!rest.empty())
        request.extensions.set(ownDialect, "text", std::move(rest));
}

void decodeInclude(const Json &include, ChatRequest &request)
{
    bool hasOthers = include.empty();
    for (const Json &name : include) {
        if (name == encryptedContent)
            request.reasoning.wantsEncrypted = true;
        else if (name == textLogprobs)
            request.sampling.logprobs = true;
        else
            hasOthers = true;
    }
    const bool isTwice = include.size() > 1 && !hasOthers; // their order is the client's
    if (hasOthers || isTwice)
        request.extensions.set(ownDialect, "include", include);
}

Json encodeReasoningOptions(const ChatRequest &request, std::string_view model, ConversionReport &report)
{
    const ReasoningOptions &options = request.reasoning;
    const bool isOwn = request.dialect == ownDialect;
    Json json = Json::object();
    if (const auto effort = saidEffort(request, model)) {
        json["effort"] = effortName(*effort);
        if (!isOwn && !options.effort && options.budgetTokens)
            report.approximated("/reasoning", "OpenAI takes an effort in place of a budget of tokens.");
        else if (effort != effectiveEffort(options))
            report.approximated("/reasoning", "Said as the effort \"" + std::string(effortName(*effort)) + "\".");
    }
    const bool isOff = json.contains("effort") && json["effort"] == "none";
    if (!options.summary.empty())
        json["summary"] = options.summary;
    else if (!isOwn && wantsSummary(options) && !isOff)
        json["summary"] = "auto";
    if (isOwn) {
        if (const Json *rest = request.extensions.find(ownDialect, "reasoning"))
            addMembers(json, *rest);
    } else if (!maySpeakOfReasoning(options, model) && !json.empty()) {
        if (!isOff)
            report.dropped("/reasoning", isPlainModel(model) ? "This model does not reason."
                                                             : "Nothing tells whether this model reasons.");
        return Json::object();
    }
    return json;
}

Json encodeTextOptions(const ChatRequest &request)
{
    Json json = Json::object();
    const bool isOwn = request.dialect == ownDialect;
    if (request.outputFormat.kind != OutputFormat::Kind::Text)
        json["format"] = encodeFormat(request.outputFormat, isOwn);
    if (!request.verbosity.empty())
        json["verbosity"] = request.verbosity;
    if (const Json *rest = isOwn ? request.extensions.find(ownDialect, "text") : nullptr)
        addMembers(json, *rest);
    return json;
}

Json encodeInclude(const ChatRequest &request, std::string_view model, ConversionReport &report)
{
    if (const Json *whole = request.extensions.find(ownDialect, "include"))
        return *whole;
    Json include = Json::array();
    const bool isOwn = request.dialect == ownDialect;
    const bool isOff = saidEffort(request, model) == ReasoningEffort::None;
    if (isOwn && request.reasoning.wantsEncrypted)
        include.push_back(encryptedContent);
    if (!isOwn && maySpeakOfReasoning(request.reasoning, model) && !isOff) {
        include.push_back(encryptedContent);
        report.injected("/include", "Reasoning is asked for in encrypted form, so that it survives the next turn.");
    }
    if (request.sampling.logprobs.value_or(false))
        include.push_back(textLogprobs);
    return include;
}

std::optional<ReasoningEffort> saidEffort(const ChatRequest &request, std::string_view model)
{
    const auto effort = effectiveEffort(request.reasoning);
    if (!effort || request.dialect == ownDialect || !isReasoningModel(model))
        return effort;
    const auto known = openai_chat::knownEffort("openai", baseName(model), *effort);
    return known ? known : effort;
}

bool isPlainModel(std::string_view model)
{
    const std::string_view name = baseName(model);
    return name.starts_with("gpt-3") || name.starts_with("gpt-4") || name.starts_with("chatgpt-")
           || (name.starts_with("gpt-5") && name.find("-chat") != std::string_view::npos);
}

bool isReasoningModel(std::string_view model)
{
    const std::string_view name = baseName(model);
    const auto isNumberFrom = [name](std::size_t place, char lowest) {
        return name.size() > place && name[place] >= lowest && name[place] <= '9';
    };
    if (isPlainModel(model))
        return false;
    return (name.starts_with('o') && isNumberFrom(1, '1')) || (name.starts_with("gpt-") && isNumberFrom(4, '5'))
           || name.starts_with("codex-");
}

} // namespace gateway::translation::openai_responses
