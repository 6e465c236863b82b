#include "ui/models/conversation_items.h"

#include "ui/display_format.h"
#include "ui/look/state_shape.h"
#include "ui/models/body_text.h"

#include <QCoreApplication>

#include <algorithm>

namespace ui::models {

using gateway::api::ConversationView;
using gateway::api::MessageRole;
using gateway::api::MessageView;
using gateway::api::PartKind;
using gateway::api::PartView;
using Item = ConversationItem;

namespace {

constexpr int shownLines = 12;           // of a long code part
constexpr int shownTextLines = 40;       // of a long text that is not the answer
constexpr qsizetype pieceLength = 4'000; // characters laid out at once
constexpr qsizetype longestTail = 8;     // messages after the last question that stay open

struct Text {
    Q_DECLARE_TR_FUNCTIONS(Conversation)
};

QString joined(const QStringList &facts)
{
    QStringList present = facts;
    present.removeAll(QString());
    return present.join(QStringLiteral(" · "));
}

QString linesText(qsizetype lines)
{
    return lines == 1 ? Text::tr("1 line") : Text::tr("%n lines", nullptr, static_cast<int>(lines));
}

QString callsText(int calls)
{
    if (calls == 0)
        return {};
    return calls == 1 ? Text::tr("1 tool call") : Text::tr("%n tool calls", nullptr, calls);
}

qint64 textBytes(const MessageView &message)
{
    qint64 bytes = 0;
    for (const PartView &part : message.parts)
        bytes += part.text.size() + part.bytes;
    return bytes;
}

int callsIn(const MessageView &message)
{
    return static_cast<int>(std::count_if(message.parts.begin(), message.parts.end(),
                                          [](const PartView &part) { return part.kind == PartKind::ToolCall; }));
}

class ItemList {
public:
    ItemList(const ConversationView &conversation, const AnswerFacts &answer, const QSet<QString> &flipped,
             bool showsAll)
        : m_conversation(conversation), m_answer(answer), m_flipped(flipped), m_showsAll(showsAll)
    {
    }

    QList<Item> take();

private:
    bool isOpen(const QString &foldId, bool startsOpen) const
    {
        return (startsOpen || m_showsAll) != m_flipped.contains(foldId);
    }
    qsizetype firstShown() const;
    void addGroup(const QString &foldId, const QString &title, qsizetype from, qsizetype to, bool isSystem);
    void addMessage(qsizetype at, bool withGap = true);
    void addRole(const MessageView &message, qsizetype at);
    void addPart(const MessageView &message, qsizetype at, qsizetype partAt);
    void addText(Item item, const QString &text, bool mayFold, int lineLimit);
    void addReasoning(Item item, const PartView &part, bool isLast);
    void addToolCall(Item item, const PartView &part, bool isLast);
    void addGap();

