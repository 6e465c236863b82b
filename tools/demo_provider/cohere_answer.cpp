#include "tools/demo_provider/cohere_answer.h"

#include <QUuid>

namespace demo_provider::cohere {

namespace {

/// What Cohere puts around every prompt, and does not bill.
constexpr long preambleTokens = 200;

std::string textOfDocument(const Json &document)
{
    if (document.is_string()) {
        return document;
    }
    const Json &data = memberOf(document, "data");
    if (data.is_object() && data.size() == 1 && data.front().is_string()) {
        return data.front();
    }
    return data.is_string() ? data.get<std::string>() : dumped(data);
}

std::string textOfContent(const Json &content, int *images = nullptr)
{
    if (content.is_string()) {
        return content;
    }
    std::string text;
    for (const Json &block : content) {
        text += textOf(block, "text") + textOf(block, "thinking");
        if (block.contains("document")) {
            text += textOfDocument(block["document"]);
        }
        if (images != nullptr && textOf(block, "type") == "image_url") {
            ++*images;
        }
    }
    return text;
}

std::string finishReason(const Answer &answer)
{
    switch (answer.ending) {
    case Ending::Length: return "MAX_TOKENS";
    case Ending::ToolCalls: return "TOOL_CALL";
    case Ending::StopSequence: return "STOP_SEQUENCE";
    default: return "COMPLETE";
    }
}

OrderedJson usageOf(const Answer &answer)
{
    return {{"billed_units", {{"input_tokens", answer.inputTokens}, {"output_tokens", answer.outputTokens}}},
            {"tokens", {{"input_tokens", answer.inputTokens + preambleTokens}, {"output_tokens", answer.outputTokens}}},
            {"cached_tokens", answer.cacheReadTokens}};
}

std::string planOf(const Answer &answer)
{
    return "I will use the tool " + answer.calls.front().name + ".";
}

OrderedJson callOf(const CalledTool &call, const std::string &arguments)
{
    return {{"id", freshId(call.name + "_", 12)},
            {"type", "function"},
            {"function", {{"name", call.name}, {"arguments", arguments}}}};
}

/// With documents, the answer's first word cites the first of them.
OrderedJson citationsOf(const Json &body, const Answer &answer, std::size_t block)
{
    OrderedJson citations = OrderedJson::array();
    const Json &documents = memberOf(body, "documents");
    if (documents.empty() || answer.text.empty()) {
        return citations;
    }
    const Json &first = documents.front();
    const std::string id = first.is_object() && !textOf(first, "id").empty() ? textOf(first, "id") : "doc:0";
    const std::string cited = answer.text.substr(0, answer.text.find(' '));
    citations.push_back(
        {{"start", 0},
         {"end", utf8Length(cited)},
         {"text", cited},
         {"sources",
          OrderedJson::array(
              {{{"type", "document"}, {"id", id}, {"document", {{"id", id}, {"text", textOfDocument(first)}}}}})},
         {"content_index", block},
         {"type", "TEXT_CONTENT"}});
    return citations;
}

OrderedJson logprobOf(const std::string &piece)
{
    return {{"text", piece},
            {"token_ids", OrderedJson::array({static_cast<long>(piece.size())})},
            {"logprobs", OrderedJson::array({-0.25})}};
}

/// Writes the events of one answer in their order.
class StreamWriter {
public:
    explicit StreamWriter(bool tellsLogprobs) : m_tellsLogprobs(tellsLogprobs) {}

    void block(const char *type, const std::string &text)
    {
        add("content-start", m_blocks, {{"content", {{"type", type}, {type, ""}}}});
        for (const std::string &piece : pieces(text)) {
            OrderedJson event = make("content-delta", m_blocks, {{"content", {{type, piece}}}});
            if (m_tellsLogprobs && std::string_view(type) == "text") {
                event["logprobs"] = logprobOf(piece);
            }
            m_frames.push_back(eventFrame("content-delta", event, true));
        }
        end("content-end", m_blocks++);
    }

    void plan(const std::string &text)
    {
        for (const std::string &piece : pieces(text)) {
            const OrderedJson event = {{"type", "tool-plan-delta"}, {"delta", {{"message", {{"tool_plan", piece}}}}}};
            m_frames.push_back(eventFrame("tool-plan-delta", event, true));
        }
    }

    void call(const CalledTool &called, std::size_t index)
    {
        add("tool-call-start", index, {{"tool_calls", callOf(called, "")}});
        for (const std::string &piece : pieces(called.arguments)) {
            m_frames.push_back(eventFrame(
                "tool-call-delta",
                make("tool-call-delta", index, {{"tool_calls", {{"function", {{"arguments", piece}}}}}}), true));
        }
        end("tool-call-end", index);
    }

    void citation(const OrderedJson &citation, std::size_t index)
    {
        add("citation-start", index, {{"citations", citation}});
        end("citation-end", index);
    }

    void frame(StreamFrame made) { m_frames.push_back(std::move(made)); }
    StreamFrames take() { return std::move(m_frames); }
    std::size_t blocks() const { return m_blocks; }

private:
    static OrderedJson make(const char *type, std::size_t index, const OrderedJson &message)
    {
        return {{"type", type}, {"index", index}, {"delta", {{"message", message}}}};
    }
    void add(const char *type, std::size_t index, const OrderedJson &message)
    {
        m_frames.push_back(eventFrame(type, make(type, index, message)));
    }
    void end(const char *type, std::size_t index)
    {
        m_frames.push_back(eventFrame(type, {{"type", type}, {"index", index}}));
    }

