#include "gateway/translation/dialects/openai_chat/message_encoder.h"

#include "gateway/translation/dialects/foreign_options.h"
#include "gateway/translation/dialects/openai_chat/part_codec.h"
#include "gateway/translation/dialects/openai_chat/tool_codec.h"
#include "gateway/translation/dialects/openai_chat/turn_order.h"

#include <algorithm>

namespace gateway::translation::openai_chat {

namespace {

bool isPlainText(const Json &part)
{
    return part.size() == 2 && textMember(part, "type") == "text";
}

std::uint64_t hashOf(std::string_view text) // FNV-1a
{
    std::uint64_t hash = 14695981039346656037u;
    for (const char character : text)
        hash = (hash ^ static_cast<unsigned char>(character)) * 1099511628211u;
    return hash;
}

bool isLetterOrDigit(char character)
{
    return (character >= 'a' && character <= 'z') || (character >= 'A' && character <= 'Z')
           || (character >= '0' && character <= '9');
}

class MessageEncoder {
public:
    explicit MessageEncoder(EncodeContext &context) : m_context(context) {}

    Result<Json> encode();

private:
    void addTurn(const Turn &turn);
    void addPlain(const Turn &turn, std::string_view role);
    void addAssistant(const Turn &turn);
    void addToolResults(const Turn &turn);
    void addToolResult(const ToolResultPart &result, const Turn &turn);
    void addReasoning(const Turn &turn, Json &message);
    void addName(const Turn &turn, Json &message);
    void noteUnmarkable(const Part &part, const std::string &pointer);
    void flushResultMedia();
    void add(Json message);

    Json partsOf(const std::vector<Part> &parts, const std::string &pointer);
    Json contentOf(Json parts) const;
    Json encodeCall(const Part &part, const ToolCallPart &call, const std::string &pointer);
    std::string callId(const std::string &id) const;
    std::string_view instructionRole(const Turn &turn);
    bool joinsTexts() const;

