#include "ui/pages/virtual_keys_page.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QMenu>
#include <QPointer>
#include <QPushButton>
#include <QShortcut>
#include <QSplitter>
#include <QStackedWidget>
#include <QTabBar>
#include <QTableView>
#include <QVBoxLayout>

#include <algorithm>

#include "ui/dialogs/virtual_key_dialog.h"
#include "ui/look/icon_set.h"
#include "ui/models/error_words.h"
#include "ui/models/virtual_key_table_model.h"
#include "ui/models/virtual_key_words.h"
#include "ui/pages/key_use_pane.h"
#include "ui/pages/limit_raising.h"
#include "ui/pages/limits_view.h"
#include "ui/pages/owners_view.h"
#include "ui/pages/removal.h"
#include "ui/user_prompt.h"
#include "ui/widgets/form_parts.h"
#include "ui/widgets/keyboard_menu.h"
#include "ui/widgets/titled_width.h"
#include "ui/widgets/usage_bar_delegate.h"

namespace ui::pages {

using gateway::api::GovernanceFacade;
using gateway::api::LimitView;
using gateway::api::MadeVirtualKey;
using gateway::api::VirtualKeyView;
using models::VirtualKeyTableModel;

namespace {

constexpr auto refreshInterval = std::chrono::seconds(1);

QPushButton *button(const QString &text, const char *objectName, const QString &accessibleName, QWidget *parent)
{
    auto *made = new QPushButton(text, parent);
    made->setObjectName(QLatin1String(objectName));
    made->setAccessibleName(accessibleName);
    return made;
}

} // namespace

VirtualKeysPage::VirtualKeysPage(gateway::api::GatewayFacade &gateway, gateway::api::RemovalFacade &removals,
                                 const look::Theme &theme, UserPrompt &prompt, QWidget *parent)
    : Page(parent)
    , m_gateway(gateway)
    , m_removals(removals)
    , m_governance(gateway.governance())
    , m_theme(theme)
    , m_prompt(prompt)
    , m_model(new VirtualKeyTableModel(this))
{
    buildTable();
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    m_limits = new LimitsView(gateway, removals, theme, prompt, this);
    m_owners = new OwnersView(gateway, removals, theme, prompt, this);
    layout->addWidget(buildHeader());
    layout->addWidget(buildTabs());
    m_parts = new QStackedWidget(this);
    m_parts->addWidget(buildKeys());
    m_parts->addWidget(m_limits);
    m_parts->addWidget(m_owners);
    layout->addWidget(m_parts, 1);
    m_refresh.setInterval(refreshInterval);
    connect(&m_refresh, &QTimer::timeout, this, &VirtualKeysPage::takeState);
    connect(&m_governance, &GovernanceFacade::governanceChanged, this, [this] {
        takeState();
        if (isVisible())
            askLastUses(); // of keys that are new
    });
    connect(&gateway, &gateway::api::GatewayFacade::requestsChanged, this, &VirtualKeysPage::takeRequests);
    for (const KeyPagePart *part : {static_cast<KeyPagePart *>(m_limits), static_cast<KeyPagePart *>(m_owners)})
        connect(part, &KeyPagePart::factsChanged, this, &VirtualKeysPage::takeFacts);
    addShortcut(QKeySequence(Qt::Key_Insert), [this] { startAdding(); });
    addShortcut(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_K), [this] { copyPrefix(); });
    takeState();
}

QString VirtualKeysPage::title() const
{
    return tr("Virtual keys");
}

QString VirtualKeysPage::statusText() const
{
    return {};
}

// --- building

