// The list by session: what is read for it, and how its rows are opened and closed.
#include "ui/models/error_words.h"
#include "ui/models/request_table_model.h"
#include "ui/pages/request_detail_pane.h"
#include "ui/pages/request_toolbar.h"
#include "ui/pages/requests_page.h"
#include "ui/widgets/request_table_view.h"

#include <QAction>
#include <QItemSelectionModel>
#include <QPointer>

namespace ui::pages {

using gateway::api::HistoryPage;
using gateway::api::HistoryQuery;
using gateway::api::SessionPage;
using models::RequestTableModel;

namespace {

const QString groupingSetting = QStringLiteral("requests/grouping");

} // namespace

QAction *RequestsPage::makeGroupAction()
{
    m_groupBySession = new QAction(tr("Group requests by session"), this);
    m_groupBySession->setObjectName(QStringLiteral("actionGroupBySession"));
    m_groupBySession->setShortcut(Qt::CTRL | Qt::Key_G);
    m_groupBySession->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    addAction(m_groupBySession);
    m_groupBySession->setCheckable(true);
    m_groupBySession->setChecked(m_settings.value(groupingSetting) == "session");
    m_toolbar->setGroupAction(m_groupBySession);
    nameList();
    m_view->setOpening(
        [this](int row) { return m_model->isSession(row) ? std::optional(m_model->isOpen(row)) : std::nullopt; });
    connect(m_groupBySession, &QAction::toggled, this, &RequestsPage::setGrouped);
    return m_groupBySession;
}

bool RequestsPage::isGrouped() const
{
    return m_groupBySession && m_groupBySession->isChecked();
}

void RequestsPage::setGrouped(bool isGrouped)
{
    m_settings.keep(groupingSetting, isGrouped ? "session" : "none");
    m_model->setOrder({});
    updateLive();
    nameList();
    m_detail->leaveSessions();
    if (m_hasLoaded)
        reload();
}

void RequestsPage::nameList()
{
    m_view->setAccessibleName(isGrouped()                   ? tr("Sessions, newest first")
                              : m_model->order().isByTime() ? tr("Requests, newest first")
                                                            : tr("Requests, sorted by a column"));
}

void RequestsPage::askSessions(gateway::api::Reply<SessionPage> reply)
{
    HistoryQuery wanted = query(0);
    wanted.limit = RequestTableModel::mostSessions;
    const quint64 generation = ++m_queryGeneration;
    m_inspector.querySessions(
        wanted, m_model->filter().condition.value_or(gateway::FilterTerm()),
        [self = QPointer(this), generation, reply = std::move(reply)](const gateway::Result<SessionPage> &page) {
            if (!self || self->m_queryGeneration != generation)
                return;
            self->m_totalSessions = page ? page->matching : self->m_totalSessions;
            if (page)
                reply(page);
            else
                self->takeQueryFailure(models::failureText(page.error()));
        });
}

void RequestsPage::readSessions()
{
    askSessions([this](const gateway::Result<SessionPage> &page) { takeSessions(*page); });
}

void RequestsPage::takeSessions(const SessionPage &page)
{
    const QStringList selected = selectedIds();
    const QList<gateway::api::SessionView> sessions = selectedSessions();
    m_isRestoringSelection = true;
    m_model->resetToSessions(page, m_facade.runningRequests());
    if (sessions.isEmpty())
        restoreSelection(selected);
    else
        restoreSessions(sessions);
    updateSessions();
    noteRead(page.totalStored);
}

// What the sessions came to, without another order or other rows than necessary.
void RequestsPage::countSessions()
{
    if (!m_model->isGrouped())
        return readSessions();
    m_model->beginCounting();
    askSessions([this](const gateway::Result<SessionPage> &page) {
        m_queryProblem.clear();
        m_totalStored = page->totalStored;
        m_model->mergeSessions(*page, m_facade.runningRequests());
        for (const QString &session : m_model->openSessions())
            fetchSessionRows(session, 0);
        updateSessions();
        updateEmptyState();
        updateBanner();
        updateTicking();
    });
}

void RequestsPage::fetchSessionRows(const QString &session, qint64 beforeSequence)
{
    HistoryQuery wanted = query(beforeSequence);
    wanted.sessionIds = QStringList{session};
    const quint64 generation = m_queryGeneration;
    ask(wanted, [self = QPointer(this), generation, session, beforeSequence](gateway::Result<HistoryPage> page) {
        if (!self)
            return;
        if (self->m_queryGeneration != generation || !page) {
            self->m_model->sessionRowsFailed(session);
            if (!page)
                self->takeQueryFailure(models::failureText(page.error()));
            return;
        }
        self->m_model->addSessionRows(session, beforeSequence, *page, self->m_facade.runningRequests());
        if (!self->m_view->selectionModel()->hasSelection())
            self->restoreSelection(self->selectedIds());
        self->reviewSelection();
        self->updateTicking();
        self->lookAtVisible(); // the list may have been scrolled on
    });
}

void RequestsPage::openOrClose(int row, bool isOpen)
{
    if (m_model->isOpen(row) == isOpen)
        return;
    m_model->setOpen(row, isOpen);
    m_view->tellOpening(row);
    updateTicking();
}

// Right opens a session and Left closes it, as in any tree; on a request they go through the tabs, and from the first
// one Left goes to its session.
void RequestsPage::stepTab(int step)
{
    const int row = m_view->currentIndex().row();
    const int session = step < 0 && m_detail->isAtFirstTab() ? m_model->sessionRowOf(row) : -1;
    if (m_model->isSession(row))
        openOrClose(row, step > 0);
    else if (session >= 0)
        selectOnly(session);
    else
        m_detail->stepTab(step);
}

void RequestsPage::enterRow()
{
    const int row = m_view->currentIndex().row();
    if (m_model->isSession(row))
        switchOpen(row);
    else
        focusDetail();
}

void RequestsPage::switchOpen(int row)
{
    if (m_model->isSession(row))
        openOrClose(row, !m_model->isOpen(row));
}

} // namespace ui::pages
