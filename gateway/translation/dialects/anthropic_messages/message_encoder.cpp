#include "gateway/translation/dialects/anthropic_messages/message_encoder.h"

#include "gateway/translation/canonical/instruction.h"
#include "gateway/translation/dialects/foreign_options.h"

#include <algorithm>

namespace gateway::translation::anthropic {

namespace {

constexpr auto ownDialect = DialectId::AnthropicMessages;

void append(Json &blocks, Json more)
{
    for (Json &block : more)
        blocks.push_back(std::move(block));
}

bool isThinking(const Json &block)
{
    const std::string_view type = textMember(block, "type");
    return type == "thinking" || type == "redacted_thinking";
}

// What a result says whose call is not in the conversation: Anthropic refuses it as a result.
Json wordsOfOrphan(const Json &result)
{
    Json blocks = Json::array({Json{{"type", "text"}, {"text", "[Result of a tool that was called before:]"}}});
    const Json *content = findMember(result, "content");
    if (content && content->is_string())
        blocks.push_back(Json{{"type", "text"}, {"text", *content}});
    else if (content)
        append(blocks, *content);
    return blocks;
}

bool isToolUse(const Json &block)
{
    return textMember(block, "type") == "tool_use";
}

} // namespace

MessageEncoder::MessageEncoder(const ChatRequest &request, const ModelTraits &traits, ExchangeState &state,
                               ConversionReport &report)
    : m_request(request), m_traits(traits), m_report(report), m_blocks(request, state, report)
{
}

Result<EncodedMessages> MessageEncoder::encode()
{
    const std::size_t first = encodeLeadingSystem();
    for (std::size_t i = first; i < m_request.messages.size(); ++i) {
        if (auto problem = addMessage(m_request.messages[i], pointerTo("/messages", i)))
            return unexpected(std::move(*problem));
    }
    emitTurns();
    trimPrefill();
    m_result.continuesWithoutThinking = continuesWithoutThinking();
    if (m_result.messages.empty() && m_result.system.is_null())
        return unexpected(invalidMember("/messages", "must hold at least one message with content."));
    if (m_result.messages.empty()) { // Anthropic wants a user turn
        emit("user", m_result.system.is_array() ? m_result.system : Json::array({m_result.system}), Extensions());
        m_result.system = Json();
        m_report.approximated("/messages",
                              "The conversation has system messages only, so they are sent as the user's.");
    } else if (m_result.system.is_array()) {
        m_result.system = shortestContent(std::move(m_result.system));
    }
    return std::move(m_result);
}

// Returns the place of the first message after them.
std::size_t MessageEncoder::encodeLeadingSystem()
{
    Json blocks = Json::array();
    std::size_t i = 0;
    for (; i < m_request.messages.size(); ++i) {
        const Message &message = m_request.messages[i];
        // A directive without content (Claude Code's message-level options) stays where it is.
        if (!isInstruction(message) || message.parts.empty())
            break;
        const std::string pointer = message.isTopLevel ? "/system" : pointerTo("/messages", i);
        append(blocks, m_blocks.encode(message.parts, Place::System, pointer));
        noteName(message, pointer);
        if (!message.extensions.isEmpty())
            m_report.dropped(pointer, "Options of a leading system message are left out.");
    }
    if (!blocks.empty())
        m_result.system = std::move(blocks);
    return i;
}

void MessageEncoder::noteName(const Message &message, const std::string &pointer)
{
    if (!message.name.empty())
        m_report.dropped(pointer + "/name", "Anthropic has no names of participants.");
}

std::optional<Error> MessageEncoder::addMessage(const Message &message, const std::string &pointer)
{
    noteName(message, pointer);
    noteForeignOptions(message.extensions, ownDialect, pointer,
                       "An option of the message that only another provider knows is left out.", m_report);
    if (message.role == Role::Tool) {
        addResults(message, pointer);
        return std::nullopt;
    }
    if (message.role == Role::Assistant) {
        addAssistant(message, pointer);
        return std::nullopt;
    }
    m_blocks.clearRefusal();
    Turn turn;
    turn.role = isInstruction(message) ? Role::System : Role::User;
    turn.pointer = pointer;
    turn.members = message.extensions;
    turn.blocks =
        m_blocks.encode(message.parts, isInstruction(message) ? Place::System : Place::User, pointer + "/content");
    if (turn.blocks.empty() && !m_blocks.lastRefusal().empty())
        return invalidMember(pointer, m_blocks.lastRefusal());
    const bool isDirective = turn.role == Role::System && message.extensions.find(ownDialect);
    if (turn.blocks.empty() && !isDirective)
        return std::nullopt;
    const bool isAfterAnswers =
        !m_turns.empty() && m_turns.back().role == Role::Assistant && !m_turns.back().answers.empty();
    turn.followsAnswers = turn.role == Role::User && isAfterAnswers;
    m_turns.push_back(std::move(turn));
    return std::nullopt;
}

void MessageEncoder::addAssistant(const Message &message, const std::string &pointer)
{
    Turn turn;
    turn.role = Role::Assistant;
    turn.pointer = pointer;
    turn.members = message.extensions;
    turn.blocks = m_blocks.encode(message.parts, Place::Assistant, pointer + "/content");
    if (!turn.blocks.empty())
        m_turns.push_back(std::move(turn));
}

// Results go into the turn after the calls that they answer, wherever the client put them.
void MessageEncoder::addResults(const Message &message, const std::string &pointer)
{
    Json orphans = Json::array();
    for (Json &block : m_blocks.encode(message.parts, Place::User, pointer + "/content")) {
        if (Turn *turn = turnOfCall(textMember(block, "tool_use_id")))
            turn->answers.push_back(std::move(block));
        else
            orphans.push_back(std::move(block));
    }
    if (orphans.empty())
        return;
    if (m_request.dialect != ownDialect) {
        m_report.approximated(pointer, "Anthropic refuses a result without its call, so it is told as text.");
        Turn words;
        words.pointer = pointer;
        for (const Json &orphan : orphans)
            append(words.blocks, wordsOfOrphan(orphan));
        m_turns.push_back(std::move(words));
        return;
    }
    if (!m_turns.empty() && m_turns.back().role == Role::Assistant) {
        append(m_turns.back().answers, std::move(orphans));
        return;
    }
    Turn turn;
    turn.pointer = pointer;
    turn.blocks = std::move(orphans);
    m_turns.push_back(std::move(turn));
}

MessageEncoder::Turn *MessageEncoder::turnOfCall(std::string_view providerCallId)
{
    for (auto turn = m_turns.rbegin(); turn != m_turns.rend(); ++turn) {
        if (turn->role != Role::Assistant)
            continue;
        for (const Json &block : turn->blocks) {
            if (isToolUse(block) && textMember(block, "id") == providerCallId)
                return &*turn;
        }
    }
    return nullptr;
}

// Anthropic refuses a call without a result in the next turn.
void MessageEncoder::answerOpenCalls(Turn &turn)
{
    for (const Json &block : turn.blocks) {
        if (!isToolUse(block))
            continue;
        const std::string_view id = textMember(block, "id");
        const bool isAnswered = std::any_of(turn.answers.begin(), turn.answers.end(), [&](const Json &answer) {
            return textMember(answer, "tool_use_id") == id;
        });
        if (isAnswered)
            continue;
        turn.answers.push_back(Json{
            {"type", "tool_result"}, {"tool_use_id", id}, {"content", "The tool gave no result."}, {"is_error", true}});
        m_report.injected(turn.pointer, "A call without a result was answered, because Anthropic demands one.");
    }
}

void MessageEncoder::emitTurns()
{
    for (std::size_t i = 0; i < m_turns.size(); ++i) {
        Turn &turn = m_turns[i];
        const bool isLast = i + 1 == m_turns.size();
        if (turn.role == Role::System) {
            emitSystem(turn, !isLast && m_turns[i + 1].role != Role::Assistant);
            continue;
        }
        if (turn.role == Role::User) {
            emit("user", std::move(turn.blocks), turn.members);
            continue;
        }
        if (!isLast)
            answerOpenCalls(turn);
        Json answers = std::move(turn.answers);
        emit("assistant", std::move(turn.blocks), turn.members);
        if (answers.empty())
            continue;
        const bool isJoined = !isLast && m_turns[i + 1].followsAnswers;
        if (isJoined)
            append(answers, std::move(m_turns[++i].blocks));
        emit("user", std::move(answers), isJoined ? m_turns[i].members : Extensions());
    }
}

// Finding of the API: within one turn of the assistant, tool calls included, the mode of thinking may not change.
bool MessageEncoder::continuesWithoutThinking() const
{
    const Json &messages = m_result.messages;
    std::size_t last = messages.size();
    while (last > 0 && textMember(messages[last - 1], "role") != "assistant")
        --last;
    if (last == 0)
        return false;
    const Json *content = findArray(messages[last - 1], "content");
    if (content && !content->empty() && isThinking(content->front()))
        return false;
    if (last == messages.size())
        return true;
    const Json *answers = findArray(messages[last], "content");
    return answers && !answers->empty() && textMember(answers->front(), "type") == "tool_result";
}

void MessageEncoder::emitSystem(const Turn &turn, bool isFollowedByUser)
{
    const bool isOwnClient = m_request.dialect == ownDialect;
    // Anthropic takes them after a user turn and before an assistant turn or the end, and none after another.
    const bool isLegal =
        !isFollowedByUser && !m_result.messages.empty() && textMember(m_result.messages.back(), "role") == "user";
    const bool isNative =
        isOwnClient ? m_traits.takesSystemTurns != Support::No : m_traits.takesSystemTurns == Support::Yes && isLegal;
    if (!isNative) {
        wrapSystem(turn);
        return;
    }
    m_result.needsSystemTurnBeta = m_result.needsSystemTurnBeta || !isOwnClient;
    emit("system", turn.blocks, turn.members);
}

void MessageEncoder::wrapSystem(const Turn &turn)
{
    if (turn.members.find(ownDialect))
        m_report.dropped(turn.pointer, "Options of a system message are unknown to this model.");
    if (turn.blocks.empty())
        return;
    Json blocks = Json::array();
    for (std::size_t i = 0; i < turn.blocks.size(); ++i) {
        Json block = turn.blocks[i];
        if (textMember(block, "type") != "text")
            continue;
        std::string text(textMember(block, "text"));
        if (i == 0)
            text.insert(0, "<system>\n");
        if (i + 1 == turn.blocks.size())
            text += "\n</system>";
        block["text"] = std::move(text);
        blocks.push_back(std::move(block));
    }
    emit("user", std::move(blocks), Extensions());
    m_report.approximated(turn.pointer, "A system message in mid-conversation is told as a marked user turn.");
}

void MessageEncoder::emit(std::string_view role, Json blocks, const Extensions &members)
{
    const bool isDirective = blocks.empty();
    Json message = {{"role", role}, {"content", isDirective ? Json::array() : shortestContent(std::move(blocks))}};
    writeExtras(message, std::nullopt, members);
    m_result.messages.push_back(std::move(message));
}

// "final assistant content cannot end with trailing whitespace"
void MessageEncoder::trimPrefill()
{
    if (m_result.messages.empty() || textMember(m_result.messages.back(), "role") != "assistant")
        return;
    Json &content = m_result.messages.back()["content"];
    const bool isText = content.is_string();
    if (!isText && (content.empty() || textMember(content.back(), "type") != "text"))
        return;
    std::string text = isText ? content.get<std::string>() : std::string(textMember(content.back(), "text"));
    const auto end = text.find_last_not_of(" \t\r\n");
    if (end == std::string::npos || end + 1 == text.size())
        return;
    text.resize(end + 1);
    (isText ? content : content.back()["text"]) = std::move(text);
    m_report.approximated(m_turns.back().pointer, "Space at the end of the last assistant message was cut off.");
}

} // namespace gateway::translation::anthropic
