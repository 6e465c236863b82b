#include "ui/pages/request_commands.h"

#include "ui/dialogs/comparison_dialog.h"
#include "ui/dialogs/export_dialog.h"
#include "ui/dialogs/resend_dialog.h"
#include "ui/models/error_words.h"
#include "ui/models/request_table_model.h"
#include "ui/models/request_text.h"
#include "ui/pages/request_detail_pane.h"
#include "ui/widgets/request_table_view.h"

#include <QAction>
#include <QDir>
#include <QInputDialog>
#include <QItemSelectionModel>

#include <algorithm>

namespace ui::pages {

using gateway::Result;
using gateway::api::ExportReport;
using gateway::api::ExportRequests;
using gateway::api::RequestComparison;
using gateway::api::RequestDetail;
using gateway::api::RequestMark;
using gateway::api::RequestSummary;
using gateway::api::ResendRequest;

namespace {

constexpr int rowsLookedThrough = 2'000; // for the names of models, and for the request before

} // namespace

RequestCommands::RequestCommands(const CommandPlaces &places, std::function<gateway::api::HistoryQuery()> query,
                                 QObject *parent)
    : QObject(parent), m_places(places), m_query(std::move(query))
{
    makeActions();
    connect(&places.inspector, &gateway::api::InspectorFacade::markChanged, this, &RequestCommands::update);
    connect(&places.inspector, &gateway::api::InspectorFacade::resendFailed, this,
            [this](const QString &, const QString &problem) {
                m_places.detail.say(tr("It could not be sent: %1").arg(problem));
            });
}

QAction *RequestCommands::add(const char *objectName, const QString &text, const QKeySequence &shortcut,
                              void (RequestCommands::*slot)())
{
    auto *action = new QAction(text, this);
    action->setObjectName(QLatin1String(objectName));
    action->setShortcut(shortcut);
    action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    m_places.page.addAction(action);
    connect(action, &QAction::triggered, this, slot);
    m_actions << action;
    return action;
}

// Keys that are letters elsewhere: only while the list itself has the keyboard.
QAction *RequestCommands::addInList(const char *objectName, const QString &text, Qt::Key key,
                                    void (RequestCommands::*slot)())
{
    QAction *action = add(objectName, text, QKeySequence(key), slot);
    m_places.page.removeAction(action);
    action->setShortcutContext(Qt::WidgetShortcut);
    m_places.view.addAction(action);
    return action;
}

void RequestCommands::addSeparator()
{
    auto *separator = new QAction(this);
    separator->setSeparator(true);
    m_actions << separator;
}

void RequestCommands::makeActions()
{
    const auto keys = [](auto modifiers, Qt::Key key) { return QKeySequence(modifiers | key); };
    const auto shifted = Qt::CTRL | Qt::SHIFT;
    m_resend = add("actionResend", tr("Resend"), keys(Qt::CTRL, Qt::Key_R), &RequestCommands::resend);
    m_editAndResend =
        add("actionEditAndResend", tr("Edit and resend…"), keys(shifted, Qt::Key_R), &RequestCommands::editAndResend);
    m_cancel =
        add("actionCancelRequest", tr("Cancel request"), keys(Qt::CTRL, Qt::Key_Period), &RequestCommands::cancel);
    addSeparator();
    m_compare = add("actionCompare", tr("Compare"), keys(Qt::CTRL, Qt::Key_D), &RequestCommands::compare);
    m_pin = addInList("actionPin", tr("Pin"), Qt::Key_P, &RequestCommands::pin);
    m_comment = addInList("actionComment", tr("Comment…"), Qt::Key_C, &RequestCommands::editComment);
    addSeparator();
    m_ofOne << add("actionCopyAsCurl", tr("Copy as cURL"), keys(shifted, Qt::Key_C), &RequestCommands::copyAsCurl)
            << add("actionCopyAsPython", tr("Copy as Python"), {}, &RequestCommands::copyAsPython)
            << add("actionCopyAsJavaScript", tr("Copy as JavaScript"), {}, &RequestCommands::copyAsJavaScript);
    m_copyError = add("actionCopyError", tr("Copy error"), keys(shifted, Qt::Key_E), &RequestCommands::copyError);
    m_ofOne << add("actionCopyId", tr("Copy id"), {}, &RequestCommands::copyId)
            << add("actionCopyLink", tr("Copy link"), {}, &RequestCommands::copyLink);
    addSeparator();
    m_remove = addInList("actionRemoveRequests", tr("Delete…"), Qt::Key_Delete, &RequestCommands::askForRemoval);
    add("actionExport", tr("Export…"), keys(Qt::CTRL, Qt::Key_E), &RequestCommands::exportRows);
}

QList<RequestSummary> RequestCommands::chosen() const
{
    QList<RequestSummary> requests;
    for (const QModelIndex &index : m_places.view.selectionModel()->selectedRows()) {
        if (m_places.model.isLoaded(index.row()))
            requests << m_places.model.request(index.row());
    }
    if (requests.isEmpty() && m_places.detail.isShowingRequest())
        requests << m_places.detail.request();
    return requests;
}

QString RequestCommands::chosenId() const
{
    const qsizetype selected = m_places.view.selectionModel()->selectedRows().size();
    return selected > 1 || !m_places.detail.isShowingRequest() ? QString() : m_places.detail.requestId();
}

void RequestCommands::update()
{
    const qsizetype selected = m_places.view.selectionModel()->selectedRows().size();
    const QString id = chosenId();
    const bool hasOne = !id.isEmpty();
    const bool hasEnded = hasOne && gateway::hasEnded(m_places.detail.request().state);
    m_resend->setEnabled(hasEnded);
    m_editAndResend->setEnabled(hasEnded);
    m_cancel->setEnabled(hasOne && m_places.detail.canCancel());
    m_compare->setText(selected == 2 ? tr("Compare") : tr("Compare with the one before"));
    const QModelIndexList rows = selected == 2 ? m_places.view.selectionModel()->selectedRows() : QModelIndexList();
    const bool areBothStored =
        selected == 2 && std::all_of(rows.begin(), rows.end(), [this](const QModelIndex &index) {
            return m_places.model.isLoaded(index.row()) && gateway::hasEnded(m_places.model.request(index.row()).state);
        });
    m_compare->setEnabled(areBothStored || (hasEnded && selected < 2));
    const QList<RequestSummary> requests = selected <= 200 ? chosen() : QList<RequestSummary>();
    const bool areAllPinned =
        !requests.isEmpty() && std::all_of(requests.begin(), requests.end(), [this](const RequestSummary &request) {
            return m_places.inspector.mark(request.id).isPinned;
        });
    m_pin->setText(areAllPinned ? tr("Unpin") : tr("Pin"));
    m_pin->setEnabled(!requests.isEmpty());
    m_comment->setEnabled(hasOne);
    m_remove->setEnabled(selected > 200 || !storedIds().isEmpty());
    m_copyError->setEnabled(hasOne && !models::errorText(m_places.detail.request()).isEmpty());
    for (QAction *action : std::as_const(m_ofOne))
        action->setEnabled(hasOne);
}

// --- sending again

bool RequestCommands::mustAskForKey(const RequestSummary &request) const
{
    return m_places.gateway.governance().requiresVirtualKey() || !request.virtualKeyName.isEmpty();
}

void RequestCommands::resend()
{
    if (chosenId().isEmpty() || !m_resend->isEnabled())
        return;
    if (mustAskForKey(m_places.detail.request())) {
        editAndResend();
        return;
    }
    ResendRequest command;
    command.requestId = chosenId();
    send(command);
}

void RequestCommands::send(const ResendRequest &command)
{
    m_places.inspector.resend(command, [self = QPointer(this)](const Result<QString> &sent) {
        if (!self)
            return;
        if (!sent) {
            self->m_places.detail.say(models::failureText(sent.error()));
            return;
        }
        self->m_places.detail.say(tr("Sent again."));
        emit self->requestWanted(*sent);
    });
}

void RequestCommands::editAndResend()
{
    if (chosenId().isEmpty() || !m_editAndResend->isEnabled())
        return;
    m_places.gateway.requestDetail(chosenId(), [self = QPointer(this)](const Result<RequestDetail> &detail) {
        if (!self)
            return;
        if (detail)
            self->openResendDialog(*detail);
        else
            self->m_places.detail.say(models::failureText(detail.error()));
    });
}

void RequestCommands::openResendDialog(const RequestDetail &detail)
{
    dialogs::ResendDialog::Surroundings surroundings;
    const int rows = std::min(m_places.model.rowCount(), rowsLookedThrough);
    for (int row = 0; row < rows && surroundings.models.size() < 40; ++row) {
        const QString &model = m_places.model.request(row).askedModel;
        if (!model.isEmpty() && !surroundings.models.contains(model))
            surroundings.models << model;
    }
    surroundings.models.sort();
    surroundings.needsKey = mustAskForKey(detail.summary);
    surroundings.asksForKey = surroundings.needsKey || !m_places.gateway.governance().virtualKeys().isEmpty();
    auto *dialog = new dialogs::ResendDialog(detail, surroundings, &m_places.page);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, dialog] { send(dialog->command()); });
    dialog->open();
}

