// The widgets of the Dashboard; what they show is in dashboard_page.cpp.
#include "ui/pages/dashboard_page.h"

#include "ui/look/icon_set.h"
#include "ui/models/provider_health_model.h"
#include "ui/models/recent_requests_model.h"
#include "ui/widgets/attention_list.h"
#include "ui/widgets/divider.h"
#include "ui/widgets/eliding_label.h"
#include "ui/widgets/form_parts.h"
#include "ui/widgets/label_color.h"
#include "ui/widgets/minute_bars.h"
#include "ui/widgets/row_delegate.h"
#include "ui/widgets/state_label.h"

#include <QGridLayout>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QStackedWidget>
#include <QTableView>
#include <QToolButton>
#include <QVBoxLayout>

namespace ui::pages {

using models::ProviderHealthModel;
using models::RecentRequestsModel;

namespace {

constexpr int mostRows = 50; // of which as many are seen as there is room for
constexpr int headHeight = 28;
constexpr int shapeSpace = 16 + 22 + 8 + 6; // margins, and the shape before the words
constexpr int leftShare = 60;
constexpr int rightShare = 40;

QLabel *quiet(const QString &text, QWidget *parent)
{
    auto *label = new QLabel(text, parent);
    widgets::setTextStyle(label, "small");
    widgets::setTone(*label, "secondary");
    return label;
}

QPushButton *button(const QString &text, const char *name, const char *kind, QWidget *parent)
{
    auto *made = new QPushButton(text, parent);
    made->setObjectName(QLatin1String(name));
    made->setAccessibleName(text);
    made->setProperty("kind", QLatin1String(kind));
    return made;
}

void giveDataGround(QWidget &widget)
{
    widget.setAutoFillBackground(true);
    widget.setBackgroundRole(QPalette::Base);
}

// A heading with something at the end of its line.
QHBoxLayout *headLine(const QString &text, QWidget *end, QWidget *parent)
{
    auto *row = new QHBoxLayout;
    row->setContentsMargins(16, 6, 16, 4);
    row->addStrut(headHeight); // so that headings beside each other stand on one line
    row->addWidget(widgets::heading(text, parent), 1);
    if (end != nullptr)
        row->addWidget(end);
    return row;
}

QTableView *makeTable(QAbstractItemModel *model, const char *name, const QString &accessibleName,
                      const look::Theme &theme, const widgets::RowRoles &roles, QWidget *parent)
{
    auto *table = new QTableView(parent);
    table->setObjectName(QLatin1String(name));
    table->setAccessibleName(accessibleName);
    table->setModel(model);
    table->setItemDelegate(new widgets::RowDelegate(theme, roles, -1, table));
    table->setFrameShape(QFrame::NoFrame);
    table->horizontalHeader()->hide(); // four words that the rows say themselves
    widgets::prepareTable(*table);
    table->verticalHeader()->setDefaultSectionSize(theme.rowHeight());
    table->horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    return table;
}

} // namespace

DashboardPage::DashboardPage(gateway::api::GatewayFacade &gateway, const ClientSetup &clients, const look::Theme &theme,
                             QWidget *parent)
    : Page(parent)
    , m_gateway(gateway)
    , m_clients(clients)
    , m_theme(theme)
    , m_recent(new RecentRequestsModel(mostRows, this))
    , m_health(new ProviderHealthModel(this))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(buildHeader());
    layout->addWidget(widgets::divider(Qt::Horizontal, this));
    layout->addWidget(buildState());
    layout->addWidget(widgets::divider(Qt::Horizontal, this));
    m_stack = new QStackedWidget(this);
    m_stack->addWidget(buildBody());
    m_stack->addWidget(buildEmpty());
    layout->addWidget(m_stack, 1);
    layout->addWidget(widgets::divider(Qt::Horizontal, this));
    layout->addWidget(buildClients());
    connectParts();
}

QWidget *DashboardPage::buildHeader()
{
    auto *header = new QWidget(this);
    auto *name = new QLabel(title(), header);
    widgets::setTextStyle(name, "page");
    m_day = quiet(QLocale().toString(QDate::currentDate(), QLocale::LongFormat), header);
    m_startStop = button({}, "dashboard_start_stop", "", header);
    m_startStop->setIcon(look::icon("power"));
    m_connect = button(tr("Connect a tool"), "dashboard_connect", "primary", header);
    auto *row = new QHBoxLayout(header);
    row->setContentsMargins(16, 10, 16, 10);
    row->setSpacing(8);
    row->addWidget(name);
    row->addWidget(m_day, 1);
    row->addWidget(m_startStop);
    row->addWidget(m_connect);
    return header;
}

