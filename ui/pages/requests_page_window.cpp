// Which stored rows the Requests page reads while the list is scrolled; see models/request_table_window.cpp.
#include "ui/models/error_words.h"
#include "ui/models/request_table_model.h"
#include "ui/pages/request_detail_pane.h"
#include "ui/pages/requests_page.h"
#include "ui/widgets/request_table_view.h"

#include <QItemSelectionModel>
#include <QPointer>

namespace ui::pages {

using gateway::api::HistoryPage;
using gateway::api::HistoryQuery;
using models::RequestTableModel;

void RequestsPage::lookAtVisible()
{
    const int first = m_view->rowAt(0);
    const int last = m_view->rowAt(m_view->viewport()->height() - 1);
    m_model->lookAt(first, last < 0 ? m_model->rowCount() - 1 : last);
}

void RequestsPage::fetchPage(qint64 beforeSequence)
{
    fetch(query(beforeSequence), beforeSequence, &RequestsPage::takeOlderPage);
}

void RequestsPage::fetchNewerPage(qint64 afterSequence)
{
    HistoryQuery newer = query(afterSequence);
    newer.oldestFirst = true;
    fetch(newer, afterSequence, &RequestsPage::takeNewerPage);
}

void RequestsPage::fetchPlace(int firstRow)
{
    HistoryQuery there = query(0);
    there.offset = firstRow;
    fetch(there, firstRow, &RequestsPage::takePlace);
}

void RequestsPage::fetch(const HistoryQuery &query, qint64 place, TakePage take)
{
    const quint64 generation = m_queryGeneration;
    ask(query, [self = QPointer(this), generation, place, take](gateway::Result<HistoryPage> reply) {
        if (!self || self->m_queryGeneration != generation)
            return;
        if (!reply) {
            self->m_model->pageFailed();
            self->takeQueryFailure(models::failureText(reply.error()));
            return;
        }
        ((*self).*take)(*reply, place);
        self->reviewSelection();
        self->lookAtVisible(); // the list may have been scrolled on
    });
}

void RequestsPage::takeOlderPage(const HistoryPage &page, qint64)
{
    m_model->appendPage(page);
}

void RequestsPage::takeNewerPage(const HistoryPage &page, qint64)
{
    m_model->prependPage(page);
    if (!page.hasMore) // the newest are back: what runs stands above them
        m_model->mergeLive(m_facade.runningRequests());
}

void RequestsPage::takePlace(const HistoryPage &page, qint64 place)
{
    m_model->placePage(page, static_cast<int>(place));
}

} // namespace ui::pages
