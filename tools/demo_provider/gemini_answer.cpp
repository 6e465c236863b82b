#include "tools/demo_provider/gemini_answer.h"

#include "tools/demo_provider/gemini_config_rules.h"
#include "tools/demo_provider/gemini_turn_rules.h"

#include <algorithm>
#include <cctype>

namespace demo_provider::gemini {

namespace {

std::string textOfParts(const Json &content)
{
    std::string text;
    for (const Json &part : memberOf(content, "parts")) {
        if (memberOf(part, "thought") != Json(true)) {
            text += textOf(part, "text");
        }
    }
    return text;
}

bool isImage(const Json &part)
{
    return textOf(memberOf(part, "inlineData"), "mimeType").starts_with("image/")
           || textOf(memberOf(part, "fileData"), "mimeType").starts_with("image/");
}

/// What a function answered: the text itself where it is one, else the JSON.
std::string resultText(const Json &response)
{
    for (const char *name : {"output", "result", "content", "error"}) {
        if (memberOf(response, name).is_string()) {
            return textOf(response, name);
        }
    }
    return dumped(response);
}

void readUserTurn(const Json &turn, Question &question)
{
    question.toolResult.reset();
    question.lastText = textOfParts(turn);
    question.everything += question.lastText;
    for (const Json &part : turn["parts"]) {
        question.images += isImage(part) ? 1 : 0;
        const Json &result = memberOf(part, "functionResponse");
        if (result.is_object()) {
            const std::string text = resultText(memberOf(result, "response"));
            question.toolResult = question.toolResult.value_or("") + text;
            question.everything += text;
            for (const Json &media : memberOf(result, "parts")) {
                question.images += isImage(media) ? 1 : 0;
            }
        }
    }
}

void readOptions(const Json &config, const DemoModel &model, Question &question)
{
    if (textOf(config, "responseMimeType") == "application/json") {
        const Json &schema = memberOf(config, "responseSchema");
        const Json &jsonSchema = memberOf(config, "responseJsonSchema");
        question.outputSchema = schema.is_object() ? schema : jsonSchema.is_object() ? jsonSchema : Json::object();
    }
    const Json &thinking = memberOf(config, "thinkingConfig");
    const Json &budget = memberOf(thinking, "thinkingBudget");
    const bool asksForThought =
        (budget.is_number() && budget != Json(0)) || thinking.contains("thinkingLevel") || model.reasons;
    question.wantsReasoning = asksForThought || memberOf(thinking, "includeThoughts") == Json(true);
    if (memberOf(config, "maxOutputTokens").is_number()) {
        question.tokenLimit = config["maxOutputTokens"].get<long>();
    }
    for (const Json &stop : memberOf(config, "stopSequences")) {
        question.stopSequences.push_back(stop.is_string() ? stop.get<std::string>() : std::string());
    }
}

/// A schema of OpenAPI names its types in capitals.
Json plainSchema(const Json &schema)
{
    if (!schema.is_object() && !schema.is_array()) {
        return schema;
    }
    Json plain = schema;
    for (auto &value : plain) {
        value = plainSchema(value);
    }
    if (std::string type = textOf(plain, "type"); !type.empty()) {
        for (char &c : type) {
            c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
        }
        plain["type"] = type;
    }
    return plain;
}

OrderedJson usageOf(const Answer &answer, long candidateTokens, long thoughtTokens)
{
    OrderedJson usage = {{"promptTokenCount", answer.inputTokens}};
    if (candidateTokens > 0) {
        usage["candidatesTokenCount"] = candidateTokens;
    }
    usage["totalTokenCount"] = answer.inputTokens + candidateTokens + thoughtTokens;
    // The cached tokens are within the prompt's.
    if (answer.cacheReadTokens > 0) {
        usage["cachedContentTokenCount"] = answer.cacheReadTokens;
    }
    usage["promptTokensDetails"] = {{{"modality", "TEXT"}, {"tokenCount", answer.inputTokens}}};
    if (thoughtTokens > 0) {
        usage["thoughtsTokenCount"] = thoughtTokens;
    }
    return usage;
}

OrderedJson finalUsage(const Answer &answer)
{
    return usageOf(answer, answer.outputTokens - answer.reasoningTokens, answer.reasoningTokens);
}

const char *finishReason(const Answer &answer)
{
    switch (answer.ending) {
    case Ending::Length: return "MAX_TOKENS";
    case Ending::Refused: return "SAFETY";
    default: return "STOP";
    }
}

OrderedJson responseOf(OrderedJson candidate, OrderedJson usage, const AnswerOptions &options, const std::string &id)
{
    candidate["index"] = 0;
    return {{"candidates", {candidate}},
            {"usageMetadata", std::move(usage)},
            {"modelVersion", options.model},
            {"responseId", id}};
}

/// Calls of one answer; of parallel ones the first alone is signed.
std::vector<OrderedJson> callParts(const Answer &answer, const AnswerOptions &options)
{
    std::vector<OrderedJson> parts;
    for (const CalledTool &call : answer.calls) {
        const OrderedJson args = OrderedJson::parse(call.arguments);
        OrderedJson part = {{"functionCall", {{"id", freshId("fc", 14)}, {"name", call.name}, {"args", args}}}};
        if (options.signs && parts.empty()) {
            part["thoughtSignature"] = signatureOf({{"name", call.name}, {"args", Json::parse(call.arguments)}});
        }
        parts.push_back(std::move(part));
    }
    return parts;
}

} // namespace

bool showsThoughts(const Json &body)
{
    return memberOf(memberOf(memberOf(body, "generationConfig"), "thinkingConfig"), "includeThoughts") == Json(true);
}

Question question(const Json &body, const DemoModel &model)
{
    Question question;
    const std::string system = textOfParts(memberOf(body, "systemInstruction"));
    question.cacheable = system + dumped(memberOf(body, "tools"));
    question.everything = question.cacheable;
    for (const Json &turn : joinedTurns(memberOf(body, "contents"))) {
        if (textOf(turn, "role") == "user") {
            readUserTurn(turn, question);
        } else {
            question.everything += textOfParts(turn);
        }
    }
    const Json &calling = memberOf(memberOf(body, "toolConfig"), "functionCallingConfig");
    const std::string mode = textOf(calling, "mode");
    const Json &allowed = memberOf(calling, "allowedFunctionNames");
    for (const Json *declaration : declarationsOf(memberOf(body, "tools"))) {
        const std::string name = textOf(*declaration, "name");
        const bool isAllowed = allowed.empty() || std::find(allowed.begin(), allowed.end(), name) != allowed.end();
        if (mode != "NONE" && isAllowed) {
            const Json &schema = memberOf(*declaration, "parametersJsonSchema");
            const Json &parameters = memberOf(*declaration, "parameters");
            question.tools.push_back({name, schema.is_object()       ? schema
                                            : parameters.is_object() ? plainSchema(parameters)
                                                                     : Json::object()});
        }
    }
    question.mustCallTool = mode == "ANY";
    readOptions(memberOf(body, "generationConfig"), model, question);
    if (question.outputSchema) {
        question.outputSchema = plainSchema(*question.outputSchema);
    }
    return question;
}

OrderedJson wholeAnswer(const Answer &answer, const AnswerOptions &options)
{
    OrderedJson parts = OrderedJson::array();
    if (options.showsThoughts && !answer.reasoning.empty()) {
        parts.push_back({{"text", answer.reasoning}, {"thought", true}});
    }
    if (!answer.text.empty()) {
        OrderedJson part = {{"text", answer.text}};
        if (options.signs) {
            part["thoughtSignature"] = signatureOf({});
        }
        parts.push_back(std::move(part));
    }
    for (OrderedJson &part : callParts(answer, options)) {
        parts.push_back(std::move(part));
    }
    OrderedJson candidate = OrderedJson::object();
    if (answer.ending != Ending::Refused) {
        candidate["content"] = {{"parts", parts}, {"role", "model"}};
    }
    candidate["finishReason"] = finishReason(answer);
    return responseOf(std::move(candidate), finalUsage(answer), options, freshId("", 22));
}

StreamFrames streamedAnswer(const Answer &answer, const AnswerOptions &options)
{
    StreamFrames frames;
    const std::string id = freshId("", 22);
    long written = 0;
    const auto add = [&](const OrderedJson &part, bool paced) {
        const OrderedJson candidate = {{"content", {{"parts", {part}}, {"role", "model"}}}};
        frames.push_back(
            frame(responseOf(candidate, usageOf(answer, written, answer.reasoningTokens), options, id), paced));
    };
    if (options.showsThoughts) {
        for (const std::string &piece : pieces(answer.reasoning)) {
            add({{"text", piece}, {"thought", true}}, true);
        }
    }
    if (answer.ending != Ending::Refused) {
        for (const std::string &piece : pieces(answer.text)) {
            ++written;
            add({{"text", piece}}, true);
        }
    }
    for (const OrderedJson &part : callParts(answer, options)) {
        add(part, true);
    }
    OrderedJson last = OrderedJson::object();
    if (answer.ending != Ending::Refused) {
        // A text's signature comes behind it, on an empty part.
        OrderedJson part = {{"text", ""}};
        if (options.signs && answer.calls.empty()) {
            part["thoughtSignature"] = signatureOf({});
        }
        last["content"] = {{"parts", {part}}, {"role", "model"}};
    }
    last["finishReason"] = finishReason(answer);
    frames.push_back(frame(responseOf(std::move(last), finalUsage(answer), options, id)));
    return frames;
}

OrderedJson countedTokens(const Answer &answer)
{
    return {{"totalTokens", answer.inputTokens},
            {"promptTokensDetails", {{{"modality", "TEXT"}, {"tokenCount", answer.inputTokens}}}}};
}

StreamFrame frame(const OrderedJson &data, bool paced)
{
    return {"data: " + dumped(data) + "\r\n\r\n", paced};
}

} // namespace demo_provider::gemini