DashboardPage::Figure DashboardPage::addFigure(QHBoxLayout &row, const QString &name, const char *objectName)
{
    row.addWidget(widgets::divider(Qt::Vertical, this));
    auto *block = new QWidget(this);
    auto *column = new QVBoxLayout(block);
    column->setContentsMargins(16, 0, 8, 0);
    column->setSpacing(1);
    Figure figure;
    figure.value = new QLabel(block);
    figure.value->setObjectName(QLatin1String(objectName));
    figure.value->setTextInteractionFlags(Qt::TextSelectableByMouse);
    widgets::setTextStyle(figure.value, "title");
    figure.below = new widgets::ElidingLabel(block);
    widgets::setTextStyle(figure.below, "small");
    widgets::setTone(*figure.below, "secondary");
    column->addWidget(quiet(name, block));
    column->addWidget(figure.value);
    column->addWidget(figure.below);
    row.addWidget(block, 2);
    return figure;
}

QWidget *DashboardPage::buildState()
{
    auto *band = new QWidget(this);
    giveDataGround(*band);
    m_arch = new QLabel(band);
    m_arch->setFixedSize(56, 56);
    m_arch->setScaledContents(true);
    m_state = new widgets::StateLabel(m_theme, band);
    m_state->setObjectName(QStringLiteral("dashboard_state"));
    m_state->setTextStyle(look::TextStyle::PageName);
    m_state->setCalm(true);
    m_address = new QLabel(band);
    m_address->setObjectName(QStringLiteral("dashboard_address"));
    m_address->setTextInteractionFlags(Qt::TextSelectableByMouse);
    widgets::setTextStyle(m_address, "mono");
    m_copy = new QToolButton(band);
    m_copy->setObjectName(QStringLiteral("dashboard_copy"));
    m_copy->setAccessibleName(tr("Copy address"));
    m_copy->setToolTip(tr("Copy address"));
    m_copy->setIcon(look::icon("copy"));
    m_copy->setAutoRaise(true);
    m_reach = new widgets::ElidingLabel(band); // a problem may be a long sentence
    widgets::setTextStyle(m_reach, "small");
    widgets::setTone(*m_reach, "secondary");
    auto *address = new QHBoxLayout;
    address->setSpacing(6);
    address->addWidget(m_address);
    address->addWidget(m_copy);
    address->addStretch(1);
    auto *words = new QVBoxLayout;
    words->setSpacing(2);
    words->addWidget(m_state);
    words->addLayout(address);
    words->addWidget(m_reach);
    auto *row = new QHBoxLayout(band);
    row->setContentsMargins(20, 12, 8, 12);
    row->setSpacing(0);
    row->addWidget(m_arch);
    row->addSpacing(16);
    row->addLayout(words, 4);
    m_spent = addFigure(*row, tr("Spent today"), "dashboard_spent");
    m_count = addFigure(*row, tr("Requests today"), "dashboard_requests");
    m_tokens = addFigure(*row, tr("Tokens today"), "dashboard_tokens");
    m_cache = addFigure(*row, tr("Read from cache"), "dashboard_cache");
    return band;
}

QWidget *DashboardPage::buildHour(QWidget *parent)
{
    auto *part = new QWidget(parent);
    m_bars = new widgets::MinuteBars(m_theme, part);
    m_bars->setObjectName(QStringLiteral("dashboard_hour"));
    m_bars->setTitle(tr("Requests per minute"));
    auto *layout = new QVBoxLayout(part);
    layout->setContentsMargins(0, 0, 0, 6);
    layout->setSpacing(0);
    layout->addLayout(headLine(tr("Last hour"), quiet(tr("requests per minute, failed ones on top"), part), part));
    auto *inside = new QVBoxLayout;
    inside->setContentsMargins(16, 0, 12, 0);
    inside->addWidget(m_bars);
    layout->addLayout(inside, 1);
    return part;
}

QWidget *DashboardPage::buildNow(QWidget *parent)
{
    auto *part = new QWidget(parent);
    widgets::RowRoles roles;
    roles.state = RecentRequestsModel::StateRole;
    m_nowTable = makeTable(m_recent, "dashboard_now", tr("Right now"), m_theme, roles, part);
    QHeaderView *header = m_nowTable->horizontalHeader();
    header->setSectionResizeMode(RecentRequestsModel::Served, QHeaderView::Stretch);
    header->setSectionResizeMode(RecentRequestsModel::Time, QHeaderView::Fixed);
    const QString longest = m_format.clock(QDateTime(QDate::currentDate(), QTime(20, 58, 58))).head;
    header->resizeSection(RecentRequestsModel::Time, fontMetrics().horizontalAdvance(longest) + shapeSpace);
    auto *open = button(tr("Open Requests"), "dashboard_open_requests", "link", part);
    connect(open, &QPushButton::clicked, this, &DashboardPage::requestsWanted);
    auto *layout = new QVBoxLayout(part);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(headLine(tr("Right now"), open, part));
    layout->addWidget(m_nowTable, 1);
    return part;
}

