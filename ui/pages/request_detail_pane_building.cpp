// Builds the parts of the detail pane: headline, notices and tabs.
#include "ui/pages/request_detail_pane.h"

#include "ui/look/theme.h"
#include "ui/pages/body_tab.h"
#include "ui/pages/conversation_tab.h"
#include "ui/pages/headers_tab.h"
#include "ui/pages/overview_tab.h"
#include "ui/pages/raw_tab.h"
#include "ui/pages/request_code.h"
#include "ui/pages/selection_summary.h"
#include "ui/pages/stream_tab.h"
#include "ui/pages/timing_tab.h"
#include "ui/widgets/mark_bar.h"
#include "ui/widgets/state_mark.h"

#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QStackedWidget>
#include <QTabBar>
#include <QToolButton>
#include <QVBoxLayout>

namespace ui::pages {

void RequestDetailPane::makeHead(QVBoxLayout *outer)
{
    auto *head = new QWidget(m_single);
    auto *row = new QHBoxLayout(head);
    row->setContentsMargins(16, 6, 12, 6);
    row->setSpacing(8);
    m_mark = new widgets::StateMark(m_theme, head);
    m_headline = new QLabel(head);
    m_facts = new QLabel(head);
    m_id = new QToolButton(head);
    m_said = new QLabel(head);
    m_cancel = new QPushButton(tr("Cancel request"), head);
    m_headline->setObjectName(QStringLiteral("detailHeadline"));
    m_headline->setTextFormat(Qt::PlainText);
    m_facts->setObjectName(QStringLiteral("detailFacts"));
    m_facts->setTextFormat(Qt::PlainText);
    m_facts->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_facts->setMinimumWidth(0);
    m_id->setObjectName(QStringLiteral("detailId"));
    m_id->setAccessibleName(tr("Copy the id"));
    m_id->setAutoRaise(true);
    m_id->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_said->setObjectName(QStringLiteral("detailSaid"));
    m_cancel->setObjectName(QStringLiteral("cancelRequest"));
    m_cancel->setToolTip(tr("Cancel the running request (Ctrl+.)"));
    m_why = makeHeadButton(head, "whyHere", tr("Why here?"),
                           tr("Shows in the simulator which rules, keys and targets decide about this request"));
    m_resend = makeHeadButton(head, "resendRequest", tr("Resend"),
                              tr("Send it to this gateway again (Ctrl+R); Ctrl+Shift+R edits it before"));
    m_compare = makeHeadButton(head, "compareRequest", tr("Compare"),
                               tr("Compare with the request before it of the same session (Ctrl+D)"));
    m_copy = makeHeadButton(head, "copyAs", tr("Copy as"),
                            tr("Copy as a program with the local address and a placeholder for the key"));
    makeCopyMenu();
    row->addWidget(m_mark);
    row->addWidget(m_headline);
    row->addWidget(m_facts);
    row->addWidget(m_id);
    row->addStretch(1);
    row->addWidget(m_said);
    row->addWidget(m_cancel);
    row->addWidget(m_why);
    row->addWidget(m_resend);
    row->addWidget(m_compare);
    row->addWidget(m_copy);
    outer->addWidget(head);
    connect(m_id, &QToolButton::clicked, this, &RequestDetailPane::copyId);
    connect(m_cancel, &QPushButton::clicked, this, &RequestDetailPane::cancel);
    connect(m_why, &QToolButton::clicked, this, &RequestDetailPane::askWhyHere);
    connect(m_resend, &QToolButton::clicked, this, &RequestDetailPane::resendWanted);
    connect(m_compare, &QToolButton::clicked, this, &RequestDetailPane::compareWanted);
    makeNotices(outer);
}

QToolButton *RequestDetailPane::makeHeadButton(QWidget *head, const char *objectName, const QString &text,
                                               const QString &toolTip)
{
    auto *button = new QToolButton(head);
    button->setObjectName(QLatin1String(objectName));
    button->setText(text);
    button->setAccessibleName(text);
    button->setToolTip(toolTip);
    button->setAutoRaise(true);
    button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    return button;
}

void RequestDetailPane::makeCopyMenu()
{
    auto *menu = new QMenu(m_copy);
    menu->setObjectName(QStringLiteral("copyMenu"));
    menu->addAction(tr("Copy as cURL"), this, [this] { copyAs(CopyForm::Curl); });
    menu->addAction(tr("Copy as Python"), this, [this] { copyAs(CopyForm::Python); });
    menu->addAction(tr("Copy as JavaScript"), this, [this] { copyAs(CopyForm::JavaScript); });
    menu->addSeparator();
    menu->addAction(tr("Copy id"), this, &RequestDetailPane::copyId);
    menu->addAction(tr("Copy link"), this, &RequestDetailPane::copyLink);
    m_copy->setMenu(menu);
    m_copy->setPopupMode(QToolButton::InstantPopup);
}

void RequestDetailPane::makeNotices(QVBoxLayout *outer)
{
    m_markBar = new widgets::MarkBar(m_theme, m_single);
    outer->addWidget(m_markBar);
    connect(m_markBar, &widgets::MarkBar::commentWanted, this, &RequestDetailPane::commentWanted);
    connect(m_markBar, &widgets::MarkBar::originalWanted, this, &RequestDetailPane::originalWanted);
    connect(m_markBar, &widgets::MarkBar::comparisonWanted, this, &RequestDetailPane::comparisonWanted);
    m_hiddenBar = new QWidget(m_single);
    auto *hidden = new QHBoxLayout(m_hiddenBar);
    hidden->setContentsMargins(16, 4, 12, 4);
    m_hiddenText = new QLabel(tr("This request is hidden by the filter."), m_hiddenBar);
    m_showHidden = new QToolButton(m_hiddenBar);
    m_showHidden->setText(tr("Show it"));
    m_showHidden->setObjectName(QStringLiteral("showHiddenRequest"));
    m_hiddenBar->setObjectName(QStringLiteral("hiddenByFilter"));
    m_hiddenBar->setAutoFillBackground(true);
    hidden->addWidget(m_hiddenText);
    hidden->addWidget(m_showHidden);
    hidden->addStretch(1);
    m_hiddenBar->hide();
    outer->addWidget(m_hiddenBar);
    connect(m_showHidden, &QToolButton::clicked, this, [this] { emit showHiddenWanted(m_summary.id); });

    m_failure = new QLabel(m_single);
    m_failure->setObjectName(QStringLiteral("detailFailure"));
    m_failure->setContentsMargins(16, 6, 16, 6);
    m_failure->setWordWrap(true);
    m_failure->setAutoFillBackground(true);
    m_failure->hide();
    outer->addWidget(m_failure);
}

void RequestDetailPane::makeTabs(QVBoxLayout *outer)
{
    m_tabBar = new QTabBar(m_single);
    m_tabBar->setObjectName(QStringLiteral("detailTabs"));
    m_tabBar->setAccessibleName(tr("Parts of the request"));
    m_tabBar->setDocumentMode(true);
    m_tabBar->setExpanding(false);
    m_tabBar->setDrawBase(false);
    m_tabBar->setElideMode(Qt::ElideNone);
    m_tabBar->setFocusPolicy(Qt::TabFocus);
    m_tabs = new QStackedWidget(m_single);
    auto *line = new QHBoxLayout;
    line->setContentsMargins(6, 0, 6, 0);
    line->addWidget(m_tabBar, 1);
    outer->addLayout(line);
    outer->addWidget(m_tabs, 1);
    m_conversation = new ConversationTab(m_theme);
    addTab(new OverviewTab(m_theme), tr("Overview"), "overviewTab");
    addTab(m_conversation, tr("Conversation"), "conversationTab");
    addTab(new BodyTab(m_theme, BodyTab::Side::Request), tr("Request"), "requestTab");
    addTab(new BodyTab(m_theme, BodyTab::Side::Response), tr("Response"), "responseTab");
    addTab(new StreamTab(m_theme), tr("Stream"), "streamTab");
    addTab(new TimingTab(m_theme), tr("Timing"), "timingTab");
    addTab(new HeadersTab(m_theme), tr("Headers"), "headersTab");
    addTab(new RawTab(m_theme), tr("Raw"), "rawTab");
    connect(m_tabBar, &QTabBar::currentChanged, this, [this](int tab) {
        m_tabs->setCurrentIndex(tab);
        refreshTab();
    });
}

void RequestDetailPane::addTab(DetailTab *tab, const QString &title, const char *objectName)
{
    tab->setObjectName(QLatin1String(objectName));
    m_tabs->addWidget(tab);
    m_tabList << tab;
    m_tabBar->addTab(title);
    connect(tab, &DetailTab::tabStepped, this, &RequestDetailPane::stepTab);
}

} // namespace ui::pages
