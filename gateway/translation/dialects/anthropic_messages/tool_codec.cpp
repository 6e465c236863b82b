#include "gateway/translation/dialects/anthropic_messages/tool_codec.h"

#include "gateway/translation/dialects/foreign_options.h"
#include "gateway/translation/dialects/output_format_words.h"
#include "gateway/translation/dialects/web_search_tool.h"

#include <algorithm>

namespace gateway::translation::anthropic {

namespace {

// Anthropic: ^[a-zA-Z0-9_-]{1,128}$
constexpr std::size_t longestToolName = 128;
constexpr std::string_view toolNamePunctuation = "_-";
constexpr std::string_view searchName = "web_search";

Result<Tool> decodeTool(const Json &value, const std::string &pointer)
{
    if (auto breach = findBreach(value, pointer, {{"type", Wanted::Text, false}, {"name", Wanted::Text, false}}))
        return unexpected(std::move(*breach));
    Tool tool;
    tool.name = textMember(value, "name");
    const std::string_view type = textMember(value, "type");
    if (!type.empty() && type != "custom") { // runs at Anthropic, or is known to it by its type
        tool.kind = Tool::Kind::BuiltIn;
        tool.origin = DialectId::AnthropicMessages;
        tool.raw = value;
        return tool;
    }
    if (auto breach = findBreach(value, pointer,
                                 {{"name", Wanted::Text, true},
                                  {"description", Wanted::Text, false},
                                  {"input_schema", Wanted::Object, false},
                                  {"strict", Wanted::Boolean, false}}))
        return unexpected(std::move(*breach));
    tool.description = textMember(value, "description");
    if (const Json *schema = findObject(value, "input_schema"))
        tool.inputSchema = *schema;
    tool.isStrict = booleanMember(value, "strict");
    readCacheControl(value, tool.cacheMarker, tool.extensions);
    keepUnknown(value, {"type", "name", "description", "input_schema", "strict", "cache_control"}, tool.extensions);
    return tool;
}

std::optional<Error> decodeChoice(const Json &choice, ChatRequest &request)
{
    const std::string pointer = "/tool_choice";
    if (auto breach = findBreach(choice, pointer,
                                 {{"type", Wanted::Text, true},
                                  {"name", Wanted::Text, false},
                                  {"disable_parallel_tool_use", Wanted::Boolean, false}}))
        return breach;
    ToolChoice decoded;
    const std::string_view type = textMember(choice, "type");
    if (type == "any") {
        decoded.kind = ToolChoice::Kind::Required;
    } else if (type == "none") {
        decoded.kind = ToolChoice::Kind::None;
    } else if (type == "tool") {
        decoded.kind = ToolChoice::Kind::Named;
        decoded.name = textMember(choice, "name");
        if (decoded.name.empty())
            return invalidMember("/tool_choice/name", "is required.");
    } else if (type != "auto") {
        return invalidMember("/tool_choice/type", "must be \"auto\", \"any\", \"tool\" or \"none\".");
    }
    request.toolChoice = std::move(decoded);
    if (const auto isDisabled = booleanMember(choice, "disable_parallel_tool_use"))
        request.allowsParallelToolCalls = !*isDisabled;
    return std::nullopt;
}

} // namespace

std::optional<Error> decodeTools(const Json &body, ChatRequest &request)
{
    if (const Json *tools = findArray(body, "tools")) {
        for (std::size_t i = 0; i < tools->size(); ++i) {
            auto tool = decodeTool((*tools)[i], pointerTo("/tools", i));
            if (!tool)
                return std::move(tool.error());
            request.tools.push_back(std::move(*tool));
        }
    }
    const Json *choice = findMember(body, "tool_choice");
    return choice ? decodeChoice(*choice, request) : std::nullopt;
}

std::string providerNameOf(std::string_view name, std::string_view toolNamespace, ExchangeState &state)
{
    return state.providerToolName(nameWithNamespace(name, toolNamespace, state.request()), longestToolName,
                                  toolNamePunctuation);
}

ToolEncoder::ToolEncoder(const ChatRequest &request, bool isClaude, ExchangeState &state, ConversionReport &report)
    : m_request(request), m_isClaude(isClaude), m_state(state), m_report(report)
{
    for (std::size_t i = 0; i < request.tools.size(); ++i)
        add(request.tools[i], pointerTo("/tools", i));
    resolveChoice();
}

void ToolEncoder::add(const Tool &tool, const std::string &pointer)
{
    const bool isOwn = tool.origin == DialectId::AnthropicMessages;
    if (tool.kind == Tool::Kind::BuiltIn) {
        if (isOwn && tool.raw.is_object())
            m_tools.push_back(tool.raw);
        else
            addSearch(tool, pointer);
        return;
    }
    const auto &choice = m_request.toolChoice;
    if (choice && choice->kind == ToolChoice::Kind::Allowed
        && std::find(choice->allowed.begin(), choice->allowed.end(), tool.name) == choice->allowed.end()) {
        m_report.approximated(pointer,
                              "Anthropic cannot forbid single tools, so a tool that may not be called is left out.");
        return;
    }
    addFunction(tool, pointer);
}

// Names of tools are unique, and a client's own function is called what Anthropic calls its search in some agents.
void ToolEncoder::addSearch(const Tool &tool, const std::string &pointer)
{
    const auto &tools = m_request.tools;
    const bool isNameTaken = std::any_of(tools.begin(), tools.end(), [](const Tool &other) {
        return other.kind != Tool::Kind::BuiltIn && other.name == searchName;
    });
    const bool isSecond = std::find(m_names.begin(), m_names.end(), searchName) != m_names.end();
    if (isWebSearch(tool) && (isNameTaken || isSecond || !m_isClaude)) {
        m_report.dropped(pointer, m_isClaude ? "Another tool is called \"web_search\" already."
                                             : "Only Claude is known to search the web for its server.");
        return;
    }
    Json search = webSearchFor(DialectId::AnthropicMessages, tool, pointer, m_report);
    if (search.is_null())
        return;
    m_tools.push_back(std::move(search));
    m_names.emplace_back(searchName);
}

void ToolEncoder::addFunction(const Tool &tool, const std::string &pointer)
{
    const std::string name = providerNameOf(tool.name, tool.toolNamespace, m_state);
    if (std::find(m_names.begin(), m_names.end(), name) != m_names.end()) {
        m_report.dropped(pointer, "Anthropic wants unique names of tools; a second one of the same name is left out.");
        return;
    }
    if (name != tool.name)
        m_report.renamed(pointer + "/name", "The tool is called \"" + name + "\" at the provider.");
    Json encoded = {{"name", name}};
    if (!tool.description.empty())
        encoded["description"] = tool.description;
    encoded["input_schema"] = schemaOf(tool, pointer);
    if (tool.isStrict) {
        // Anthropic's strict mode refuses keywords that others take, so it is used only for those who know it.
        if (m_request.dialect == DialectId::AnthropicMessages)
            encoded["strict"] = *tool.isStrict;
        else if (*tool.isStrict)
            m_report.dropped(pointer + "/strict", "Anthropic's strict tools take a smaller part of JSON Schema.");
    }
    writeExtras(encoded, tool.cacheMarker, tool.extensions);
    noteForeignOptions(tool.extensions, DialectId::AnthropicMessages, pointer,
                       "An option of the tool that only another provider knows is left out.", m_report);
    noteNamespace(tool, pointer, m_report);
    m_tools.push_back(std::move(encoded));
    m_names.push_back(name);
}

Json ToolEncoder::schemaOf(const Tool &tool, const std::string &pointer) const
{
    if (tool.kind == Tool::Kind::Custom) {
        m_report.approximated(pointer, "A tool with free text input becomes one with a single text argument.");
        noteInputFormat(tool, pointer, m_report);
        return Json{{"type", "object"},
                    {"properties", {{"input", {{"type", "string"}}}}},
                    {"required", Json::array({"input"})}};
    }
    Json schema = tool.inputSchema.is_object() ? tool.inputSchema : Json::object();
    if (textMember(schema, "type") != "object")
        schema["type"] = "object";
    if (!findMember(schema, "properties") && m_request.dialect != DialectId::AnthropicMessages)
        schema["properties"] = Json::object();
    for (const char *keyword : {"oneOf", "anyOf", "allOf"}) {
        if (schema.erase(keyword) > 0)
            m_report.dropped(pointerTo(pointer, keyword),
                             "Anthropic takes no alternatives at the top of a tool's schema.");
    }
    return schema;
}

bool ToolEncoder::isOffered(std::string_view clientName) const
{
    return std::any_of(m_tools.begin(), m_tools.end(), [&](const Json &tool) {
        return m_state.clientToolName(textMember(tool, "name")) == clientName;
    });
}

void ToolEncoder::resolveChoice()
{
    const auto &choice = m_request.toolChoice;
    if (m_tools.empty()) {
        noteChoiceWithoutTools(m_request, "/tool_choice", m_report);
        return;
    }
    if (!choice) {
        m_choice = m_request.allowsParallelToolCalls == false ? "auto" : "";
        return;
    }
    switch (choice->kind) {
    case ToolChoice::Kind::Auto: m_choice = "auto"; return;
    case ToolChoice::Kind::None: m_choice = "none"; return;
    case ToolChoice::Kind::Required: m_choice = "any"; return;
    case ToolChoice::Kind::Allowed: m_choice = choice->isRequired ? "any" : "auto"; return;
    case ToolChoice::Kind::Named: break;
    }
    const auto named = std::find_if(m_request.tools.begin(), m_request.tools.end(),
                                    [&](const Tool &tool) { return tool.name == choice->name; });
    const std::string name = named == m_request.tools.end() || named->kind == Tool::Kind::BuiltIn
                                 ? choice->name
                                 : providerNameOf(named->name, named->toolNamespace, m_state);
    const bool isKnown = std::find(m_names.begin(), m_names.end(), name) != m_names.end() || isOffered(choice->name);
    m_choice = isKnown ? "tool" : "auto";
    m_chosenName = name;
    if (!isKnown)
        m_report.approximated("/tool_choice", "The tool that was demanded is not offered, so the model may choose.");
}

Json ToolEncoder::choice() const
{
    if (m_choice.empty())
        return Json();
    Json choice = {{"type", m_choice}};
    if (m_choice == "tool")
        choice["name"] = m_chosenName;
    const auto &isParallel = m_request.allowsParallelToolCalls;
    // True is the default and is repeated only to those who said it in these words.
    if (isParallel && m_choice != "none" && (!*isParallel || m_request.dialect == DialectId::AnthropicMessages))
        choice["disable_parallel_tool_use"] = !*isParallel;
    return choice;
}

bool ToolEncoder::isForced() const
{
    return m_choice == "any" || m_choice == "tool";
}

void ToolEncoder::forceOutput(const OutputFormat &format)
{
    OutputTool tool = outputTool(format, m_report);
    m_state.outputTool = m_state.providerToolName(tool.name, longestToolName, toolNamePunctuation);
    const bool isAlone = m_tools.empty() || m_choice == "none";
    m_tools.push_back(Json{{"name", m_state.outputTool},
                           {"description", std::move(tool.description)},
                           {"input_schema", std::move(tool.schema)}});
    if (m_choice != "tool") { // a tool that the client demands comes first
        m_choice = isAlone ? "tool" : "any";
        m_chosenName = m_state.outputTool;
    }
    m_report.injected("/response_format", "The model is made to answer through the tool \"" + m_state.outputTool
                                              + "\", because it knows no structured output.");
    noteOutputAmongCalls(m_request, "/tool_choice", m_report);
}

} // namespace gateway::translation::anthropic
