#include "gateway/translation/dialects/openai_responses/item_encoder.h"

#include "gateway/translation/dialects/foreign_options.h"
#include "gateway/translation/dialects/openai_responses/item_form.h"
#include "gateway/translation/dialects/openai_responses/part_codec.h"
#include "gateway/translation/dialects/openai_responses/reasoning_codec.h"
#include "gateway/translation/dialects/openai_responses/tool_codec.h"

#include <algorithm>

namespace gateway::translation::openai_responses {

namespace {

constexpr std::size_t longestCallId = 64;

std::string_view roleName(Role role)
{
    switch (role) {
    case Role::System: return "system";
    case Role::Developer: return "developer";
    case Role::Assistant: return "assistant";
    case Role::User:
    case Role::Tool: break;
    }
    return "user";
}

// An item around content, with the members that its own client had given it.
Json messageItem(std::string_view role, const Part *first)
{
    Json item = Json::object();
    const Json *form = first ? findForm(*first, itemForm) : nullptr;
    if (!form || findMember(*form, "type"))
        item["type"] = "message";
    if (form && isFittingId(textMember(*form, "id"), "msg"))
        item["id"] = textMember(*form, "id");
    if (form && findMember(*form, "status"))
        item["status"] = *findMember(*form, "status");
    item["role"] = role;
    item["content"] = Json::array();
    if (const Json *rest = first ? first->extensions.find(ownDialect, itemForm) : nullptr)
        addMembers(item, *rest);
    return item;
}

using PartRefs = std::vector<const Part *>;

// An id means something only to whoever keeps the file.
bool isKeptElsewhere(const Part &part, const ChatRequest &request)
{
    const auto *media = part.as<MediaPart>();
    return media && media->source == MediaPart::Source::FileId && familyOf(request.dialect) != DialectFamily::OpenAi;
}

Json contentOf(const PartRefs &parts, const ChatRequest &request, const std::string &pointer, ConversionReport &report)
{
    if (parts.size() == 1 && parts.front()->as<TextPart>() && hasForm(*parts.front(), stringForm))
        return parts.front()->as<TextPart>()->text;
    Json content = Json::array();
    for (const Part *part : parts) {
        if (isKeptElsewhere(*part, request)) {
            report.dropped(pointer, "The file is kept at another provider: send its bytes or a URL.");
            continue;
        }
        Json encoded = encodeContentPart(*part, ContentSide::Input, pointer, report);
        if (!encoded.is_null())
            content.push_back(std::move(encoded));
    }
    return content;
}

// One text is written as a string, unless the client wrote it otherwise.
Json outputOf(const ToolResultPart &result, const ChatRequest &request, const std::string &pointer,
              ConversionReport &report)
{
    const bool isOwn = request.dialect == ownDialect;
    if (result.content.empty() && !isOwn)
        return "";
    if (result.content.size() == 1 && !isOwn && result.content.front().as<TextPart>())
        return result.content.front().as<TextPart>()->text;
    PartRefs parts;
    for (const Part &part : result.content)
        parts.push_back(&part);
    return contentOf(parts, request, pointer, report);
}

} // namespace

ItemEncoder::ItemEncoder(const ChatRequest &request, ExchangeState &state, ConversionReport &report)
    : m_request(request), m_state(state), m_report(report), m_isOwn(request.dialect == ownDialect)
{
}

Json ItemEncoder::encode(std::size_t first)
{
    for (const Message &message : m_request.messages) {
        for (const Part &part : message.parts) {
            if (const auto *call = part.as<ToolCallPart>())
                m_usedIds.insert(call->id);
        }
    }
    for (std::size_t i = first; i < m_request.messages.size(); ++i) {
        const Message &message = m_request.messages[i];
        const std::string pointer = pointerOfPart(m_request, i, 0);
        if (!message.name.empty())
            m_report.dropped(pointer, "OpenAI Responses has no names of participants.");
        noteForeignOptions(message.extensions, ownDialect, pointer,
                           "An option of the message that only another provider knows is left out.", m_report);
        if (message.role == Role::Assistant)
            addAssistant(message);
        else
            addMessage(message);
    }
    if (!m_isOwn)
        dropLastReasoning();
    return std::move(m_items);
}

void ItemEncoder::addMessage(const Message &message)
{
    const auto index = static_cast<std::size_t>(&message - m_request.messages.data());
    PartRefs content;
    for (std::size_t i = 0; i < message.parts.size(); ++i) {
        const Part &part = message.parts[i];
        const std::string pointer = pointerOfPart(m_request, index, i);
        noteWhatIsLeftOut(part, pointer);
        if (const auto *result = part.as<ToolResultPart>())
            addResult(part, *result, pointer);
        else
            content.push_back(&part);
    }
    if (content.empty() && (message.role == Role::Tool || !message.parts.empty() || !m_isOwn))
        return;
    Json item = messageItem(roleName(message.role), content.empty() ? nullptr : content.front());
    item["content"] = contentOf(content, m_request, pointerOfPart(m_request, index, 0), m_report);
    if (m_isOwn || !item["content"].empty())
        m_items.push_back(std::move(item));
}

void ItemEncoder::addAssistant(const Message &message)
{
    const auto index = static_cast<std::size_t>(&message - m_request.messages.data());
    for (std::size_t i = 0; i < message.parts.size(); ++i) {
        const Part &part = message.parts[i];
        const std::string pointer = pointerOfPart(m_request, index, i);
        noteWhatIsLeftOut(part, pointer);
        const auto *opaque = part.as<OpaquePart>();
        if (part.as<ReasoningPart>()) {
            addReasoning(part, pointer);
        } else if (const auto *call = part.as<ToolCallPart>()) {
            addCall(part, *call, pointer);
        } else if (const auto *result = part.as<ToolResultPart>()) {
            closeMessage();
            addResult(part, *result, pointer);
        } else if (opaque && opaque->dialect == ownDialect && !hasForm(part, contentForm)) {
            closeMessage();
            m_items.push_back(opaque->json);
        } else {
            addContent(part, pointer);
        }
    }
    closeMessage();
}

void ItemEncoder::addContent(const Part &part, const std::string &pointer)
{
    Json encoded = encodeContentPart(part, ContentSide::Output, pointer, m_report);
    if (encoded.is_null())
        return;
    if (hasForm(part, itemForm))
        closeMessage();
    if (m_openMessage.is_null())
        m_openMessage = messageItem("assistant", &part);
    if (hasForm(part, stringForm) && part.as<TextPart>())
        m_openMessage["content"] = part.as<TextPart>()->text;
    else if (m_openMessage["content"].is_array())
        m_openMessage["content"].push_back(std::move(encoded));
}

void ItemEncoder::closeMessage()
{
    if (!m_openMessage.is_null())
        m_items.push_back(std::move(m_openMessage));
    m_openMessage = nullptr;
}

void ItemEncoder::addReasoning(const Part &part, const std::string &pointer)
{
    Json item = encodeReasoningForProvider(part);
    if (item.is_null()) {
        if (!m_hasNotedReasoning)
            m_report.dropped(pointer, "Reasoning goes back only to the provider that made it.");
        m_hasNotedReasoning = true;
        return;
    }
    closeMessage();
    m_items.push_back(std::move(item));
}

// OpenAI refuses reasoning that nothing follows.
void ItemEncoder::dropLastReasoning()
{
    while (!m_items.empty() && textMember(m_items.back(), "type") == "reasoning") {
        m_items.erase(m_items.size() - 1);
        m_report.dropped("/messages", "OpenAI refuses reasoning at the end of the conversation.");
    }
}

void ItemEncoder::addCall(const Part &part, const ToolCallPart &call, const std::string &pointer)
{
    closeMessage();
    const bool isCustom = call.kind == ToolCallPart::Kind::Custom;
    Json item{{"type", isCustom ? "custom_tool_call" : "function_call"}};
    if (isFittingId(call.itemId, isCustom ? "ctc" : "fc"))
        item["id"] = call.itemId;
    item["call_id"] = callIdFor(call);
    item["name"] = isCustom ? call.name : upstreamToolName(m_state, call.name);
    if (!call.toolNamespace.empty())
        item["namespace"] = call.toolNamespace;
    if (isCustom)
        item["input"] = call.arguments;
    else
        item["arguments"] = call.arguments.empty() && !m_isOwn ? "{}" : call.arguments;
    if (const Json *form = findForm(part, itemForm))
        addMembers(item, *form);
    addExtensions(item, part.extensions);
    if (item["name"] != call.name)
        m_report.renamed(pointer, "The tool's name has characters or a length that OpenAI refuses.");
    m_items.push_back(std::move(item));
}

// "No tool call found for function call output": its words are told as the user's.
void ItemEncoder::addOrphan(const ToolResultPart &result, const std::string &pointer)
{
    m_report.approximated(pointer, "OpenAI refuses a result without its call, so it is told as text.");
    Json content = Json::array({Json{{"type", "input_text"}, {"text", "[Result of a tool that was called before:]"}}});
    PartRefs parts;
    for (const Part &part : result.content)
        parts.push_back(&part);
    for (Json &said : contentOf(parts, m_request, pointer, m_report))
        content.push_back(std::move(said));
    m_items.push_back(Json{{"type", "message"}, {"role", "user"}, {"content", std::move(content)}});
}

void ItemEncoder::addResult(const Part &part, const ToolResultPart &result, const std::string &pointer)
{
    if (!m_isOwn && !result.callId.empty() && !m_usedIds.contains(result.callId)) {
        addOrphan(result, pointer);
        return;
    }
    const bool isCustom = result.kind == ToolCallPart::Kind::Custom;
    const std::string_view prefix = isCustom ? "ctc" : "fc";
    Json item{{"type", isCustom ? "custom_tool_call_output" : "function_call_output"}};
    const Json *form = findForm(part, itemForm);
    if (form && isFittingId(textMember(*form, "id"), prefix))
        item["id"] = textMember(*form, "id");
    item["call_id"] = callIdFor(result);
    item["output"] = outputOf(result, m_request, pointer, m_report);
    if (form && findMember(*form, "status"))
        item["status"] = *findMember(*form, "status");
    addExtensions(item, part.extensions);
    if (result.isError)
        m_report.approximated(pointer, "OpenAI has no mark for a failed tool; the text of the result tells it.");
    m_items.push_back(std::move(item));
}

void ItemEncoder::noteWhatIsLeftOut(const Part &part, const std::string &pointer)
{
    if (part.cacheMarker)
        m_report.dropped(pointer + "/cache_control", "OpenAI caches prompts without being asked.");
    if (part.state && part.state->origin != ownDialect && !part.as<ReasoningPart>())
        m_report.dropped(pointer, "A provider's signature goes back only to the provider that made it.");
    noteForeignOptions(part.extensions, ownDialect, pointer, "This option of a part exists in its own dialect only.",
                       m_report);
    noteMediaName(part, pointer, m_report);
    if (const auto *result = part.as<ToolResultPart>()) {
        for (const Part &inner : result->content)
            noteWhatIsLeftOut(inner, pointer);
    }
}

// Ids of history are the same in each turn, so that the provider's prompt cache holds.
std::string ItemEncoder::makeHistoryId()
{
    std::string id;
    do
        id = "call_" + std::to_string(++m_nextId);
    while (!m_usedIds.insert(id).second);
    return id;
}

std::string ItemEncoder::callIdFor(const ToolCallPart &call)
{
    if (call.id.empty()) {
        m_nameless.emplace_back(call.name, makeHistoryId());
        return m_nameless.back().second;
    }
    if (call.id.size() <= longestCallId || m_isOwn)
        return call.id;
    std::string &shortId = m_shortIds[call.id];
    if (shortId.empty())
        shortId = makeHistoryId();
    return shortId;
}

std::string ItemEncoder::callIdFor(const ToolResultPart &result)
{
    if (!result.callId.empty()) {
        const auto known = m_shortIds.find(result.callId);
        return known == m_shortIds.end() ? result.callId : known->second;
    }
    auto call = std::find_if(m_nameless.begin(), m_nameless.end(),
                             [&](const auto &waiting) { return waiting.first == result.toolName; });
    if (call == m_nameless.end())
        call = m_nameless.begin();
    if (call == m_nameless.end())
        return makeHistoryId();
    std::string id = std::move(call->second);
    m_nameless.erase(call);
    return id;
}

std::string pointerOfPart(const ChatRequest &request, std::size_t message, std::size_t part)
{
    const auto &messages = request.messages;
    if (message < messages.size() && messages[message].isTopLevel) {
        switch (request.dialect) {
        case DialectId::GeminiGenerate: return pointerTo("/systemInstruction/parts", part);
        case DialectId::OpenAiResponses: return "/instructions";
        default: return pointerTo("/system", part);
        }
    }
    std::size_t index = 0;
    for (std::size_t i = 0; i < message && i < messages.size(); ++i)
        index += messages[i].isTopLevel ? 0 : 1;
    switch (request.dialect) {
    case DialectId::GeminiGenerate: return pointerTo(pointerTo("/contents", index) + "/parts", part);
    case DialectId::OpenAiResponses: return pointerTo("/input", index);
    default: return pointerTo(pointerTo("/messages", index) + "/content", part);
    }
}

} // namespace gateway::translation::openai_responses
