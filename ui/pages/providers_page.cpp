#include "ui/pages/providers_page.h"

#include <algorithm>
#include <utility>

#include <QGridLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPointer>
#include <QPushButton>
#include <QScrollArea>
#include <QShortcut>
#include <QSortFilterProxyModel>
#include <QStackedWidget>
#include <QTableView>
#include <QVBoxLayout>

#include "ui/look/icon_set.h"
#include "ui/models/error_words.h"
#include "ui/models/provider_table_model.h"
#include "ui/models/provider_words.h"
#include "ui/pages/found_keys_row.h"
#include "ui/pages/provider_editor.h"
#include "ui/pages/removal.h"
#include "ui/user_prompt.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/keyboard_menu.h"
#include "ui/widgets/preset_tile.h"
#include "ui/widgets/spark_bar_delegate.h"
#include "ui/widgets/titled_width.h"

namespace ui::pages {

using gateway::api::GatewayFacade;
using gateway::api::ProviderHealth;
using gateway::api::ProviderPreset;
using gateway::api::ProviderView;
using models::ProviderTableModel;

namespace {

// Trouble that stops requests, worst first; the banner shows one.
bool stopsRequests(const ProviderView &provider)
{
    return provider.isEnabled
           && (provider.health == ProviderHealth::KeyRejected || provider.health == ProviderHealth::Unreachable
               || provider.health == ProviderHealth::NoKey);
}

void labelAs(QWidget *widget, const char *objectName, const QString &accessibleName)
{
    widget->setObjectName(QLatin1String(objectName));
    widget->setAccessibleName(accessibleName);
}

} // namespace

ProvidersPage::ProvidersPage(GatewayFacade &gateway, gateway::api::RemovalFacade &removals, const look::Theme &theme,
                             UserPrompt &prompt, QWidget *parent, const gateway::api::ModelFacade *models)
    : Page(parent)
    , m_gateway(gateway)
    , m_removals(removals)
    , m_theme(theme)
    , m_prompt(prompt)
    , m_model(new ProviderTableModel(this))
    , m_rows(new QSortFilterProxyModel(this))
    , m_stack(new QStackedWidget(this))
{
    m_rows->setSourceModel(m_model);
    m_rows->setSortRole(ProviderTableModel::SortRole);
    m_rows->setSortLocaleAware(true);
    m_rows->setSortCaseSensitivity(Qt::CaseInsensitive);
    m_rows->setFilterRole(ProviderTableModel::SearchRole);
    m_rows->setFilterCaseSensitivity(Qt::CaseInsensitive);
    m_figuresTimer.setInterval(std::chrono::seconds(10));
    connect(&m_figuresTimer, &QTimer::timeout, this, &ProvidersPage::askFigures);
    m_editor = new ProviderEditor(gateway, removals, theme, prompt, this, models);
    m_stack->addWidget(buildList());
    m_stack->addWidget(m_editor);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_stack);
    connect(&gateway, &GatewayFacade::providersChanged, this, &ProvidersPage::takeProviders);
    connect(m_editor, &ProviderEditor::closed, this, &ProvidersPage::showList);
    fillPresets();
    takeProviders();
}

std::any ProvidersPage::unsaved() const
{
    return isEditing() ? std::any(m_editor->unsaved()) : std::any();
}

void ProvidersPage::resume(const std::any &unsaved)
{
    if (const auto *typed = std::any_cast<ProviderEditor::Unsaved>(&unsaved)) {
        m_editor->resume(*typed);
        m_stack->setCurrentWidget(m_editor);
    }
}

bool ProvidersPage::isEditing() const
{
    return m_stack->currentWidget() == m_editor && m_editor->hasChanges();
}

// What is typed about one provider must not go because another is wanted.
void ProvidersPage::leaveEditorAnd(std::function<void()> next)
{
    if (isEditing())
        m_editor->leaveAnd(std::move(next));
    else
        next();
}

QString ProvidersPage::title() const
{
    return tr("Providers");
}

