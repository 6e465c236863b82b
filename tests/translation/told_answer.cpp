#include "tests/translation/told_answer.h"

#include "gateway/base/base64.h"
#include "tests/translation/anthropic_stream_reader.h"
#include "tests/translation/bedrock_stream_reader.h"
#include "tests/translation/cohere_chat_stream_reader.h"
#include "tests/translation/gemini_stream_reader.h"
#include "tests/translation/openai_chat_strict_reader.h"
#include "tests/translation/responses_stream_reader.h"

namespace tests {

namespace {

using namespace gateway;
using namespace gateway::translation;
using Value = nlohmann::json;

void require(ToldAnswer &told, bool isMet, const std::string &rule)
{
    if (!isMet && told.problem.empty())
        told.problem = rule;
}

std::string wordOf(const Value &object, const char *name)
{
    const auto found = object.find(name);
    return found != object.end() && found->is_string() ? found->get<std::string>() : std::string();
}

std::string countOf(const Value &usage, const char *name)
{
    const auto found = usage.find(name);
    return found != usage.end() && found->is_number_integer() ? std::to_string(found->get<std::int64_t>()) + ' ' : "- ";
}

template <typename Object>
std::string countsOf(const Object &usage, std::initializer_list<const char *> names)
{
    const Value counts = usage.is_null() ? Value::object() : Value::parse(usage.dump());
    std::string text;
    for (const char *name : names)
        text += countOf(counts, name);
    return text;
}

// A signature as it is, and what is packed in it.
void addSealed(ToldAnswer &told, const std::string &sealed)
{
    told.others += sealed + '\n' + decodeBase64(sealed).value_or("") + '\n';
}

// Arguments in the order of a dump, so that spaces do not matter.
std::string callText(const std::string &name, const std::string &arguments)
{
    const Value object = Value::parse(arguments, nullptr, false);
    return name + ' ' + (object.is_discarded() ? arguments : object.dump());
}

// ---- Anthropic

ToldAnswer anthropicMessage(const Value &message)
{
    ToldAnswer told;
    require(told,
            wordOf(message, "id").starts_with("msg_") && message.value("type", "") == "message"
                && message.value("role", "") == "assistant" && !wordOf(message, "model").empty()
                && message.contains("stop_sequence"),
            "the message's head");
    for (const Value &block : message.at("content")) {
        const std::string type = wordOf(block, "type");
        if (type == "text") {
            require(told, !wordOf(block, "text").empty(), "a text is not empty");
            require(told, !block.contains("citations") || block["citations"].is_array(), "citations are a list");
            told.text += wordOf(block, "text");
        } else if (type == "thinking") {
            require(told, block.value("thinking", Value()).is_string() && block.value("signature", Value()).is_string(),
                    "a thinking block has its two texts");
            told.reasoning += wordOf(block, "thinking");
        } else if (type == "redacted_thinking") {
            require(told, !wordOf(block, "data").empty(), "redacted thinking has data");
        } else if (type == "tool_use") {
            require(told, !wordOf(block, "id").empty() && block.value("input", Value()).is_object(), "a tool_use");
            told.calls.push_back(callText(wordOf(block, "name"), block["input"].dump()));
        } else {
            require(told, type == "server_tool_use", "no SDK knows a block " + type);
        }
        told.others += block.dump() + '\n';
    }
    told.ending = wordOf(message, "stop_reason");
    require(told, !told.ending.empty(), "a stop reason");
    require(told, told.ending == "stop_sequence" || message["stop_sequence"].is_null(), "the stop sequence");
    told.usage = countsOf(message.at("usage"), {"input_tokens", "output_tokens", "cache_read_input_tokens"});
    return told;
}

ToldAnswer anthropicStream(std::string_view wire)
{
    anthropic_codec::StrictReader reader;
    reader.read(wire);
    if (!reader.problem.empty() || !reader.error.empty()) {
        ToldAnswer told;
        told.problem = reader.problem;
        told.failure = reader.error;
        return told;
    }
    return anthropicMessage(reader.message);
}

// ---- Bedrock

ToldAnswer bedrockStream(std::string_view wire)
{
    const bedrock_stream::Answer answer = bedrock_stream::read(wire);
    ToldAnswer told;
    told.problem = answer.problem;
    told.failure = answer.exceptionMessage;
    told.ending = answer.stopReason;
    for (const bedrock_stream::Block &block : answer.blocks) {
        for (const Value &citation : block.citations)
            told.others += citation.dump() + '\n';
        if (block.kind == "text") {
            require(told, !block.text.empty(), "a text is not empty");
            told.text += block.text;
        } else if (block.kind == "reasoning") {
            told.reasoning += block.text;
            told.others += block.signature + '\n';
        } else if (block.kind == "toolUse" && !block.runsAtProvider) {
            told.calls.push_back(callText(block.name, block.text));
        } else {
            told.others += block.id + block.text + '\n' + encodeBase64(block.text) + '\n';
        }
    }
    told.usage = countsOf(answer.usage, {"inputTokens", "outputTokens", "cacheReadInputTokens"});
    return told;
}

void readBedrockReasoning(const Value &reasoning, ToldAnswer &told)
{
    require(told, reasoning.size() == 1, "reasoningContent is one of two");
    if (reasoning.contains("redactedContent")) {
        require(told, decodeBase64(wordOf(reasoning, "redactedContent")).has_value(), "redactedContent is bytes");
        addSealed(told, wordOf(reasoning, "redactedContent"));
        return;
    }
    const Value &text = reasoning.at("reasoningText");
    require(told, text.value("text", Value()).is_string(), "reasoningText has a text");
    told.reasoning += wordOf(text, "text");
    told.others += wordOf(text, "signature") + '\n';
}

ToldAnswer bedrockWhole(std::string_view body)
{
    const Value answer = Value::parse(body, nullptr, false);
    ToldAnswer told;
    const Value &message = answer.at("output").at("message");
    require(told, message.value("role", "") == "assistant", "the role");
    for (const Value &block : message.at("content")) {
        require(told, block.size() == 1, "a block has one member: " + block.dump());
        if (block.contains("text")) {
            require(told, !wordOf(block, "text").empty(), "a text is not empty");
            told.text += wordOf(block, "text");
        } else if (block.contains("citationsContent")) {
            const Value &cited = block["citationsContent"];
            require(told, cited.at("citations").is_array(), "citations are a list");
            for (const Value &piece : cited.at("content"))
                told.text += wordOf(piece, "text");
            told.others += cited.dump() + '\n';
        } else if (block.contains("reasoningContent")) {
            readBedrockReasoning(block["reasoningContent"], told);
        } else if (block.contains("toolUse") && wordOf(block["toolUse"], "type") != "server_tool_use") {
            const Value &call = block["toolUse"];
            require(told, !wordOf(call, "toolUseId").empty() && call.value("input", Value()).is_object(), "a toolUse");
            told.calls.push_back(callText(wordOf(call, "name"), call["input"].dump()));
        } else {
            require(told, block.contains("toolUse") || block.contains("image") || block.contains("audio"),
                    "no SDK knows " + block.dump());
            told.others += block.dump() + '\n';
        }
    }
    told.ending = wordOf(answer, "stopReason");
    told.usage = countsOf(answer.at("usage"), {"inputTokens", "outputTokens", "cacheReadInputTokens"});
    require(told, answer.at("usage").at("totalTokens").is_number_integer(), "the sum of tokens");
    require(told, answer.at("metrics").at("latencyMs").is_number_integer(), "the metrics");
    return told;
}

// ---- OpenAI Chat

constexpr std::initializer_list<const char *> chatCounts{"prompt_tokens", "completion_tokens"};

std::string cachedCount(const Json *usage, const char *details)
{
    const Json *found = usage ? findObject(*usage, details) : nullptr;
    return found ? countsOf(*found, {"cached_tokens"}) : "- ";
}

ToldAnswer chatStream(std::string_view wire)
{
    openai_chat_support::StrictReader reader;
    ToldAnswer told;
    told.problem = reader.read(wire);
    told.failure = reader.failure;
    const auto &choice = reader.choices[0];
    told.text = choice.text;
    told.refusal = choice.refusal;
    told.reasoning = choice.reasoning;
    for (const auto &call : choice.calls) {
        told.calls.push_back(callText(call.name, call.arguments));
        told.others += call.signature + '\n';
    }
    told.ending = choice.finishReason;
    told.others += dumpJson(choice.others) + dumpJson(choice.tokens);
    if (reader.usage)
        told.usage = countsOf(*reader.usage, chatCounts) + cachedCount(&*reader.usage, "prompt_tokens_details");
    return told;
}

void readChatCall(const Json &call, ToldAnswer &told)
{
    const Json *custom = findObject(call, "custom");
    const Json *called = custom ? custom : findObject(call, "function");
    require(told, called && textMember(call, "type") == (custom ? "custom" : "function"), "the type of a call");
    require(told, !textMember(call, "id").empty() && called && !textMember(*called, "name").empty(), "a call");
    if (!called)
        return;
    const std::string arguments(textMember(*called, custom ? "input" : "arguments"));
    require(told, custom || objectFromText(arguments).has_value(), "arguments are an object");
    told.calls.push_back(callText(std::string(textMember(*called, "name")), arguments));
    if (const Json *extra = findObject(call, "extra_content"))
        told.others += dumpJson(*extra) + '\n';
}

ToldAnswer chatWhole(std::string_view body)
{
    ToldAnswer told;
    const Json answer = *parseJson(body);
    require(told,
            textMember(answer, "id").starts_with("chatcmpl-") && textMember(answer, "object") == "chat.completion"
                && integerMember(answer, "created") && !textMember(answer, "model").empty(),
            "the head");
    const Json &choice = answer.at("choices").at(0);
    const Json &message = choice.at("message");
    require(told, choice.contains("logprobs") && integerMember(choice, "index"), "the choice");
    require(told,
            textMember(message, "role") == "assistant" && message.contains("content") && message.contains("refusal"),
            "the message");
    told.text = textMember(message, "content");
    told.refusal = textMember(message, "refusal");
    told.reasoning = textMember(message, "reasoning_content");
    if (const Json *calls = findArray(message, "tool_calls")) {
        for (const Json &call : *calls)
            readChatCall(call, told);
    }
    for (const auto &[name, value] : message.items()) {
        const bool isList = name == "annotations" || name == "images";
        require(told, !isList || (value.is_array() && !value.empty()), name);
        if (name != "tool_calls" && name != "content" && name != "reasoning_content")
            told.others += dumpJson(Json{{name, value}}) + '\n';
    }
    if (const Json *logprobs = findObject(choice, "logprobs"))
        told.others += dumpJson(*logprobs);
    told.ending = textMember(choice, "finish_reason");
    if (const Json *usage = findObject(answer, "usage"))
        told.usage = countsOf(*usage, chatCounts) + cachedCount(usage, "prompt_tokens_details");
    return told;
}

// ---- OpenAI Responses

ToldAnswer responsesAnswer(const ReadResponse &read)
{
    ToldAnswer told;
    told.problem = read.problem;
    told.failure = read.failure;
    if (!read.problem.empty() || read.hasRaised)
        return told;
    told.text = read.text;
    told.refusal = read.refusal;
    told.reasoning = read.reasoning;
    for (const auto &[name, arguments] : read.calls)
        told.calls.push_back(callText(name, arguments));
    told.ending = wordOf(read.final, "status");
    if (const Value &details = read.final.at("incomplete_details"); details.is_object())
        told.ending += ' ' + wordOf(details, "reason");
    for (const Value &item : read.final.at("output"))
        told.others += item.dump() + '\n';
    const Value &usage = read.final.at("usage");
    if (!usage.is_null())
        told.usage = countsOf(usage, {"input_tokens", "output_tokens"})
                     + countOf(usage.at("input_tokens_details"), "cached_tokens");
    return told;
}

// ---- Gemini

ToldAnswer geminiAnswer(const gemini_support::ClientView &view)
{
    ToldAnswer told;
    told.problem = view.problem;
    told.failure = view.error.is_null() ? std::string() : std::string(textMember(view.error, "message"));
    if (!told.problem.empty() || !told.failure.empty())
        return told;
    const auto valueIn = [](const auto &map) { return map.contains(0) ? map.at(0) : std::string(); };
    told.text = valueIn(view.texts);
    told.reasoning = valueIn(view.thoughts);
    told.ending = valueIn(view.finishReasons);
    require(told, !told.ending.empty(), "a finish reason");
    for (const Json &call : view.calls.contains(0) ? view.calls.at(0) : std::vector<Json>())
        told.calls.push_back(callText(std::string(textMember(call, "name")), dumpJson(*findObject(call, "args"))));
    for (const std::string &signature : view.signatures)
        addSealed(told, signature);
    for (const Json &other : view.others)
        told.others += dumpJson(other) + '\n';
    told.usage = countsOf(view.usage, {"promptTokenCount", "candidatesTokenCount", "cachedContentTokenCount"});
    return told;
}

// ---- Cohere

std::string cohereCounts(const Json &usage)
{
    const Json *tokens = findObject(usage, "tokens");
    return (tokens ? countsOf(*tokens, {"input_tokens", "output_tokens"}) : "") + countsOf(usage, {"cached_tokens"});
}

ToldAnswer cohereStream(std::string_view wire)
{
    const cohere_support::ClientView view(wire);
    ToldAnswer told;
    told.problem = view.problem;
    told.failure = view.error;
    told.text = view.plan + view.text;
    told.reasoning = view.thinking;
    for (const std::string &call : view.calls) { // id, name and arguments
        const auto name = call.find(' ') + 1;
        const auto arguments = call.find(' ', name) + 1;
        told.calls.push_back(callText(call.substr(name, arguments - name - 1), call.substr(arguments)));
    }
    told.ending = view.finishReason;
    for (const Json &citation : view.citations)
        told.others += dumpJson(citation) + '\n';
    for (const Json &token : view.tokens)
        told.others += dumpJson(token) + '\n';
    if (!view.usage.is_null())
        told.usage = cohereCounts(view.usage);
    return told;
}

ToldAnswer cohereWhole(std::string_view body)
{
    ToldAnswer told;
    const Json answer = *parseJson(body);
    const Json &message = answer.at("message");
    require(told, !textMember(answer, "id").empty() && textMember(message, "role") == "assistant", "the head");
    told.text = textMember(message, "tool_plan");
    const Json *content = findArray(message, "content");
    const Json *calls = findArray(message, "tool_calls");
    require(told, content || calls, "a message says something, or calls");
    for (const Json &part : content ? *content : Json::array()) {
        const std::string type(textMember(part, "type"));
        if (type == "text" || type == "thinking") {
            require(told, !textMember(part, type).empty() || content->size() == 1, "a text is not empty");
            (type == "text" ? told.text : told.reasoning) += textMember(part, type);
        } else {
            told.others += dumpJson(part) + '\n';
        }
    }
    for (const Json &call : calls ? *calls : Json::array()) {
        const Json &function = call.at("function");
        const std::string arguments(textMember(function, "arguments"));
        require(told, textMember(call, "type") == "function" && !textMember(call, "id").empty(), "the head of a call");
        require(told, objectFromText(arguments).has_value(), "arguments are an object: " + arguments);
        told.calls.push_back(callText(std::string(textMember(function, "name")), arguments));
    }
    for (const char *name : {"citations", "logprobs"}) {
        if (const Json *list = findArray(name == std::string_view("citations") ? message : answer, name))
            told.others += dumpJson(*list) + '\n';
    }
    told.ending = textMember(answer, "finish_reason");
    if (const Json *usage = findObject(answer, "usage"))
        told.usage = cohereCounts(*usage);
    return told;
}

} // namespace

ToldAnswer toldByStream(DialectId client, std::string_view wire)
{
    switch (client) {
    case DialectId::AnthropicMessages: return anthropicStream(wire);
    case DialectId::BedrockConverse: return bedrockStream(wire);
    case DialectId::OpenAiChat: return chatStream(wire);
    case DialectId::OpenAiResponses: return responsesAnswer(readResponseStream(wire));
    case DialectId::GeminiGenerate: return geminiAnswer(gemini_support::readStream(wire));
    case DialectId::CohereChat: return cohereStream(wire);
    }
    return {};
}

ToldAnswer toldByWhole(DialectId client, std::string_view body)
{
    switch (client) {
    case DialectId::AnthropicMessages: return anthropicMessage(Value::parse(body));
    case DialectId::BedrockConverse: return bedrockWhole(body);
    case DialectId::OpenAiChat: return chatWhole(body);
    case DialectId::OpenAiResponses: return responsesAnswer(readWholeResponse(body));
    case DialectId::GeminiGenerate: return geminiAnswer(gemini_support::readWhole(body));
    case DialectId::CohereChat: return cohereWhole(body);
    }
    return {};
}

} // namespace tests
