#include "ui/pages/request_detail_pane.h"

#include "ui/display_format.h"
#include "ui/look/icon_set.h"
#include "ui/look/theme.h"
#include "ui/models/error_words.h"
#include "ui/models/request_text.h"
#include "ui/pages/body_tab.h"
#include "ui/pages/conversation_tab.h"
#include "ui/pages/curl_command.h"
#include "ui/pages/headers_tab.h"
#include "ui/pages/overview_tab.h"
#include "ui/pages/raw_tab.h"
#include "ui/pages/request_code.h"
#include "ui/pages/selection_summary.h"
#include "ui/pages/stream_tab.h"
#include "ui/pages/timing_tab.h"
#include "ui/widgets/label_color.h"
#include "ui/widgets/mark_bar.h"
#include "ui/widgets/state_mark.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QKeyEvent>
#include <QLabel>
#include <QPointer>
#include <QPushButton>
#include <QStackedWidget>
#include <QTabBar>
#include <QToolButton>
#include <QUrl>
#include <QVBoxLayout>

#include <chrono>
#include <utility>

namespace ui::pages {

using namespace std::chrono_literals;
using gateway::api::ConversationView;
using gateway::api::RequestDetail;
using gateway::api::RequestSummary;
using look::ColorRole;
using look::TextStyle;

namespace {

constexpr auto passingDelay = 40ms; // rows passed over with the arrow keys are not read
constexpr auto retryDelay = 300ms;
constexpr int retryLimit = 3; // a request that has just ended may not be stored yet

} // namespace

RequestDetailPane::RequestDetailPane(gateway::api::GatewayFacade &facade, const look::Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_facade(facade)
    , m_theme(theme)
    , m_stack(new QStackedWidget(this))
    , m_single(new QWidget)
    , m_nothing(new QLabel(tr("Select a request to see what was asked, who answered and how long it took.")))
    , m_selection(new SelectionSummary(theme))
{
    setObjectName(QStringLiteral("requestDetail"));
    auto *outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->addWidget(m_stack);
    m_nothing->setObjectName(QStringLiteral("detailNothing"));
    m_nothing->setAlignment(Qt::AlignCenter);
    m_nothing->setWordWrap(true);
    m_nothing->setContentsMargins(24, 24, 24, 24);
    m_nothing->setAutoFillBackground(true);
    m_nothing->setBackgroundRole(QPalette::Base);
    m_stack->addWidget(m_nothing);
    m_stack->addWidget(m_single);
    m_stack->addWidget(m_selection);
    auto *single = new QVBoxLayout(m_single);
    single->setContentsMargins(0, 0, 0, 0);
    single->setSpacing(0);
    makeHead(single);
    makeTabs(single);
    m_fetchTimer.setSingleShot(true);
    connect(&m_fetchTimer, &QTimer::timeout, this, &RequestDetailPane::fetch);
    m_waitingTimer.setSingleShot(true);
    m_waitingTimer.setInterval(250ms);
    connect(&m_waitingTimer, &QTimer::timeout, this, &RequestDetailPane::showWaiting);
    m_saidTimer.setSingleShot(true);
    m_saidTimer.setInterval(4s);
    connect(&m_saidTimer, &QTimer::timeout, m_said, &QLabel::clear);
    connect(m_selection, &SelectionSummary::compareWanted, this, &RequestDetailPane::compareWanted);
    connect(&facade, &gateway::api::GatewayFacade::conversationChanged, this, &RequestDetailPane::takeConversation);
    connect(&theme, &look::Theme::changed, this, &RequestDetailPane::applyTheme);
    applyTheme();
}

void RequestDetailPane::showRequest(const RequestSummary &request)
{
    m_stack->setCurrentWidget(m_single);
    m_isShowingSessions = false;
    if (request.id == m_summary.id) {
        updateRequest(request);
        return;
    }
    m_summary = request;
    m_retries = 0;
    ++m_generation;
    m_said->clear();
    m_failure->hide();
    updateHead();
    updateWatch();
    if (m_isActive) {
        m_fetchTimer.start(passingDelay);
        m_waitingTimer.start();
    }
    emit requestShown();
}

void RequestDetailPane::showSelection(const QList<RequestSummary> &requests)
{
    m_selection->showRequests(requests);
    m_stack->setCurrentWidget(m_selection);
    m_isShowingSessions = false;
}

void RequestDetailPane::showSessions(const QList<gateway::api::SessionView> &sessions)
{
    m_selection->showSessions(sessions);
    m_stack->setCurrentWidget(m_selection);
    m_isShowingSessions = true;
}

void RequestDetailPane::leaveSessions()
{
    if (std::exchange(m_isShowingSessions, false))
        m_stack->setCurrentWidget(m_summary.id.isEmpty() ? static_cast<QWidget *>(m_nothing) : m_single);
}

void RequestDetailPane::forget()
{
    m_summary = {};
    m_detail = {};
    ++m_generation;
    m_fetchTimer.stop();
    m_waitingTimer.stop();
    updateWatch();
    if (isShowingRequest())
        m_stack->setCurrentWidget(m_nothing);
    emit requestShown();
}

bool RequestDetailPane::isShowingRequest() const
{
    return m_stack->currentWidget() == m_single;
}

bool RequestDetailPane::isAtFirstTab() const
{
    return m_tabBar->currentIndex() == 0;
}

void RequestDetailPane::updateRequest(const RequestSummary &request)
{
    if (request.id != m_summary.id || (hasEnded(m_summary.state) && !hasEnded(request.state)))
        return;
    const bool isNewStep = request.state != m_summary.state || request.attempts != m_summary.attempts;
    m_summary = request;
    updateHead();
    m_conversation->showFigures(request);
    if (!isNewStep)
        return;
    updateWatch();
    m_retries = 0;
    if (m_isActive)
        m_fetchTimer.start(passingDelay);
    emit requestShown();
}

void RequestDetailPane::setHiddenByFilter(bool isHidden)
{
    m_hiddenBar->setVisible(isHidden);
}

void RequestDetailPane::setActive(bool isActive)
{
    if (m_isActive == isActive)
        return;
    m_isActive = isActive;
    updateWatch();
    if (isActive && !m_summary.id.isEmpty())
        m_fetchTimer.start(passingDelay);
}

void RequestDetailPane::updateWatch()
{
    const bool mustWatch = m_isActive && !m_summary.id.isEmpty() && !hasEnded(m_summary.state);
    m_facade.watchRequest(mustWatch ? m_summary.id : QString());
}

void RequestDetailPane::fetch()
{
    if (m_summary.id.isEmpty() || !m_isActive)
        return;
    const quint64 generation = ++m_generation;
    m_facade.requestDetail(m_summary.id, [self = QPointer(this), generation](gateway::Result<RequestDetail> reply) {
        if (!self || self->m_generation != generation)
            return;
        if (reply)
            self->takeDetail(*reply);
        else
            self->takeFailure(models::failureText(reply.error()));
    });
}

void RequestDetailPane::takeDetail(const RequestDetail &detail)
{
    m_waitingTimer.stop();
    m_failure->hide();
    m_detail = detail;
    // The row may have gone on while the detail was read.
    if (hasEnded(m_summary.state) || !hasEnded(detail.summary.state))
        m_detail.summary = m_summary;
    for (DetailTab *tab : std::as_const(m_tabList))
        m_stale.insert(tab);
    refreshTab();
    const bool isStoredLater = hasEnded(m_summary.state) && !hasEnded(detail.summary.state);
    if (isStoredLater && m_retries++ < retryLimit)
        m_fetchTimer.start(retryDelay);
}

void RequestDetailPane::takeFailure(const QString &message)
{
    if (m_retries++ < retryLimit && m_summary.startedAt.secsTo(QDateTime::currentDateTimeUtc()) < 3'600
        && m_summary.sequence == 0) {
        m_fetchTimer.start(retryDelay);
        return;
    }
    showWaiting();
    m_failure->setText(tr("The details of this request could not be read: %1").arg(message));
    m_failure->show();
}

// Nothing of another request may stand under this headline: show what the row knows.
void RequestDetailPane::showWaiting()
{
    m_waitingTimer.stop();
    if (isDetailKnown())
        return;
    m_detail = {};
    m_detail.summary = m_summary;
    m_detail.hasBodies = true;
    for (DetailTab *tab : std::as_const(m_tabList))
        m_stale.insert(tab);
    refreshTab();
}

void RequestDetailPane::refreshTab()
{
    DetailTab *tab = m_tabList.value(m_tabs->currentIndex());
    if (!tab || !m_stale.remove(tab))
        return;
    tab->showDetail(m_detail, m_shownIn.value(tab) == m_detail.summary.id);
    m_shownIn.insert(tab, m_detail.summary.id);
}

void RequestDetailPane::takeConversation(const ConversationView &conversation)
{
    if (conversation.requestId != m_summary.id)
        return;
    m_mark->setState(m_summary.state);
    if (m_detail.summary.id == conversation.requestId)
        m_detail.conversation = conversation;
    if (m_shownIn.value(m_conversation) == conversation.requestId)
        m_conversation->showConversation(conversation);
}

bool RequestDetailPane::canCancel() const
{
    return !m_summary.id.isEmpty() && !hasEnded(m_summary.state);
}

void RequestDetailPane::cancel()
{
    if (canCancel())
        m_facade.cancelRequest(m_summary.id);
}

void RequestDetailPane::copyAs(CopyForm form)
{
    if (!isDetailKnown() || m_detail.path.isEmpty()) {
        say(tr("The request has not been read yet."));
        return;
    }
    const QString baseUrl = m_facade.status().baseUrl;
    const QString code = form == CopyForm::Curl     ? curlCommand(m_detail, baseUrl)
                         : form == CopyForm::Python ? pythonCode(m_detail, baseUrl)
                                                    : javaScriptCode(m_detail, baseUrl);
    QGuiApplication::clipboard()->setText(code);
    const QString name = form == CopyForm::Curl     ? QStringLiteral("cURL")
                         : form == CopyForm::Python ? QStringLiteral("Python")
                                                    : QStringLiteral("JavaScript");
    say(m_detail.requestBody.isEmpty()    ? tr("Copied without a body: none was stored.")
        : m_detail.isRequestBodyTruncated ? tr("Copied with the part of the body that was stored.")
                                          : tr("Copied as %1.").arg(name));
}

void RequestDetailPane::copyLink()
{
    const QString id = QString::fromLatin1(QUrl::toPercentEncoding(m_summary.id));
    QGuiApplication::clipboard()->setText(m_facade.status().baseUrl + QStringLiteral("/api/logs/") + id);
    say(tr("Link copied."));
}

void RequestDetailPane::showMark(const gateway::api::RequestMark &mark)
{
    if (mark.requestId == m_summary.id)
        m_markBar->showMark(mark);
}

void RequestDetailPane::askWhyHere()
{
    if (!isDetailKnown() || m_detail.path.isEmpty())
        say(tr("The request has not been read yet."));
    else if (m_detail.requestBody.isEmpty() || m_detail.isRequestBodyTruncated)
        say(tr("Its body was not stored as a whole, so it cannot be asked again."));
    else
        emit whyHereWanted(curlCommand(m_detail, m_facade.status().baseUrl));
}

void RequestDetailPane::copyError()
{
    const QString error = models::errorText(m_summary);
    if (error.isEmpty()) {
        say(tr("There is no error to copy."));
        return;
    }
    QGuiApplication::clipboard()->setText(m_summary.errorText.isEmpty() ? error : m_summary.errorText);
    say(tr("Error copied."));
}

void RequestDetailPane::copyId()
{
    QGuiApplication::clipboard()->setText(m_summary.id);
    say(tr("Id copied."));
}

void RequestDetailPane::lookFor(const QString &searched)
{
    m_conversation->lookFor(searched);
}

void RequestDetailPane::say(const QString &text)
{
    m_said->setText(text);
    m_saidTimer.start();
}

void RequestDetailPane::stepTab(int step)
{
    const bool hadFocus = m_tabs->isAncestorOf(focusWidget());
    m_tabBar->setCurrentIndex(std::clamp(m_tabBar->currentIndex() + step, 0, m_tabBar->count() - 1));
    if (hadFocus)
        focusDetail();
}

void RequestDetailPane::focusDetail()
{
    if (m_stack->currentWidget() == m_single)
        focusWidgetOfTab()->setFocus(Qt::ShortcutFocusReason);
}

QWidget *RequestDetailPane::focusWidgetOfTab() const
{
    QWidget *target = m_tabList[m_tabs->currentIndex()]->focusTarget();
    return target->focusPolicy() == Qt::NoFocus ? m_tabBar : target;
}

void RequestDetailPane::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    constexpr int roomForId = 1'250;
    constexpr int roomForWords = 1'050;
    m_id->setToolButtonStyle(width() < roomForId ? Qt::ToolButtonIconOnly : Qt::ToolButtonTextBesideIcon);
    for (QToolButton *button : {m_resend, m_compare})
        button->setToolButtonStyle(width() < roomForWords ? Qt::ToolButtonIconOnly : Qt::ToolButtonTextBesideIcon);
}

void RequestDetailPane::keyPressEvent(QKeyEvent *event)
{
    // What a tab does not use itself switches tabs; trees and texts keep their own Left and Right.
    if (event->key() == Qt::Key_Left || event->key() == Qt::Key_Right) {
        stepTab((event->key() == Qt::Key_Left) == isLeftToRight() ? -1 : 1);
        return;
    }
    QWidget::keyPressEvent(event);
}

void RequestDetailPane::updateHead()
{
    const DisplayFormat format;
    m_mark->setState(m_summary.state);
    m_headline->setText(models::headlineText(m_summary));
    const ClockText time = format.clock(m_summary.startedAt);
    QString when = time.head + time.fraction + time.tail;
    if (m_summary.startedAt.toLocalTime().date() != QDate::currentDate())
        when = format.moment(m_summary.startedAt, QDateTime::currentDateTime());
    m_facts->setText(when);
    m_facts->setToolTip(tr("%1, local time").arg(DisplayFormat::iso(m_summary.startedAt)));
    m_id->setText(m_summary.id);
    m_id->setAccessibleName(tr("Copy the id %1").arg(m_summary.id));
    m_id->setToolTip(tr("Copy the id"));
    m_cancel->setVisible(canCancel());
    m_resend->setVisible(hasEnded(m_summary.state));
    m_compare->setVisible(hasEnded(m_summary.state));
}

void RequestDetailPane::applyTheme()
{
    widgets::setTextStyle(m_headline, "strong");
    m_id->setFont(m_theme.font(TextStyle::Small));
    m_id->setIcon(look::icon("copy"));
    m_cancel->setIcon(look::icon("close"));
    m_resend->setIcon(look::icon("refresh"));
    m_compare->setIcon(look::icon("compare"));
    for (QLabel *quiet : {m_facts, m_said, m_nothing}) {
        widgets::setTextStyle(quiet, quiet == m_nothing ? "" : "small");
        widgets::setTone(*quiet, "secondary");
    }
    widgets::setGround(m_hiddenBar, m_theme.color(ColorRole::InfoGround));
    widgets::setGround(m_failure, m_theme.color(ColorRole::ErrorGround));
    widgets::setTone(*m_failure, "error");
}

} // namespace ui::pages
