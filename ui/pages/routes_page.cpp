#include "ui/pages/routes_page.h"

#include "ui/look/icon_set.h"
#include "ui/models/error_words.h"
#include "ui/models/route_words.h"
#include "ui/models/routing_rule_model.h"
#include "ui/pages/health_board_view.h"
#include "ui/pages/resilience_form.h"
#include "ui/pages/route_editor.h"
#include "ui/pages/simulator_pane.h"
#include "ui/user_prompt.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/form_parts.h"
#include "ui/widgets/keyboard_menu.h"
#include "ui/widgets/label_color.h"
#include "ui/widgets/rule_delegate.h"
#include "ui/widgets/widget_name.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QListView>
#include <QMenu>
#include <QPointer>
#include <QPushButton>
#include <QShortcut>
#include <QSplitter>
#include <QStackedWidget>
#include <QTabBar>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace ui::pages {

using gateway::RequestState;
using gateway::api::Done;
using gateway::api::GatewayFacade;
using gateway::api::RoutingRuleView;
using models::RoutingRuleModel;
using widgets::nameIt;

namespace {

constexpr int roomForThreePanes = 1'040; // below it the simulator stands in the editor's place
enum Tab { Rules, Health, Care };

// What is typed on the page.
struct UnsavedRoutes {
    RouteEditor::Unsaved rule;
    bool isEdited = false;
    QString simulated;
};

} // namespace

RoutesPage::RoutesPage(GatewayFacade &gateway, gateway::api::RemovalFacade &removals, const look::Theme &theme,
                       UserPrompt &prompt, const ViewSettings &settings, QWidget *parent)
    : Page(parent)
    , m_gateway(gateway)
    , m_removals(removals)
    , m_theme(theme)
    , m_prompt(prompt)
    , m_settings(settings)
    , m_model(new RoutingRuleModel(this))
{
    m_stack = new QStackedWidget(this);
    m_health = new HealthBoardView(gateway, theme, this);
    m_resilience = new ResilienceForm(gateway, this);
    QWidget *header = buildHeader();
    m_stack->addWidget(buildRules());
    m_stack->addWidget(m_health);
    m_stack->addWidget(m_resilience);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(header);
    layout->addWidget(m_tabs);
    layout->addWidget(m_stack, 1);
    connect(&gateway, &GatewayFacade::routingRulesChanged, this, &RoutesPage::takeRules);
    connect(&gateway, &GatewayFacade::providersChanged, m_editor, &RouteEditor::takeRules);
    connect(m_health, &HealthBoardView::openCountChanged, this, &RoutesPage::takeAttention);
    takeRules();
    takeAttention();
    if (!m_splitter->restoreState(m_settings.value(QStringLiteral("routes/splitter"))))
        m_splitter->setSizes({240, 470, 366});
    m_showSimulator->setChecked(m_settings.value(QStringLiteral("routes/simulator")) != "hidden");
}

QString RoutesPage::title() const
{
    return tr("Routes");
}

QWidget *RoutesPage::buildHeader()
{
    auto *header = new QWidget(this);
    auto *name = new QLabel(title(), header);
    widgets::setTextStyle(name, "page");
    m_facts = new QLabel(header);
    m_facts->setObjectName(QStringLiteral("route_facts"));
    widgets::setTone(*m_facts, "secondary");
    m_showSimulator = new QPushButton(tr("Simulator"), header);
    nameIt(m_showSimulator, "show_simulator", tr("Show or hide the simulator"));
    m_showSimulator->setCheckable(true);
    m_addRule = new QPushButton(look::icon("plus"), tr("New rule"), header);
    nameIt(m_addRule, "new_rule", m_addRule->text());
    m_addAlias = new QPushButton(look::icon("plus"), tr("New alias"), header);
    nameIt(m_addAlias, "new_alias", m_addAlias->text());
    m_addAlias->setProperty("kind", QStringLiteral("primary"));
    auto *layout = new QHBoxLayout(header);
    layout->setContentsMargins(16, 10, 16, 6);
    layout->addWidget(name);
    layout->addSpacing(2);
    layout->addWidget(m_facts, 1);
    layout->addWidget(m_showSimulator);
    layout->addWidget(m_addRule);
    layout->addWidget(m_addAlias);
    m_tabs = new QTabBar(this);
    nameIt(m_tabs, "route_tabs", tr("Parts of this page"));
    m_tabs->setExpanding(false);
    m_tabs->addTab(tr("Aliases and rules"));
    m_tabs->addTab(tr("Health"));
    m_tabs->addTab(tr("If it goes wrong"));
    connect(m_tabs, &QTabBar::currentChanged, this, &RoutesPage::showTab);
    connect(m_addRule, &QPushButton::clicked, this, &RoutesPage::startRule);
    connect(m_addAlias, &QPushButton::clicked, this, &RoutesPage::startAlias);
    connect(m_showSimulator, &QPushButton::toggled, this, [this](bool isShown) {
        if (m_hadRoom) // else it is only for now
            m_settings.keep(QStringLiteral("routes/simulator"), isShown ? "shown" : "hidden");
        arrangePanes();
    });
    return header;
}