QWidget *ProvidersPage::buildHeader()
{
    auto *header = new QWidget(this);
    auto *name = new QLabel(title(), header);
    name->setProperty("textStyle", QStringLiteral("page"));
    m_facts = new QLabel(header);
    m_facts->setObjectName(QStringLiteral("provider_facts"));
    m_facts->setProperty("tone", QStringLiteral("secondary"));
    m_find = new QLineEdit(header);
    labelAs(m_find, "find_provider", tr("Find a provider"));
    m_find->setPlaceholderText(m_find->accessibleName());
    m_find->setClearButtonEnabled(true);
    m_find->setMaximumWidth(220);
    m_edit = new QPushButton(tr("Edit"), header);
    m_edit->setEnabled(false);
    labelAs(m_edit, "edit_provider", tr("Edit the selected provider"));
    m_add = new QPushButton(look::icon("plus"), tr("Add provider"), header);
    labelAs(m_add, "add_provider", tr("Add provider"));
    m_add->setProperty("kind", QStringLiteral("primary"));
    m_addMenu = new QMenu(m_add);
    auto *layout = new QHBoxLayout(header);
    layout->setContentsMargins(16, 10, 16, 10);
    layout->addWidget(name);
    layout->addSpacing(2);
    layout->addWidget(m_facts, 1);
    layout->addWidget(m_find);
    layout->addWidget(m_edit);
    layout->addWidget(m_add);
    connect(m_find, &QLineEdit::textChanged, this, &ProvidersPage::find);
    connect(m_find, &QLineEdit::returnPressed, this, [this] { openProvider(selectedName()); });
    auto *focus =
        new QShortcut(QKeySequence(QKeySequence::Find), this, nullptr, nullptr, Qt::WidgetWithChildrenShortcut);
    connect(focus, &QShortcut::activated, m_find, [this] { m_find->setFocus(Qt::ShortcutFocusReason); });
    auto *leave = new QShortcut(QKeySequence(Qt::Key_Escape), m_find, nullptr, nullptr, Qt::WidgetShortcut);
    connect(leave, &QShortcut::activated, this,
            [this] { m_find->text().isEmpty() ? m_table->setFocus(Qt::OtherFocusReason) : m_find->clear(); });
    connect(m_edit, &QPushButton::clicked, this, [this] { openProvider(selectedName()); });
    connect(m_add, &QPushButton::clicked, this, &ProvidersPage::startAdding);
    return header;
}

void ProvidersPage::buildTable()
{
    m_table = new QTableView(this);
    labelAs(m_table, "provider_table", tr("Providers"));
    m_table->setModel(m_rows);
    m_table->setItemDelegate(new widgets::SparkBarDelegate(
        m_theme, {ProviderTableModel::StateRole, ProviderTableModel::SubtitleRole, ProviderTableModel::IsOffRole},
        ProviderTableModel::LastHour, ProviderTableModel::BarsRole, this));
    m_table->horizontalHeader()->setSortIndicatorClearable(true); // a third click: by name, as ever
    m_table->setSortingEnabled(true);
    m_table->sortByColumn(-1, Qt::AscendingOrder);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setShowGrid(false);
    m_table->setTabKeyNavigation(false);
    m_table->setFrameShape(QFrame::NoFrame);
    m_table->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_table->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_table->setMouseTracking(true);
    m_table->setContextMenuPolicy(Qt::CustomContextMenu);
    widgets::openMenuAtCurrentRow(*m_table);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    m_table->horizontalHeader()->setHighlightSections(false);
    m_table->horizontalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    m_table->horizontalHeader()->setSectionResizeMode(ProviderTableModel::State, QHeaderView::Stretch);
    m_table->horizontalHeader()->setMinimumSectionSize(40);
    connect(m_table, &QTableView::activated, this, [this] { openProvider(selectedName()); });
    connect(m_table, &QTableView::customContextMenuRequested, this, &ProvidersPage::showContextMenu);
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this,
            [this] { m_edit->setEnabled(!selectedName().isEmpty()); });
    auto *remove = new QShortcut(QKeySequence(QKeySequence::Delete), m_table, nullptr, nullptr, Qt::WidgetShortcut);
    connect(remove, &QShortcut::activated, this, &ProvidersPage::removeSelected);
    auto *add = new QShortcut(QKeySequence(Qt::Key_Insert), this, nullptr, nullptr, Qt::WidgetWithChildrenShortcut);
    connect(add, &QShortcut::activated, this, &ProvidersPage::startAdding);
}

QWidget *ProvidersPage::buildList()
{
    auto *list = new QWidget(this);
    auto *layout = new QVBoxLayout(list);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    buildTable(); // first, so that who opens the page is in the list, not in the field above it
    layout->addWidget(buildHeader());
    m_banner = new widgets::Banner(m_theme, this);
    m_banner->setObjectName(QStringLiteral("provider_banner"));
    connect(m_banner, &widgets::Banner::secondActivated, this, [this] { openProvider(m_bannerProvider); });
    auto *bannerFrame = new QVBoxLayout;
    bannerFrame->setContentsMargins(16, 0, 16, 12);
    bannerFrame->addWidget(m_banner);
    layout->addLayout(bannerFrame);
    layout->addWidget(m_table, 3);
    m_empty = new QLabel(tr("Add a provider to start. One key is enough."), this);
    m_empty->setObjectName(QStringLiteral("provider_empty"));
    m_empty->setIndent(16);
    layout->addWidget(m_empty);
    layout->addWidget(buildPresets(), 2);
    return list;
}

