#include "tools/demo_provider/openai_responses_answer.h"

#include "tools/demo_provider/openai_item_rules.h"

#include <algorithm>

#include <QDateTime>

namespace demo_provider::openai {

namespace {

std::string textOfContent(const Json &content, int *images)
{
    if (content.is_string()) {
        return content;
    }
    std::string text;
    for (const Json &part : content.is_array() ? content : Json::array()) {
        text += textOf(part, "text");
        *images += textOf(part, "type") == "input_image" ? 1 : 0;
    }
    return text;
}

/// Functions, also those within namespaces; other tools run at the provider and are not called here.
void readTools(const Json &tools, Question &question)
{
    for (const Json &tool : tools.is_array() ? tools : Json::array()) {
        if (textOf(tool, "type") == "function") {
            question.tools.push_back({textOf(tool, "name"), memberOf(tool, "parameters")});
        } else if (textOf(tool, "type") == "namespace") {
            readTools(memberOf(tool, "tools"), question);
        }
    }
}

bool includes(const Json &body, const char *what)
{
    const Json &include = memberOf(body, "include");
    return include.is_array() && std::find(include.begin(), include.end(), Json(what)) != include.end();
}

OrderedJson reasoningItem(const Json &body, const Answer &answer)
{
    OrderedJson item = {{"id", freshId("rs_", 48)}, {"type", "reasoning"}, {"summary", OrderedJson::array()}};
    if (!memberOf(memberOf(body, "reasoning"), "summary").is_null()) {
        item["summary"].push_back({{"type", "summary_text"}, {"text", answer.reasoning}});
    }
    if (includes(body, "reasoning.encrypted_content")) {
        item["encrypted_content"] = encryptedReasoning(answer.reasoning);
    }
    return item;
}

OrderedJson messageItem(const Answer &answer)
{
    OrderedJson part = {{"type", "output_text"},
                        {"annotations", OrderedJson::array()},
                        {"logprobs", OrderedJson::array()},
                        {"text", answer.text}};
    if (answer.ending == Ending::Refused) {
        part = {{"type", "refusal"}, {"refusal", answer.text}};
    }
    return {{"id", freshId("msg_", 48)},
            {"type", "message"},
            {"status", answer.ending == Ending::Length ? "incomplete" : "completed"},
            {"content", OrderedJson::array({part})},
            {"role", "assistant"}};
}

OrderedJson given(const Json &body, const char *name, OrderedJson otherwise)
{
    const Json &value = memberOf(body, name);
    return value.is_null() ? otherwise : OrderedJson::parse(dumped(value));
}

class EventWriter {
public:
    explicit EventWriter(StreamFrames &frames) : m_frames(frames) {}