    EncodeContext &m_context;
    Json m_messages = Json::array();
    Json m_resultMedia = Json::array(); // of tool results, to be said behind them
    std::optional<Error> m_error;
};

Result<Json> MessageEncoder::encode()
{
    for (const Turn &turn : arrangedTurns(m_context)) {
        if (turn.message.role != Role::Tool)
            flushResultMedia();
        addTurn(turn);
        if (m_error)
            return unexpected(*m_error);
    }
    flushResultMedia();
    return std::move(m_messages);
}

void MessageEncoder::addTurn(const Turn &turn)
{
    noteForeignOptions(turn.message.extensions, DialectId::OpenAiChat, turn.pointer,
                       "An option of the message that only another provider knows is left out.", m_context.report);
    switch (turn.message.role) {
    case Role::System:
    case Role::Developer: addPlain(turn, instructionRole(turn)); break;
    case Role::User: addPlain(turn, "user"); break;
    case Role::Assistant: addAssistant(turn); break;
    case Role::Tool: addToolResults(turn); break;
    }
}

// Mistral refuses a user turn right behind a tool's; a blank answer between them is what its users insert.
void MessageEncoder::add(Json message)
{
    if (m_context.traits.isMistral && !m_messages.empty() && textMember(message, "role") == "user"
        && textMember(m_messages.back(), "role") == "tool") {
        m_context.report.injected(clientPointer(m_context.request, "messages"),
                                  "Mistral wants an assistant turn between tool results and a user turn.");
        m_messages.push_back(Json{{"role", "assistant"}, {"content", " "}});
    }
    m_messages.push_back(std::move(message));
}

std::string_view MessageEncoder::instructionRole(const Turn &turn)
{
    if (turn.message.role == Role::System)
        return "system";
    if (m_context.traits.knowsDeveloper)
        return "developer";
    m_context.report.approximated(turn.pointer + "/role", "The server has no developer messages: it is a system one.");
    return "system";
}

void MessageEncoder::addPlain(const Turn &turn, std::string_view role)
{
    Json parts = partsOf(turn.message.parts, turn.pointer + "/content");
    if (parts.empty() && !turn.message.parts.empty()) {
        const bool isAboutMedia = std::any_of(turn.message.parts.begin(), turn.message.parts.end(),
                                              [](const Part &part) { return part.as<MediaPart>() != nullptr; });
        if (isAboutMedia) // else foreign markers alone: the turn is left out, and noted
            m_error = invalidMember(turn.pointer, "the provider of this model can take none of it; send media as "
                                                  "base64 data.");
        return;
    }
    Json message{{"role", role}};
    message["content"] = contentOf(std::move(parts));
    addName(turn, message);
    putBack(turn.message.extensions, message);
    add(std::move(message));
}

Json MessageEncoder::partsOf(const std::vector<Part> &parts, const std::string &pointer)
{
    Json encoded = Json::array();
    for (std::size_t i = 0; i < parts.size(); ++i) {
        if (auto json = encodePart(parts[i], pointer + '/' + std::to_string(i), m_context))
            encoded.push_back(std::move(*json));
    }
    return encoded;
}

// Templates of open models want one text; OpenAI and servers that cache by marked parts get the parts.
bool MessageEncoder::joinsTexts() const
{
    return !m_context.traits.isOpenAi && !m_context.traits.knowsCacheMarkers && !m_context.isSameDialect();
}

Json MessageEncoder::contentOf(Json parts) const
{
    if (parts.empty())
        return "";
    const bool isAllPlain = std::all_of(parts.begin(), parts.end(), isPlainText);
    if (!isAllPlain || (parts.size() > 1 && !joinsTexts()))
        return parts;
    std::string text;
    for (const Json &part : parts) {
        if (!text.empty())
            text += '\n';
        text += textMember(part, "text");
    }
    return text;
}

void MessageEncoder::addReasoning(const Turn &turn, Json &message)
{
    std::string text;
    for (const Part &part : turn.message.parts) {
        const auto *reasoning = part.as<ReasoningPart>();
        if (!reasoning)
            continue;
        const bool isForeign = part.state && !part.state->data.empty() && part.state->origin != DialectId::OpenAiChat;
        if (isForeign || (part.state && part.state->isRedacted))
            m_context.report.dropped(clientPointer(m_context.request, "messages"),
                                     "Reasoning is for the provider that made it: another one does not get it.");
        else if (!reasoning->text.empty())
            text += (text.empty() ? "" : "\n\n") + reasoning->text;
    }
    if (text.empty())
        return;
    if (m_context.traits.isMistral) {
        Json thinking{{"type", "thinking"}};
        thinking["thinking"] = Json::array({Json{{"type", "text"}, {"text", std::move(text)}}});
        Json content = Json::array({std::move(thinking)});
        if (message["content"].is_string() && !textMember(message, "content").empty())
            content.push_back(Json{{"type", "text"}, {"text", textMember(message, "content")}});
        message["content"] = std::move(content);
    } else if (!m_context.traits.reasoningMember.empty()) {
        message[std::string(m_context.traits.reasoningMember)] = std::move(text);
    } else {
        m_context.report.dropped(clientPointer(m_context.request, "messages"),
                                 "OpenAI's chat completions take no reasoning back.");
    }
}

void MessageEncoder::addAssistant(const Turn &turn)
{
    std::vector<Part> said;
    std::string refusal;
    Json calls = Json::array();
    for (std::size_t i = 0; i < turn.message.parts.size(); ++i) {
        const Part &part = turn.message.parts[i];
        const std::string pointer = turn.pointer + "/content/" + std::to_string(i);
        if (const auto *call = part.as<ToolCallPart>())
            calls.push_back(encodeCall(part, *call, pointer));
        else if (const auto *words = part.as<RefusalPart>())
            refusal += words->text;
        else if (part.as<MediaPart>() && !m_context.isSameDialect())
            m_context.report.dropped(pointer, "Chat completions take no media in assistant turns.");
        else if (!part.as<ReasoningPart>())
            said.push_back(part);
        if (part.as<TextPart>() && !calls.empty())
            m_context.report.approximated(pointer, "Text behind a tool call stands before it in chat completions.");
    }
    Json parts = partsOf(said, turn.pointer + "/content");
    Json message{{"role", "assistant"}};
    if (!parts.empty())
        message["content"] = contentOf(std::move(parts));
    else if (calls.empty() && refusal.empty())
        message["content"] = "";
    else
        message["content"] = nullptr;
    addReasoning(turn, message);
    // A turn of another provider's reasoning alone: some servers refuse an empty one.
    if (calls.empty() && message.size() == 2 && message["content"] == "" && !m_context.isSameDialect())
        return;
    if (!refusal.empty() && !m_context.traits.isMistral)
        message["refusal"] = refusal;
    else if (!refusal.empty() && message["content"].is_null())
        message["content"] = refusal;
    else if (!refusal.empty())
        m_context.report.dropped(turn.pointer + "/refusal", "Mistral takes no refusal beside other words.");
    if (!calls.empty())
        message["tool_calls"] = std::move(calls);
    addName(turn, message);
    putBack(turn.message.extensions, message);
    add(std::move(message));
}

void MessageEncoder::addName(const Turn &turn, Json &message)
{
    if (turn.message.name.empty())
        return;
    if (m_context.traits.isMistral)
        m_context.report.dropped(turn.pointer + "/name", "Mistral has no names of participants.");
    else
        message["name"] = turn.message.name;
}

Json MessageEncoder::encodeCall(const Part &part, const ToolCallPart &call, const std::string &pointer)
{
    const std::string name = serverToolName(call.name, call.toolNamespace, m_context.state);
    Json json{{"id", callId(call.id)}};
    if (call.kind == ToolCallPart::Kind::Custom && knowsCustomTools(m_context)) {
        json["type"] = "custom";
        json["custom"] = Json{{"name", name}, {"input", call.arguments}};
    } else {
        std::string arguments = call.kind == ToolCallPart::Kind::Custom ? wrappedInput(call.arguments) : call.arguments;
        if (!m_context.isSameDialect() && !objectFromText(arguments)) {
            m_context.report.approximated(pointer, "The arguments were no JSON object and are given in one.");
            arguments = wrappedInput(call.arguments);
        }
        if (arguments.empty())
            arguments = "{}";
        json["type"] = "function";
        json["function"] = Json{{"name", name}, {"arguments", std::move(arguments)}};
    }
    // Google's OpenAI endpoint gives signatures of calls here; many others refuse what they do not know. A client of chat
    // completions was given it by its server.
    if (part.state && part.state->origin == DialectId::GeminiGenerate) {
        if (m_context.traits.isOpenAi || m_context.traits.isMistral
            || (!m_context.traits.takesCallSignatures && !m_context.isSameDialect()))
            m_context.report.dropped(pointer, "The signature of the call is for Gemini only.");
        else
            json["extra_content"] = Json{{"google", Json{{"thought_signature", part.state->data}}}};
    }
    putBack(part.extensions, json);
    noteUnmarkable(part, pointer);
    return json;
}

// Calls and results have no place for what parts have beside them.
void MessageEncoder::noteUnmarkable(const Part &part, const std::string &pointer)
{
    noteForeignPart(part, pointer, m_context);
    if (part.cacheMarker)
        m_context.report.dropped(pointer + "/cache_control", "Calls and results cannot be marked for the cache here.");
}

// Mistral: nine letters or digits; OpenAI: at most 40 characters. The same id always becomes the same one.
std::string MessageEncoder::callId(const std::string &id) const
{
    constexpr std::size_t mistralLength = 9;
    constexpr std::size_t longestId = 40;
    if (m_context.traits.isMistral) {
        if (id.size() == mistralLength && std::all_of(id.begin(), id.end(), isLetterOrDigit))
            return id;
        constexpr std::string_view letters = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
        std::string made;
        for (std::uint64_t hash = hashOf(id); made.size() < mistralLength; hash /= letters.size())
            made += letters[hash % letters.size()];
        return made;
    }
    if (id.size() <= longestId)
        return id;
    return id.substr(0, 19) + '_' + std::to_string(hashOf(id));
}

void MessageEncoder::addToolResults(const Turn &turn)
{
    const std::vector<Part> &parts = turn.message.parts;
    for (std::size_t i = 0; i < parts.size(); ++i) {
        const auto *result = parts[i].as<ToolResultPart>();
        if (!result)
            continue;
        addToolResult(*result, turn);
        noteUnmarkable(parts[i], turn.pointer + "/content/" + std::to_string(i));
    }
}

void MessageEncoder::addToolResult(const ToolResultPart &result, const Turn &turn)
{
    Json parts = partsOf(result.content, turn.pointer + "/content");
    if (!m_context.isSameDialect() && !m_context.traits.isMistral) {
        Json texts = Json::array();
        Json media = Json::array();
        for (Json &part : parts)
            (textMember(part, "type") == "text" ? texts : media).push_back(std::move(part));
        if (!media.empty()) {
            m_context.report.approximated(turn.pointer, "Tool results are text only: media follow in a user turn.");
            m_resultMedia.push_back(
                Json{{"type", "text"}, {"text", "Media of the tool result " + result.callId + ":"}});
            for (Json &part : media)
                m_resultMedia.push_back(std::move(part));
            if (texts.empty())
                texts.push_back(Json{{"type", "text"}, {"text", "(see the media that follow)"}});
        }
        parts = std::move(texts);
    }
    if (result.isError) {
        m_context.report.approximated(turn.pointer, "Chat completions cannot mark a failed tool: its text says so.");
        parts.insert(parts.begin(), Json{{"type", "text"}, {"text", "The tool failed:"}});
    }
    Json message{{"role", "tool"}};
    message["tool_call_id"] = callId(result.callId);
    if (!turn.message.name.empty())
        message["name"] = turn.message.name;
    else if (m_context.traits.isMistral && !result.toolName.empty())
        message["name"] = serverToolName(result.toolName, {}, m_context.state);
    message["content"] = contentOf(std::move(parts));
    putBack(turn.message.extensions, message);
    add(std::move(message));
}

void MessageEncoder::flushResultMedia()
{
    if (m_resultMedia.empty())
        return;
    add(Json{{"role", "user"}, {"content", std::move(m_resultMedia)}});
    m_resultMedia = Json::array();
}

} // namespace

Result<Json> encodeMessages(EncodeContext &context)
{
    return MessageEncoder(context).encode();
}

} // namespace gateway::translation::openai_chat
