// What is selected in the list, and that the detail shows it: a request, several of them, or a session.
#include "ui/models/request_table_model.h"
#include "ui/pages/request_detail_pane.h"
#include "ui/pages/requests_page.h"
#include "ui/widgets/request_table_view.h"

#include <QItemSelectionModel>
#include <QPointer>

namespace ui::pages {

using gateway::api::RequestSummary;
using gateway::api::SessionView;
using models::RequestTableModel;

QStringList RequestsPage::selectedIds() const
{
    QStringList selected;
    for (const QModelIndex &index : m_view->selectionModel()->selectedRows()) {
        if (m_model->isLoaded(index.row()))
            selected << m_model->request(index.row()).id;
    }
    if (selected.isEmpty() && !m_detail->requestId().isEmpty())
        selected << m_detail->requestId();
    return selected;
}

QList<SessionView> RequestsPage::selectedSessions() const
{
    QList<SessionView> selected;
    for (const QModelIndex &index : m_view->selectionModel()->selectedRows()) {
        if (m_model->isSession(index.row()))
            selected << m_model->session(index.row());
    }
    return selected;
}

void RequestsPage::restoreSelection(const QStringList &ids)
{
    m_isRestoringSelection = true;
    for (const QString &id : ids)
        selectRow(m_model->rowOf(id));
    m_isRestoringSelection = false;
}

void RequestsPage::restoreSessions(const QList<SessionView> &sessions)
{
    m_isRestoringSelection = true;
    for (const SessionView &session : sessions)
        selectRow(m_model->rowOfSession(session.id));
    m_isRestoringSelection = false;
}

void RequestsPage::selectRow(int row)
{
    if (row < 0)
        return;
    const QModelIndex index = m_model->index(row, RequestTableModel::Time);
    m_view->selectionModel()->select(index, QItemSelectionModel::Select | QItemSelectionModel::Rows);
    m_view->selectionModel()->setCurrentIndex(index, QItemSelectionModel::NoUpdate);
}

// Not QTableView::selectRow(): that looks at the keys that are still held down.
void RequestsPage::selectOnly(int row)
{
    m_view->selectionModel()->setCurrentIndex(m_model->index(row, RequestTableModel::Time),
                                              QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
}

void RequestsPage::showRequest(const QString &id)
{
    const int row = m_model->rowOf(id);
    if (row >= 0) {
        m_wantedId.clear();
        selectOnly(row);
        return;
    }
    if (!m_model->order().isByTime())
        sortBy({});
    // Either it comes soon, or it is stored further down than the list has been read.
    m_wantedId = id;
    m_facade.requestDetail(id, [self = QPointer(this), id](const gateway::Result<gateway::api::RequestDetail> &detail) {
        if (!self || !detail || self->m_wantedId != id)
            return;
        self->m_view->clearSelection();
        self->m_detail->showRequest(detail->summary);
    });
}

void RequestsPage::noteRow(const QString &id)
{
    if (id == m_wantedId)
        showRequest(id);
    const int row = m_model->rowOf(id);
    if (row < 0 || id != m_detail->requestId())
        return;
    m_detail->updateRequest(m_model->request(row));
    updateActions();
}

void RequestsPage::selectionChanged()
{
    if (m_isRestoringSelection)
        return;
    const QModelIndexList rows = m_view->selectionModel()->selectedRows();
    // The person went elsewhere. Rows that come in above the selection are reported as a change of it too.
    m_chosenRow = rows.size() == 1 && !m_model->isLoaded(rows.constFirst().row()) ? rows.constFirst().row() : -1;
    if (rows.size() > 1 || (rows.size() == 1 && m_model->request(rows.constFirst().row()).id != m_detail->requestId()))
        m_wantedId.clear();
    QList<RequestSummary> requests;
    for (const QModelIndex &index : rows) {
        if (m_model->isLoaded(index.row()))
            requests << m_model->request(index.row());
    }
    if (const QList<SessionView> sessions = selectedSessions(); requests.isEmpty() && !sessions.isEmpty())
        m_detail->showSessions(sessions);
    else if (rows.size() > 1)
        m_detail->showSelection(requests);
    else if (rows.size() == 1 && !requests.isEmpty()) // a row that is not read yet is shown when it is
        m_detail->showRequest(requests.constFirst());
    // An empty selection keeps the detail: the row may only have been filtered out.
    updateHiddenNotice();
    updateActions();
}

// Their sums go on.
void RequestsPage::updateSessions()
{
    if (!m_model->isGrouped() || m_detail->isShowingRequest())
        return;
    const QList<SessionView> sessions = selectedSessions();
    if (!sessions.isEmpty() && sessions.size() == m_view->selectionModel()->selectedRows().size())
        m_detail->showSessions(sessions);
}

void RequestsPage::updateHiddenNotice()
{
    // In a session that is closed a request is hidden, but not by the filter.
    const QString id = m_detail->requestId();
    m_detail->setHiddenByFilter(!id.isEmpty() && !isGrouped() && !m_model->filter().isEmpty()
                                && m_model->rowOf(id) < 0);
}

void RequestsPage::reviewSelection()
{
    const QModelIndexList rows = m_view->selectionModel()->selectedRows();
    if (rows.size() != 1)
        return;
    const int row = rows.constFirst().row();
    if (m_model->isSession(row)) // it is chosen as such
        return;
    if (row == m_chosenRow && m_model->isLoaded(row))
        return selectionChanged();
    // Requests that came or went since it left the window may have moved the selected one by some rows.
    const int now = m_model->rowOf(m_detail->requestId());
    if (row == m_chosenRow || now < 0 || now == row)
        return;
    m_isRestoringSelection = true;
    m_view->selectionModel()->select(m_model->index(now, 0),
                                     QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
    m_isRestoringSelection = false;
}

} // namespace ui::pages
