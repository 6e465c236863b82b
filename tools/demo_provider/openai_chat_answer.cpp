#include "tools/demo_provider/openai_chat_answer.h"

#include <cmath>
#include <cstring>
#include <random>

#include <QByteArray>
#include <QDateTime>

namespace demo_provider::openai {

namespace {

constexpr const char *fingerprint = "fp_b1f2057d3e";

std::string textOfContent(const Json &content, int *images = nullptr)
{
    if (content.is_string()) {
        return content;
    }
    std::string text;
    for (const Json &part : content) {
        text += textOf(part, "text");
        if (images != nullptr && textOf(part, "type") == "image_url") {
            ++*images;
        }
    }
    return text;
}

std::string finishReason(const Answer &answer)
{
    switch (answer.ending) {
    case Ending::Length: return "length";
    case Ending::ToolCalls: return "tool_calls";
    default: return "stop";
    }
}

OrderedJson usageOf(const Answer &answer, long choices)
{
    const long output = answer.outputTokens * choices;
    return {{"prompt_tokens", answer.inputTokens},
            {"completion_tokens", output},
            {"total_tokens", answer.inputTokens + output},
            {"prompt_tokens_details", {{"cached_tokens", answer.cacheReadTokens}, {"audio_tokens", 0}}},
            {"completion_tokens_details",
             {{"reasoning_tokens", answer.reasoningTokens * choices},
              {"audio_tokens", 0},
              {"accepted_prediction_tokens", 0},
              {"rejected_prediction_tokens", 0}}}};
}

long choicesOf(const Json &body)
{
    const Json &n = memberOf(body, "n");
    return n.is_number() ? n.get<long>() : 1;
}

void readTools(const Json &body, Question &question)
{
    const Json &choice = memberOf(body, "tool_choice");
    if (choice == Json("none")) {
        return;
    }
    for (const Json &tool : memberOf(body, "tools")) {
        const Json &function = memberOf(tool, "function");
        if (function.is_object()) {
            question.tools.push_back({textOf(function, "name"), memberOf(function, "parameters")});
        }
    }
    question.mustCallTool = choice == Json("required") || choice.is_object();
    question.forcedTool = textOf(memberOf(choice, "function"), "name");
    question.mayCallInParallel = memberOf(body, "parallel_tool_calls") != Json(false);
}

void streamCalls(const OrderedJson &empty, const Answer &answer, StreamFrames &frames)
{
    for (std::size_t i = 0; i < answer.calls.size(); ++i) {
        OrderedJson first = empty;
        first["choices"][0]["delta"] = {
            {"tool_calls", OrderedJson::array({{{"index", i},
                                                {"id", freshId("call_", 24)},
                                                {"type", "function"},
                                                {"function", {{"name", answer.calls[i].name}, {"arguments", ""}}}}})}};
        frames.push_back(dataFrame(first, true));
        for (const std::string &piece : pieces(answer.calls[i].arguments)) {
            OrderedJson next = empty;
            next["choices"][0]["delta"] = {
                {"tool_calls", OrderedJson::array({{{"index", i}, {"function", {{"arguments", piece}}}}})}};
            frames.push_back(dataFrame(next, true));
        }
    }
}

void streamChoice(OrderedJson empty, long index, const Answer &answer, StreamFrames &frames)
{
    empty["choices"][0]["index"] = index;
    OrderedJson first = empty;
    const bool refused = answer.ending == Ending::Refused;
    first["choices"][0]["delta"] = {{"role", "assistant"},
                                    {"content", answer.calls.empty() && !refused ? OrderedJson("") : OrderedJson()},
                                    {"refusal", nullptr}};
    frames.push_back(dataFrame(first));
    for (const std::string &piece : pieces(answer.text)) {
        OrderedJson next = empty;
        next["choices"][0]["delta"] = {{refused ? "refusal" : "content", piece}};
        frames.push_back(dataFrame(next, true));
    }
    streamCalls(empty, answer, frames);
    OrderedJson last = empty;
    last["choices"][0]["finish_reason"] = finishReason(answer);
    frames.push_back(dataFrame(last));
}

} // namespace

Question chatQuestion(const Json &body, const DemoModel &model)
{
    Question question;
    const Json &messages = body["messages"];
    for (const Json &message : messages) {
        const std::string role = textOf(message, "role");
        const std::string text = textOfContent(memberOf(message, "content"), &question.images);
        question.everything += text + dumped(memberOf(message, "tool_calls"));
        if (role == "user") {
            question.lastText = text;
            question.toolResult.reset();
        } else if (role == "tool") {
            question.toolResult = question.toolResult.value_or("") + text;
        } else if (role == "system" || role == "developer") {
            question.cacheable += text;
        }
    }
    question.everything += dumped(memberOf(body, "tools"));
    readTools(body, question);
    const Json &format = memberOf(body, "response_format");
    if (textOf(format, "type") == "json_schema") {
        question.outputSchema = memberOf(format["json_schema"], "schema");
    } else if (textOf(format, "type") == "json_object") {
        question.outputSchema = Json{{"properties", {{"answer", {{"type", "string"}}}}}};
    }
    const Json &effort = memberOf(body, "reasoning_effort");
    question.wantsReasoning = model.reasons && effort != Json("none");
    for (const char *name : {"max_tokens", "max_completion_tokens"}) {
        if (memberOf(body, name).is_number()) {
            question.tokenLimit = body[name].get<long>();
        }
    }
    const Json &stop = memberOf(body, "stop");
    if (stop.is_string()) {
        question.stopSequences.push_back(stop);
    }
    for (const Json &one : stop.is_array() ? stop : Json::array()) {
        question.stopSequences.push_back(one.is_string() ? one.get<std::string>() : std::string());
    }
    return question;
}

OrderedJson chatAnswer(const Json &body, const Answer &answer)
{
    OrderedJson message = {{"role", "assistant"}, {"content", answer.text}, {"refusal", nullptr}};
    message["annotations"] = OrderedJson::array();
    if (answer.ending == Ending::Refused) {
        message["content"] = nullptr;
        message["refusal"] = answer.text;
    }
    OrderedJson choices = OrderedJson::array();
    for (long i = 0; i < choicesOf(body); ++i) {
        OrderedJson own = message;
        if (!answer.calls.empty()) {
            own["content"] = nullptr;
            for (const CalledTool &call : answer.calls) {
                own["tool_calls"].push_back({{"id", freshId("call_", 24)},
                                             {"type", "function"},
                                             {"function", {{"name", call.name}, {"arguments", call.arguments}}}});
            }
        }
        choices.push_back(
            {{"index", i}, {"message", own}, {"logprobs", nullptr}, {"finish_reason", finishReason(answer)}});
    }
    return {{"id", freshId("chatcmpl-", 29)},
            {"object", "chat.completion"},
            {"created", QDateTime::currentSecsSinceEpoch()},
            {"model", body["model"]},
            {"choices", choices},
            {"usage", usageOf(answer, choicesOf(body))},
            {"service_tier", "default"},
            {"system_fingerprint", fingerprint}};
}

StreamFrames chatStream(const Json &body, const Answer &answer)
{
    const bool withUsage = memberOf(memberOf(body, "stream_options"), "include_usage") == Json(true);
    OrderedJson empty = {
        {"id", freshId("chatcmpl-", 29)},
        {"object", "chat.completion.chunk"},
        {"created", QDateTime::currentSecsSinceEpoch()},
        {"model", body["model"]},
        {"service_tier", "default"},
        {"system_fingerprint", fingerprint},
        {"choices",
         OrderedJson::array(
             {{{"index", 0}, {"delta", OrderedJson::object()}, {"logprobs", nullptr}, {"finish_reason", nullptr}}})}};
    // With include_usage every ordinary chunk says "usage": null; without it the member does not exist.
    if (withUsage) {
        empty["usage"] = nullptr;
    }
    StreamFrames frames;
    for (long i = 0; i < choicesOf(body); ++i) {
        streamChoice(empty, i, answer, frames);
    }
    if (withUsage) {
        OrderedJson last = empty;
        last["choices"] = OrderedJson::array();
        last["usage"] = usageOf(answer, choicesOf(body));
        frames.push_back(dataFrame(last));
    }
    frames.push_back({"data: [DONE]\n\n", false});
    return frames;
}

OrderedJson embeddingsAnswer(const Json &body)
{
    const Json &input = body["input"];
    const bool one = input.is_string() || (!input.empty() && input.front().is_number());
    const Json inputs = one ? Json::array({input}) : input;
    const Json &asked = memberOf(body, "dimensions");
    const std::size_t size = asked.is_number() ? asked.get<std::size_t>() : 1536;
    const bool base64 = textOf(body, "encoding_format") == "base64";

    OrderedJson data = OrderedJson::array();
    long tokens = 0;
    for (std::size_t i = 0; i < inputs.size(); ++i) {
        const std::string text = dumped(inputs[i]);
        tokens += countTokens(text);
        std::mt19937_64 random(std::hash<std::string>{}(text));
        std::normal_distribution<float> spread;
        std::vector<float> vector(size);
        float square = 0;
        for (float &value : vector) {
            value = spread(random);
            square += value * value;
        }
        for (float &value : vector) {
            value /= std::sqrt(square);
        }
        OrderedJson embedding = vector;
        if (base64) {
            const QByteArray bytes(reinterpret_cast<const char *>(vector.data()),
                                   static_cast<qsizetype>(size * sizeof(float)));
            embedding = bytes.toBase64().toStdString();
        }
        data.push_back({{"object", "embedding"}, {"index", i}, {"embedding", embedding}});
    }
    return {{"object", "list"},
            {"data", data},
            {"model", body["model"]},
            {"usage", {{"prompt_tokens", tokens}, {"total_tokens", tokens}}}};
}

} // namespace demo_provider::openai
