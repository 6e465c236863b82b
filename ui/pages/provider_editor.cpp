#include "ui/pages/provider_editor.h"

#include <algorithm>
#include <utility>

#include <QHBoxLayout>
#include <QLabel>
#include <QPointer>
#include <QPushButton>
#include <QShortcut>
#include <QStackedWidget>
#include <QStyle>
#include <QTabBar>
#include <QVBoxLayout>

#include "ui/look/icon_set.h"
#include "ui/models/error_words.h"
#include "ui/models/provider_words.h"
#include "ui/pages/provider_essentials_form.h"
#include "ui/pages/provider_expert_form.h"
#include "ui/pages/provider_line_form.h"
#include "ui/pages/provider_network_form.h"
#include "ui/pages/removal.h"
#include "ui/user_prompt.h"
#include "ui/widgets/eliding_label.h"
#include "ui/widgets/state_label.h"

namespace ui::pages {

using gateway::api::GatewayFacade;
using gateway::api::ProviderKeyView;
using gateway::api::ProviderPreset;
using gateway::api::ProviderView;

namespace {

// "openai", or "openai-2" when that is taken.
QString freeName(const QString &wanted, const QList<ProviderView> &providers)
{
    const auto isTaken = [&](const QString &name) {
        return std::any_of(providers.begin(), providers.end(),
                           [&](const ProviderView &provider) { return provider.name == name; });
    };
    QString name = wanted;
    for (int number = 2; isTaken(name); ++number)
        name = QStringLiteral("%1-%2").arg(wanted).arg(number);
    return name;
}

QPushButton *namedButton(const QString &text, const char *objectName, QWidget *parent)
{
    auto *button = new QPushButton(text, parent);
    button->setObjectName(QLatin1String(objectName));
    button->setAccessibleName(text);
    return button;
}

} // namespace

ProviderEditor::ProviderEditor(GatewayFacade &gateway, gateway::api::RemovalFacade &removals, const look::Theme &theme,
                               UserPrompt &prompt, QWidget *parent, const gateway::api::ModelFacade *models)
    : QWidget(parent), m_gateway(gateway), m_removals(removals), m_theme(theme), m_prompt(prompt)
{
    setObjectName(QStringLiteral("provider_editor"));
    m_essentials = new ProviderEssentialsForm(gateway, removals, theme, models, this);
    m_network = new ProviderNetworkForm(theme, this);
    m_expert = new ProviderExpertForm(this);
    m_tabs = new QTabBar(this);
    m_tabs->setObjectName(QStringLiteral("provider_tabs"));
    m_tabs->setAccessibleName(tr("Groups of settings"));
    m_tabs->setDrawBase(false);
    m_tabs->setExpanding(false);
    m_tabs->addTab(tr("Essentials"));
    m_tabs->addTab(tr("Network and limits"));
    m_tabs->addTab(tr("Expert"));
    m_stack = new QStackedWidget(this);
    m_stack->addWidget(m_essentials);
    m_stack->addWidget(m_network);
    m_stack->addWidget(m_expert);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(buildHeader());
    auto *tabLine = new QHBoxLayout;
    tabLine->setContentsMargins(6, 0, 0, 0);
    tabLine->addWidget(m_tabs);
    tabLine->addStretch(1);
    layout->addLayout(tabLine);
    auto *line = new QFrame(this);
    line->setFrameShape(QFrame::HLine);
    line->setProperty("divider", true);
    layout->addWidget(line);
    layout->addWidget(m_stack, 1);
    layout->addWidget(buildFoot());
    connect(m_tabs, &QTabBar::currentChanged, m_stack, &QStackedWidget::setCurrentIndex);
    connect(m_tabs, &QTabBar::currentChanged, this, [this] { m_network->setAddress(draft().network.baseUrl); });
    connect(m_essentials, &ProviderEssentialsForm::changed, this, &ProviderEditor::refreshFoot);
    connect(m_essentials, &ProviderEssentialsForm::testRequested, this, &ProviderEditor::startTest);
    connect(m_network, &ProviderNetworkForm::changed, this, &ProviderEditor::refreshFoot);
    connect(m_expert, &ProviderExpertForm::changed, this, &ProviderEditor::refreshFoot);
    connect(&gateway, &GatewayFacade::providersChanged, this, &ProviderEditor::takeProviders);
    const auto bind = [this](const QKeySequence &keys, void (ProviderEditor::*method)()) {
        auto *shortcut = new QShortcut(keys, this, nullptr, nullptr, Qt::WidgetWithChildrenShortcut);
        connect(shortcut, &QShortcut::activated, this, method);
    };
    bind(QKeySequence(Qt::CTRL | Qt::Key_S), &ProviderEditor::save);
    bind(QKeySequence(Qt::CTRL | Qt::Key_T), &ProviderEditor::startTest);
    bind(QKeySequence(Qt::Key_Escape), &ProviderEditor::leave);
    bind(QKeySequence(Qt::ALT | Qt::Key_Left), &ProviderEditor::leave);
}

QWidget *ProviderEditor::buildHeader()
{
    auto *header = new QWidget(this);
    m_back = namedButton(tr("Providers"), "back_to_providers", header);
    m_back->setProperty("kind", QStringLiteral("link"));
    auto *arrow = new QLabel(header);
    const auto drawArrow = [this, arrow] {
        arrow->setPixmap(look::icon("chevron_right").pixmap(QSize(14, 14), devicePixelRatioF()));
    };
    drawArrow();
    connect(&m_theme, &look::Theme::changed, arrow, drawArrow);
    m_name = new widgets::ElidingLabel(header);
    m_name->setObjectName(QStringLiteral("provider_title"));
    m_name->setProperty("textStyle", QStringLiteral("page"));
    m_name->setTextFormat(Qt::PlainText);
    m_badge = new widgets::StateLabel(m_theme, header);
    m_badge->setBadge(true);
    m_badge->setTextStyle(look::TextStyle::Small);
    m_test = namedButton(tr("Test now"), "test_provider", header);
    m_test->setIcon(look::icon("refresh"));
    m_toggle = namedButton(tr("Turn off"), "toggle_provider", header);
    m_toggle->setProperty("kind", QStringLiteral("flat"));
    m_remove = namedButton(tr("Remove"), "remove_provider", header);
    m_remove->setProperty("kind", QStringLiteral("flat"));
    auto *layout = new QHBoxLayout(header);
    layout->setContentsMargins(16, 10, 16, 8);
    layout->addWidget(m_back);
    layout->addWidget(arrow);
    layout->addWidget(m_name);
    layout->addSpacing(4);
    layout->addWidget(m_badge);
    layout->addStretch(1);
    layout->addWidget(m_test);
    layout->addWidget(m_toggle);
    layout->addWidget(m_remove);
    connect(m_back, &QPushButton::clicked, this, &ProviderEditor::leave);
    connect(m_test, &QPushButton::clicked, this, &ProviderEditor::startTest);
    connect(m_toggle, &QPushButton::clicked, this, &ProviderEditor::toggleEnabled);
    connect(m_remove, &QPushButton::clicked, this, &ProviderEditor::remove);
    return header;
}

QWidget *ProviderEditor::buildFoot()
{
    m_foot = new QWidget(this);
    auto *line = new QFrame(m_foot);
    line->setFrameShape(QFrame::HLine);
    m_footCount = new QLabel(m_foot);
    m_footCount->setObjectName(QStringLiteral("changes"));
    m_footCount->setProperty("textStyle", QStringLiteral("strong"));
    m_footHint = new QLabel(m_foot);
    m_footHint->setObjectName(QStringLiteral("save_hint"));
    m_footHint->setProperty("textStyle", QStringLiteral("small"));
    m_footHint->setWordWrap(true);
    m_discard = namedButton(tr("Discard"), "discard_changes", m_foot);
    m_save = namedButton(tr("Save"), "save_changes", m_foot);
    m_save->setProperty("kind", QStringLiteral("primary"));
    auto *row = new QHBoxLayout;
    row->setContentsMargins(16, 8, 16, 8);
    row->setSpacing(8);
    row->addWidget(m_footCount);
    row->addWidget(m_footHint, 1);
    row->addWidget(m_discard);
    row->addWidget(m_save);
    auto *layout = new QVBoxLayout(m_foot);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(line);
    layout->addLayout(row);
    connect(m_discard, &QPushButton::clicked, this, &ProviderEditor::discard);
    connect(m_save, &QPushButton::clicked, this, &ProviderEditor::save);
    return m_foot;
}

void ProviderEditor::openProvider(const ProviderView &provider)
{
    m_stored = provider;
    m_isNew = false;
    load();
}

void ProviderEditor::openPreset(const ProviderPreset &preset)
{
    m_stored = {};
    m_stored.preset = preset.id;
    m_stored.isCustom = preset.id.isEmpty();
    m_stored.family = preset.family;
    m_stored.needsKey = preset.needsKey;
    m_stored.credential = preset.credential;
    m_stored.network.baseUrl = preset.baseUrl;
    if (!m_stored.isCustom) {
        m_stored.title = preset.title;
        m_stored.name = freeName(preset.id, m_gateway.providers());
    }
    m_isNew = true;
    load();
}

void ProviderEditor::load()
{
    m_isLoading = true;
    m_isSaving = false;
    m_essentials->setProvider(m_stored, m_isNew);
    m_network->line().setExtras(m_stored.extraJson);
    m_network->setNetwork(m_stored.network);
    m_expert->setProvider(m_stored);
    m_tabs->setCurrentIndex(0);
    m_isLoading = false;
    refreshHeader();
    refreshFoot();
}

ProviderEditor::Unsaved ProviderEditor::unsaved() const
{
    const auto secret = [](const QString &text) { return gateway::SecretString(text.toStdString()); };
    return {m_stored,
            draft(),
            m_isNew,
            m_tabs->currentIndex(),
            secret(m_essentials->typedKey()),
            secret(m_network->proxyPassword().value_or(QString()))};
}

void ProviderEditor::resume(const Unsaved &unsaved)
{
    const auto text = [](const gateway::SecretString &secret) {
        const std::string_view value = secret.reveal();
        return QString::fromUtf8(value.data(), static_cast<qsizetype>(value.size()));
    };
    m_stored = unsaved.stored;
    m_isNew = unsaved.isNew;
    load();
    m_isLoading = true;
    m_essentials->edit(unsaved.draft, text(unsaved.key));
    m_network->setNetwork(unsaved.draft.network);
    m_network->typeProxyPassword(text(unsaved.proxyPassword));
    m_network->line().edit(unsaved.draft.extraJson);
    m_expert->edit(unsaved.draft);
    m_tabs->setCurrentIndex(unsaved.tab);
    m_isLoading = false;
    refreshFoot();
}

void ProviderEditor::focusFirstField()
{
    m_essentials->focusFirstField();
}

ProviderView ProviderEditor::draft() const
{
    ProviderView provider = m_stored;
    provider.network = m_network->network();
    provider.extraJson = m_network->line().extras();
    m_expert->writeTo(provider);
    m_essentials->writeTo(provider);
    return provider;
}

int ProviderEditor::countChanges() const
{
    const ProviderView now = draft();
    const auto differs = [](const auto &one, const auto &other) { return one == other ? 0 : 1; };
    int changes = differs(now.title, m_stored.title) + differs(now.name, m_stored.name)
                  + differs(now.network.baseUrl, m_stored.network.baseUrl)
                  + ProviderNetworkForm::countChanges(now.network, m_stored.network);
    changes += (m_network->proxyPassword() ? 1 : 0) + m_network->line().countChanges() + m_expert->countChanges();
    return changes + (m_essentials->typedKey().isEmpty() ? 0 : 1);
}

void ProviderEditor::refreshHeader()
{
    m_name->setText(m_isNew ? tr("New provider") : models::shownTitle(m_stored));
    m_badge->setVisible(!m_isNew);
    const auto health = m_stored.isEnabled ? m_stored.health : gateway::api::ProviderHealth::Off;
    m_badge->setState(models::healthState(health), models::healthText(m_stored));
    m_toggle->setVisible(!m_isNew);
    m_toggle->setText(m_stored.isEnabled ? tr("Turn off") : tr("Turn on"));
    m_toggle->setAccessibleName(m_toggle->text());
    m_remove->setVisible(!m_isNew);
}

void ProviderEditor::refreshFoot()
{
    if (m_isLoading)
        return;
    const int changes = countChanges();
    m_foot->setVisible(changes > 0 || m_isNew);
    m_footCount->setText(
        m_isNew ? tr("Not saved yet")
                : (changes == 1 ? tr("1 change not saved") : tr("%n changes not saved", nullptr, changes)));
    const QString obstacle = m_essentials->obstacle();
    const QString calm = m_isNew ? QString() : tr("Running requests keep the old settings.");
    m_footHint->setText(obstacle.isEmpty() ? calm : obstacle);
    m_footHint->setProperty("tone", QStringLiteral("secondary"));
    m_footHint->style()->polish(m_footHint);
    m_save->setText(m_isNew ? tr("Add") : tr("Save"));
    m_save->setAccessibleName(m_save->text());
    m_save->setEnabled(obstacle.isEmpty() && !m_isSaving);
    m_discard->setText(m_isNew ? tr("Cancel") : tr("Discard"));
    m_discard->setAccessibleName(m_discard->text());
}

// Health, counts and keys of the stored provider move on while it is edited; what is being typed stays.
void ProviderEditor::takeProviders()
{
    if (m_isNew)
        return;
    for (const ProviderView &provider : m_gateway.providers()) {
        if (provider.name != m_stored.name)
            continue;
        m_stored.keys = provider.keys;
        m_stored.health = provider.health;
        m_stored.healthReason = provider.healthReason;
        m_stored.healthErrorCode = provider.healthErrorCode;
        m_stored.healthStatus = provider.healthStatus;
        m_stored.isEnabled = provider.isEnabled;
        m_essentials->setKeys(provider.keys);
        refreshHeader();
        refreshFoot();
        return;
    }
}

void ProviderEditor::startTest()
{
    m_tabs->setCurrentIndex(0);
    m_essentials->runTest(draft());
}

void ProviderEditor::close()
{
    m_isSaving = false;
    m_essentials->clearTyped();
    m_stored = {};
    emit closed();
}

void ProviderEditor::showProblem(const QString &text)
{
    m_isSaving = false;
    refreshFoot();
    m_foot->show();
    m_footHint->setText(text);
    m_footHint->setProperty("tone", QStringLiteral("error"));
    m_footHint->style()->polish(m_footHint);
}

void ProviderEditor::discard()
{
    if (m_isNew)
        close();
    else
        load();
}

void ProviderEditor::leave()
{
    leaveAnd([] {});
}

void ProviderEditor::leaveAnd(std::function<void()> next)
{
    if (!hasChanges()) {
        close();
        next();
        return;
    }
    Question question;
    question.title = m_isNew ? tr("Leave without adding the provider?") : tr("Leave without saving?");
    question.text =
        countChanges() == 1 ? tr("1 change would be lost.") : tr("%n changes would be lost.", nullptr, countChanges());
    question.buttons = {tr("Stay"), tr("Leave")};
    question.destructiveButton = 1;
    const QPointer<ProviderEditor> self(this);
    m_prompt.ask(this, question, [self, next = std::move(next)](const Answer &answer) {
        if (!self || answer.button != 1)
            return;
        self->close();
        next();
    });
}

void ProviderEditor::toggleEnabled()
{
    ProviderView changed = m_stored;
    changed.isEnabled = !changed.isEnabled;
    const QPointer<ProviderEditor> self(this);
    m_gateway.saveProvider({changed, {}, false}, [self](const gateway::Result<ProviderView> &result) {
        if (self && !result)
            self->showProblem(models::failureText(result.error()));
    });
}

void ProviderEditor::remove()
{
    removeUndoably(m_removals, m_prompt, *this, {gateway::api::RemovableKind::Provider, m_stored.name},
                   tr("The provider was not removed"), [this] { close(); });
}

} // namespace ui::pages