QWidget *RoutesPage::buildRules()
{
    auto *pane = new QWidget(this);
    m_banner = new widgets::Banner(m_theme, pane);
    m_banner->setObjectName(QStringLiteral("routes_banner"));
    m_banner->setActions({}, {});
    buildList();
    m_editor = new RouteEditor(m_gateway, m_theme, m_prompt, pane);
    m_simulator = new SimulatorPane(m_gateway, m_theme, pane);
    auto *listWithEditor = new QSplitter(Qt::Horizontal, pane);
    listWithEditor->setObjectName(QStringLiteral("route_panes"));
    m_left = new QStackedWidget(pane);
    m_left->addWidget(m_editor);
    m_left->addWidget(buildEmpty());
    listWithEditor->addWidget(m_list);
    listWithEditor->addWidget(m_left);
    listWithEditor->addWidget(m_simulator);
    listWithEditor->setChildrenCollapsible(false);
    listWithEditor->setStretchFactor(0, 0);
    listWithEditor->setStretchFactor(1, 1);
    listWithEditor->setStretchFactor(2, 0);
    m_splitter = listWithEditor;
    m_list->setMinimumWidth(220);
    m_left->setMinimumWidth(460);
    m_simulator->setMinimumWidth(300);
    auto *layout = new QVBoxLayout(pane);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_banner);
    layout->addWidget(m_splitter, 1);
    connect(m_editor, &RouteEditor::saved, this, [this](const QString &id) {
        m_isStarting = false;
        takeRules();
        select(id);
    });
    connect(m_editor, &RouteEditor::discarded, this, [this] {
        m_isStarting = false;
        takeRules();
        openSelected();
        m_list->setFocus(Qt::OtherFocusReason);
    });
    connect(m_editor, &RouteEditor::removeWanted, this, &RoutesPage::removeRule);
    connect(m_splitter, &QSplitter::splitterMoved, this,
            [this] { m_settings.keep(QStringLiteral("routes/splitter"), m_splitter->saveState()); });
    return pane;
}

QWidget *RoutesPage::buildEmpty()
{
    auto *empty = new QWidget(this);
    empty->setAutoFillBackground(true);
    empty->setBackgroundRole(QPalette::Base);
    auto *text = new QLabel(tr("An alias such as “medium” lets tools ask for a role, not a model. Make one, and change "
                               "what answers without "
                               "touching the tools."),
                            empty);
    text->setObjectName(QStringLiteral("routes_empty"));
    text->setWordWrap(true);
    auto *more =
        widgets::hint(tr("A rule does the same for everything that you can say of a request: its tool, a header, "
                         "the budget that is left. Without both, a request goes to the provider that it names."),
                      empty);
    auto *make = new QPushButton(look::icon("plus"), tr("Make an alias"), empty);
    nameIt(make, "make_alias", make->text());
    make->setProperty("kind", QStringLiteral("primary"));
    auto *write = new QPushButton(tr("Write a rule"), empty);
    nameIt(write, "write_rule", write->text());
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(make);
    buttons->addWidget(write);
    buttons->addStretch(1);
    auto *column = new QVBoxLayout(empty);
    column->setContentsMargins(24, 24, 24, 24);
    column->setSpacing(12);
    column->addWidget(text);
    column->addWidget(more);
    column->addLayout(buttons);
    column->addStretch(1);
    connect(make, &QPushButton::clicked, this, &RoutesPage::startAlias);
    connect(write, &QPushButton::clicked, this, &RoutesPage::startRule);
    return empty;
}

