#include "ui/pages/requests_page.h"

#include "ui/look/theme.h"
#include "ui/models/error_words.h"
#include "ui/models/request_table_model.h"
#include "ui/pages/request_columns.h"
#include "ui/pages/request_commands.h"
#include "ui/pages/request_detail_pane.h"
#include "ui/pages/request_times.h"
#include "ui/pages/request_toolbar.h"
#include "ui/pages/saved_filters.h"
#include "ui/widgets/keyboard_menu.h"
#include "ui/widgets/request_delegate.h"
#include "ui/widgets/request_table_view.h"

#include <QAbstractButton>
#include <QEvent>
#include <QHeaderView>
#include <QItemSelectionModel>
#include <QLabel>
#include <QMenu>
#include <QPointer>
#include <QPushButton>
#include <QScrollBar>
#include <QSplitter>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <chrono>

namespace ui::pages {

using namespace std::chrono_literals;
using gateway::api::GatewayFacade;
using gateway::api::HistoryPage;
using gateway::api::HistoryQuery;
using gateway::api::RequestSummary;
using models::Intake;
using models::RequestTableModel;

namespace {

const QString filterSetting = QStringLiteral("requests/filter");
const QString statesSetting = QStringLiteral("requests/filter_states");

} // namespace

RequestsPage::RequestsPage(GatewayFacade &facade, gateway::api::InspectorFacade &inspector, const look::Theme &theme,
                           const ViewSettings &settings, QWidget *parent)
    : Page(parent)
    , m_facade(facade)
    , m_inspector(inspector)
    , m_theme(theme)
    , m_settings(settings)
    , m_model(new RequestTableModel(this))
    , m_toolbar(new RequestToolbar(theme, this))
    , m_savedFilters(new SavedFilters(*m_toolbar, settings, this))
    , m_banner(new QWidget(this))
    , m_bannerText(new QLabel(m_banner))
    , m_splitter(new QSplitter(this))
    , m_listStack(new QStackedWidget)
    , m_view(new widgets::RequestTableView)
    , m_delegate(nullptr)
    , m_columns(nullptr)
    , m_empty(makeEmptyPanel())
    , m_detail(new RequestDetailPane(facade, theme))
{
    setObjectName(QStringLiteral("requestsPage"));
    auto *outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->setSpacing(0);
    makeTimes();
    outer->addWidget(m_toolbar);
    outer->addWidget(m_times);
    makeBanner();
    outer->addWidget(m_banner);
    outer->addWidget(m_splitter, 1);
    makeList();
    m_splitter->setObjectName(QStringLiteral("requestsSplitter"));
    m_splitter->setHandleWidth(1);
    m_splitter->setChildrenCollapsible(false);
    m_splitter->addWidget(m_listStack);
    m_splitter->addWidget(m_detail);
    m_splitter->setStretchFactor(0, 3);
    m_splitter->setStretchFactor(1, 2);
    m_tick.setInterval(200ms);
    m_filterDelay.setSingleShot(true);
    m_filterDelay.setInterval(120ms);
    makeActions();
    connectAll();
    connectMarks();
    for (QAbstractButton *button : findChildren<QAbstractButton *>()) {
        if (button->accessibleName().isEmpty())
            button->setAccessibleName(button->text());
    }
    restoreFilter();
    applyTheme();
    updateLive();
    updateActions();
}

RequestsPage::~RequestsPage()
{
    // The view scrolls once more while it goes, when this is no page any more.
    m_view->verticalScrollBar()->disconnect(this);
}

QString RequestsPage::title() const
{
    return tr("Requests");
}

const char *RequestsPage::iconName() const
{
    return "requests";
}

void RequestsPage::makeList()
{
    m_view->setObjectName(QStringLiteral("requestTable"));
    m_view->setModel(m_model);
    m_delegate = new widgets::RequestDelegate(m_theme, *m_model, *m_view, this);
    m_view->setItemDelegate(m_delegate);
    m_view->setContextMenuPolicy(Qt::CustomContextMenu);
    widgets::openMenuAtCurrentRow(*m_view);
    m_view->horizontalHeader()->setContextMenuPolicy(Qt::CustomContextMenu);
    m_view->horizontalHeader()->setProperty("tightEnds", true);
    m_columns = new RequestColumns(m_theme, *m_view, *m_delegate, m_settings, this);
    m_view->viewport()->installEventFilter(this);
    m_listStack->addWidget(m_view);
    m_listStack->addWidget(m_empty);
}

QWidget *RequestsPage::makeEmptyPanel()
{
    auto *panel = new QWidget;
    panel->setObjectName(QStringLiteral("requestsEmpty"));
    panel->setAutoFillBackground(true);
    panel->setBackgroundRole(QPalette::Base);
    auto *layout = new QVBoxLayout(panel);
    layout->setSpacing(12);
    m_emptyText = new QLabel(panel);
    m_emptyText->setObjectName(QStringLiteral("requestsEmptyText"));
    m_emptyText->setAlignment(Qt::AlignCenter);
    m_emptyText->setWordWrap(true);
    m_emptyText->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_connect = new QPushButton(tr("Connect a tool"), panel);
    m_connect->setObjectName(QStringLiteral("connectTool"));
    m_connect->setAccessibleName(m_connect->text());
    m_connect->setProperty("kind", QStringLiteral("primary"));
    connect(m_connect, &QPushButton::clicked, this, &RequestsPage::connectWanted);
    m_copyAddress = new QPushButton(tr("Copy address"), panel);
    m_copyAddress->setObjectName(QStringLiteral("copyAddress"));
    m_clearFilter = new QPushButton(tr("Clear filter"), panel);
    m_clearFilter->setObjectName(QStringLiteral("clearFilter"));
    layout->addStretch(2);
    layout->addWidget(m_emptyText);
    auto *ways = new QHBoxLayout;
    ways->addStretch(1);
    ways->addWidget(m_connect);
    ways->addWidget(m_copyAddress);
    ways->addStretch(1);
    layout->addLayout(ways);
    layout->addWidget(m_clearFilter, 0, Qt::AlignHCenter);
    layout->addStretch(3);
    return panel;
}

void RequestsPage::makeBanner()
{
    auto *row = new QHBoxLayout(m_banner);
    row->setContentsMargins(16, 6, 12, 6);
    row->addWidget(m_bannerText, 1);
    m_banner->setObjectName(QStringLiteral("requestsBanner"));
    m_banner->setAutoFillBackground(true);
    m_bannerText->setObjectName(QStringLiteral("requestsBannerText"));
    m_bannerText->setWordWrap(true);
    m_banner->hide();
}

void RequestsPage::connectAll()
{
    connect(&m_facade, &GatewayFacade::requestsChanged, this, &RequestsPage::takeLive);
    connect(&m_facade, &GatewayFacade::statusChanged, this, [this] {
        m_toolbar->setRunningCount(m_facade.status().inFlight);
        updateBanner();
        updateEmptyState();
    });
    // Queued: rows must not arrive while the view is still asking for them.
    connect(m_model, &RequestTableModel::pageWanted, this, &RequestsPage::fetchPage, Qt::QueuedConnection);
    connect(m_model, &RequestTableModel::newerPageWanted, this, &RequestsPage::fetchNewerPage, Qt::QueuedConnection);
    connect(m_model, &RequestTableModel::placeWanted, this, &RequestsPage::fetchPlace, Qt::QueuedConnection);
    connect(m_model, &RequestTableModel::sessionRowsWanted, this, &RequestsPage::fetchSessionRows,
            Qt::QueuedConnection);
    connect(m_view->verticalScrollBar(), &QScrollBar::valueChanged, this, &RequestsPage::lookAtVisible);
    connect(m_view->verticalScrollBar(), &QScrollBar::rangeChanged, this, &RequestsPage::lookAtVisible);
    connect(m_model, &RequestTableModel::heldCountChanged, this, &RequestsPage::updateLive);
    connect(m_model, &RequestTableModel::reloadWanted, this, &RequestsPage::reload, Qt::QueuedConnection);
    connect(m_model, &RequestTableModel::requestChanged, this, &RequestsPage::noteRow);
    connect(m_model, &RequestTableModel::requestLeft, this, &RequestsPage::updateHiddenNotice);
    connect(m_model, &RequestTableModel::rowsInserted, this, &RequestsPage::updateEmptyState);
    connect(m_model, &RequestTableModel::rowsRemoved, this, &RequestsPage::updateEmptyState);
    connect(m_view->selectionModel(), &QItemSelectionModel::selectionChanged, this, &RequestsPage::selectionChanged);
    connect(m_view, &widgets::RequestTableView::atNewestChanged, this, &RequestsPage::updateIntake);
    connect(m_view, &widgets::RequestTableView::pauseToggled, this, &RequestsPage::togglePaused);
    connect(m_view, &widgets::RequestTableView::newestWanted, this, &RequestsPage::showNewest);
    connect(m_view, &widgets::RequestTableView::tabStepped, this, &RequestsPage::stepTab);
    connect(m_view, &widgets::RequestTableView::detailWanted, this, &RequestsPage::enterRow);
    connect(m_view, &widgets::RequestTableView::openingWanted, this, &RequestsPage::switchOpen);
    connect(m_view, &widgets::RequestTableView::copyWanted, this, &RequestsPage::copyRows);
    connect(m_view, &QWidget::customContextMenuRequested, this, &RequestsPage::openRowMenu);
    connect(m_view->horizontalHeader(), &QWidget::customContextMenuRequested, this, [this](const QPoint &at) {
        QMenu menu(this);
        fillOrderMenu(menu);
        m_columns->fillMenu(menu);
        menu.exec(m_view->horizontalHeader()->mapToGlobal(at));
    });
    connect(m_toolbar->columnsMenu(), &QMenu::aboutToShow, this, [this] {
        m_toolbar->columnsMenu()->clear();
        fillOrderMenu(*m_toolbar->columnsMenu());
        m_columns->fillMenu(*m_toolbar->columnsMenu());
    });
    connectOrder();
    connect(m_toolbar, &RequestToolbar::liveClicked, this, [this] {
        if (!m_model->order().isByTime() || (!m_isPaused && m_model->heldCount() > 0))
            showNewest();
        else
            togglePaused();
    });
    connect(m_toolbar, &RequestToolbar::filterChanged, &m_filterDelay, qOverload<>(&QTimer::start));
    connect(m_toolbar, &RequestToolbar::listWanted, this, &RequestsPage::focusList);
    connect(m_toolbar, &RequestToolbar::detailPlaceClicked, this, &RequestsPage::cycleDetailPlace);
    connect(&m_filterDelay, &QTimer::timeout, this, &RequestsPage::applyFilter);
    connect(&m_tick, &QTimer::timeout, m_model, &RequestTableModel::tick);
    connect(m_detail, &RequestDetailPane::showHiddenWanted, this, &RequestsPage::showHidden);
    connect(m_detail, &RequestDetailPane::requestShown, this, &RequestsPage::updateActions);
    connect(m_detail, &RequestDetailPane::whyHereWanted, this, &RequestsPage::whyHereWanted);
    connect(m_copyAddress, &QPushButton::clicked, this, &RequestsPage::copyAddress);
    connect(m_clearFilter, &QPushButton::clicked, this, &RequestsPage::clearFilter);
    connect(m_splitter, &QSplitter::splitterMoved, this, &RequestsPage::keepPlace);
    connect(&m_theme, &look::Theme::changed, this, &RequestsPage::applyTheme);
}

HistoryQuery RequestsPage::query(qint64 beforeSequence) const
{
    HistoryQuery query;
    query.beforeSequence = beforeSequence;
    query.limit = RequestTableModel::pageSize;
    query.order = m_model->order().by;
    query.oldestFirst = m_model->order().isSmallestFirst;
    query.text = m_model->filter().text;
    query.states = m_model->filter().stateNames();
    query.startedFrom = m_model->filter().startedFrom;
    query.startedUntil = m_model->filter().startedUntil;
    return query;
}

void RequestsPage::ask(const HistoryQuery &query, gateway::api::Reply<HistoryPage> reply)
{
    if (const auto &condition = m_model->filter().condition)
        m_inspector.queryRequests(query, *condition, std::move(reply));
    else
        m_facade.queryHistory(query, std::move(reply));
}

void RequestsPage::reload()
{
    if (isGrouped())
        return readSessions();
    const quint64 generation = ++m_queryGeneration;
    HistoryQuery newest = query(0);
    newest.mustCountMatching = true;
    ask(newest, [self = QPointer(this), generation](gateway::Result<HistoryPage> reply) {
        if (!self || self->m_queryGeneration != generation)
            return;
        if (reply)
            return self->takeReload(*reply);
        self->m_model->pageFailed();
        self->takeQueryFailure(models::failureText(reply.error()));
    });
}

void RequestsPage::takeReload(const HistoryPage &page)
{
    const QStringList selected = selectedIds();
    m_isRestoringSelection = true;
    // What runs has no place among durations and costs yet.
    m_model->resetTo(page, m_model->order().isByTime() ? m_facade.runningRequests() : QList<RequestSummary>());
    restoreSelection(selected);
    noteRead(page.totalStored);
}

// The list is another one now.
void RequestsPage::noteRead(qint64 totalStored)
{
    m_hasLoaded = true;
    m_queryProblem.clear();
    m_totalStored = totalStored;
    m_view->scrollToNewest();
    updateIntake();
    updateHiddenNotice();
    updateEmptyState();
    updateBanner();
    updateTicking();
    lookAtVisible();
    countTimes();
}

void RequestsPage::refresh()
{
    if (!m_hasLoaded)
        return reload();
    if (!m_model->order().isByTime() && !isGrouped())
        return; // what came since has its place by time, and the list stays where the person is
    if (isGrouped())
        return countSessions();
    const quint64 generation = ++m_queryGeneration;
    m_model->pageFailed(); // what was on its way will not be taken
    HistoryQuery newest = query(0);
    newest.mustCountMatching = true;
    ask(newest, [self = QPointer(this), generation](gateway::Result<HistoryPage> reply) {
        if (!self || self->m_queryGeneration != generation)
            return;
        if (reply)
            self->takeRefresh(*reply);
        else
            self->takeQueryFailure(models::failureText(reply.error()));
    });
}

void RequestsPage::takeRefresh(const HistoryPage &page)
{
    m_queryProblem.clear();
    m_totalStored = page.totalStored;
    const QList<RequestSummary> running = m_facade.runningRequests();
    if (m_model->intake() != Intake::Follow) {
        // Nothing may move: what is new waits like any live row.
        m_model->mergeLive(page.rows);
        m_model->mergeLive(running);
    } else if (!m_model->mergeNewestPage(page) || m_model->hasLostRunningRows(running)) {
        return takeReload(page);
    } else {
        m_model->mergeLive(running);
    }
    countTimes();
    updateEmptyState();
    updateBanner();
    updateTicking();
}

void RequestsPage::takeQueryFailure(const QString &message)
{
    m_queryProblem = message;
    // What runs now is known without the store.
    if (!m_hasLoaded)
        m_model->mergeLive(m_facade.runningRequests());
    updateBanner();
    updateEmptyState();
}

void RequestsPage::takeLive(const QList<RequestSummary> &requests)
{
    m_model->mergeLive(requests);
    updateSessions();
    if (isVisible() && !m_countDelay.isActive())
        m_countDelay.start();
    updateTicking();
}

void RequestsPage::restoreFilter()
{
    const QString states = QString::fromLatin1(m_settings.value(statesSetting));
    m_toolbar->setFilter(QString::fromUtf8(m_settings.value(filterSetting)),
                         states.split(QLatin1Char(','), Qt::SkipEmptyParts));
    m_filterDelay.stop(); // the list is read with it when it is shown
    m_model->setFilter(m_toolbar->filter());
}

void RequestsPage::applyFilter()
{
    m_settings.keep(filterSetting, m_toolbar->filterText().toUtf8());
    m_settings.keep(statesSetting, m_toolbar->checkedStates().join(QLatin1Char(',')).toLatin1());
    models::RequestFilter filter = m_toolbar->filter();
    filter.startedFrom = m_chosenFrom;
    filter.startedUntil = m_chosenUntil;
    if (filter == m_model->filter())
        return;
    m_model->setFilter(filter);
    m_detail->lookFor(filter.condition ? models::wordsOfBodies(*filter.condition) : QString());
    if (filter.condition && models::asksForBodies(*filter.condition))
        m_inspector.lookAtBodySearch(); // how much of the history is searched by now
    reload();
}

void RequestsPage::showMatching(const QString &text)
{
    clearFilter();
    m_toolbar->setFilterText(text);
    m_filterDelay.stop();
    applyFilter();
}

void RequestsPage::showHidden(const QString &id)
{
    clearFilter();
    m_filterDelay.stop();
    applyFilter();
    showRequest(id);
}

void RequestsPage::updateIntake()
{
    const bool wasFollowing = m_model->intake() == Intake::Follow;
    m_model->setIntake(m_isPaused ? Intake::Freeze : m_view->isAtNewest() ? Intake::Follow : Intake::HoldNewRows);
    if (isGrouped() && !wasFollowing && m_model->intake() == Intake::Follow)
        m_countDelay.start(); // the store may have counted what was held back
    updateLive();
}

void RequestsPage::togglePaused()
{
    m_isPaused = !m_isPaused;
    if (!m_isPaused)
        m_view->scrollToNewest();
    updateIntake();
    updateTicking();
}

void RequestsPage::showNewest()
{
    m_isPaused = false;
    if (!m_model->order().isByTime())
        sortBy({});
    m_view->scrollToNewest();
    updateIntake();
    updateTicking();
}

void RequestsPage::updateLive()
{
    m_toolbar->showLive(m_isPaused, m_model->heldCount(), m_model->order().isByTime() || isGrouped());
}

void RequestsPage::updateTicking()
{
    m_toolbar->setRunningCount(m_facade.status().inFlight);
    const bool mustTick = isVisible() && !m_isPaused && m_model->hasRunningRows();
    if (mustTick && !m_tick.isActive())
        m_tick.start();
    else if (!mustTick)
        m_tick.stop();
}

void RequestsPage::showEvent(QShowEvent *event)
{
    Page::showEvent(event);
    restorePlace();
    m_detail->setActive(detailPlace() != DetailPlace::Hidden);
    refresh();
    updateTicking();
}

void RequestsPage::hideEvent(QHideEvent *event)
{
    Page::hideEvent(event);
    m_detail->setActive(false);
    updateTicking();
}

void RequestsPage::resizeEvent(QResizeEvent *event)
{
    Page::resizeEvent(event);
    if (isWide() != m_wasWide)
        restorePlace();
}

bool RequestsPage::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_view->viewport() && event->type() == QEvent::Resize)
        m_columns->fit(m_view->viewport()->width());
    return Page::eventFilter(watched, event);
}

} // namespace ui::pages
