#include "gateway/translation/dialects/gemini_generate/content_encoder.h"

#include "gateway/translation/canonical/instruction.h"
#include "gateway/translation/dialects/foreign_options.h"
#include "gateway/translation/dialects/gemini_generate/part_encoder.h"
#include "gateway/translation/dialects/gemini_generate/request_part_encoder.h"

#include <algorithm>

namespace gateway::translation::gemini {

namespace {

// ai.google.dev/gemini-api/docs/thought-signatures: the documented text for calls that have no signature.
constexpr std::string_view dummySignature = "skip_thought_signature_validator";

} // namespace

ContentEncoder::ContentEncoder(EncodeContext &context) : m_context(context)
{
    for (const Message &message : context.request.messages)
        m_topLevelMessages += message.isTopLevel ? 1 : 0;
}

Result<Json> ContentEncoder::encodeContents()
{
    const auto &messages = m_context.request.messages;
    std::size_t index = encodeLeadingSystem();
    while (index < messages.size()) {
        const Message &message = messages[index];
        if (message.role != Role::Assistant)
            addMessageNotes(message, index);
        std::optional<Error> error;
        switch (message.role) {
        case Role::System:
        case Role::Developer: addLaterSystem(message, index++); break;
        case Role::User: error = addUserMessage(message, index++); break;
        case Role::Assistant: error = addModelTurns(index); break;
        case Role::Tool: addOrphans(message, index++); break;
        }
        if (error)
            return unexpected(std::move(*error));
    }
    if (m_contents.empty() && m_system.is_object()) {
        m_context.report.approximated(messagePointer(0),
                                      "Gemini answers users only: the system text is a user's turn.");
        append("user", *m_system.find("parts"), nullptr);
        m_system = nullptr;
    }
    if (m_contents.empty())
        return unexpected(invalidMember("/messages", "Gemini needs at least one message with content."));
    return std::move(m_contents);
}

// Counts the messages that became the system instruction.
std::size_t ContentEncoder::encodeLeadingSystem()
{
    const auto &messages = m_context.request.messages;
    std::size_t index = 0;
    for (; index < messages.size() && isInstruction(messages[index]); ++index)
        addSystemText(messages[index], index);
    if (m_system.is_object() && !m_context.traits.takesSystemInstruction()) {
        m_context.report.approximated(messagePointer(0), "Gemma has no system instruction: it begins the first turn.");
        append("user", *m_system.find("parts"), nullptr);
        m_system = nullptr;
    }
    return index;
}

void ContentEncoder::addSystemText(const Message &message, std::size_t index)
{
    addMessageNotes(message, index);
    RequestPartEncoder encoder(m_context);
    Json parts = Json::array();
    for (std::size_t i = 0; i < message.parts.size(); ++i)
        encoder.addSystemPart(message.parts[i], partPointer(index, i), parts);
    if (parts.empty())
        return;
    if (m_system.is_null())
        m_system = Json{{"parts", Json::array()}};
    for (Json &part : parts)
        m_system["parts"].push_back(std::move(part));
    if (const Json *members = message.extensions.find(DialectId::GeminiGenerate))
        m_system.update(*members);
}

void ContentEncoder::addLaterSystem(const Message &message, std::size_t index)
{
    const std::string text = joinedText(message.parts);
    if (text.empty())
        return;
    m_context.report.approximated(messagePointer(index),
                                  "Gemini has no system text within a conversation: it is a user's turn, marked.");
    append("user", Json::array({textPart("<system>\n" + text + "\n</system>")}), nullptr);
}

std::optional<Error> ContentEncoder::addUserMessage(const Message &message, std::size_t index)
{
    RequestPartEncoder encoder(m_context);
    Json parts = Json::array();
    for (std::size_t i = 0; i < message.parts.size(); ++i) {
        if (auto error = encoder.addUserPart(message.parts[i], partPointer(index, i), parts))
            return error;
    }
    append("user", std::move(parts), &message);
    return std::nullopt;
}

// The run of assistant messages that begins at `index`, as one model turn with the results of its calls behind it.
std::optional<Error> ContentEncoder::addModelTurns(std::size_t &index)
{
    const auto &messages = m_context.request.messages;
    std::vector<Call> calls;
    const std::size_t before = m_contents.size();
    for (; index < messages.size() && messages[index].role == Role::Assistant; ++index) {
        if (auto error = addModelMessage(messages[index], index, calls))
            return error;
    }
    if (m_contents.size() > before)
        addSignatures(*m_contents.back().find("parts"));
    addResults(calls, index);
    return std::nullopt;
}

std::optional<Error> ContentEncoder::addModelMessage(const Message &message, std::size_t index,
                                                     std::vector<Call> &calls)
{
    addMessageNotes(message, index);
    RequestPartEncoder encoder(m_context);
    Json parts = Json::array();
    for (std::size_t i = 0; i < message.parts.size(); ++i) {
        const Part &part = message.parts[i];
        if (const auto *call = part.as<ToolCallPart>())
            calls.push_back({call, index, partPointer(index, i)});
        if (auto error = encoder.addModelPart(part, partPointer(index, i), parts))
            return error;
    }
    append("model", std::move(parts), &message);
    return std::nullopt;
}

const Part *ContentEncoder::takeResult(const ToolCallPart &call, std::size_t from)
{
    const auto &messages = m_context.request.messages;
    for (std::size_t i = from; i < messages.size(); ++i) {
        if (messages[i].role != Role::Tool)
            continue;
        for (const Part &part : messages[i].parts) {
            const auto *result = part.as<ToolResultPart>();
            if (result && result->callId == call.id && m_usedResults.insert(&part).second)
                return &part;
        }
    }
    return nullptr;
}

void ContentEncoder::addResults(const std::vector<Call> &calls, std::size_t next)
{
    if (calls.empty() || next >= m_context.request.messages.size())
        return; // the conversation ends with the calls
    RequestPartEncoder encoder(m_context);
    Json results = Json::array();
    Json media = Json::array();
    for (const Call &one : calls) {
        if (const Part *result = takeResult(*one.call, next)) {
            encoder.addResult(*result, one.call, one.pointer, results, media);
            continue;
        }
        m_context.report.injected(one.pointer, "The call has no result, and Gemini demands one: an error was put in.");
        Part missing;
        ToolResultPart result;
        result.callId = one.call->id;
        result.isError = true;
        result.content.push_back(makeText("The tool gave no result."));
        missing.content = std::move(result);
        encoder.addResult(missing, one.call, one.pointer, results, media);
    }
    for (Json &part : media)
        results.push_back(std::move(part));
    append("user", std::move(results), nullptr);
}

// Results whose call is not in the conversation: Gemini refuses a functionResponse that answers nothing.
void ContentEncoder::addOrphans(const Message &message, std::size_t index)
{
    RequestPartEncoder encoder(m_context);
    Json parts = Json::array();
    Json media = Json::array();
    for (std::size_t i = 0; i < message.parts.size(); ++i) {
        const Part &part = message.parts[i];
        if (m_usedResults.contains(&part))
            continue;
        if (m_context.isOwnClient())
            encoder.addResult(part, nullptr, partPointer(index, i), parts, media);
        else
            encoder.addOrphanResult(part, partPointer(index, i), parts);
    }
    for (Json &part : media)
        parts.push_back(std::move(part));
    append("user", std::move(parts), &message);
}

void ContentEncoder::addMessageNotes(const Message &message, std::size_t index)
{
    if (!message.name.empty())
        m_context.report.dropped(messagePointer(index) + "/name", "Gemini has no names of participants.");
    noteForeignOptions(message.extensions, DialectId::GeminiGenerate, messagePointer(index),
                       "Gemini has no such option.", m_context.report);
}

void ContentEncoder::append(std::string_view role, Json parts, const Message *message)
{
    if (parts.empty())
        return;
    if (m_contents.empty() || textMember(m_contents.back(), "role") != role)
        m_contents.push_back(Json{{"role", role}, {"parts", Json::array()}});
    Json &content = m_contents.back();
    for (Json &part : parts)
        content["parts"].push_back(std::move(part));
    if (const Json *members = message ? message->extensions.find(DialectId::GeminiGenerate) : nullptr)
        content.update(*members);
}

void ContentEncoder::addSignatures(Json &parts)
{
    if (!m_context.traits.needsSignatures())
        return;
    for (Json &part : parts) {
        if (!part.contains("functionCall"))
            continue;
        if (!part.contains("thoughtSignature")) {
            part["thoughtSignature"] = dummySignature;
            m_context.report.injected("/messages",
                                      "Gemini 3 wants a thought signature with the first call of a turn; "
                                      "where the conversation has none, the documented substitute is sent.");
        }
        return;
    }
}

std::string ContentEncoder::messagePointer(std::size_t index) const
{
    const auto &messages = m_context.request.messages;
    if (index < messages.size() && messages[index].isTopLevel) {
        switch (m_context.request.dialect) {
        case DialectId::GeminiGenerate: return "/systemInstruction";
        case DialectId::OpenAiResponses: return "/instructions";
        case DialectId::OpenAiChat:
        case DialectId::AnthropicMessages:
        case DialectId::BedrockConverse:
        case DialectId::CohereChat: return "/system";
        }
    }
    const std::string place = std::to_string(index - std::min(index, m_topLevelMessages));
    switch (m_context.request.dialect) {
    case DialectId::GeminiGenerate: return "/contents/" + place;
    case DialectId::OpenAiResponses: return "/input/" + place;
    case DialectId::OpenAiChat:
    case DialectId::AnthropicMessages:
    case DialectId::BedrockConverse:
    case DialectId::CohereChat: break;
    }
    return "/messages/" + place;
}

std::string ContentEncoder::partPointer(std::size_t index, std::size_t part) const
{
    const bool isGemini = m_context.request.dialect == DialectId::GeminiGenerate;
    return messagePointer(index) + (isGemini ? "/parts/" : "/content/") + std::to_string(part);
}

} // namespace gateway::translation::gemini