QWidget *VirtualKeysPage::buildHeader()
{
    auto *header = new QWidget(this);
    auto *name = new QLabel(title(), header);
    name->setProperty("textStyle", QStringLiteral("page"));
    m_facts = new QLabel(header);
    m_facts->setObjectName(QStringLiteral("key_facts"));
    m_facts->setProperty("tone", QStringLiteral("secondary"));
    auto *commands = new QWidget(header);
    m_isRequired = new QCheckBox(tr("Require a key"), commands);
    m_isRequired->setObjectName(QStringLiteral("require_keys"));
    m_isRequired->setAccessibleName(m_isRequired->text());
    m_isRequired->setToolTip(tr("Refuse requests that show no virtual key"));
    m_edit = button(tr("Edit"), "edit_key", tr("Edit the selected key"), commands);
    m_rotate = button(tr("New value…"), "rotate_key", tr("Give the selected key a new value"), commands);
    m_toggle = button(tr("Turn off"), "toggle_key", tr("Turn the selected key off or on"), commands);
    m_add = button(tr("New key"), "add_key", tr("New virtual key"), commands);
    m_add->setIcon(look::icon("plus"));
    m_add->setProperty("kind", QStringLiteral("primary"));
    auto *layout = new QHBoxLayout(header);
    layout->setContentsMargins(16, 10, 16, 6);
    layout->addWidget(name);
    layout->addSpacing(2);
    layout->addWidget(m_facts, 1);
    auto *row = new QHBoxLayout(commands);
    row->setContentsMargins(0, 0, 0, 0);
    row->addStretch(1);
    row->addWidget(m_isRequired);
    row->addSpacing(8);
    for (QPushButton *each : {m_edit, m_rotate, m_toggle, m_add})
        row->addWidget(each);
    m_commands = new QStackedWidget(header);
    for (QWidget *each : {commands, m_limits->commands(), m_owners->commands()})
        m_commands->addWidget(each);
    layout->addWidget(m_commands);
    connect(m_isRequired, &QCheckBox::clicked, this, &VirtualKeysPage::takeRequirement);
    connect(m_edit, &QPushButton::clicked, this, &VirtualKeysPage::editSelected);
    connect(m_rotate, &QPushButton::clicked, this, &VirtualKeysPage::rotateSelected);
    connect(m_toggle, &QPushButton::clicked, this, &VirtualKeysPage::toggleSelected);
    connect(m_add, &QPushButton::clicked, this, &VirtualKeysPage::startAdding);
    return header;
}

// Teams and customers are for those who share a gateway: one button until the first exists.
QWidget *VirtualKeysPage::buildTabs()
{
    auto *line = new QWidget(this);
    m_tabs = new QTabBar(line);
    m_tabs->setObjectName(QStringLiteral("key_tabs"));
    m_tabs->setAccessibleName(tr("Parts of this page"));
    m_tabs->setExpanding(false);
    m_tabs->setDrawBase(false);
    m_tabs->addTab(tr("Keys"));
    m_tabs->addTab(tr("Limits"));
    m_tabs->addTab(tr("Teams and customers"));
    m_showOwners = button(tr("Teams and customers…"), "show_owners", tr("Teams and customers"), line);
    m_showOwners->setProperty("kind", QStringLiteral("flat"));
    auto *layout = new QHBoxLayout(line);
    layout->setContentsMargins(0, 0, 8, 0);
    layout->addWidget(m_tabs, 1);
    layout->addWidget(m_showOwners);
    connect(m_tabs, &QTabBar::currentChanged, this, &VirtualKeysPage::showTab);
    connect(m_showOwners, &QPushButton::clicked, this, [this] {
        m_areOwnersWanted = true;
        takeState();
        m_tabs->setCurrentIndex(OwnersTab);
        m_owners->firstPane()->setFocus(Qt::OtherFocusReason);
    });
    return line;
}

QWidget *VirtualKeysPage::buildKeys()
{
    auto *keys = new QWidget(this);
    auto *layout = new QVBoxLayout(keys);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    m_use = new KeyUsePane(m_gateway, m_theme, keys);
    auto *splitter = new QSplitter(Qt::Vertical, keys);
    splitter->setObjectName(QStringLiteral("key_splitter"));
    splitter->setChildrenCollapsible(false);
    splitter->setHandleWidth(1);
    splitter->addWidget(m_table);
    splitter->addWidget(m_use);
    splitter->setStretchFactor(0, 1);
    splitter->setStretchFactor(1, 1);
    m_table->setMinimumHeight(m_theme.rowHeight() * 4);
    layout->addWidget(splitter, 1);
    layout->addWidget(buildEmpty(), 1);
    return keys;
}