void ProvidersPage::find(const QString &text)
{
    m_rows->setFilterFixedString(text.trimmed());
    if (selectedName().isEmpty() && m_rows->rowCount() > 0)
        m_table->selectRow(0);
    placePresets();
    fitTable();
}

void ProvidersPage::takeProviders()
{
    const QList<ProviderView> providers = m_gateway.providers();
    m_model->setProviders(providers, m_gateway.presets());
    const auto healthy = std::count_if(providers.begin(), providers.end(), [](const ProviderView &provider) {
        return provider.isEnabled && provider.health == ProviderHealth::Healthy;
    });
    const auto worrying = std::count_if(providers.begin(), providers.end(), [this](const ProviderView &provider) {
        return models::needsLook(provider) && !models::isOnlyOffline(provider, m_isOffline);
    });
    QString facts = tr("%n set up", nullptr, static_cast<int>(providers.size()));
    if (healthy > 0)
        facts += tr(", %n healthy", nullptr, static_cast<int>(healthy));
    if (worrying > 0)
        facts += worrying == 1 ? tr(", 1 needs a look") : tr(", %n need a look", nullptr, static_cast<int>(worrying));
    m_facts->setText(providers.isEmpty() ? QString() : facts);
    m_table->setVisible(!providers.isEmpty());
    m_empty->setVisible(providers.isEmpty());
    m_addTitle->setText(providers.isEmpty() ? tr("Add one") : tr("Add another"));
    // The table has a current row as soon as it has the focus, so one that is not selected would take no key.
    if (selectedName().isEmpty() && !providers.isEmpty())
        m_table->selectRow(0);
    m_foundKeys->refresh();
    m_find->setVisible(!providers.isEmpty());
    placePresets();
    showBanner();
    fitTable();
    emit statusTextChanged();
    if (m_neededAttention != (worrying > 0)) {
        m_neededAttention = worrying > 0;
        emit attentionChanged();
    }
}

void ProvidersPage::showBanner()
{
    const QList<ProviderView> providers = m_gateway.providers();
    const auto worst = std::find_if(providers.begin(), providers.end(), [this](const ProviderView &provider) {
        return stopsRequests(provider) && !models::isOnlyOffline(provider, m_isOffline);
    });
    if (m_isOffline) { // the others are a consequence of it, or can wait until they could be tried
        m_banner->setActions({}, {});
        m_banner->showMessage(
            gateway::RequestState::Cancelled, tr("This computer is offline"),
            tr("Only providers on it can be reached. The others are tried again when the network is back."));
        m_banner->parentWidget()->layout()->itemAt(1)->layout()->setContentsMargins(16, 0, 16, 12);
        return;
    }
    if (worst == providers.end()) {
        m_banner->showMessage(gateway::RequestState::UpstreamError, {}, {});
        m_banner->parentWidget()->layout()->itemAt(1)->layout()->setContentsMargins(16, 0, 16, 0);
        return;
    }
    m_bannerProvider = worst->name;
    const bool isKey = worst->health != ProviderHealth::Unreachable;
    m_banner->setActions({}, isKey ? tr("Enter new key") : tr("Check the address"));
    m_banner->showMessage(models::healthState(worst->health),
                          QStringLiteral("%1: %2").arg(models::shownTitle(*worst), models::healthText(*worst)),
                          tr("Requests for “%1/…” fail until this is solved.").arg(worst->name));
    m_banner->parentWidget()->layout()->itemAt(1)->layout()->setContentsMargins(16, 0, 16, 12);
}

void ProvidersPage::setOffline(bool isOffline)
{
    m_isOffline = isOffline;
    takeProviders();
}

bool ProvidersPage::needsAttention() const
{
    return m_neededAttention;
}

QString ProvidersPage::statusText() const
{
    return {};
}

QWidget *ProvidersPage::firstPane()
{
    if (m_stack->currentWidget() == m_editor)
        return m_editor;
    return m_table->isHidden() ? static_cast<QWidget *>(m_add) : m_table;
}