void RequestCommands::cancel()
{
    m_places.detail.cancel();
}

// --- comparing

QString RequestCommands::idBefore(const QString &id) const
{
    const int row = m_places.model.rowOf(id);
    const int last = std::min(m_places.model.rowCount(), row + rowsLookedThrough);
    if (row < 0)
        return {};
    const RequestSummary wanted = m_places.model.request(row);
    for (int older = row + 1; older < last; ++older) {
        const RequestSummary &request = m_places.model.request(older);
        const bool isOfSession = !wanted.sessionId.isEmpty() && request.sessionId == wanted.sessionId;
        const bool isOfClient = wanted.sessionId.isEmpty() && request.client == wanted.client;
        if ((isOfSession || isOfClient) && request.askedModel == wanted.askedModel
            && request.operation == wanted.operation)
            return request.id;
    }
    return {};
}

void RequestCommands::compare()
{
    const QModelIndexList rows = m_places.view.selectionModel()->selectedRows();
    if (rows.size() == 2) {
        compareWith(m_places.model.request(rows.at(0).row()).id, m_places.model.request(rows.at(1).row()).id);
        return;
    }
    const QString id = chosenId();
    if (id.isEmpty())
        return;
    const QString before = idBefore(id);
    if (before.isEmpty())
        m_places.detail.say(tr("The list has no request of this session before it. Select two to compare them."));
    else
        compareWith(id, before);
}