QWidget *DashboardPage::buildAttention(QWidget *parent)
{
    auto *part = new QWidget(parent);
    m_attention = new widgets::AttentionList(m_theme);
    m_attention->setObjectName(QStringLiteral("dashboard_attention"));
    auto *area = widgets::scrolling(m_attention, "dashboard_attention_area", part);
    giveDataGround(*m_attention);
    m_attention->setContentsMargins(16, 0, 16, 8);
    auto *layout = new QVBoxLayout(part);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(headLine(tr("Needs a look"), nullptr, part));
    layout->addWidget(area, 1);
    return part;
}

QWidget *DashboardPage::buildProviders(QWidget *parent)
{
    auto *part = new QWidget(parent);
    widgets::RowRoles roles;
    roles.state = ProviderHealthModel::StateRole;
    m_providerTable = makeTable(m_health, "dashboard_providers", tr("Providers"), m_theme, roles, part);
    m_providerTable->horizontalHeader()->setSectionResizeMode(ProviderHealthModel::Health, QHeaderView::Stretch);
    auto *layout = new QVBoxLayout(part);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(headLine(tr("Providers"), quiet(tr("requests in the last hour"), part), part));
    layout->addWidget(m_providerTable, 1);
    return part;
}

QWidget *DashboardPage::buildBody()
{
    auto *body = new QWidget(m_stack);
    giveDataGround(*body);
    auto *grid = new QGridLayout(body);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setSpacing(0);
    grid->addWidget(buildHour(body), 0, 0);
    grid->addWidget(widgets::divider(Qt::Vertical, body), 0, 1, 3, 1);
    grid->addWidget(buildAttention(body), 0, 2);
    grid->addWidget(widgets::divider(Qt::Horizontal, body), 1, 0);
    grid->addWidget(widgets::divider(Qt::Horizontal, body), 1, 2);
    grid->addWidget(buildNow(body), 2, 0);
    grid->addWidget(buildProviders(body), 2, 2);
    grid->setColumnStretch(0, leftShare);
    grid->setColumnStretch(2, rightShare);
    grid->setColumnMinimumWidth(2, 300);
    grid->setRowStretch(0, 2);
    grid->setRowStretch(2, 3);
    return body;
}

QWidget *DashboardPage::buildClients()
{
    auto *strip = new QWidget(this);
    auto *mark = new QLabel(strip);
    const auto drawMark = [mark] {
        mark->setPixmap(look::icon("terminal").pixmap(QSize(16, 16), mark->devicePixelRatioF()));
    };
    drawMark();
    connect(&m_theme, &look::Theme::changed, mark, drawMark);
    m_openClients = button(tr("Show all"), "dashboard_open_clients", "link", strip);
    m_openClients->setAccessibleName(tr("Show all clients"));
    m_clientRow = new QHBoxLayout;
    m_clientRow->setSpacing(20);
    auto *row = new QHBoxLayout(strip);
    row->setContentsMargins(16, 6, 16, 6);
    row->setSpacing(10);
    row->addWidget(mark);
    row->addWidget(widgets::heading(tr("Clients"), strip));
    row->addSpacing(8);
    row->addLayout(m_clientRow);
    row->addStretch(1);
    row->addWidget(m_openClients);
    return strip;
}

QWidget *DashboardPage::buildEmpty()
{
    auto *empty = new QWidget(m_stack);
    giveDataGround(*empty);
    m_emptyTitle = new QLabel(empty);
    m_emptyTitle->setObjectName(QStringLiteral("dashboard_empty_title"));
    m_emptyTitle->setAlignment(Qt::AlignCenter);
    widgets::setTextStyle(m_emptyTitle, "title");
    m_emptyText = new QLabel(empty);
    m_emptyText->setObjectName(QStringLiteral("dashboard_empty_text"));
    m_emptyText->setAlignment(Qt::AlignCenter);
    m_emptyText->setWordWrap(true);
    widgets::setTone(*m_emptyText, "secondary");
    m_emptyAction = button({}, "dashboard_empty_action", "primary", empty);
    auto *layout = new QVBoxLayout(empty);
    layout->setContentsMargins(32, 32, 32, 32);
    layout->setSpacing(10);
    layout->addStretch(2);
    layout->addWidget(m_emptyTitle);
    layout->addWidget(m_emptyText);
    layout->addSpacing(6);
    layout->addWidget(m_emptyAction, 0, Qt::AlignHCenter);
    layout->addStretch(3);
    return empty;
}

} // namespace ui::pages