QList<QWidget *> ProvidersPage::panes()
{
    if (m_stack->currentWidget() == m_editor)
        return {m_editor};
    return {m_table, m_presets};
}

void ProvidersPage::startAdding()
{
    leaveEditorAnd([this] {
        showList();
        m_addMenu->popup(m_add->mapToGlobal(QPoint(0, m_add->height() + 2)));
    });
}

void ProvidersPage::openProvider(const QString &name)
{
    const QList<ProviderView> providers = m_gateway.providers();
    const auto found = std::find_if(providers.begin(), providers.end(),
                                    [&](const ProviderView &provider) { return provider.name == name; });
    if (found == providers.end())
        return;
    if (isEditing() && m_editor->isAt(name))
        return;
    leaveEditorAnd([this, provider = *found] {
        m_editor->openProvider(provider);
        m_stack->setCurrentWidget(m_editor);
    });
}

void ProvidersPage::openPreset(const ProviderPreset &preset)
{
    leaveEditorAnd([this, preset] {
        m_editor->openPreset(preset);
        m_stack->setCurrentWidget(m_editor);
        m_editor->focusFirstField();
    });
}

void ProvidersPage::showList()
{
    m_stack->setCurrentIndex(0);
    m_table->setFocus();
}

QString ProvidersPage::selectedName() const
{
    const QModelIndexList rows = m_table->selectionModel()->selectedRows();
    return rows.isEmpty() ? QString() : rows.first().data(ProviderTableModel::NameRole).toString();
}

void ProvidersPage::removeSelected()
{
    if (const ProviderView *provider = m_model->providerAt(m_model->rowOf(selectedName())))
        removeUndoably(m_removals, m_prompt, *this, {gateway::api::RemovableKind::Provider, provider->name},
                       tr("The provider was not removed"));
}

void ProvidersPage::showContextMenu(const QPoint &position)
{
    const QString name = m_table->indexAt(position).data(ProviderTableModel::NameRole).toString();
    const ProviderView *found = m_model->providerAt(m_model->rowOf(name));
    if (found == nullptr)
        return;
    const ProviderView provider = *found;
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addAction(tr("Edit"), this, [this, provider] { openProvider(provider.name); });
    menu->addAction(tr("Test"), this, [this, provider] {
        openProvider(provider.name);
        m_editor->startTest();
    });
    menu->addAction(provider.isEnabled ? tr("Turn off") : tr("Turn on"), this, [this, provider] {
        ProviderView changed = provider;
        changed.isEnabled = !provider.isEnabled;
        m_gateway.saveProvider({changed, {}, false}, [](const gateway::Result<ProviderView> &) {});
    });
    menu->addSeparator();
    menu->addAction(look::icon("trash"), tr("Remove"), this, &ProvidersPage::removeSelected);
    menu->popup(m_table->viewport()->mapToGlobal(position));
}

// The table is as high as its rows, so that what can be added follows directly.
void ProvidersPage::fitTable()
{
    m_table->verticalHeader()->setDefaultSectionSize(m_theme.twoLineRowHeight());
    const int header = m_table->horizontalHeader()->sizeHint().height();
    m_table->setMaximumHeight(header + m_rows->rowCount() * m_theme.twoLineRowHeight() + 1);
    m_table->setMinimumHeight(qMin(m_table->maximumHeight(), header + 3 * m_theme.twoLineRowHeight()));
    fitColumns();
}

void ProvidersPage::fitColumns()
{
    const int available = width(); // the table follows
    m_table->setColumnWidth(ProviderTableModel::Provider, qBound(200, available / 5, 320));
    widgets::setTitledWidth(*m_table, ProviderTableModel::Keys, 104);
    widgets::setTitledWidth(*m_table, ProviderTableModel::FirstToken, 88);
    widgets::setTitledWidth(*m_table, ProviderTableModel::Requests, 100);
    widgets::setTitledWidth(*m_table, ProviderTableModel::Errors, 90);
    widgets::setTitledWidth(*m_table, ProviderTableModel::LastHour, 112);
    widgets::setTitledWidth(*m_table, ProviderTableModel::Spend, 104);
    // What is most worth knowing stays: who, how, how much.
    m_table->setColumnHidden(ProviderTableModel::Keys, available < 1160);
    m_table->setColumnHidden(ProviderTableModel::FirstToken, available < 1000);
    m_table->setColumnHidden(ProviderTableModel::LastHour, available < 760);
}

void ProvidersPage::resizeEvent(QResizeEvent *event)
{
    Page::resizeEvent(event);
    fitColumns();
}

} // namespace ui::pages
