// Cursor sends its agent's turns to a chat address in the items of the Responses API.
#include "gateway/translation/dialects/openai_chat/message_decoder.h"

namespace gateway::translation::openai_chat {

namespace {

Json callMessage(const Json &item, std::string_view place, std::string_view textName)
{
    Json called{{"name", textMember(item, "name")}};
    const Json *text = findMember(item, textName);
    called[textName == "input" ? "input" : "arguments"] = text ? *text : Json("");
    Json call{{"id", textMember(item, "call_id")}};
    call["type"] = place;
    call[std::string(place)] = std::move(called);
    Json message{{"role", "assistant"}};
    message["tool_calls"] = Json::array({std::move(call)});
    return message;
}

Json resultMessage(const Json &item)
{
    Json message{{"role", "tool"}, {"tool_call_id", textMember(item, "call_id")}};
    const Json *output = findMember(item, "output");
    message["content"] = output && (output->is_string() || output->is_array()) ? *output : Json("");
    return message;
}

// Summaries alone: what is encrypted is for the provider that made it, and a chat client has no place for it.
Json reasoningMessage(const Json &item)
{
    std::string text;
    if (const Json *summary = findArray(item, "summary")) {
        for (const Json &piece : *summary)
            text += textMember(piece, "text");
    }
    if (text.empty())
        return nullptr;
    return Json{{"role", "assistant"}, {"reasoning_content", std::move(text)}};
}

} // namespace

Json chatMessageOfItem(const Json &item)
{
    const std::string_view type = textMember(item, "type");
    if (type == "function_call")
        return callMessage(item, "function", "arguments");
    if (type == "custom_tool_call")
        return callMessage(item, "custom", "input");
    if (type == "function_call_output" || type == "custom_tool_call_output")
        return resultMessage(item);
    if (type == "reasoning")
        return reasoningMessage(item);
    return item;
}

} // namespace gateway::translation::openai_chat