void RoutesPage::buildList()
{
    m_list = new QListView(this);
    nameIt(m_list, "route_list", tr("Aliases and rules, the first that matches decides"));
    m_list->setModel(m_model);
    m_list->setItemDelegate(new widgets::RuleDelegate(m_theme, this));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_list->setUniformItemSizes(true);
    m_list->setMouseTracking(true);
    m_list->setSelectionMode(QAbstractItemView::SingleSelection);
    m_list->setDragDropMode(QAbstractItemView::InternalMove);
    m_list->setDefaultDropAction(Qt::MoveAction);
    m_list->setDropIndicatorShown(true);
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_list->setContextMenuPolicy(Qt::CustomContextMenu);
    widgets::openMenuAtCurrentRow(*m_list);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this, &RoutesPage::openSelected);
    connect(m_list, &QListView::customContextMenuRequested, this, &RoutesPage::showContextMenu);
    connect(m_list, &QListView::activated, this, [this] { m_editor->focusFirstField(); });
    connect(m_model, &RoutingRuleModel::orderWanted, this, &RoutesPage::order);
    connect(m_model, &RoutingRuleModel::switchWanted, this, &RoutesPage::switchRule);
    const auto addKey = [this](const QKeySequence &keys, auto slot) {
        auto *shortcut = new QShortcut(keys, m_list);
        shortcut->setContext(Qt::WidgetShortcut);
        connect(shortcut, &QShortcut::activated, this, slot);
    };
    addKey(QKeySequence(Qt::ALT | Qt::Key_Up), [this] { moveSelected(-1); });
    addKey(QKeySequence(Qt::ALT | Qt::Key_Down), [this] { moveSelected(1); });
    addKey(QKeySequence(Qt::Key_Insert), [this] { startAlias(); });
    addKey(QKeySequence(Qt::Key_Delete), [this] {
        if (const RoutingRuleView *rule = selectedRule())
            removeRule(rule->id);
    });
}

const RoutingRuleView *RoutesPage::selectedRule() const
{
    return m_model->ruleAt(m_list->currentIndex().row());
}

// --- what the gateway has

void RoutesPage::takeRules()
{
    const QList<RoutingRuleView> rules = m_gateway.routingRules();
    m_isSelecting = true;
    m_model->setRules(rules);
    m_isSelecting = false;
    const auto aliases = static_cast<int>(std::count_if(
        rules.begin(), rules.end(), [](const RoutingRuleView &rule) { return models::aliasOf(rule).has_value(); }));
    const int others = static_cast<int>(rules.size()) - aliases;
    QStringList facts;
    if (aliases > 0)
        facts.append(tr("%n alias(es)", nullptr, aliases));
    if (others > 0)
        facts.append(tr("%n rule(s)", nullptr, others));
    m_facts->setText(facts.join(QStringLiteral(", ")));
    const bool isEmpty = rules.isEmpty() && !m_isStarting;
    m_list->setVisible(!rules.isEmpty());
    m_left->setCurrentIndex(isEmpty ? 1 : 0);
    if (!m_isStarting && !rules.isEmpty() && selectedRule() == nullptr)
        m_list->setCurrentIndex(m_model->index(0));
    m_editor->takeRules();
    takeAttention();
    emit statusTextChanged();
}

void RoutesPage::takeAttention()
{
    const QList<RoutingRuleView> &rules = m_model->rules();
    const bool isBroken = std::any_of(rules.begin(), rules.end(), [](const RoutingRuleView &rule) {
        return rule.isEnabled && !rule.problem.isEmpty();
    });
    m_tabs->setTabText(Health,
                       m_health->openCount() == 0 ? tr("Health") : tr("Health (%1)").arg(m_health->openCount()));
    if (std::exchange(m_needsAttention, isBroken || m_health->openCount() > 0) != m_needsAttention)
        emit attentionChanged();
}

QString RoutesPage::statusText() const
{
    return {};
}

// --- choosing and making

void RoutesPage::openSelected()
{
    const RoutingRuleView *rule = selectedRule();
    if (m_isSelecting || rule == nullptr || (rule->id == m_editor->ruleId() && !m_isStarting))
        return;
    if (!m_editor->isEdited()) {
        m_isStarting = false;
        m_editor->openRule(*rule);
        return;
    }
    askAboutChanges([this, id = rule->id] {
        m_isStarting = false;
        select(id);
        if (const RoutingRuleView *chosen = selectedRule())
            m_editor->openRule(*chosen);
    });
    // Until it is answered, the list shows what the editor has; again later, because a click selects after this.
    select(m_editor->ruleId());
    QMetaObject::invokeMethod(
        this, [this] { select(m_isStarting ? QString() : m_editor->ruleId()); }, Qt::QueuedConnection);
}