    bool m_tellsLogprobs;
    std::size_t m_blocks = 0;
    StreamFrames m_frames;
};

std::string freshUuid()
{
    return QUuid::createUuid().toString(QUuid::WithoutBraces).toStdString();
}

} // namespace

Question question(const Json &body, const DemoModel &model)
{
    Question question;
    for (const Json &message : body["messages"]) {
        const std::string role = textOf(message, "role");
        const std::string text = textOfContent(memberOf(message, "content"), &question.images);
        question.everything += text + textOf(message, "tool_plan") + dumped(memberOf(message, "tool_calls"));
        // Instructions in mid-conversation come as a marked turn: nobody answers them.
        if (role == "user" && !text.starts_with("<system>")) {
            question.lastText = text;
            question.toolResult.reset();
        } else if (role == "tool") {
            question.toolResult = question.toolResult.value_or("") + text;
        } else if (role == "system") {
            question.cacheable += text;
        }
    }
    question.everything += dumped(memberOf(body, "tools")) + dumped(memberOf(body, "documents"));
    const Json &choice = memberOf(body, "tool_choice");
    for (const Json &tool : choice == Json("NONE") ? Json::array() : memberOf(body, "tools")) {
        question.tools.push_back({textOf(tool["function"], "name"), tool["function"]["parameters"]});
    }
    question.mustCallTool = choice == Json("REQUIRED");
    const Json &format = memberOf(body, "response_format");
    if (memberOf(format, "json_schema").is_object()) {
        question.outputSchema = format["json_schema"];
    } else if (textOf(format, "type") == "json_object") {
        question.outputSchema = Json{{"properties", {{"answer", {{"type", "string"}}}}}};
    }
    question.wantsReasoning = model.reasons && textOf(memberOf(body, "thinking"), "type") != "disabled";
    if (memberOf(body, "max_tokens").is_number()) {
        question.tokenLimit = body["max_tokens"].get<long>();
    }
    for (const Json &stop : memberOf(body, "stop_sequences")) {
        question.stopSequences.push_back(stop.is_string() ? stop.get<std::string>() : std::string());
    }
    return question;
}

OrderedJson wholeAnswer(const Json &body, const Answer &answer)
{
    OrderedJson content = OrderedJson::array();
    if (!answer.reasoning.empty()) {
        content.push_back({{"type", "thinking"}, {"thinking", answer.reasoning}});
    }
    OrderedJson message = {{"role", "assistant"}};
    if (answer.calls.empty()) {
        content.push_back({{"type", "text"}, {"text", answer.text}});
    } else {
        message["tool_plan"] = planOf(answer);
        for (const CalledTool &call : answer.calls) {
            message["tool_calls"].push_back(callOf(call, call.arguments));
        }
    }
    const OrderedJson citations = citationsOf(body, answer, content.empty() ? 0 : content.size() - 1);
    if (!content.empty()) {
        message["content"] = content;
    }
    if (answer.calls.empty() && !citations.empty()) {
        message["citations"] = citations;
    }
    OrderedJson whole = {{"id", freshUuid()}, {"message", message}, {"finish_reason", finishReason(answer)}};
    whole["usage"] = usageOf(answer);
    if (memberOf(body, "logprobs") == Json(true)) {
        whole["logprobs"] = OrderedJson::array();
        for (const std::string &piece : pieces(answer.text)) {
            whole["logprobs"].push_back(logprobOf(piece));
        }
    }
    return whole;
}

StreamFrames streamedAnswer(const Json &body, const Answer &answer)
{
    const std::string id = freshUuid();
    StreamWriter writer(memberOf(body, "logprobs") == Json(true));
    const OrderedJson empty = OrderedJson::array();
    writer.frame(eventFrame("message-start", {{"id", id},
                                              {"type", "message-start"},
                                              {"delta",
                                               {{"message",
                                                 {{"role", "assistant"},
                                                  {"content", empty},
                                                  {"tool_plan", ""},
                                                  {"tool_calls", empty},
                                                  {"citations", empty}}}}}}));
    if (!answer.reasoning.empty()) {
        writer.block("thinking", answer.reasoning);
    }
    if (answer.calls.empty()) {
        const OrderedJson citations = citationsOf(body, answer, writer.blocks());
        writer.block("text", answer.text);
        for (std::size_t i = 0; i < citations.size(); ++i) {
            writer.citation(citations[i], i);
        }
    } else {
        writer.plan(planOf(answer));
        for (std::size_t i = 0; i < answer.calls.size(); ++i) {
            writer.call(answer.calls[i], i);
        }
    }
    writer.frame(
        eventFrame("message-end", {{"type", "message-end"},
                                   {"id", id},
                                   {"delta", {{"finish_reason", finishReason(answer)}, {"usage", usageOf(answer)}}}}));
    return writer.take();
}

StreamFrame failure(const std::string &words)
{
    return eventFrame("message-end",
                      {{"type", "message-end"}, {"delta", {{"error", words}, {"finish_reason", "ERROR"}}}});
}

} // namespace demo_provider::cohere
