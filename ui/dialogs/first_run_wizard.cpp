#include "ui/dialogs/first_run_wizard.h"

#include <algorithm>

#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPointer>
#include <QPushButton>
#include <QShortcut>
#include <QStackedWidget>
#include <QStyle>
#include <QVBoxLayout>

#include "ui/look/icon_set.h"
#include "ui/models/error_words.h"
#include "ui/models/provider_key_model.h"
#include "ui/user_prompt.h"
#include "ui/widgets/form_parts.h"
#include "ui/widgets/step_rail.h"

namespace ui::dialogs {

using gateway::api::ProviderKeyView;
using gateway::api::ProviderView;
using gateway::api::SecretStoreKind;

namespace {
constexpr int railWidth = 204;
} // namespace

FirstRunWizard::FirstRunWizard(gateway::api::GatewayFacade &gateway, const look::Theme &theme, UserPrompt &prompt,
                               QWidget *parent)
    : QDialog(parent), m_gateway(gateway), m_theme(theme), m_prompt(prompt)
{
    setObjectName(QStringLiteral("first_run_wizard"));
    setWindowTitle(tr("Set up Bilrost"));
    resize(860, 560);
    setMinimumSize(820, 540);
    m_title = new QLabel(this);
    m_title->setObjectName(QStringLiteral("wizard_title"));
    m_title->setProperty("textStyle", QStringLiteral("title"));
    m_help = new QLabel(this);
    m_help->setProperty("tone", QStringLiteral("secondary"));
    m_help->setWordWrap(true);
    m_stack = new QStackedWidget(this);
    m_provider = new WizardProviderStep(gateway, theme, this);
    m_test = new WizardTestStep(gateway, theme, this);
    m_tool = new WizardToolStep(gateway, theme, this);
    m_request = new WizardRequestStep(gateway, theme, this);
    for (QWidget *step : {static_cast<QWidget *>(m_provider), static_cast<QWidget *>(m_test),
                          static_cast<QWidget *>(m_tool), static_cast<QWidget *>(m_request)})
        m_stack->addWidget(step);
    auto *content = new QVBoxLayout;
    content->setContentsMargins(32, 26, 32, 16);
    content->setSpacing(4);
    content->addWidget(m_title);
    content->addWidget(m_help);
    content->addSpacing(14);
    content->addWidget(m_stack, 1);
    auto *right = new QVBoxLayout;
    right->setSpacing(0);
    right->addLayout(content, 1);
    right->addWidget(buildFoot());
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(buildRail());
    layout->addLayout(right, 1);
    connect(m_provider, &WizardProviderStep::changed, this, &FirstRunWizard::refresh);
    connect(m_test, &WizardTestStep::finished, this, &FirstRunWizard::refresh);
    connect(m_test, &WizardTestStep::changeKeyRequested, this, &FirstRunWizard::back);
    connect(m_request, &WizardRequestStep::requestSeen, this, &FirstRunWizard::refresh);
    // A shortcut, because buttons take the arrow keys for themselves.
    auto *goBack = new QShortcut(QKeySequence(Qt::ALT | Qt::Key_Left), this);
    connect(goBack, &QShortcut::activated, this, &FirstRunWizard::back);
    showStep(Provider);
}

QWidget *FirstRunWizard::buildRail()
{
    auto *side = new QWidget(this);
    side->setFixedWidth(railWidth);
    auto *mark = new QLabel(side);
    const auto drawMark = [this, mark] {
        mark->setPixmap(look::icon("arch").pixmap(QSize(30, 30), devicePixelRatioF()));
    };
    drawMark();
    connect(&m_theme, &look::Theme::changed, mark, drawMark);
    auto *welcome = new QLabel(tr("Welcome to Bilrost"), side);
    welcome->setProperty("textStyle", QStringLiteral("strong"));
    welcome->setWordWrap(true);
    m_rail = new widgets::StepRail(m_theme, {tr("Provider"), tr("Test"), tr("Tool"), tr("First request")}, side);
    const SecretStoreKind kind = m_gateway.status().secretStore;
    const QString place = kind == SecretStoreKind::Keychain ? tr("Keys stay in the keychain of this computer.")
                          : kind == SecretStoreKind::Vault
                              ? tr("Keys stay in an encrypted file on this computer.")
                              : tr("This computer has no keychain that Bilrost can reach. Keys stay in memory until "
                                   "you quit.");
    auto *layout = new QVBoxLayout(side);
    layout->setContentsMargins(22, 26, 16, 20);
    layout->setSpacing(2);
    layout->addWidget(mark);
    layout->addSpacing(8);
    layout->addWidget(welcome);
    layout->addWidget(widgets::hint(tr("4 steps, about a minute"), side));
    layout->addSpacing(12);
    layout->addWidget(m_rail);
    layout->addStretch(1);
    layout->addWidget(widgets::hint(place, side));
    return side;
}

QWidget *FirstRunWizard::buildFoot()
{
    auto *foot = new QWidget(this);
    const auto button = [foot](const QString &text, const char *name) {
        auto *made = new QPushButton(text, foot);
        made->setObjectName(QLatin1String(name));
        made->setAccessibleName(text);
        made->setAutoDefault(false);
        return made;
    };
    m_skip = button(tr("Skip set-up"), "wizard_skip");
    m_skip->setProperty("kind", QStringLiteral("flat"));
    m_back = button(tr("Back"), "wizard_back");
    m_next = button(tr("Continue"), "wizard_next");
    m_next->setProperty("kind", QStringLiteral("primary"));
    m_next->setDefault(true);
    auto *layout = new QHBoxLayout(foot);
    layout->setContentsMargins(20, 12, 24, 12);
    layout->addWidget(m_skip);
    layout->addStretch(1);
    layout->addWidget(m_back);
    layout->addWidget(m_next);
    connect(m_skip, &QPushButton::clicked, this, &FirstRunWizard::reject);
    connect(m_back, &QPushButton::clicked, this, &FirstRunWizard::back);
    connect(m_next, &QPushButton::clicked, this, &FirstRunWizard::next);
    return foot;
}

int FirstRunWizard::currentStep() const
{
    return m_stack->currentIndex();
}

void FirstRunWizard::showStep(int step)
{
    m_stack->setCurrentIndex(step);
    m_rail->setCurrent(step);
    switch (static_cast<Step>(step)) {
    case Provider:
        m_title->setText(tr("Who should answer?"));
        m_help->setText(tr("Choose one provider to begin with. More can be added at any time."));
        m_provider->focusFirst();
        break;
    case Test:
        m_title->setText(tr("Does it answer?"));
        if (!m_provider->chosen().wantsShortAnswer)
            m_help->setText(tr("Bilrost checks address, key and models. It costs nothing."));
        else if (m_provider->chosen().key.isEmpty())
            m_help->setText(tr("Bilrost sends one short request."));
        else
            m_help->setText(tr("Bilrost sends one short request with your key."));
        m_test->start(m_provider->chosen());
        break;
    case Tool:
        m_title->setText(tr("Which tool should use it?"));
        m_help->setText(tr("Give your tool one of these addresses in place of the provider's own."));
        m_tool->prepare(m_provider->chosen(), m_test->models());
        break;
    case Request:
        m_title->setText(tr("The first request"));
        m_help->setText(tr("This window shows it as soon as it arrives."));
        m_request->begin(m_tool->curlLine());
        break;
    case StepCount: break;
    }
    refresh(); // a disabled button cannot take the focus
    if (step != Provider)
        m_next->setFocus(Qt::OtherFocusReason);
}

void FirstRunWizard::refresh()
{
    const int step = currentStep();
    m_back->setVisible(step != Provider);
    m_skip->setVisible(step != Request);
    QString text = tr("Continue");
    if (step == Test && !m_test->isRunning() && !m_test->hasPassed())
        text = tr("Continue anyway");
    else if (step == Test && m_test->isRunning())
        text = tr("Skip the test");
    else if (step == Request)
        text = m_request->hasSeenRequest() ? tr("Finish") : tr("Finish without it");
    m_next->setText(text);
    m_next->setAccessibleName(text);
    m_next->setEnabled(!m_isStoring && (step != Provider || m_provider->isComplete()));
}

void FirstRunWizard::next()
{
    switch (static_cast<Step>(currentStep())) {
    case Provider: showStep(Test); return;
    case Test:
        m_test->stop();
        storeProvider();
        return;
    case Tool: showStep(Request); return;
    case Request: accept(); return;
    case StepCount: return;
    }
}

void FirstRunWizard::back()
{
    m_test->stop();
    if (currentStep() > Provider)
        showStep(currentStep() == Tool ? Provider : currentStep() - 1);
}

void FirstRunWizard::storeProvider()
{
    m_isStoring = true;
    refresh();
    const QPointer<FirstRunWizard> self(this);
    m_gateway.saveProvider({providerOf(m_provider->chosen().preset), {}, false},
                           [self](const gateway::Result<ProviderView> &result) {
                               if (!self)
                                   return;
                               if (result) {
                                   self->storeKey();
                                   return;
                               }
                               self->m_isStoring = false;
                               self->showStep(Provider);
                               self->m_provider->showProblem(models::failureText(result.error()));
                           });
}

void FirstRunWizard::storeKey()
{
    const ChosenProvider chosen = m_provider->chosen();
    if (chosen.key.isEmpty()) {
        takeStored();
        return;
    }
    gateway::api::SaveProviderKey command;
    command.provider = chosen.preset.id;
    command.key = models::newProviderKey(tr("first key"));
    command.value = chosen.key;
    // Coming back with a corrected key replaces the first one.
    for (const ProviderView &provider : m_gateway.providers()) {
        if (provider.name == chosen.preset.id && !provider.keys.isEmpty())
            command.key = provider.keys.first();
    }
    command.key.place = chosen.keyPlace.place;
    command.key.region = chosen.keyPlace.region;
    command.key.aliases = chosen.keyPlace.aliases;
    const QPointer<FirstRunWizard> self(this);
    m_gateway.saveProviderKey(command, [self](const gateway::Result<ProviderKeyView> &result) {
        if (!self)
            return;
        if (result) {
            self->takeStored();
            return;
        }
        self->m_isStoring = false;
        self->showStep(Provider);
        self->m_provider->showProblem(models::failureText(result.error()));
    });
}

void FirstRunWizard::takeStored()
{
    m_isStoring = false;
    m_isStored = true;
    showStep(Tool);
}

void FirstRunWizard::reject()
{
    const bool hasInput = !m_provider->chosen().key.isEmpty();
    if (m_isStored || !hasInput) {
        m_test->stop();
        QDialog::reject();
        return;
    }
    Question question;
    question.title = tr("Leave the set-up?");
    question.text = tr("The key you entered is not stored yet. You can add a provider later under Providers.");
    question.buttons = {tr("Stay"), tr("Leave")};
    question.destructiveButton = 1;
    const QPointer<FirstRunWizard> self(this);
    m_prompt.ask(this, question, [self](const Answer &answer) {
        if (!self || answer.button != 1)
            return;
        self->m_test->stop();
        self->QDialog::reject();
    });
}

void FirstRunWizard::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), m_theme.color(look::ColorRole::Base));
    const QRect side(0, 0, railWidth, height());
    painter.fillRect(QStyle::visualRect(layoutDirection(), rect(), side), m_theme.color(look::ColorRole::Side));
    const int footTop = m_skip->parentWidget()->y();
    const QColor line = m_theme.color(look::ColorRole::Divider);
    painter.fillRect(QStyle::visualRect(layoutDirection(), rect(), QRect(railWidth, footTop, width() - railWidth, 1)),
                     line);
    painter.fillRect(QStyle::visualRect(layoutDirection(), rect(), QRect(railWidth - 1, 0, 1, height())), line);
}

} // namespace ui::dialogs