    void write(const char *type, const OrderedJson &members, bool paced = false)
    {
        OrderedJson data = {{"type", type}, {"sequence_number", m_sequence++}};
        data.update(members);
        m_frames.push_back(eventFrame(type, data, paced));
    }

private:
    StreamFrames &m_frames;
    int m_sequence = 0;
};

void streamReasoning(EventWriter &events, const OrderedJson &item, std::size_t index)
{
    for (std::size_t part = 0; part < item["summary"].size(); ++part) {
        const std::string text = item["summary"][part]["text"];
        const OrderedJson place = {{"item_id", item["id"]}, {"output_index", index}, {"summary_index", part}};
        const auto with = [&](const char *name, const OrderedJson &value) {
            OrderedJson members = place;
            members[name] = value;
            return members;
        };
        events.write("response.reasoning_summary_part.added", with("part", {{"type", "summary_text"}, {"text", ""}}));
        for (const std::string &piece : pieces(text)) {
            events.write("response.reasoning_summary_text.delta", with("delta", piece), true);
        }
        events.write("response.reasoning_summary_text.done", with("text", text));
        events.write("response.reasoning_summary_part.done", with("part", item["summary"][part]));
    }
}

void streamMessage(EventWriter &events, const OrderedJson &item, std::size_t index)
{
    const OrderedJson &part = item["content"][0];
    const bool refused = part["type"] == "refusal";
    const char *member = refused ? "refusal" : "text";
    const std::string text = part[member];
    const OrderedJson place = {{"item_id", item["id"]}, {"output_index", index}, {"content_index", 0}};
    const auto with = [&](const char *name, const OrderedJson &value) {
        OrderedJson members = place;
        members[name] = value;
        if (!refused && std::string_view(name) != "part") {
            members["logprobs"] = OrderedJson::array();
        }
        return members;
    };
    OrderedJson emptyPart = part;
    emptyPart[member] = "";
    events.write("response.content_part.added", with("part", emptyPart));
    for (const std::string &piece : pieces(text)) {
        events.write(refused ? "response.refusal.delta" : "response.output_text.delta", with("delta", piece), true);
    }
    events.write(refused ? "response.refusal.done" : "response.output_text.done", with(member, text));
    events.write("response.content_part.done", with("part", part));
}

void streamCall(EventWriter &events, const OrderedJson &item, std::size_t index)
{
    const std::string arguments = item["arguments"];
    for (const std::string &piece : pieces(arguments)) {
        events.write("response.function_call_arguments.delta",
                     {{"item_id", item["id"]}, {"output_index", index}, {"delta", piece}}, true);
    }
    events.write("response.function_call_arguments.done",
                 {{"item_id", item["id"]}, {"output_index", index}, {"arguments", arguments}});
}

OrderedJson begunItem(const OrderedJson &item)
{
    OrderedJson begun = item;
    if (item["type"] == "message") {
        begun["status"] = "in_progress";
        begun["content"] = OrderedJson::array();
    } else if (item["type"] == "function_call") {
        begun["status"] = "in_progress";
        begun["arguments"] = "";
    } else {
        begun["summary"] = OrderedJson::array();
    }
    return begun;
}

OrderedJson begunResponse(const OrderedJson &finished)
{
    OrderedJson begun = finished;
    begun["status"] = "in_progress";
    begun["output"] = OrderedJson::array();
    begun["usage"] = nullptr;
    begun["incomplete_details"] = nullptr;
    begun.erase("completed_at");
    return begun;
}

} // namespace

Json inputItems(const Json &body)
{
    const Json &input = memberOf(body, "input");
    if (input.is_array()) {
        return input;
    }
    if (!input.is_string()) {
        return Json::array();
    }
    return Json::array({Json{{"type", "message"}, {"role", "user"}, {"content", input}}});
}

Question responsesQuestion(const Json &body, const Json &items, const DemoModel &model)
{
    Question question;
    question.cacheable = textOf(body, "instructions");
    question.everything = question.cacheable + dumped(memberOf(body, "tools"));
    for (const Json &item : items) {
        const std::string type = textOf(item, "type");
        if (type == "function_call_output") {
            int images = 0;
            const std::string output = textOfContent(memberOf(item, "output"), &images);
            question.everything += output;
            question.images += images;
            question.toolResult = question.toolResult.value_or("") + output;
            continue;
        }
        const std::string text = textOfContent(memberOf(item, "content"), &question.images);
        const std::string role = textOf(item, "role");
        question.everything += text + textOf(item, "arguments");
        if (role == "user") {
            question.lastText = text;
            question.toolResult.reset();
        } else if (role == "system" || role == "developer") {
            question.cacheable += text;
        }
    }
    const Json &choice = memberOf(body, "tool_choice");
    if (choice != Json("none")) {
        readTools(memberOf(body, "tools"), question);
    }
    question.mustCallTool = choice == Json("required") || textOf(choice, "type") == "function";
    question.forcedTool = textOf(choice, "name");
    question.mayCallInParallel = memberOf(body, "parallel_tool_calls") != Json(false);
    const Json &format = memberOf(memberOf(body, "text"), "format");
    if (textOf(format, "type") == "json_schema") {
        question.outputSchema = memberOf(format, "schema");
    } else if (textOf(format, "type") == "json_object") {
        question.outputSchema = Json{{"properties", {{"answer", {{"type", "string"}}}}}};
    }
    question.wantsReasoning = model.reasons && memberOf(memberOf(body, "reasoning"), "effort") != Json("none");
    if (memberOf(body, "max_output_tokens").is_number()) {
        question.tokenLimit = body["max_output_tokens"].get<long>();
    }
    return question;
}

OrderedJson responsesAnswer(const Json &body, const Answer &answer)
{
    OrderedJson output = OrderedJson::array();
    if (!answer.reasoning.empty()) {
        output.push_back(reasoningItem(body, answer));
    }
    for (const CalledTool &call : answer.calls) {
        output.push_back({{"id", freshId("fc_", 48)},
                          {"type", "function_call"},
                          {"status", "completed"},
                          {"arguments", call.arguments},
                          {"call_id", freshId("call_", 24)},
                          {"name", call.name}});
    }
    if (answer.calls.empty()) {
        output.push_back(messageItem(answer));
    }
    const bool cut = answer.ending == Ending::Length;
    const qint64 now = QDateTime::currentSecsSinceEpoch();
    OrderedJson response = {
        {"id", freshId("resp_", 48)},
        {"object", "response"},
        {"created_at", now},
        {"status", cut ? "incomplete" : "completed"},
        {"background", false},
        {"completed_at", cut ? OrderedJson() : OrderedJson(now)},
        {"error", nullptr},
        {"incomplete_details", cut ? OrderedJson{{"reason", "max_output_tokens"}} : OrderedJson()},
        {"instructions", given(body, "instructions", nullptr)},
        {"max_output_tokens", given(body, "max_output_tokens", nullptr)},
        {"model", body["model"]},
        {"output", output},
        {"parallel_tool_calls", given(body, "parallel_tool_calls", true)},
        {"previous_response_id", given(body, "previous_response_id", nullptr)},
        {"reasoning", given(body, "reasoning", {{"effort", nullptr}, {"summary", nullptr}})},
        {"service_tier", "default"},
        {"store", given(body, "store", true)},
        {"temperature", given(body, "temperature", 1.0)},
        {"text", given(body, "text", {{"format", {{"type", "text"}}}, {"verbosity", "medium"}})},
        {"tool_choice", given(body, "tool_choice", "auto")},
        {"tools", given(body, "tools", OrderedJson::array())},
        {"top_p", given(body, "top_p", 1.0)},
        {"truncation", given(body, "truncation", "disabled")},
        {"usage",
         {{"input_tokens", answer.inputTokens},
          {"input_tokens_details",
           {{"cache_write_tokens", answer.cacheWriteTokens}, {"cached_tokens", answer.cacheReadTokens}}},
          {"output_tokens", answer.outputTokens},
          {"output_tokens_details", {{"reasoning_tokens", answer.reasoningTokens}}},
          {"total_tokens", answer.inputTokens + answer.outputTokens}}},
        {"user", given(body, "user", nullptr)},
        {"metadata", given(body, "metadata", OrderedJson::object())}};
    return response;
}

StreamFrames responsesStream(const OrderedJson &finished)
{
    StreamFrames frames;
    EventWriter events(frames);
    const OrderedJson begun = begunResponse(finished);
    events.write("response.created", {{"response", begun}});
    events.write("response.in_progress", {{"response", begun}});
    const OrderedJson &output = finished["output"];
    for (std::size_t i = 0; i < output.size(); ++i) {
        events.write("response.output_item.added", {{"output_index", i}, {"item", begunItem(output[i])}});
        if (output[i]["type"] == "reasoning") {
            streamReasoning(events, output[i], i);
        } else if (output[i]["type"] == "message") {
            streamMessage(events, output[i], i);
        } else {
            streamCall(events, output[i], i);
        }
        events.write("response.output_item.done", {{"output_index", i}, {"item", output[i]}});
    }
    const bool cut = finished["status"] == "incomplete";
    events.write(cut ? "response.incomplete" : "response.completed", {{"response", finished}});
    return frames;
}

StreamFrame responseFailed(const OrderedJson &finished)
{
    OrderedJson failed = begunResponse(finished);
    failed["status"] = "failed";
    failed["error"] = {{"code", "server_error"}, {"message", "The server had an error while processing your request."}};
    return eventFrame("response.failed", {{"type", "response.failed"}, {"sequence_number", 99}, {"response", failed}});
}

} // namespace demo_provider::openai
