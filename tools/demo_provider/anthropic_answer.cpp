#include "tools/demo_provider/anthropic_answer.h"

#include "tools/demo_provider/anthropic_block_rules.h"

namespace demo_provider::anthropic {

namespace {

std::string textOfContent(const Json &content, int *images)
{
    if (content.is_string()) {
        return content;
    }
    std::string text;
    for (const Json &block : content.is_array() ? content : Json::array()) {
        text += textOf(block, "text");
        *images += textOf(block, "type") == "image" ? 1 : 0;
    }
    return text;
}

/// Reads one message of the user: text and tool results.
void readUserMessage(const Json &content, Question &question)
{
    question.toolResult.reset();
    question.lastText = textOfContent(content, &question.images);
    question.everything += question.lastText;
    for (const Json &block : content.is_array() ? content : Json::array()) {
        if (textOf(block, "type") == "tool_result") {
            const std::string output = textOfContent(memberOf(block, "content"), &question.images);
            question.everything += output;
            question.toolResult = question.toolResult.value_or("") + output;
        }
    }
}

bool marksCache(const Json &blocks)
{
    for (const Json &block : blocks.is_array() ? blocks : Json::array()) {
        if (memberOf(block, "cache_control").is_object()) {
            return true;
        }
    }
    return false;
}

std::string stopReason(const Answer &answer)
{
    switch (answer.ending) {
    case Ending::Complete: return "end_turn";
    case Ending::Length: return "max_tokens";
    case Ending::StopSequence: return "stop_sequence";
    case Ending::ToolCalls: return "tool_use";
    case Ending::Refused: return "refusal";
    }
    return "end_turn";
}

void addEvent(StreamFrames &frames, const char *type, const OrderedJson &members, bool paced = false)
{
    OrderedJson data = {{"type", type}};
    data.update(members);
    frames.push_back(eventFrame(type, data, paced));
}

void streamBlock(StreamFrames &frames, const OrderedJson &block, std::size_t index)
{
    const std::string type = block["type"];
    OrderedJson empty = block;
    std::string text;
    const char *delta = "text_delta";
    const char *member = "text";
    if (type == "thinking") {
        text = block["thinking"];
        empty["thinking"] = "";
        empty["signature"] = "";
        delta = "thinking_delta";
        member = "thinking";
    } else if (type == "tool_use") {
        text = dumped(block["input"]);
        empty["input"] = OrderedJson::object();
        delta = "input_json_delta";
        member = "partial_json";
    } else {
        text = block["text"];
        empty["text"] = "";
    }
    const auto deltaEvent = [&](const OrderedJson &content, bool paced) {
        addEvent(frames, "content_block_delta", {{"index", index}, {"delta", content}}, paced);
    };
    addEvent(frames, "content_block_start", {{"index", index}, {"content_block", empty}});
    if (type == "tool_use") {
        deltaEvent({{"type", delta}, {member, ""}}, false);
    }
    for (const std::string &piece : pieces(text)) {
        deltaEvent({{"type", delta}, {member, piece}}, true);
    }
    if (type == "thinking") {
        deltaEvent({{"type", "signature_delta"}, {"signature", block["signature"]}}, false);
    }
    addEvent(frames, "content_block_stop", {{"index", index}});
}

} // namespace

Question messagesQuestion(const Json &body)
{
    Question question;
    const Json &system = memberOf(body, "system");
    const std::string systemText = textOfContent(system, &question.images);
    question.everything = systemText + dumped(memberOf(body, "tools"));
    bool cached =
        marksCache(system) || marksCache(memberOf(body, "tools")) || memberOf(body, "cache_control").is_object();
    for (const Json &message : body["messages"]) {
        cached = cached || marksCache(memberOf(message, "content"));
        if (textOf(message, "role") == "user") {
            readUserMessage(message["content"], question);
        } else {
            int images = 0;
            question.everything += textOfContent(message["content"], &images);
        }
    }
    if (cached) {
        question.cacheable = systemText + dumped(memberOf(body, "tools"));
    }
    const Json &choice = memberOf(body, "tool_choice");
    const std::string choiceType = textOf(choice, "type");
    for (const Json &tool : choiceType == "none" ? Json::array() : memberOf(body, "tools")) {
        if (tool.contains("input_schema")) {
            question.tools.push_back({textOf(tool, "name"), tool["input_schema"]});
        }
    }
    question.mustCallTool = choiceType == "any" || choiceType == "tool";
    question.forcedTool = textOf(choice, "name");
    question.mayCallInParallel = memberOf(choice, "disable_parallel_tool_use") != Json(true);
    const Json &format = memberOf(memberOf(body, "output_config"), "format");
    if (format.is_object()) {
        question.outputSchema = memberOf(format, "schema");
    }
    const std::string thinking = textOf(memberOf(body, "thinking"), "type");
    question.wantsReasoning = thinking == "enabled" || thinking == "adaptive";
    if (memberOf(body, "max_tokens").is_number()) {
        question.tokenLimit = body["max_tokens"].get<long>();
    }
    for (const Json &stop : memberOf(body, "stop_sequences")) {
        question.stopSequences.push_back(stop.is_string() ? stop.get<std::string>() : std::string());
    }
    return question;
}

OrderedJson messagesAnswer(const Json &body, const Answer &answer)
{
    OrderedJson content = OrderedJson::array();
    if (!answer.reasoning.empty()) {
        const bool omitted = textOf(memberOf(body, "thinking"), "display") == "omitted";
        content.push_back({{"type", "thinking"},
                           {"thinking", omitted ? std::string() : answer.reasoning},
                           {"signature", thinkingSignature(answer.reasoning)}});
    }
    if (!answer.text.empty()) {
        content.push_back({{"type", "text"}, {"text", answer.text}});
    }
    for (const CalledTool &call : answer.calls) {
        content.push_back({{"type", "tool_use"},
                           {"id", freshId("toolu_01", 22)},
                           {"name", call.name},
                           {"input", OrderedJson::parse(call.arguments)}});
    }
    const bool stopped = answer.ending == Ending::StopSequence;
    // Anthropic counts cached tokens beside input_tokens, not within them.
    const long plainInput = answer.inputTokens - answer.cacheReadTokens - answer.cacheWriteTokens;
    return {{"model", body["model"]},
            {"id", freshId("msg_01", 22)},
            {"type", "message"},
            {"role", "assistant"},
            {"content", content},
            {"stop_reason", stopReason(answer)},
            {"stop_sequence", stopped ? OrderedJson(answer.stopSequence) : OrderedJson()},
            {"usage",
             {{"input_tokens", plainInput},
              {"cache_creation_input_tokens", answer.cacheWriteTokens},
              {"cache_read_input_tokens", answer.cacheReadTokens},
              {"cache_creation",
               {{"ephemeral_5m_input_tokens", answer.cacheWriteTokens}, {"ephemeral_1h_input_tokens", 0}}},
              {"output_tokens", answer.outputTokens},
              {"service_tier", "standard"}}}};
}

StreamFrames messagesStream(const OrderedJson &finished)
{
    StreamFrames frames;
    OrderedJson begun = finished;
    begun["content"] = OrderedJson::array();
    begun["stop_reason"] = nullptr;
    begun["stop_sequence"] = nullptr;
    begun["usage"]["output_tokens"] = 1;
    addEvent(frames, "message_start", {{"message", begun}});
    addEvent(frames, "ping", OrderedJson::object());
    for (std::size_t i = 0; i < finished["content"].size(); ++i) {
        streamBlock(frames, finished["content"][i], i);
    }
    const OrderedJson &usage = finished["usage"];
    addEvent(frames, "message_delta",
             {{"delta", {{"stop_reason", finished["stop_reason"]}, {"stop_sequence", finished["stop_sequence"]}}},
              {"usage",
               {{"input_tokens", usage["input_tokens"]},
                {"cache_creation_input_tokens", usage["cache_creation_input_tokens"]},
                {"cache_read_input_tokens", usage["cache_read_input_tokens"]},
                {"output_tokens", usage["output_tokens"]}}}});
    addEvent(frames, "message_stop", OrderedJson::object());
    return frames;
}

} // namespace demo_provider::anthropic
