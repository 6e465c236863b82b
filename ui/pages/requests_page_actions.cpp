// Commands, places and notices of the Requests page; the flow of rows is in requests_page.cpp.
#include "ui/look/theme.h"
#include "ui/models/error_words.h"
#include "ui/models/filter_language.h"
#include "ui/models/request_table_model.h"
#include "ui/pages/request_columns.h"
#include "ui/pages/request_commands.h"
#include "ui/pages/request_detail_pane.h"
#include "ui/pages/request_toolbar.h"
#include "ui/pages/requests_page.h"
#include "ui/pages/saved_filters.h"

#include <algorithm>
#include "ui/widgets/label_color.h"
#include "ui/widgets/request_table_view.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QHeaderView>
#include <QLabel>
#include <QMenu>
#include <QPointer>
#include <QPushButton>
#include <QSplitter>
#include <QStackedWidget>

namespace ui::pages {

using gateway::api::GatewayStatus;
using gateway::api::ListenerState;
using look::ColorRole;
using models::RequestTableModel;

namespace {

constexpr int wideWindow = 1'180; // below it the detail is never beside the list

// "The disk is full" inside a sentence; abbreviations keep their capitals.
QString insideSentence(const QString &text)
{
    if (text.size() > 1 && text[0].isUpper() && !text[1].isUpper())
        return text[0].toLower() + text.mid(1);
    return text;
}

} // namespace

QAction *RequestsPage::addPageAction(const char *objectName, const QString &text, const QKeySequence &shortcut,
                                     void (RequestsPage::*slot)())
{
    auto *action = new QAction(text, this);
    action->setObjectName(QLatin1String(objectName));
    action->setShortcut(shortcut);
    action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    addAction(action);
    connect(action, &QAction::triggered, this, slot);
    return action;
}

void RequestsPage::makeActions()
{
    m_commands = new RequestCommands(
        CommandPlaces{m_facade, m_inspector, m_theme, *m_model, *m_view, *m_detail, *this}, [this] { return query(0); },
        this);
    m_viewActions = {
        addPageAction("actionFilter", tr("Filter the requests"), QKeySequence::Find, &RequestsPage::focusFilter),
        addPageAction("actionNewest", tr("Go to the newest request"), QKeySequence(), &RequestsPage::showNewest),
        addPageAction("actionPause", tr("Pause or resume the list"), QKeySequence(), &RequestsPage::togglePaused),
        addPageAction("actionDetailPlace", tr("Change the place of the detail"), QKeySequence(Qt::Key_F8),
                      &RequestsPage::cycleDetailPlace),
        addPageAction("actionBackToList", tr("Back to the list"), QKeySequence(Qt::SHIFT | Qt::Key_Escape),
                      &RequestsPage::focusList),
        makeTimesAction(),
        makeGroupAction(),
        m_savedFilters->menuAction(),
    };
}

QStringList RequestsPage::knownValues(const QString &fieldName) const
{
    using gateway::FilterField;
    constexpr int rowsLookedAt = 2'000;
    const auto field = models::filterField(fieldName);
    QStringList values;
    if (field == FilterField::Provider) {
        for (const auto &provider : m_facade.providers())
            values << provider.name;
    }
    const int rows = std::min(m_model->rowCount(), rowsLookedAt);
    for (int row = 0; row < rows; ++row) {
        if (field == FilterField::Session && m_model->isSession(row))
            values << m_model->session(row).id;
        const gateway::api::RequestSummary &request = m_model->request(row);
        values << (field == FilterField::Client         ? request.client
                   : field == FilterField::AskedModel   ? request.askedModel
                   : field == FilterField::Provider     ? request.provider
                   : field == FilterField::Model        ? request.model
                   : field == FilterField::Key          ? request.keyName
                   : field == FilterField::VirtualKey   ? request.virtualKeyName
                   : field == FilterField::Session      ? request.sessionId
                   : field == FilterField::Operation    ? request.operation
                   : field == FilterField::FinishReason ? request.finishReason
                                                        : QString());
    }
    values.removeDuplicates();
    values.removeAll(QString());
    values.sort();
    return values;
}

void RequestsPage::connectMarks()
{
    using gateway::api::InspectorFacade;
    using gateway::api::RequestMark;
    const auto readAll = [this] {
        m_model->setMarks(m_inspector.marks());
        m_columns->setHasNotes(m_model->hasMarks());
        m_detail->showMark(m_inspector.mark(m_detail->requestId()));
    };
    readAll();
    m_toolbar->setKnownValues([this](const QString &fieldName) { return knownValues(fieldName); });
    connect(&m_inspector, &InspectorFacade::marksRead, this, readAll);
    m_toolbar->setBodySearch(m_inspector.bodySearch());
    connect(&m_inspector, &InspectorFacade::bodySearchChanged, this,
            [this] { m_toolbar->setBodySearch(m_inspector.bodySearch()); });
    connect(&m_inspector, &InspectorFacade::markChanged, this, [this](const RequestMark &mark) {
        m_model->setMark(mark);
        m_columns->setHasNotes(m_model->hasMarks());
        m_detail->showMark(mark);
    });
    connect(m_detail, &RequestDetailPane::requestShown, this,
            [this] { m_detail->showMark(m_inspector.mark(m_detail->requestId())); });
    connect(m_detail, &RequestDetailPane::resendWanted, m_commands, &RequestCommands::resend);
    connect(m_detail, &RequestDetailPane::compareWanted, m_commands, &RequestCommands::compare);
    connect(m_detail, &RequestDetailPane::commentWanted, m_commands, &RequestCommands::editComment);
    connect(m_detail, &RequestDetailPane::comparisonWanted, m_commands, &RequestCommands::compareWith);
    connect(m_detail, &RequestDetailPane::originalWanted, this, &RequestsPage::showRequest);
    connect(m_commands, &RequestCommands::removalWanted, this, &RequestsPage::removalWanted);
    connect(m_commands, &RequestCommands::requestWanted, this, [this](const QString &id) {
        showNewest(); // the new row must not wait for it
        showRequest(id);
    });
}

void RequestsPage::removeRequests(const QStringList &ids)
{
    m_facade.removeRequests(ids, [self = QPointer(this), ids](const gateway::Result<qint64> &removed) {
        if (!self)
            return;
        if (!removed) {
            self->m_detail->say(models::failureText(removed.error()));
            return;
        }
        if (ids.contains(self->m_detail->requestId()))
            self->m_detail->forget();
        self->m_model->forget(ids);
        self->m_totalStored = std::max<qint64>(0, self->m_totalStored - *removed);
        self->selectionChanged();
        if (self->isGrouped())
            self->countSessions();
        self->countTimes();
        self->updateEmptyState();
    });
}

void RequestsPage::readAnew()
{
    m_detail->forget();
    if (isVisible())
        reload();
    else
        m_hasLoaded = false; // when it is shown
}

QList<QAction *> RequestsPage::requestActions() const
{
    return m_commands->actions();
}

void RequestsPage::updateActions()
{
    m_commands->update();
}

void RequestsPage::focusFilter()
{
    m_toolbar->focusFilter();
}

void RequestsPage::focusList()
{
    if (m_listStack->currentWidget() != m_view)
        return;
    m_view->setFocus(Qt::ShortcutFocusReason);
    if (!m_view->currentIndex().isValid() && m_model->rowCount() > 0)
        m_view->selectRow(0);
}

void RequestsPage::focusDetail()
{
    if (detailPlace() == DetailPlace::Hidden)
        cycleDetailPlace();
    m_detail->focusDetail();
}

QWidget *RequestsPage::firstPane()
{
    return m_view;
}

QList<QWidget *> RequestsPage::panes()
{
    QList<QWidget *> panes{m_toolbar->filterField(), m_view};
    if (detailPlace() != DetailPlace::Hidden && m_detail->isShowingRequest())
        panes << m_detail->focusWidgetOfTab();
    return panes;
}

QString RequestsPage::statusText() const
{
    if (m_totalStored == 0)
        return {};
    const DisplayFormat format;
    if (isGrouped()) {
        const qint64 sessions = std::max<qint64>(m_model->sessionCount(), m_totalSessions);
        return tr("%1 of %2 sessions").arg(format.exactCount(m_model->sessionCount()), format.exactCount(sessions));
    }
    // The store was counted when the page was read; rows that came since then are in the list already.
    const qint64 shown = m_model->rowCount();
    return tr("%1 of %2 requests").arg(format.exactCount(shown), format.exactCount(std::max(shown, m_totalStored)));
}

void RequestsPage::copyAddress()
{
    QApplication::clipboard()->setText(m_facade.status().baseUrl);
}

bool RequestsPage::isWide() const
{
    return window()->width() >= wideWindow;
}

DetailPlace RequestsPage::detailPlace() const
{
    return !isWide() && m_place == DetailPlace::Right ? DetailPlace::Below : m_place;
}

QString RequestsPage::placeSetting() const
{
    return isWide() ? QStringLiteral("requests/detail_wide") : QStringLiteral("requests/detail_narrow");
}

void RequestsPage::applyPlace()
{
    const DetailPlace place = detailPlace();
    m_splitter->setOrientation(place == DetailPlace::Right ? Qt::Horizontal : Qt::Vertical);
    const bool hasNothing = m_model->rowCount() == 0 && m_detail->requestId().isEmpty();
    m_detail->setVisible(place != DetailPlace::Hidden && !hasNothing);
    m_detail->setActive(place != DetailPlace::Hidden && isVisible());
    const QByteArray share = m_settings.value(place == DetailPlace::Right ? QStringLiteral("requests/share_right")
                                                                          : QStringLiteral("requests/share_below"));
    const int percent = share.isEmpty() ? 58 : std::clamp(share.toInt(), 15, 85);
    const int room = place == DetailPlace::Right ? m_splitter->width() : m_splitter->height();
    m_splitter->setSizes({room * percent / 100, room - room * percent / 100});
}

void RequestsPage::restorePlace()
{
    m_wasWide = isWide();
    const QByteArray kept = m_settings.value(placeSetting());
    if (kept == "right")
        m_place = DetailPlace::Right;
    else if (kept == "hidden")
        m_place = DetailPlace::Hidden;
    else if (kept == "below")
        m_place = DetailPlace::Below;
    applyPlace();
}

void RequestsPage::keepPlace()
{
    const QList<int> sizes = m_splitter->sizes();
    const int sum = sizes.value(0) + sizes.value(1);
    if (sum <= 0 || sizes.value(1) == 0)
        return;
    const bool isRight = m_splitter->orientation() == Qt::Horizontal;
    m_settings.keep(isRight ? QStringLiteral("requests/share_right") : QStringLiteral("requests/share_below"),
                    QByteArray::number(sizes.value(0) * 100 / sum));
}

void RequestsPage::cycleDetailPlace()
{
    DetailPlace next = DetailPlace::Below;
    switch (detailPlace()) {
    case DetailPlace::Below: next = isWide() ? DetailPlace::Right : DetailPlace::Hidden; break;
    case DetailPlace::Right: next = DetailPlace::Hidden; break;
    case DetailPlace::Hidden: next = DetailPlace::Below; break;
    }
    const bool hadFocus = m_detail->isAncestorOf(QApplication::focusWidget());
    m_place = next;
    m_settings.keep(placeSetting(), next == DetailPlace::Right    ? "right"
                                    : next == DetailPlace::Hidden ? "hidden"
                                                                  : "below");
    applyPlace();
    if (hadFocus && next == DetailPlace::Hidden)
        focusList();
}

void RequestsPage::updateEmptyState()
{
    const bool isEmpty = m_model->rowCount() == 0;
    m_listStack->setCurrentWidget(isEmpty ? m_empty : static_cast<QWidget *>(m_view));
    // Where there was never a row there is nothing to show the detail of.
    m_detail->setVisible(detailPlace() != DetailPlace::Hidden && !(isEmpty && m_detail->requestId().isEmpty()));
    updateTimes();
    emit statusTextChanged();
    if (!isEmpty)
        return;
    const GatewayStatus status = m_facade.status();
    const bool isFiltered = !m_model->filter().isEmpty();
    m_clearFilter->setVisible(isFiltered);
    for (QPushButton *way : {m_connect, m_copyAddress})
        way->setVisible(!isFiltered && status.listener == ListenerState::Listening);
    if (!m_hasLoaded)
        m_emptyText->clear();
    else if (isFiltered)
        m_emptyText->setText(tr("No request matches. %1 are stored.").arg(DisplayFormat().exactCount(m_totalStored)));
    else if (status.listener == ListenerState::Listening)
        m_emptyText->setText(tr("Requests appear here as they start. Point a tool at %1").arg(status.baseUrl));
    else if (!status.listenerProblem.isEmpty())
        m_emptyText->setText(tr("Requests appear here as they start. Nothing is listening now: %1")
                                 .arg(insideSentence(status.listenerProblem)));
    else
        m_emptyText->setText(tr("Requests appear here as they start. The gateway is stopped."));
}

void RequestsPage::updateBanner()
{
    const GatewayStatus status = m_facade.status();
    QString text;
    if (!m_queryProblem.isEmpty())
        text = tr("The stored requests could not be read: %1. New ones are still shown.")
                   .arg(insideSentence(m_queryProblem));
    if (status.droppedRecords > 0) {
        const auto lost = static_cast<int>(status.droppedRecords);
        const QString reason = insideSentence(status.storageProblem);
        if (reason.isEmpty()) {
            text = lost == 1 ? tr("The last request could not be stored. It still went through.")
                             : tr("The last %n requests could not be stored. They still went through.", nullptr, lost);
        } else {
            text = lost == 1
                       ? tr("The last request could not be stored: %1. It still went through.").arg(reason)
                       : tr("The last %n requests could not be stored: %1. They still went through.", nullptr, lost)
                             .arg(reason);
        }
    } else if (!status.storageProblem.isEmpty()) {
        text = tr("Requests cannot be stored: %1. They still go through.").arg(insideSentence(status.storageProblem));
    }
    text.replace(QStringLiteral(".."), QStringLiteral("."));
    m_bannerText->setText(text);
    m_banner->setVisible(!text.isEmpty());
}

void RequestsPage::applyTheme()
{
    m_view->verticalHeader()->setDefaultSectionSize(m_theme.rowHeight());
    m_view->setFont(m_theme.font(look::TextStyle::Body));
    widgets::setTone(*m_emptyText, "secondary");
    widgets::setGround(m_banner, m_theme.color(ColorRole::ErrorGround));
    widgets::setTone(*m_bannerText, "error");
    m_columns->fit(m_view->viewport()->width());
    m_view->viewport()->update();
}

} // namespace ui::pages