QWidget *VirtualKeysPage::buildEmpty()
{
    m_empty = new QWidget(this);
    m_empty->setObjectName(QStringLiteral("no_keys"));
    auto *text =
        new QLabel(tr("Without keys every program on this computer may use your providers. Make a key for each "
                      "tool to see and limit what it uses."),
                   m_empty);
    text->setWordWrap(true);
    text->setMaximumWidth(520);
    m_addFirst = button(tr("Make a key"), "add_first_key", tr("Make the first virtual key"), m_empty);
    m_addFirst->setProperty("kind", QStringLiteral("primary"));
    auto *layout = new QVBoxLayout(m_empty);
    layout->setContentsMargins(16, 16, 16, 16);
    layout->setSpacing(12);
    layout->addWidget(text);
    layout->addWidget(m_addFirst, 0, Qt::AlignLeft);
    layout->addStretch(1);
    connect(m_addFirst, &QPushButton::clicked, this, &VirtualKeysPage::startAdding);
    return m_empty;
}

void VirtualKeysPage::buildTable()
{
    m_table = new QTableView(this);
    m_table->setObjectName(QStringLiteral("key_table"));
    m_table->setAccessibleName(tr("Virtual keys"));
    m_table->setModel(m_model);
    m_table->setItemDelegate(new widgets::UsageBarDelegate(
        m_theme, {VirtualKeyTableModel::StateRole, -1, VirtualKeyTableModel::IsOffRole}, VirtualKeyTableModel::Name,
        {VirtualKeyTableModel::Use, VirtualKeyTableModel::ShareRole, VirtualKeyTableModel::Prefix,
         VirtualKeyTableModel::ForecastRole},
        this));
    widgets::prepareTable(*m_table);
    m_table->setFrameShape(QFrame::NoFrame);
    m_table->setContextMenuPolicy(Qt::CustomContextMenu);
    widgets::openMenuAtCurrentRow(*m_table);
    m_table->verticalHeader()->setDefaultSectionSize(m_theme.rowHeight() + 6);
    m_table->horizontalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    m_table->horizontalHeader()->setSectionResizeMode(VirtualKeyTableModel::Use, QHeaderView::Stretch);
    m_table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeading | Qt::AlignVCenter);
    m_table->horizontalHeader()->setSortIndicatorClearable(true);
    m_table->setSortingEnabled(true);
    m_table->sortByColumn(-1, Qt::AscendingOrder);
    connect(m_table, &QTableView::activated, this, &VirtualKeysPage::editSelected);
    connect(m_table, &QTableView::customContextMenuRequested, this, &VirtualKeysPage::showContextMenu);
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this, &VirtualKeysPage::takeSelection);
    const auto onTable = [this](const QKeySequence &keys, void (VirtualKeysPage::*action)()) {
        auto *shortcut = new QShortcut(keys, m_table, nullptr, nullptr, Qt::WidgetShortcut);
        connect(shortcut, &QShortcut::activated, this, action);
    };
    onTable(QKeySequence(QKeySequence::Delete), &VirtualKeysPage::removeSelected);
    onTable(QKeySequence(Qt::Key_Space), &VirtualKeysPage::toggleSelected);
}

void VirtualKeysPage::addShortcut(const QKeySequence &keys, std::function<void()> action)
{
    auto *shortcut = new QShortcut(keys, this, nullptr, nullptr, Qt::WidgetWithChildrenShortcut);
    connect(shortcut, &QShortcut::activated, this, std::move(action));
}

// --- showing

KeyPagePart *VirtualKeysPage::shownPart() const
{
    switch (m_tabs->currentIndex()) {
    case LimitsTab: return m_limits;
    case OwnersTab: return m_owners;
    default: return nullptr;
    }
}

void VirtualKeysPage::showTab(int tab)
{
    m_parts->setCurrentIndex(tab);
    m_commands->setCurrentIndex(tab);
    takeState();
    fitColumns();
}

void VirtualKeysPage::showLimits(const QString &id)
{
    m_tabs->setCurrentIndex(LimitsTab);
    m_limits->choose(id);
    m_limits->firstPane()->setFocus(Qt::OtherFocusReason);
}

void VirtualKeysPage::takeState()
{
    takeKeys();
    m_limits->takeState();
    m_owners->takeState();
    const bool hasOwners = !m_owners->isEmpty() || m_areOwnersWanted;
    m_tabs->setTabVisible(OwnersTab, hasOwners);
    m_showOwners->setVisible(!hasOwners);
    takeFacts();
    const bool needsAttention = m_spentKeys > 0 || m_limits->usedUp() > 0;
    if (m_neededAttention != needsAttention) {
        m_neededAttention = needsAttention;
        emit attentionChanged();
    }
}