void RequestCommands::compareWith(const QString &id, const QString &otherId)
{
    m_places.inspector.compareRequests(
        id, otherId, [self = QPointer(this)](const Result<RequestComparison> &comparison) {
            if (!self)
                return;
            if (!comparison) {
                self->m_places.detail.say(models::failureText(comparison.error()));
                return;
            }
            auto *dialog = new dialogs::ComparisonDialog(*comparison, self->m_places.theme, &self->m_places.page);
            dialog->setAttribute(Qt::WA_DeleteOnClose);
            dialog->show();
        });
}

// --- marks

void RequestCommands::pin()
{
    const QList<RequestSummary> requests = chosen();
    const bool mustPin = std::any_of(requests.begin(), requests.end(), [this](const RequestSummary &request) {
        return !m_places.inspector.mark(request.id).isPinned;
    });
    for (const RequestSummary &request : requests) {
        m_places.inspector.pin(request.id, mustPin, [self = QPointer(this)](const Result<RequestMark> &marked) {
            if (self && !marked)
                self->m_places.detail.say(models::failureText(marked.error()));
        });
    }
}

QStringList RequestCommands::storedIds() const
{
    QStringList ids;
    for (const RequestSummary &request : chosen()) {
        if (gateway::hasEnded(request.state))
            ids << request.id;
    }
    return ids;
}

