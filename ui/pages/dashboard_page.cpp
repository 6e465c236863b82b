#include "ui/pages/dashboard_page.h"

#include "ui/client_setup.h"
#include "ui/look/icon_set.h"
#include "ui/models/provider_health_model.h"
#include "ui/models/recent_requests_model.h"
#include "ui/models/request_text.h"
#include "ui/shell/state_block.h"
#include "ui/tray_icon.h"
#include "ui/widgets/attention_list.h"
#include "ui/widgets/label_color.h"
#include "ui/widgets/minute_bars.h"
#include "ui/widgets/state_label.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPointer>
#include <QPushButton>
#include <QResizeEvent>
#include <QStackedWidget>
#include <QTableView>
#include <QToolButton>

#include <algorithm>

namespace ui::pages {

using gateway::RequestState;
using gateway::api::GatewayFacade;
using gateway::api::GatewayStatus;
using gateway::api::HistoryPage;
using gateway::api::HistoryQuery;
using gateway::api::ListenerState;
using gateway::api::LogBucket;
using gateway::api::RequestSummary;
using gateway::api::UsageReport;

namespace {

constexpr std::chrono::seconds refreshInterval{5};
constexpr int shownMinutes = 60;
constexpr int mostFailures = 50; // of which the causes are shown
constexpr int mostItems = 8;
constexpr int clientsLookedAt = 200; // requests
constexpr int mostClients = 5;

QString nameOf(const RequestSummary &request)
{
    return models::shortClientName(request.client);
}

QString stateName(RequestState state)
{
    const std::string_view name = gateway::requestStateName(state);
    return QString::fromLatin1(name.data(), static_cast<qsizetype>(name.size()));
}

} // namespace

void DashboardPage::connectParts()
{
    connect(&m_gateway, &GatewayFacade::statusChanged, this, &DashboardPage::takeStatus);
    connect(&m_gateway, &GatewayFacade::requestsChanged, this, &DashboardPage::takeRequests);
    connect(&m_gateway, &GatewayFacade::providersChanged, this, &DashboardPage::takeStatus);
    connect(&m_gateway.governance(), &gateway::api::GovernanceFacade::governanceChanged, this,
            &DashboardPage::showAttention);
    connect(m_attention, &widgets::AttentionList::activated, this, &DashboardPage::attentionWanted);
    connect(m_nowTable, &QTableView::activated, this, [this](const QModelIndex &index) {
        if (const RequestSummary *request = m_recent->requestAt(index.row()))
            emit requestWanted(request->id);
    });
    connect(m_providerTable, &QTableView::activated, this,
            [this](const QModelIndex &index) { emit providerWanted(m_health->nameAt(index.row())); });
    connect(m_startStop, &QPushButton::clicked, this, &DashboardPage::startStopWanted);
    connect(m_connect, &QPushButton::clicked, this, &DashboardPage::clientsWanted);
    connect(m_openClients, &QPushButton::clicked, this, &DashboardPage::clientsWanted);
    connect(m_copy, &QToolButton::clicked, this, &DashboardPage::copyAddressWanted);
    connect(m_emptyAction, &QPushButton::clicked, this,
            [this] { m_gateway.providers().isEmpty() ? emit providersWanted() : emit clientsWanted(); });
    connect(&m_theme, &look::Theme::changed, this, &DashboardPage::takeStatus);
    m_refreshTimer.setInterval(refreshInterval);
    connect(&m_refreshTimer, &QTimer::timeout, this, &DashboardPage::refresh);
    takeStatus();
    showToday({});
    showClients();
}

bool DashboardPage::isSeen() const
{
    return isVisible() && !window()->isMinimized();
}

void DashboardPage::showEvent(QShowEvent *event)
{
    Page::showEvent(event);
    takeStatus();
    refresh();
    showClients(); // reads the settings of other programs, so not every five seconds
    m_refreshTimer.start();
}

void DashboardPage::hideEvent(QHideEvent *event)
{
    Page::hideEvent(event);
    m_refreshTimer.stop();
}

void DashboardPage::refresh()
{
    if (!isSeen())
        return;
    m_day->setText(QLocale().toString(QDate::currentDate(), QLocale::LongFormat));
    askToday();
    askHour();
    askRecent();
    askFailures();
}

// Totals are kept by whole hours, so where the clock is off by half an hour a day begins with a part of the one before.
void DashboardPage::askToday()
{
    gateway::api::UsageQuery query;
    query.from = QDate::currentDate().startOfDay().toUTC();
    query.until = QDate::currentDate().addDays(1).startOfDay().toUTC();
    const QPointer<DashboardPage> guard(this);
    m_gateway.queryUsage(query, [guard](const gateway::Result<UsageReport> &report) {
        if (guard && report)
            guard->showToday(report->total);
    });
}

void DashboardPage::askHour()
{
    QDateTime now = QDateTime::currentDateTime();
    now.setTime(QTime(now.time().hour(), now.time().minute()));
    const QDateTime first = now.addSecs(-(shownMinutes - 1) * 60);
    HistoryQuery query;
    query.startedFrom = first.toUTC();
    gateway::api::LogHistogramQuestion question;
    question.bucketSeconds = 60;
    const QPointer<DashboardPage> guard(this);
    m_gateway.queryLogHistogram(query, question, [guard, first](const gateway::Result<QList<LogBucket>> &buckets) {
        if (!guard || !buckets)
            return;
        QList<widgets::MinuteCount> minutes;
        for (int minute = 0; minute < shownMinutes; ++minute)
            minutes.append({first.addSecs(minute * 60), 0, 0});
        for (const LogBucket &bucket : *buckets) {
            const qint64 index = first.secsTo(bucket.start.toLocalTime()) / 60;
            if (index < 0 || index >= shownMinutes)
                continue;
            minutes[index].answered += bucket.stats.succeeded;
            minutes[index].failed += bucket.stats.requests - bucket.stats.succeeded;
        }
        guard->m_bars->setMinutes(minutes);
    });
}

void DashboardPage::askRecent()
{
    HistoryQuery query;
    query.limit = clientsLookedAt;
    const QPointer<DashboardPage> guard(this);
    m_gateway.queryHistory(query, [guard](const gateway::Result<HistoryPage> &page) {
        if (!guard || !page)
            return;
        guard->m_knowsRequests = true;
        guard->m_hasRequests = !page->rows.isEmpty();
        QList<RequestSummary> rows = guard->m_gateway.runningRequests();
        rows += page->rows;
        guard->m_recent->resetTo(rows);
        guard->noteClients(rows);
        guard->showWhatIsNext();
    });
}

void DashboardPage::askFailures()
{
    HistoryQuery query;
    query.limit = mostFailures;
    query.startedFrom = QDateTime::currentDateTimeUtc().addSecs(-shownMinutes * 60);
    for (const RequestState state : {RequestState::ClientError, RequestState::UpstreamError, RequestState::RateLimited,
                                     RequestState::Blocked, RequestState::BrokenStream})
        query.states.append(stateName(state));
    const QPointer<DashboardPage> guard(this);
    m_gateway.queryHistory(query, [guard](const gateway::Result<HistoryPage> &page) {
        if (!guard || !page)
            return;
        guard->m_failed = page->rows;
        guard->showAttention();
    });
}

void DashboardPage::takeRequests(const QList<RequestSummary> &requests)
{
    if (!isSeen())
        return;
    m_hasRequests = m_hasRequests || !requests.isEmpty();
    m_knowsRequests = m_knowsRequests || m_hasRequests;
    m_recent->merge(requests);
    noteClients(requests);
    showWhatIsNext();
}

void DashboardPage::noteClients(const QList<RequestSummary> &requests)
{
    const qsizetype before = m_lastSeen.size();
    for (const RequestSummary &request : requests) {
        QDateTime &seen = m_lastSeen[nameOf(request)];
        seen = seen.isValid() ? std::max(seen, request.startedAt) : request.startedAt;
    }
    if (m_lastSeen.size() != before)
        showClients();
}

void DashboardPage::takeStatus()
{
    const GatewayStatus status = m_gateway.status();
    const auto [state, words] = shell::listenerWords(status.listener);
    const bool isUp = status.listener == ListenerState::Listening;
    m_state->setState(state, isUp && status.inFlight > 0 ? tr("%1, %n in flight", nullptr, status.inFlight).arg(words)
                                                         : words);
    m_address->setText(isUp ? status.baseUrl : tr("not listening"));
    m_copy->setVisible(isUp);
    m_reach->setText(status.listener == ListenerState::Failed ? status.listenerProblem
                     : isUp                                   ? tr("only this computer can connect")
                                                              : tr("no program can connect"));
    const bool isLocal = std::all_of(status.addresses.begin(), status.addresses.end(), [](const QString &address) {
        return address.startsWith(QLatin1String("127.")) || address == QLatin1String("::1");
    });
    if (isUp && !isLocal)
        m_reach->setText(tr("other computers can connect"));
    const bool canStop = isUp || status.listener == ListenerState::Starting;
    m_startStop->setText(canStop ? tr("Stop gateway") : tr("Start gateway"));
    m_startStop->setAccessibleName(m_startStop->text());
    m_arch->setPixmap(drawTrayState(trayStateOf(status, m_gateway.providers()), qRound(56 * devicePixelRatioF()),
                                    m_theme.color(look::ColorRole::Text)));
    m_spent.value->setText(m_format.moneyTotal(status.spentToday));
    m_spent.value->setToolTip(m_format.exactMoney(status.spentToday));
    m_spent.below->setText(status.unpricedToday > 0
                               ? tr("%n tries have no price", nullptr, static_cast<int>(status.unpricedToday))
                               : tr("everything has a price"));
    widgets::setTone(*m_spent.below, status.unpricedToday > 0 ? "warning" : "secondary");
    m_health->setProviders(m_gateway.providers());
    showAttention();
    showWhatIsNext();
}

void DashboardPage::showToday(const gateway::api::UsageSums &today)
{
    m_count.value->setText(m_format.count(today.requests));
    m_count.below->setText(today.errors > 0 ? tr("%n failed", nullptr, static_cast<int>(today.errors))
                                            : tr("none failed"));
    m_tokens.value->setText(m_format.count(today.tokens()));
    m_tokens.below->setText(tr("%1 of them written").arg(m_format.count(today.output)));
    m_cache.value->setText(today.input() == 0 ? DisplayFormat::missing()
                                              : m_format.percent(static_cast<double>(today.cacheRead)
                                                                 / static_cast<double>(today.input())));
    m_cache.below->setText(tr("of the input"));
}

void DashboardPage::setOffline(bool isOffline)
{
    m_isOffline = isOffline;
    showAttention();
}

void DashboardPage::showAttention()
{
    const gateway::api::GovernanceFacade &governance = m_gateway.governance();
    auto items = models::attentionItems({m_gateway.status(), m_gateway.providers(), governance.virtualKeys(),
                                         models::limitsInForce(governance), m_failed, m_isOffline},
                                        m_format);
    if (items.size() > mostItems)
        items.resize(mostItems);
    m_attention->setItems(items);
}

// What the names beside it and those that do not fit leave of the strip.
int DashboardPage::roomForClients() const
{
    const QLayout &strip = *m_openClients->parentWidget()->layout();
    const QMargins margins = strip.contentsMargins();
    int room = width() - margins.left() - margins.right()
               - fontMetrics().horizontalAdvance(tr("and %n more", nullptr, 99)) - m_clientRow->spacing();
    for (int index = 0; index < strip.count(); ++index) {
        if (QLayoutItem *item = strip.itemAt(index); item->layout() != m_clientRow)
            room -= item->sizeHint().width() + strip.spacing();
    }
    return room;
}

void DashboardPage::resizeEvent(QResizeEvent *event)
{
    Page::resizeEvent(event);
    if (event->size().width() != event->oldSize().width())
        showClients();
}

// Programs that are set up to ask here, and those that did; the latest first.
void DashboardPage::showClients()
{
    while (QLayoutItem *old = m_clientRow->takeAt(0)) {
        if (old->widget() != nullptr)
            old->widget()->deleteLater();
        delete old;
    }
    struct Known {
        QString name;
        QDateTime seen;
    };
    QList<Known> known;
    for (const ClientTool &tool : m_clients.tools(m_gateway.status().baseUrl)) {
        if (tool.state == ClientState::Connected)
            known.append({tool.name, m_lastSeen.value(tool.name)});
    }
    for (auto seen = m_lastSeen.constBegin(); seen != m_lastSeen.constEnd(); ++seen) {
        const bool isListed =
            std::any_of(known.begin(), known.end(), [&seen](const Known &client) { return client.name == seen.key(); });
        if (!isListed && !seen.key().isEmpty())
            known.append({seen.key(), seen.value()});
    }
    std::stable_sort(known.begin(), known.end(),
                     [](const Known &left, const Known &right) { return left.seen > right.seen; });
    int shown = 0;
    int room = roomForClients();
    for (qsizetype index = 0; index < std::min<qsizetype>(known.size(), mostClients); ++index) {
        const Known &client = known.at(index);
        auto *label = new widgets::StateLabel(m_theme, this);
        label->setCalm(true);
        const QString seen = client.seen.isValid()
                                 ? m_format.moment(client.seen.toLocalTime(), QDateTime::currentDateTime())
                                 : tr("not seen yet");
        label->setState(client.seen.isValid() ? RequestState::Succeeded : RequestState::InFlight,
                        QStringLiteral("%1  %2").arg(client.name, seen));
        label->setAccessibleName(label->text());
        room -= label->sizeHint().width() + m_clientRow->spacing();
        if (shown > 0 && room < 0) { // one more would cost all of them their times
            delete label;
            break;
        }
        m_clientRow->addWidget(label);
        ++shown;
    }
    auto *rest = new QLabel(this);
    rest->setText(known.isEmpty()        ? tr("No program asks here yet.")
                  : known.size() > shown ? tr("and %n more", nullptr, static_cast<int>(known.size()) - shown)
                                         : QString());
    widgets::setTone(*rest, "secondary");
    m_clientRow->addWidget(rest);
}

void DashboardPage::showWhatIsNext()
{
    const bool isEmpty = m_knowsRequests && !m_hasRequests && m_gateway.runningRequests().isEmpty();
    m_stack->setCurrentIndex(isEmpty ? 1 : 0);
    const bool hasProvider = !m_gateway.providers().isEmpty();
    m_connect->setVisible(!isEmpty); // one primary action at a time
    m_emptyTitle->setText(hasProvider ? tr("No requests yet") : tr("Add a provider to begin"));
    m_emptyText->setText(
        hasProvider
            ? tr("Point a tool at %1, and its first request appears here as it runs.").arg(m_gateway.status().baseUrl)
            : tr("One key is enough. Local servers such as Ollama need none."));
    m_emptyAction->setText(hasProvider ? tr("Connect a tool") : tr("Add a provider"));
    m_emptyAction->setAccessibleName(m_emptyAction->text());
}

QWidget *DashboardPage::firstPane()
{
    return m_stack->currentIndex() == 1 ? static_cast<QWidget *>(m_emptyAction) : m_nowTable;
}

QList<QWidget *> DashboardPage::panes()
{
    QList<QWidget *> all{m_startStop, m_bars, m_nowTable, m_attention, m_providerTable, m_openClients};
    if (m_attention->items().isEmpty())
        all.removeAll(m_attention); // nothing in it takes the focus
    return all;
}

} // namespace ui::pages