std::any RoutesPage::unsaved() const
{
    const UnsavedRoutes typed{m_editor->unsaved(), m_editor->isEdited(), m_simulator->request()};
    return typed.isEdited || !typed.simulated.isEmpty() ? std::any(typed) : std::any();
}

void RoutesPage::resume(const std::any &unsaved)
{
    const auto *typed = std::any_cast<UnsavedRoutes>(&unsaved);
    if (typed == nullptr)
        return;
    m_simulator->typeRequest(typed->simulated);
    if (!typed->isEdited)
        return;
    m_isStarting = typed->rule.opened.id.isEmpty();
    select(typed->rule.opened.id);
    m_left->setCurrentIndex(0);
    m_editor->resume(typed->rule);
}

void RoutesPage::askAboutChanges(std::function<void()> whenDiscarded)
{
    Question question;
    question.title = tr("Discard what was not saved?");
    question.text = tr("The rule in the editor has changes that are not in force.");
    question.buttons = {tr("Keep editing"), tr("Discard")};
    question.destructiveButton = 1;
    const QPointer<RoutesPage> guard(this);
    m_prompt.ask(this, question, [guard, whenDiscarded = std::move(whenDiscarded)](const Answer &answer) {
        if (guard && answer.button == 1)
            whenDiscarded();
    });
}

void RoutesPage::select(const QString &id)
{
    m_isSelecting = true;
    const int row = m_model->rowOf(id);
    if (row >= 0)
        m_list->setCurrentIndex(m_model->index(row));
    else
        m_list->selectionModel()->clear();
    m_isSelecting = false;
}

void RoutesPage::showRule(const QString &id)
{
    m_tabs->setCurrentIndex(Rules);
    if (const int row = m_model->rowOf(id); row >= 0)
        m_list->setCurrentIndex(m_model->index(row));
    m_list->setFocus(Qt::OtherFocusReason);
}

void RoutesPage::startAlias()
{
    openNew(true);
}

void RoutesPage::startRule()
{
    openNew(false);
}

void RoutesPage::openNew(bool isAlias)
{
    const auto begin = [this, isAlias] {
        m_isStarting = true;
        select({});
        isAlias ? m_editor->startAlias() : m_editor->startRule();
        m_tabs->setCurrentIndex(Rules);
        m_left->setCurrentIndex(0);
        if (width() < roomForThreePanes)
            m_showSimulator->setChecked(false);
        m_editor->focusFirstField();
    };
    if (m_editor->isEdited())
        askAboutChanges(begin);
    else
        begin();
}

void RoutesPage::simulate(const QString &pasted)
{
    m_tabs->setCurrentIndex(Rules);
    m_showSimulator->setChecked(true);
    m_simulator->setRequest(pasted);
    m_simulator->firstField()->setFocus(Qt::OtherFocusReason);
}

// --- panes

void RoutesPage::showTab(int index)
{
    m_stack->setCurrentIndex(index);
    m_showSimulator->setVisible(index == Rules);
    emit statusTextChanged();
}

void RoutesPage::arrangePanes()
{
    const bool hasSimulator = m_showSimulator->isChecked();
    m_simulator->setVisible(hasSimulator);
    m_left->setVisible(!hasSimulator || m_hadRoom);
}

void RoutesPage::resizeEvent(QResizeEvent *event)
{
    Page::resizeEvent(event);
    const bool hasRoom = width() >= roomForThreePanes;
    if (std::exchange(m_hadRoom, hasRoom) != hasRoom) {
        const QSignalBlocker blocker(m_showSimulator);
        m_showSimulator->setChecked(hasRoom && m_settings.value(QStringLiteral("routes/simulator")) != "hidden");
    }
    arrangePanes();
}

void RoutesPage::hideEvent(QHideEvent *event)
{
    Page::hideEvent(event);
    m_settings.keep(QStringLiteral("routes/splitter"), m_splitter->saveState());
}

QWidget *RoutesPage::firstPane()
{
    if (m_stack->currentIndex() == Health)
        return m_health->firstPane();
    if (m_stack->currentIndex() == Care)
        return m_resilience->firstField();
    return m_list->isHidden() ? static_cast<QWidget *>(m_addAlias) : m_list;
}

QList<QWidget *> RoutesPage::panes()
{
    if (m_stack->currentIndex() == Health)
        return {m_health->firstPane()};
    if (m_stack->currentIndex() == Care)
        return {m_resilience->firstField()};
    return {m_list, m_editor, m_simulator->firstField()};
}

} // namespace ui::pages
