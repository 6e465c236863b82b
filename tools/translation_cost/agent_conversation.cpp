#include "tools/translation_cost/agent_conversation.h"

namespace translation_cost {

using namespace gateway::translation;

namespace {

constexpr int toolCount = 15;

// Code as tools return it: lines, indentation, quotes and a few characters that are not ASCII.
std::string sourceText(std::size_t bytes, std::size_t seed)
{
    std::string text;
    for (std::size_t line = 0; text.size() < bytes; ++line) {
        text += "    if (values[" + std::to_string(seed + line) + "] == \"caf\xC3\xA9\") {\n        return \"line "
                + std::to_string(line) + "\\n\"; // a comment that says why\n    }\n";
    }
    return text;
}

Json toolSchema(int number)
{
    const Json path{{"type", "string"},
                    {"description", "The absolute path of the file that is to be read or changed."}};
    const Json lines{{"type", "array"}, {"items", {{"type", "integer"}, {"minimum", 0}}}};
    return Json{{"type", "object"},
                {"properties",
                 {{"path", path},
                  {"lines", lines},
                  {"mode", {{"type", "string"}, {"enum", {"read", "write", "append"}}}},
                  {"option_" + std::to_string(number), {{"type", "boolean"}}}}},
                {"required", {"path", "mode"}},
                {"additionalProperties", false}};
}

Message turn(Role role, Part part)
{
    Message message;
    message.role = role;
    message.parts.push_back(std::move(part));
    return message;
}

Part call(const std::string &id, std::size_t number)
{
    Part part;
    ToolCallPart content;
    content.id = id;
    content.name = "tool_" + std::to_string(number % toolCount);
    content.arguments = R"({"path":"/home/user/project/src/file_)" + std::to_string(number) + R"(.cpp","mode":"read"})";
    part.content = std::move(content);
    return part;
}

Part result(const std::string &id, std::size_t number, std::string text)
{
    Part part;
    ToolResultPart content;
    content.callId = id;
    content.toolName = "tool_" + std::to_string(number % toolCount);
    content.content.push_back(makeText(std::move(text)));
    part.content = std::move(content);
    return part;
}

} // namespace

ChatRequest agentRequest(DialectId dialect, std::string model, std::size_t bytes)
{
    constexpr std::size_t systemBytes = 12'000;
    constexpr std::size_t resultBytes = 2'000;
    ChatRequest request;
    request.dialect = dialect;
    request.model = std::move(model);
    request.isStream = true;
    request.wantsStreamUsage = true;
    request.sampling.maxOutputTokens = 8'000;
    for (int i = 0; i < toolCount; ++i) {
        Tool tool;
        tool.name = "tool_" + std::to_string(i);
        tool.description = "Reads or changes a file of the project. Use it whenever the user names one.";
        tool.inputSchema = toolSchema(i);
        request.tools.push_back(std::move(tool));
    }
    request.messages.push_back(turn(Role::System, makeText(sourceText(systemBytes, 0))));
    request.messages.front().isTopLevel = true;
    request.messages.push_back(turn(Role::User, makeText("Find out why the test fails, and mend it.")));
    std::size_t size = systemBytes;
    for (std::size_t i = 0; size < bytes; ++i, size += resultBytes) {
        const std::string id = "call_00" + std::to_string(i);
        request.messages.push_back(turn(Role::Assistant, makeText("I look at file " + std::to_string(i) + ".")));
        request.messages.back().parts.push_back(call(id, i));
        request.messages.push_back(turn(Role::Tool, result(id, i, sourceText(resultBytes, i))));
    }
    return request;
}

StreamEvents agentAnswer(std::size_t pieces)
{
    const std::size_t callPieces = pieces / 10;
    StreamEvents events;
    events.push_back(MessageStarted{"msg_1", "demo", std::nullopt, {}, {}});
    events.push_back(PartStarted{0, 0, makeText("")});
    for (std::size_t i = 0; i < pieces - callPieces; ++i)
        events.push_back(PartDelta{0, PartDelta::Kind::Text, " word" + std::to_string(i) + " of an answer\n"});
    events.push_back(PartEnded{0, std::nullopt});
    Part part = call("call_1", 1);
    part.as<ToolCallPart>()->arguments.clear();
    events.push_back(PartStarted{1, 0, part});
    events.push_back(PartDelta{1, PartDelta::Kind::Arguments, R"({"path":"/home)"});
    for (std::size_t i = 1; i + 1 < callPieces; ++i)
        events.push_back(PartDelta{1, PartDelta::Kind::Arguments, "/folder" + std::to_string(i)});
    events.push_back(PartDelta{1, PartDelta::Kind::Arguments, R"(","mode":"read"})"});
    events.push_back(PartEnded{1, std::nullopt});
    gateway::TokenUsage usage;
    usage.uncachedInput = 25'000;
    usage.output = static_cast<std::int64_t>(pieces);
    events.push_back(UsageReported{usage, {}});
    events.push_back(ChoiceEnded{0, FinishReason::ToolCalls, {}, {}});
    events.push_back(MessageEnded{});
    return events;
}

} // namespace translation_cost
