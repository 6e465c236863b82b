#include "ui/pages/conversation_tab.h"

#include "ui/display_format.h"
#include "ui/look/icon_set.h"
#include "ui/look/theme.h"
#include "ui/widgets/label_color.h"
#include "ui/widgets/message_list.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QLabel>
#include <QLineEdit>
#include <QShortcut>
#include <QToolButton>
#include <QVBoxLayout>

#include <utility>

namespace ui::pages {

using gateway::api::ConversationView;
using gateway::api::RequestDetail;
using gateway::api::RequestSummary;
using look::ColorRole;
using look::TextStyle;

ConversationTab::ConversationTab(const look::Theme &theme, QWidget *parent)
    : DetailTab(parent)
    , m_theme(theme)
    , m_counts(new QLabel(this))
    , m_find(new QLineEdit(this))
    , m_found(new QLabel(this))
    , m_showAll(new QToolButton(this))
    , m_list(new widgets::MessageList(theme, this))
    , m_foot(new QWidget(this))
    , m_follow(new QToolButton(m_foot))
    , m_figures(new QLabel(m_foot))
{
    auto *outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->setSpacing(0);
    auto *head = new QHBoxLayout;
    head->setContentsMargins(16, 4, 12, 4);
    head->setSpacing(8);
    head->addWidget(m_counts);
    head->addStretch(1);
    head->addWidget(m_found);
    head->addWidget(m_find);
    head->addWidget(m_showAll);
    outer->addLayout(head);
    outer->addWidget(m_list, 1);
    outer->addWidget(m_foot);
    auto *foot = new QHBoxLayout(m_foot);
    foot->setContentsMargins(10, 3, 16, 3);
    foot->addWidget(m_follow);
    foot->addStretch(1);
    foot->addWidget(m_figures);
    m_counts->setObjectName(QStringLiteral("conversationCounts"));
    m_found->setObjectName(QStringLiteral("conversationFound"));
    m_find->setObjectName(QStringLiteral("conversationFind"));
    m_find->setPlaceholderText(tr("Find in the conversation"));
    m_find->setAccessibleName(tr("Find in the conversation"));
    m_find->setToolTip(tr("Enter or F3 goes to the next place, Shift+F3 to the one before"));
    m_find->addAction(look::icon("search"), QLineEdit::LeadingPosition);
    m_find->setClearButtonEnabled(true);
    m_find->setFixedWidth(260);
    connect(m_find, &QLineEdit::textChanged, this, &ConversationTab::find);
    connect(m_find, &QLineEdit::returnPressed, this, [this] { step(1); });
    for (const auto &[keys, by] :
         {std::pair(QKeySequence(Qt::Key_F3), 1), std::pair(QKeySequence(Qt::SHIFT | Qt::Key_F3), -1)}) {
        auto *shortcut = new QShortcut(keys, this, nullptr, nullptr, Qt::WidgetWithChildrenShortcut);
        connect(shortcut, &QShortcut::activated, this, [this, by = by] { step(by); });
    }
    m_showAll->setObjectName(QStringLiteral("showAllParts"));
    m_showAll->setText(tr("Show all parts"));
    m_showAll->setCheckable(true);
    m_showAll->setAutoRaise(true);
    m_foot->setObjectName(QStringLiteral("conversationFoot"));
    m_follow->setObjectName(QStringLiteral("followStream"));
    m_follow->setAutoRaise(true);
    m_figures->setObjectName(QStringLiteral("conversationFigures"));
    connect(m_showAll, &QToolButton::toggled, this, [this] {
        m_flipped.clear();
        rebuild();
    });
    connect(m_follow, &QToolButton::clicked, m_list, &widgets::MessageList::follow);
    connect(m_list, &widgets::MessageList::foldFlipped, this, &ConversationTab::flip);
    connect(m_list, &widgets::MessageList::followingChanged, this, &ConversationTab::updateFoot);
    connect(m_list, &widgets::MessageList::tabStepped, this, &DetailTab::tabStepped);
    connect(m_list, &widgets::MessageList::copyWanted, this, &ConversationTab::copyPart);
    connect(&theme, &look::Theme::changed, this, &ConversationTab::applyTheme);
    applyTheme();
    updateFoot();
}

QWidget *ConversationTab::focusTarget()
{
    return m_list;
}

void ConversationTab::showDetail(const RequestDetail &detail, bool isSameRequest)
{
    m_request = detail.summary;
    m_hasBodies = detail.hasBodies;
    // A detail that was asked for before the last live update may know less than is shown.
    const bool isOlder = isSameRequest && !detail.conversation.isComplete && !m_conversation.messages.isEmpty();
    if (!isOlder)
        m_conversation = detail.conversation;
    if (!isSameRequest) {
        m_flipped.clear();
        m_step = 0;
    }
    rebuild();
    if (!isSameRequest)
        m_list->startAtEnd(!hasEnded(m_request.state));
    if (!isSameRequest)
        step(0);
}

void ConversationTab::showConversation(const ConversationView &conversation)
{
    m_conversation = conversation;
    m_list->setStep(++m_step);
    rebuild();
}

void ConversationTab::showFigures(const RequestSummary &request)
{
    m_request = request;
    updateFoot();
}

void ConversationTab::rebuild()
{
    models::AnswerFacts answer;
    answer.state = m_request.state;
    answer.model = m_request.model;
    if (m_request.firstByteAt)
        answer.timing = tr("%1 to first token").arg(DisplayFormat().firstToken(m_request.firstByteAt));
    m_list->setEmptyText(!hasEnded(m_request.state) ? tr("The conversation is shown as soon as the answer begins.")
                         : m_hasBodies ? tr("There is no conversation in this request; Request and Response show it.")
                                       : tr("Only totals were stored: the capture level at that time left the "
                                            "conversation out."));
    m_list->setItems(models::conversationItems(m_conversation, answer, m_flipped,
                                               m_showAll->isChecked() || !m_find->text().isEmpty()));
    const int calls = models::toolCallCount(m_conversation);
    const auto messages = static_cast<int>(m_conversation.messages.size());
    QString counts = messages == 1 ? tr("1 message") : tr("%n messages", nullptr, messages);
    if (calls > 0)
        counts = tr("%1 · %2").arg(counts, calls == 1 ? tr("1 tool call") : tr("%n tool calls", nullptr, calls));
    m_counts->setText(messages == 0 ? QString() : counts);
    m_showAll->setVisible(messages > 0);
    m_find->setVisible(messages > 0);
    showFound();
    updateFoot();
}

// What is folded may have it too, so nothing is while something is looked for.
void ConversationTab::find()
{
    m_list->setMarkedWords(m_find->text().split(QLatin1Char(' '), Qt::SkipEmptyParts));
    m_flipped.clear();
    rebuild();
    step(0);
}

void ConversationTab::step(int by)
{
    if (!m_find->text().isEmpty())
        m_list->goToMarked(by);
}

void ConversationTab::showFound()
{
    const int found = m_find->text().isEmpty() ? 0 : m_list->markedCount();
    m_found->setText(m_find->text().isEmpty() ? QString()
                     : found == 0             ? tr("nothing found")
                     : found == 1             ? tr("in 1 part")
                                              : tr("in %1 parts").arg(DisplayFormat().exactCount(found)));
    m_found->setVisible(m_find->isVisibleTo(this));
}

void ConversationTab::lookFor(const QString &searched)
{
    if (m_find->text() == std::exchange(m_searched, searched))
        m_find->setText(searched);
}

void ConversationTab::flip(const QString &foldId)
{
    if (!m_flipped.remove(foldId))
        m_flipped.insert(foldId);
    rebuild();
}

void ConversationTab::updateFoot()
{
    const bool isRunning = !hasEnded(m_request.state) && !m_request.id.isEmpty();
    const bool isFollowing = m_list->isFollowing();
    m_follow->setVisible(isRunning);
    m_follow->setText(isFollowing ? tr("↓ Following the stream") : tr("↓ Follow the stream"));
    m_follow->setAccessibleName(isFollowing ? tr("Following the stream") : tr("Follow the stream"));
    const DisplayFormat format;
    QStringList figures;
    if (m_request.inputTokens)
        figures << tr("%1 in").arg(format.count(*m_request.inputTokens));
    if (m_request.cachedTokens)
        figures << tr("%1 cached").arg(format.count(*m_request.cachedTokens));
    if (m_request.outputTokens)
        figures << tr("%1 out").arg(format.count(*m_request.outputTokens));
    m_figures->setText(figures.join(QStringLiteral(" · ")));
    m_foot->setVisible(isRunning || !figures.isEmpty());
}

void ConversationTab::copyPart(const models::ConversationItem &item)
{
    QGuiApplication::clipboard()->setText(models::partText(m_conversation, item));
}

void ConversationTab::applyTheme()
{
    for (QLabel *quiet : {m_counts, m_found, m_figures}) {
        widgets::setTextStyle(quiet, "small");
        widgets::setTone(*quiet, "secondary");
    }
    m_follow->setFont(m_theme.font(TextStyle::Small));
    m_showAll->setFont(m_theme.font(TextStyle::Small));
}

} // namespace ui::pages