void VirtualKeysPage::takeFacts()
{
    const KeyPagePart *part = shownPart();
    m_facts->setText(part != nullptr ? part->facts() : m_keyFacts);
}

void VirtualKeysPage::takeKeys()
{
    const QList<VirtualKeyView> keys = m_governance.virtualKeys();
    const QDateTime now = QDateTime::currentDateTimeUtc();
    const QString chosen = selected() ? selected()->id : QString();
    m_model->setKeys(keys, now);
    const int row = m_model->rowOf(chosen);
    if (!keys.isEmpty() && !selected())
        m_table->selectRow(std::max(row, 0));
    const auto spent = std::count_if(keys.begin(), keys.end(),
                                     [&now](const VirtualKeyView &key) { return models::keyState(key, now).isSpent; });
    QString facts = tr("%n keys", nullptr, static_cast<int>(keys.size()));
    if (spent > 0)
        facts += tr(", %n used up", nullptr, static_cast<int>(spent));
    m_keyFacts = keys.isEmpty() ? QString() : facts;
    m_spentKeys = static_cast<int>(spent);
    m_table->parentWidget()->setVisible(!keys.isEmpty());
    m_empty->setVisible(keys.isEmpty());
    for (QPushButton *each : {m_edit, m_rotate, m_toggle})
        each->setVisible(!keys.isEmpty());
    m_add->setVisible(!keys.isEmpty()); // else the page itself offers it
    m_isRequired->setChecked(m_governance.requiresVirtualKey());
    takeSelection();
}

void VirtualKeysPage::takeSelection()
{
    const VirtualKeyView *key = selected();
    for (QPushButton *each : {m_edit, m_rotate, m_toggle})
        each->setEnabled(key != nullptr);
    m_toggle->setText(key && !key->isActive ? tr("Turn on") : tr("Turn off"));
    m_use->setVisible(key != nullptr);
    if (key && isVisible())
        m_use->showKey(*key, m_model->lastUsed(key->id));
}

void VirtualKeysPage::fitColumns()
{
    const bool isNarrow = width() < 900; // the table follows
    widgets::setTitledWidth(*m_table, VirtualKeyTableModel::Name, isNarrow ? 120 : 126);
    widgets::setTitledWidth(*m_table, VirtualKeyTableModel::Prefix, 104);
    widgets::setTitledWidth(*m_table, VirtualKeyTableModel::MayUse, isNarrow ? 120 : 150);
    widgets::setTitledWidth(*m_table, VirtualKeyTableModel::Limits, isNarrow ? 110 : 186);
    widgets::setTitledWidth(*m_table, VirtualKeyTableModel::State, isNarrow ? 150 : 160);
    widgets::setTitledWidth(*m_table, VirtualKeyTableModel::LastUsed, 100);
    m_table->setColumnHidden(VirtualKeyTableModel::LastUsed, isNarrow); // stands below the list
}

void VirtualKeysPage::resizeEvent(QResizeEvent *event)
{
    Page::resizeEvent(event);
    fitColumns();
}

void VirtualKeysPage::showEvent(QShowEvent *event)
{
    Page::showEvent(event);
    fitColumns();
    takeState();
    m_model->setLastUsed(m_lastUsed);
    askLastUses();
    m_refresh.start();
}

void VirtualKeysPage::hideEvent(QHideEvent *event)
{
    m_refresh.stop();
    Page::hideEvent(event);
}

QWidget *VirtualKeysPage::firstPane()
{
    if (KeyPagePart *part = shownPart())
        return part->firstPane();
    return m_model->rowCount() > 0 ? static_cast<QWidget *>(m_table) : m_addFirst;
}

QList<QWidget *> VirtualKeysPage::panes()
{
    if (shownPart() == nullptr && m_use->isVisible())
        return {firstPane(), m_use->chart(), m_tabs};
    return {firstPane(), m_tabs};
}