    const ConversationView &m_conversation;
    const AnswerFacts &m_answer;
    const QSet<QString> &m_flipped;
    bool m_showsAll;
    QList<Item> m_items;
};

// The last question and what follows it stay open; of a long run of tool calls only its end.
qsizetype ItemList::firstShown() const
{
    const auto &messages = m_conversation.messages;
    qsizetype shown = 0;
    for (qsizetype at = messages.size() - 1; at >= 0; --at) {
        const MessageView &message = messages[at];
        const bool isQuestion = message.role == MessageRole::User
                                && std::any_of(message.parts.begin(), message.parts.end(),
                                               [](const PartView &part) { return part.kind == PartKind::Text; });
        if (isQuestion) {
            shown = at;
            break;
        }
    }
    if (messages.size() - shown > longestTail)
        shown = messages.size() - longestTail;
    return shown;
}

QList<Item> ItemList::take()
{
    const auto &messages = m_conversation.messages;
    if (!m_conversation.problem.isEmpty()) {
        Item note;
        note.kind = Item::Kind::Note;
        note.text = m_conversation.problem;
        m_items << note;
    }
    qsizetype system = 0;
    while (system < messages.size() && messages[system].role == MessageRole::System)
        ++system;
    if (system > 0)
        addGroup(QStringLiteral("system"), Text::tr("System"), 0, system, true);
    const qsizetype shown = std::max(system, firstShown());
    const qsizetype earlier = shown - system;
    if (earlier > 1) {
        addGroup(QStringLiteral("earlier"), Text::tr("%n earlier messages", nullptr, static_cast<int>(earlier)), system,
                 shown, false);
    }
    for (qsizetype at = earlier > 1 ? shown : system; at < messages.size(); ++at)
        addMessage(at);
    if (!m_conversation.isComplete && !m_items.isEmpty() && messages.constLast().isAnswer)
        m_items.last().hasCaret = true;
    return std::move(m_items);
}

void ItemList::addGap()
{
    if (m_items.isEmpty())
        return;
    Item gap;
    gap.kind = Item::Kind::Gap;
    m_items << gap;
}

void ItemList::addGroup(const QString &foldId, const QString &title, qsizetype from, qsizetype to, bool isSystem)
{
    addGap();
    Item fold;
    fold.kind = Item::Kind::Fold;
    fold.foldId = foldId;
    fold.title = title;
    fold.role = isSystem ? MessageRole::System : MessageRole::User;
    fold.isOpen = isOpen(foldId, false);
    qint64 bytes = 0;
    int calls = 0;
    for (qsizetype at = from; at < to; ++at) {
        bytes += textBytes(m_conversation.messages[at]);
        calls += callsIn(m_conversation.messages[at]);
    }
    fold.info = joined({callsText(calls), DisplayFormat().size(bytes)});
    const bool opened = fold.isOpen;
    m_items << fold;
    for (qsizetype at = from; opened && at < to; ++at)
        addMessage(at, at > from || !isSystem);
}

void ItemList::addRole(const MessageView &message, qsizetype at)
{
    Item item;
    item.kind = Item::Kind::Role;
    item.role = message.role;
    item.isAnswer = message.isAnswer;
    item.message = static_cast<int>(at);
    switch (message.role) {
    case MessageRole::System: item.title = Text::tr("System"); break;
    case MessageRole::User: item.title = Text::tr("User"); break;
    case MessageRole::Assistant: item.title = Text::tr("Assistant"); break;
    case MessageRole::Tool: item.title = Text::tr("Tool"); break;
    }
    if (message.isAnswer) {
        const QString state = m_conversation.isComplete ? QString() : look::stateText(m_answer.state).toLower();
        item.info = joined({m_answer.model, state, m_answer.timing});
    }
    m_items << item;
}

void ItemList::addMessage(qsizetype at, bool withGap)
{
    const MessageView &message = m_conversation.messages[at];
    if (withGap)
        addGap();
    // A message of nothing but tool results is introduced by the results themselves.
    const bool isOnlyResults = !message.parts.isEmpty()
                               && std::all_of(message.parts.begin(), message.parts.end(),
                                              [](const PartView &part) { return part.kind == PartKind::ToolResult; });
    if (!isOnlyResults)
        addRole(message, at);
    for (qsizetype part = 0; part < message.parts.size(); ++part)
        addPart(message, at, part);
}

void ItemList::addText(Item item, const QString &text, bool mayFold, int lineLimit)
{
    const qsizetype lines = text.count(QLatin1Char('\n')) + 1;
    const qsizetype lengthLimit = static_cast<qsizetype>(lineLimit) * 120;
    const bool isLong = mayFold && (lines > lineLimit + 3 || text.size() > lengthLimit + 400);
    const QString foldId = QStringLiteral("%1.%2.rest").arg(item.message).arg(item.partIndex);
    const bool isWhole = !isLong || isOpen(foldId, false);
    qsizetype end = text.size();
    if (!isWhole) {
        qsizetype cut = 0;
        for (int line = 0; line < lineLimit && cut >= 0; ++line)
            cut = text.indexOf(QLatin1Char('\n'), cut + 1);
        end = std::min(cut < 0 ? text.size() : cut, lengthLimit);
    }
    qsizetype from = 0;
    item.isFirstPiece = true;
    do {
        qsizetype to = std::min(from + pieceLength, end);
        if (to < end) {
            const qsizetype lineEnd = text.lastIndexOf(QLatin1Char('\n'), to);
            to = lineEnd > from ? lineEnd + 1 : to;
        }
        const bool endsLine = to > from && to < end && text[to - 1] == QLatin1Char('\n');
        item.text = text.mid(from, to - from - (endsLine ? 1 : 0));
        item.isLastPiece = to >= end;
        m_items << item;
        item.isFirstPiece = false;
        from = to;
    } while (from < end);
    if (isLong) {
        Item link;
        link.kind = Item::Kind::Link;
        link.foldId = foldId;
        link.isOpen = isWhole;
        link.message = item.message;
        link.partIndex = item.partIndex;
        link.title = isWhole ? Text::tr("Show less") : Text::tr("Show all: %1").arg(linesText(lines));
        m_items << link;
    }
}

void ItemList::addReasoning(Item item, const PartView &part, bool isLast)
{
    Item fold = item;
    fold.kind = Item::Kind::Fold;
    fold.foldId = QStringLiteral("%1.%2").arg(item.message).arg(item.partIndex);
    fold.title = Text::tr("Thinking");
    fold.info =
        part.text.isEmpty() ? Text::tr("not shown by the provider") : linesText(part.text.count(QLatin1Char('\n')) + 1);
    fold.isOpen = !part.text.isEmpty() && isOpen(fold.foldId, isLast && !m_conversation.isComplete);
    m_items << fold;
    item.isQuiet = true;
    if (fold.isOpen)
        addText(item, part.text, false, shownTextLines);
}

void ItemList::addToolCall(Item item, const PartView &part, bool isLast)
{
    Item fold = item;
    fold.kind = Item::Kind::Fold;
    fold.foldId = QStringLiteral("%1.%2").arg(item.message).arg(item.partIndex);
    fold.title = part.name.isEmpty() ? Text::tr("tool") : part.name;
    fold.isMono = true;
    fold.isOpen = isOpen(fold.foldId, true);
    fold.info = isLast && item.isAnswer && !m_conversation.isComplete ? Text::tr("arguments arriving") : part.callId;
    m_items << fold;
    item.kind = Item::Kind::Code;
    if (fold.isOpen && !part.text.isEmpty())
        addText(item, indentJson(part.text), !item.isAnswer || m_conversation.isComplete, shownLines);
}

void ItemList::addPart(const MessageView &message, qsizetype at, qsizetype partAt)
{
    const PartView &part = message.parts[partAt];
    const bool isLast = at + 1 == m_conversation.messages.size() && partAt + 1 == message.parts.size();
    Item item;
    item.role = message.role;
    item.part = part.kind;
    item.isAnswer = message.isAnswer;
    item.message = static_cast<int>(at);
    item.partIndex = static_cast<int>(partAt);
    switch (part.kind) {
    case PartKind::Text:
    case PartKind::Refusal:
        if (part.kind == PartKind::Refusal)
            item.title = Text::tr("Refused");
        addText(item, part.text, !message.isAnswer, shownTextLines);
        return;
    case PartKind::Reasoning: addReasoning(item, part, isLast); return;
    case PartKind::ToolCall: addToolCall(item, part, isLast); return;
    case PartKind::ToolResult: {
        Item head = item;
        head.kind = Item::Kind::Role;
        head.role = MessageRole::Tool;
        head.title = Text::tr("Tool result");
        head.info = joined({part.name, linesText(part.text.count(QLatin1Char('\n')) + 1),
                            DisplayFormat().size(part.text.toUtf8().size())});
        m_items << head;
        item.kind = Item::Kind::Code;
        addText(item, part.text, true, shownLines);
        return;
    }
    case PartKind::Image:
    case PartKind::File:
    case PartKind::Audio:
    case PartKind::Other: {
        const QString kind = part.kind == PartKind::Image   ? Text::tr("Image")
                             : part.kind == PartKind::File  ? Text::tr("File")
                             : part.kind == PartKind::Audio ? Text::tr("Audio")
                                                            : Text::tr("Another part");
        item.kind = Item::Kind::Note;
        item.text = joined({kind, part.name, part.bytes > 0 ? DisplayFormat().size(part.bytes) : QString()});
        m_items << item;
        return;
    }
    }
}

} // namespace

QList<ConversationItem> conversationItems(const ConversationView &conversation, const AnswerFacts &answer,
                                          const QSet<QString> &flipped, bool showsAll)
{
    return ItemList(conversation, answer, flipped, showsAll).take();
}

QString partText(const ConversationView &conversation, const ConversationItem &item)
{
    if (item.message < 0 || item.message >= conversation.messages.size())
        return item.text.isEmpty() ? item.title : item.text;
    const MessageView &message = conversation.messages[item.message];
    if (item.partIndex >= 0 && item.partIndex < message.parts.size()) {
        const PartView &part = message.parts[item.partIndex];
        return part.text.isEmpty() ? item.text : part.text;
    }
    QStringList texts;
    for (const PartView &part : message.parts)
        texts << part.text;
    return texts.join(QStringLiteral("\n\n"));
}

int toolCallCount(const ConversationView &conversation)
{
    int calls = 0;
    for (const MessageView &message : conversation.messages)
        calls += callsIn(message);
    return calls;
}

} // namespace ui::models
