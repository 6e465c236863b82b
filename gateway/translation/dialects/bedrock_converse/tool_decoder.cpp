#include "gateway/translation/dialects/bedrock_converse/tool_decoder.h"

#include "gateway/translation/dialects/bedrock_converse/extras.h"

namespace gateway::translation::bedrock {

namespace {

Tool decodeSpecification(const Json &specification, const std::string &pointer, Problem &problem)
{
    Tool tool;
    tool.origin = ownDialect;
    MemberReader reader(specification, pointer, problem);
    for (const char *name : {"name", "inputSchema"})
        reader.require(name);
    tool.name = reader.text("name");
    tool.description = reader.text("description");
    tool.isStrict = reader.boolean("strict");
    if (const Json *schema = reader.object("inputSchema")) {
        MemberReader inner(*schema, pointer + "/inputSchema", problem);
        if (const Json *json = inner.object("json"))
            tool.inputSchema = *json;
        else
            inner.require("json");
    }
    takeRest(reader, tool.extensions);
    return tool;
}

// Tools that run at Bedrock, and forms that are newer than this code.
Tool builtIn(const Json &json, std::string_view form)
{
    Tool tool;
    tool.kind = Tool::Kind::BuiltIn;
    tool.origin = ownDialect;
    tool.raw = json;
    const Json *inner = findObject(json, form);
    const std::string_view name = inner ? textMember(*inner, "name") : std::string_view();
    tool.name = name.empty() ? form : name;
    return tool;
}

void decodeTool(const Json &json, const std::string &pointer, Problem &problem, std::vector<Tool> &tools)
{
    if (auto marker = markerOfCachePoint(json); marker && !tools.empty() && !tools.back().cacheMarker) {
        tools.back().cacheMarker = std::move(marker);
        return;
    }
    const std::string_view form = unionMember(json);
    if (form.empty()) {
        problem.set(pointer, "must be an object with exactly one member.");
    } else if (form != "toolSpec") {
        tools.push_back(builtIn(json, form));
    } else if (const Json *specification = findObject(json, form)) {
        tools.push_back(decodeSpecification(*specification, pointer + "/toolSpec", problem));
    } else {
        problem.set(pointer + "/toolSpec", "must be an object.");
    }
}

ToolChoice decodeChoice(const Json &json, Problem &problem)
{
    constexpr std::string_view pointer = "/toolConfig/toolChoice";
    ToolChoice choice;
    const std::string_view form = unionMember(json);
    if (form == "any") {
        choice.kind = ToolChoice::Kind::Required;
    } else if (form == "tool") {
        choice.kind = ToolChoice::Kind::Named;
        const Json *tool = findObject(json, "tool");
        choice.name = tool ? textMember(*tool, "name") : std::string_view();
        if (choice.name.empty())
            problem.set(std::string(pointer) + "/tool/name", "must be a name.");
    } else if (form != "auto") {
        problem.set(std::string(pointer), "must have \"auto\", \"any\" or \"tool\".");
    }
    return choice;
}

} // namespace

void decodeTools(const Json &toolConfig, Problem &problem, ChatRequest &request)
{
    MemberReader reader(toolConfig, "/toolConfig", problem);
    if (const Json *tools = reader.array("tools")) {
        for (std::size_t i = 0; i < tools->size() && !problem.isSet(); ++i)
            decodeTool((*tools)[i], elementPointer("/toolConfig/tools", i), problem, request.tools);
    }
    if (const Json *choice = reader.object("toolChoice"))
        request.toolChoice = decodeChoice(*choice, problem);
    Extensions rest;
    takeRest(reader, rest);
    if (const Json *members = rest.find(ownDialect))
        request.extensions.set(ownDialect, "toolConfig", *members);
}

} // namespace gateway::translation::bedrock
