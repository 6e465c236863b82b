#include "gateway/translation/dialects/bedrock_converse/message_encoder.h"

#include "gateway/translation/canonical/instruction.h"
#include "gateway/translation/dialects/foreign_options.h"

#include <algorithm>

namespace gateway::translation::bedrock {

namespace {

void append(Json &blocks, Json more)
{
    for (Json &block : more)
        blocks.push_back(std::move(block));
}

std::string_view idOf(const Json &block, std::string_view kind)
{
    const Json *inner = findObject(block, kind);
    return inner ? textMember(*inner, "toolUseId") : std::string_view();
}

bool holds(const Json &blocks, std::string_view kind)
{
    return std::any_of(blocks.begin(), blocks.end(), [kind](const Json &block) { return findMember(block, kind); });
}

} // namespace

MessageEncoder::MessageEncoder(const ChatRequest &request, const ModelTraits &traits, bool offersTools,
                               ExchangeState &state, ConversionReport &report)
    : m_request(request)
    , m_traits(traits)
    , m_offersTools(offersTools)
    , m_isOwnClient(request.dialect == ownDialect)
    , m_report(report)
    , m_blocks(request, traits, !offersTools, state, report)
{
}

Result<EncodedMessages> MessageEncoder::encode()
{
    const std::size_t first = encodeLeadingSystem();
    for (std::size_t i = first; i < m_request.messages.size(); ++i) {
        const std::size_t index = i > 0 && m_request.messages.front().isTopLevel ? i - 1 : i;
        if (auto problem = addMessage(m_request.messages[i], elementPointer("/messages", index)))
            return unexpected(std::move(*problem));
    }
    emitTurns();
    trimPrefill();
    m_result.continuesWithoutThinking = continuesWithoutThinking();
    if (m_isOwnClient)
        return std::move(m_result);
    beginWithUser();
    addTextToDocuments();
    if (m_result.messages.empty())
        return unexpected(invalidMember("/messages", "must hold at least one message with content."));
    return std::move(m_result);
}

// Returns the place of the first message after them.
std::size_t MessageEncoder::encodeLeadingSystem()
{
    std::size_t i = 0;
    for (; i < m_request.messages.size(); ++i) {
        const Message &message = m_request.messages[i];
        if (!isInstruction(message) || (m_isOwnClient && !message.isTopLevel) || message.parts.empty())
            break;
        const std::string pointer = message.isTopLevel ? "/system" : elementPointer("/messages", i);
        append(m_result.system, m_blocks.encode(message.parts, Place::System, pointer));
        noteName(message, pointer);
        if (!message.extensions.isEmpty())
            m_report.dropped(pointer, "Options of a leading system message are left out.");
    }
    return i;
}

void MessageEncoder::noteName(const Message &message, const std::string &pointer)
{
    if (!message.name.empty())
        m_report.dropped(pointer + "/name", "Bedrock has no names of participants.");
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
    Turn turn;
    turn.role = isInstruction(message) ? Role::System : message.role;
    turn.pointer = pointer;
    turn.members = message.extensions;
    const Place place = isInstruction(message)            ? Place::System
                        : message.role == Role::Assistant ? Place::Assistant
                                                          : Place::User;
    m_blocks.clearRefusal();
    turn.blocks = m_blocks.encode(message.parts, place, pointer + "/content");
    if (turn.blocks.empty() && place == Place::User && !m_blocks.lastRefusal().empty())
        return invalidMember(pointer, m_blocks.lastRefusal());
    if (!turn.blocks.empty())
        m_turns.push_back(std::move(turn));
    return std::nullopt;
}

// Results go into the turn after the calls that they answer, wherever the client put them.
void MessageEncoder::addResults(const Message &message, const std::string &pointer)
{
    if (!m_offersTools) {
        addOrphan(m_blocks.encode(message.parts, Place::User, pointer + "/content"), pointer);
        return;
    }
    for (std::size_t i = 0; i < message.parts.size(); ++i) {
        const std::string partPointer = elementPointer(pointer + "/content", i);
        Json blocks = m_blocks.encode({message.parts[i]}, Place::User, pointer + "/content");
        const auto *result = message.parts[i].as<ToolResultPart>();
        const std::string id(blocks.empty() ? std::string_view() : idOf(blocks.front(), "toolResult"));
        Turn *turn = turnOfCall(id);
        if (turn) {
            const bool isAnswered = std::any_of(turn->answers.begin(), turn->answers.end(),
                                                [&](const Json &answer) { return idOf(answer, "toolResult") == id; });
            if (isAnswered)
                m_report.dropped(partPointer, "Bedrock takes one result of a call; a second one is left out.");
            else
                append(turn->answers, std::move(blocks));
        } else if (result && !m_isOwnClient) {
            m_report.approximated(partPointer, "Bedrock refuses a result without its call, so it is told as text.");
            addOrphan(m_blocks.resultAsText(*result, partPointer), pointer);
        } else {
            addOrphan(std::move(blocks), pointer);
        }
    }
}

void MessageEncoder::addOrphan(Json blocks, const std::string &pointer)
{
    if (blocks.empty())
        return;
    Turn turn;
    turn.pointer = pointer;
    turn.blocks = std::move(blocks);
    m_turns.push_back(std::move(turn));
}

MessageEncoder::Turn *MessageEncoder::turnOfCall(std::string_view providerCallId)
{
    if (providerCallId.empty())
        return nullptr;
    for (auto turn = m_turns.rbegin(); turn != m_turns.rend(); ++turn) {
        if (turn->role != Role::Assistant)
            continue;
        for (const Json &block : turn->blocks) {
            if (idOf(block, "toolUse") == providerCallId)
                return &*turn;
        }
    }
    return nullptr;
}

// AWS refuses a call without a result in the next turn.
void MessageEncoder::answerOpenCalls(Turn &turn)
{
    for (const Json &block : turn.blocks) {
        const Json *use = findObject(block, "toolUse");
        if (!use || findMember(*use, "type")) // one that runs at Bedrock
            continue;
        const std::string_view id = textMember(*use, "toolUseId");
        const bool isAnswered = std::any_of(turn.answers.begin(), turn.answers.end(),
                                            [&](const Json &answer) { return idOf(answer, "toolResult") == id; });
        if (isAnswered)
            continue;
        const Json content = Json::array({Json{{"text", "The tool gave no result."}}});
        turn.answers.push_back(Json{{"toolResult", {{"toolUseId", id}, {"content", content}, {"status", "error"}}}});
        m_report.injected(turn.pointer, "A call without a result was answered, because Bedrock demands one.");
    }
}

void MessageEncoder::emitTurns()
{
    for (std::size_t i = 0; i < m_turns.size(); ++i) {
        Turn &turn = m_turns[i];
        const bool isLast = i + 1 == m_turns.size();
        if (turn.role == Role::System) {
            emitSystem(turn, !isLast && m_turns[i + 1].role == Role::User);
            continue;
        }
        if (turn.role == Role::User) {
            emit("user", std::move(turn.blocks), turn.members);
            continue;
        }
        if (!isLast && !m_isOwnClient)
            answerOpenCalls(turn);
        emit("assistant", std::move(turn.blocks), turn.members);
        if (!turn.answers.empty())
            emit("user", std::move(turn.answers), Extensions());
    }
}

void MessageEncoder::emitSystem(const Turn &turn, bool isFollowedByUser)
{
    // Claude takes them after a user turn and before an assistant turn or the end.
    const bool isLegal =
        !isFollowedByUser && !m_result.messages.empty() && textMember(m_result.messages.back(), "role") == "user";
    const bool isNative =
        m_isOwnClient
        || (isLegal && m_traits.claude.takesSystemTurns == anthropic::Support::Yes && m_traits.isClaude());
    if (isNative)
        emit("system", turn.blocks, turn.members);
    else
        wrapSystem(turn);
}

void MessageEncoder::wrapSystem(const Turn &turn)
{
    Json blocks = Json::array({Json{{"text", "<system>\n"}}});
    for (const Json &block : turn.blocks) {
        const Json *text = findMember(block, "text");
        Json &last = blocks.back();
        if (text && findMember(last, "text"))
            last["text"] = std::string(textMember(last, "text")) + std::string(textMember(block, "text"));
        else
            blocks.push_back(block);
    }
    if (!findMember(blocks.back(), "text")) // a cache point
        blocks.push_back(Json{{"text", "</system>"}});
    else
        blocks.back()["text"] = std::string(textMember(blocks.back(), "text")) + "\n</system>";
    emit("user", std::move(blocks), Extensions());
    m_report.approximated(turn.pointer, "A system message in mid-conversation is told as a marked user turn.");
}

// Turns of one role become one.
void MessageEncoder::emit(std::string_view role, Json blocks, const Extensions &members)
{
    if (m_result.messages.empty() || textMember(m_result.messages.back(), "role") != role)
        m_result.messages.push_back(Json{{"role", role}, {"content", Json::array()}});
    append(m_result.messages.back()["content"], std::move(blocks));
    putBack(members, m_result.messages.back());
}

// "A conversation must start with a user message."
void MessageEncoder::beginWithUser()
{
    Json &messages = m_result.messages;
    if (messages.empty() && !m_result.system.empty()) {
        emit("user", std::move(m_result.system), Extensions());
        m_result.system = Json::array();
        m_report.approximated("/messages",
                              "The conversation has system messages only, so they are sent as the user's.");
    } else if (!messages.empty() && textMember(messages.front(), "role") == "assistant") {
        const Json content = Json::array({Json{{"text", "(The conversation begins with the assistant.)"}}});
        messages.insert(messages.begin(), Json{{"role", "user"}, {"content", content}});
        m_report.injected("/messages/0", "Bedrock wants the user to begin, so a short user turn was put first.");
    }
}

// "If you include a ContentBlock with a document field in the array, you must also include one with a text field."
void MessageEncoder::addTextToDocuments()
{
    for (std::size_t i = 0; i < m_result.messages.size(); ++i) {
        Json &content = m_result.messages[i]["content"];
        if (!holds(content, "document") || holds(content, "text"))
            continue;
        content.push_back(Json{{"text", "(See the document.)"}});
        m_report.injected("/messages", "Bedrock wants a text beside a document, so a short one was added.");
    }
}

// Within one turn of the assistant, tool calls included, Claude's mode of thinking may not change.
bool MessageEncoder::continuesWithoutThinking() const
{
    const Json &messages = m_result.messages;
    std::size_t last = messages.size();
    while (last > 0 && textMember(messages[last - 1], "role") != "assistant")
        --last;
    if (last == 0)
        return false;
    const Json *content = findArray(messages[last - 1], "content");
    if (content && !content->empty() && findMember(content->front(), "reasoningContent"))
        return false;
    if (last == messages.size())
        return true;
    const Json *answers = findArray(messages[last], "content");
    return answers && !answers->empty() && findMember(answers->front(), "toolResult");
}

// "final assistant content cannot end with trailing whitespace"
void MessageEncoder::trimPrefill()
{
    if (m_result.messages.empty() || textMember(m_result.messages.back(), "role") != "assistant")
        return;
    Json &content = m_result.messages.back()["content"];
    if (content.empty())
        return;
    std::string text(textMember(content.back(), "text"));
    const auto end = text.find_last_not_of(" \t\r\n");
    if (end == std::string::npos || end + 1 == text.size())
        return;
    text.resize(end + 1);
    content.back()["text"] = std::move(text);
    m_report.approximated(m_turns.back().pointer, "Space at the end of the last assistant message was cut off.");
}

} // namespace gateway::translation::bedrock
