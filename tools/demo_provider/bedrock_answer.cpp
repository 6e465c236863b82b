#include "tools/demo_provider/bedrock_answer.h"

#include "tools/demo_provider/anthropic_block_rules.h"
#include "tools/demo_provider/bedrock_frames.h"

namespace demo_provider::bedrock {

namespace {

const Json &itemsOf(const Json &object, std::string_view name)
{
    static const Json none = Json::array();
    const Json &items = memberOf(object, name);
    return items.is_array() ? items : none;
}

void readUserMessage(const Json &content, Question &question)
{
    question.toolResult.reset();
    question.lastText.clear();
    for (const Json &block : content) {
        question.lastText += textOf(block, "text");
        question.images += block.contains("image") ? 1 : 0;
        if (!block.contains("toolResult")) {
            continue;
        }
        std::string output;
        for (const Json &part : itemsOf(block["toolResult"], "content")) {
            output += part.contains("json") ? dumped(part["json"]) : textOf(part, "text");
        }
        question.toolResult = question.toolResult.value_or("") + output;
    }
    question.everything += question.lastText + question.toolResult.value_or("");
}

bool marksCache(const Json &blocks)
{
    for (const Json &block : blocks) {
        if (block.contains("cachePoint")) {
            return true;
        }
    }
    return false;
}

std::string stopReason(Ending ending)
{
    switch (ending) {
    case Ending::Complete: return "end_turn";
    case Ending::Length: return "max_tokens";
    case Ending::StopSequence: return "stop_sequence";
    case Ending::ToolCalls: return "tool_use";
    case Ending::Refused: return "content_filtered";
    }
    return "end_turn";
}

/// Bedrock fills events up with this, so that their sizes tell nothing about the words.
OrderedJson padded(OrderedJson data)
{
    data["p"] = "abcdefghijkl";
    return data;
}

void streamBlock(StreamFrames &frames, const OrderedJson &block, std::size_t index)
{
    const auto delta = [&](const OrderedJson &content, bool paced) {
        frames.push_back(event("contentBlockDelta", padded({{"contentBlockIndex", index}, {"delta", content}}), paced));
    };
    if (block.contains("toolUse")) {
        const OrderedJson &call = block["toolUse"];
        frames.push_back(
            event("contentBlockStart",
                  padded({{"contentBlockIndex", index},
                          {"start", {{"toolUse", {{"name", call["name"]}, {"toolUseId", call["toolUseId"]}}}}}})));
        for (const std::string &piece : pieces(dumped(call["input"]))) {
            delta({{"toolUse", {{"input", piece}}}}, true);
        }
    } else if (block.contains("reasoningContent")) {
        const OrderedJson &reasoning = block["reasoningContent"]["reasoningText"];
        for (const std::string &piece : pieces(reasoning["text"])) {
            delta({{"reasoningContent", {{"text", piece}}}}, true);
        }
        delta({{"reasoningContent", {{"signature", reasoning["signature"]}}}}, false);
    } else {
        for (const std::string &piece : pieces(block["text"])) {
            delta({{"text", piece}}, true);
        }
    }
    frames.push_back(event("contentBlockStop", padded({{"contentBlockIndex", index}})));
}

} // namespace

Question converseQuestion(const Json &body)
{
    Question question;
    bool cached = marksCache(itemsOf(body, "system"));
    std::string prefix;
    for (const Json &block : itemsOf(body, "system")) {
        prefix += textOf(block, "text");
    }
    const Json &toolConfig = memberOf(body, "toolConfig");
    for (const Json &tool : itemsOf(toolConfig, "tools")) {
        cached = cached || tool.contains("cachePoint");
        if (tool.contains("toolSpec")) {
            question.tools.push_back(
                {textOf(tool["toolSpec"], "name"), memberOf(memberOf(tool["toolSpec"], "inputSchema"), "json")});
        }
    }
    prefix += dumped(toolConfig);
    question.everything = prefix;
    for (const Json &message : body["messages"]) {
        cached = cached || marksCache(message["content"]);
        if (message["role"] == "user") {
            readUserMessage(message["content"], question);
        } else {
            question.everything += dumped(message["content"]);
        }
    }
    if (cached) {
        question.cacheable = prefix;
    }
    const Json &choice = memberOf(toolConfig, "toolChoice");
    question.mustCallTool = choice.contains("any") || choice.contains("tool");
    question.forcedTool = textOf(memberOf(choice, "tool"), "name");
    const Json &inference = memberOf(body, "inferenceConfig");
    if (memberOf(inference, "maxTokens").is_number()) {
        question.tokenLimit = inference["maxTokens"].get<long>();
    }
    for (const Json &stop : itemsOf(inference, "stopSequences")) {
        question.stopSequences.push_back(stop);
    }
    const Json &structure = memberOf(memberOf(memberOf(body, "outputConfig"), "textFormat"), "structure");
    if (const Json &jsonSchema = memberOf(structure, "jsonSchema"); jsonSchema.is_object()) {
        question.outputSchema = Json::parse(textOf(jsonSchema, "schema"), nullptr, false);
    }
    const Json &extra = memberOf(body, "additionalModelRequestFields");
    const std::string thinking = textOf(memberOf(extra, "thinking"), "type");
    question.wantsReasoning = thinking == "enabled" || thinking == "adaptive";
    return question;
}

OrderedJson converseAnswer(const Answer &answer)
{
    OrderedJson content = OrderedJson::array();
    if (!answer.reasoning.empty()) {
        content.push_back(
            {{"reasoningContent",
              {{"reasoningText",
                {{"text", answer.reasoning}, {"signature", anthropic::thinkingSignature(answer.reasoning)}}}}}});
    }
    if (!answer.text.empty()) {
        content.push_back({{"text", answer.text}});
    }
    for (const CalledTool &call : answer.calls) {
        content.push_back({{"toolUse",
                            {{"toolUseId", freshId("tooluse_", 22)},
                             {"name", call.name},
                             {"input", OrderedJson::parse(call.arguments)}}}});
    }
    // As Anthropic, Bedrock counts cached tokens beside inputTokens.
    const long plainInput = answer.inputTokens - answer.cacheReadTokens - answer.cacheWriteTokens;
    return {{"metrics", {{"latencyMs", 321}}},
            {"output", {{"message", {{"content", content}, {"role", "assistant"}}}}},
            {"stopReason", stopReason(answer.ending)},
            {"usage",
             {{"inputTokens", plainInput},
              {"outputTokens", answer.outputTokens},
              {"totalTokens", answer.inputTokens + answer.outputTokens},
              {"cacheReadInputTokens", answer.cacheReadTokens},
              {"cacheWriteInputTokens", answer.cacheWriteTokens}}}};
}

StreamFrames converseStream(const OrderedJson &finished)
{
    StreamFrames frames;
    frames.push_back(event("messageStart", padded({{"role", "assistant"}})));
    const OrderedJson &content = finished["output"]["message"]["content"];
    for (std::size_t i = 0; i < content.size(); ++i) {
        streamBlock(frames, content[i], i);
    }
    frames.push_back(event("messageStop", padded({{"stopReason", finished["stopReason"]}})));
    frames.push_back(event("metadata", padded({{"metrics", finished["metrics"]}, {"usage", finished["usage"]}})));
    return frames;
}

} // namespace demo_provider::bedrock