const VirtualKeyView *VirtualKeysPage::selected() const
{
    const QModelIndexList rows = m_table->selectionModel()->selectedRows();
    return rows.isEmpty() ? nullptr : m_model->keyAt(rows.front().row());
}

QStringList VirtualKeysPage::providerNames() const
{
    QStringList names;
    for (const gateway::api::ProviderView &provider : m_gateway.providers())
        names.append(provider.name);
    return names;
}

// --- doing

void VirtualKeysPage::showFailure(const QString &title, const gateway::Error &error)
{
    m_prompt.ask(this, {title, models::failureText(error), {tr("Close")}}, [](const Answer &) {});
}

void VirtualKeysPage::save(const VirtualKeyView &key)
{
    const QPointer<VirtualKeysPage> guard(this);
    m_governance.saveVirtualKey({key, std::nullopt}, [guard](const gateway::Result<MadeVirtualKey> &saved) {
        if (!guard)
            return;
        if (!saved)
            guard->showFailure(tr("The virtual key was not saved"), saved.error());
        else if (!saved->value.isEmpty())
            guard->showNewValue(*saved);
    });
}

void VirtualKeysPage::startAdding()
{
    if (KeyPagePart *part = shownPart())
        part->startAdding();
    else
        openDialog(VirtualKeyView());
}

void VirtualKeysPage::openDialog(const VirtualKeyView &key)
{
    auto *dialog = new dialogs::VirtualKeyDialog(key, providerNames(), this);
    dialog->offerOwners(m_governance.teams(), m_governance.customers());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    if (m_gateway.status().secretStore == gateway::api::SecretStoreKind::Memory)
        dialog->forbidKeeping();
    connect(dialog, &QDialog::accepted, this, [this, dialog] { save(dialog->key()); });
    dialog->open();
}

void VirtualKeysPage::editSelected()
{
    if (const VirtualKeyView *key = selected())
        openDialog(*key);
}

void VirtualKeysPage::toggleSelected()
{
    const VirtualKeyView *key = selected();
    if (!key)
        return;
    VirtualKeyView changed = *key;
    changed.isActive = !key->isActive;
    save(changed);
}

void VirtualKeysPage::removeSelected()
{
    const VirtualKeyView *key = selected();
    if (!key)
        return;
    removeUndoably(m_removals, m_prompt, *this, {gateway::api::RemovableKind::VirtualKey, key->id},
                   tr("The virtual key was not deleted"));
}

void VirtualKeysPage::showKey(const QString &id)
{
    m_tabs->setCurrentIndex(KeysTab);
    m_table->selectRow(m_model->rowOf(id));
    m_table->setFocus(Qt::OtherFocusReason);
}

void VirtualKeysPage::takeRequirement(bool isRequired)
{
    const QPointer<VirtualKeysPage> guard(this);
    m_governance.setRequiresVirtualKey(isRequired, [guard](const gateway::Result<bool> &stored) {
        if (!guard)
            return;
        if (!stored)
            guard->showFailure(tr("The setting was not saved"), stored.error());
        guard->takeState();
    });
}

void VirtualKeysPage::showContextMenu(const QPoint &position)
{
    const VirtualKeyView *key = selected();
    if (!key)
        return;
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addAction(tr("Edit…"), this, &VirtualKeysPage::editSelected);
    menu->addAction(tr("New value…"), this, &VirtualKeysPage::rotateSelected);
    menu->addAction(key->isActive ? tr("Turn off") : tr("Turn on"), this, &VirtualKeysPage::toggleSelected);
    if (key->hasKeptValue) {
        menu->addAction(look::icon("copy"), tr("Copy the value"), this, &VirtualKeysPage::copyValue);
        menu->addAction(tr("Show the value…"), this, &VirtualKeysPage::showValue);
    }
    menu->addAction(look::icon("copy"), tr("Copy the beginning of the value"), this, &VirtualKeysPage::copyPrefix);
    if (const LimitView *limit = models::tightestLimit(*key))
        addRaises(*menu, *limit, tr("Key %1").arg(key->name), {m_governance, m_prompt, *this, [this] { takeState(); }});
    menu->addSeparator();
    menu->addAction(look::icon("trash"), tr("Delete"), this, &VirtualKeysPage::removeSelected);
    menu->popup(m_table->viewport()->mapToGlobal(position));
}

} // namespace ui::pages