void RequestCommands::askForRemoval()
{
    if (const QStringList ids = storedIds(); !ids.isEmpty())
        emit removalWanted(ids);
}

void RequestCommands::editComment()
{
    const QString id = chosenId();
    if (id.isEmpty())
        return;
    auto *dialog = new QInputDialog(&m_places.page);
    dialog->setObjectName(QStringLiteral("commentDialog"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(tr("Comment"));
    dialog->setLabelText(tr("What is to be remembered about this request; the filter finds it."));
    dialog->setOption(QInputDialog::UsePlainTextEditForTextInput);
    dialog->setOkButtonText(tr("Save"));
    dialog->setCancelButtonText(tr("Cancel"));
    dialog->setTextValue(m_places.inspector.mark(id).comment);
    dialog->resize(460, 220);
    connect(dialog, &QInputDialog::textValueSelected, this, [this, id](const QString &text) {
        m_places.inspector.comment(id, text, [self = QPointer(this)](const Result<RequestMark> &marked) {
            if (self && !marked)
                self->m_places.detail.say(models::failureText(marked.error()));
        });
    });
    dialog->open();
}

// --- copying and exporting

void RequestCommands::copyAsCurl()
{
    m_places.detail.copyAs(RequestDetailPane::CopyForm::Curl);
}

void RequestCommands::copyAsPython()
{
    m_places.detail.copyAs(RequestDetailPane::CopyForm::Python);
}

void RequestCommands::copyAsJavaScript()
{
    m_places.detail.copyAs(RequestDetailPane::CopyForm::JavaScript);
}

void RequestCommands::copyError()
{
    m_places.detail.copyError();
}

void RequestCommands::copyId()
{
    m_places.detail.copyId();
}

void RequestCommands::copyLink()
{
    m_places.detail.copyLink();
}

void RequestCommands::exportRows()
{
    dialogs::ExportDialog::Choice choice;
    QModelIndexList rows = m_places.view.selectionModel()->selectedRows();
    for (const QModelIndex &index : std::as_const(rows)) {
        if (m_places.model.isSession(index.row())) {
            choice.sessions << m_places.model.session(index.row()).id;
            continue;
        }
        // Rows that are not in memory have no ids: what is selected is no list then, only all that match are.
        if (!m_places.model.isLoaded(index.row())) {
            choice.selected.clear();
            break;
        }
        const RequestSummary &request = m_places.model.request(index.row());
        if (gateway::hasEnded(request.state))
            choice.selected << request.id;
    }
    choice.query = m_query();
    choice.condition = m_places.model.filter().condition.value_or(gateway::FilterTerm());
    choice.isFiltered = !m_places.model.filter().isEmpty();
    choice.folder = QDir::homePath();
    auto *dialog = new dialogs::ExportDialog(choice, &m_places.page);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, dialog] { startExport(dialog->command()); });
    dialog->open();
}

void RequestCommands::startExport(const ExportRequests &command)
{
    auto *progress = new dialogs::ExportProgress(command.file, &m_places.page);
    progress->setAttribute(Qt::WA_DeleteOnClose);
    const QPointer<dialogs::ExportProgress> shown(progress);
    const int ticket = m_places.inspector.exportRequests(command, [shown](const Result<ExportReport> &report) {
        if (!shown)
            return;
        if (report)
            shown->showEnd(*report);
        else
            shown->showFailure(models::failureText(report.error()));
    });
    connect(&m_places.inspector, &gateway::api::InspectorFacade::exportAdvanced, progress,
            [progress, ticket](int advanced, qint64 requests) {
                if (advanced == ticket)
                    progress->showAdvance(requests);
            });
    connect(progress, &dialogs::ExportProgress::cancelWanted, this,
            [this, ticket] { m_places.inspector.cancelExport(ticket); });
    progress->open();
}

} // namespace ui::pages
