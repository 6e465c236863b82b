#include "ui/dialogs/wizard_steps.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPointer>
#include <QPushButton>
#include <QVBoxLayout>

#include "ui/look/icon_set.h"
#include "ui/models/error_words.h"
#include "ui/models/provider_words.h"
#include "ui/widgets/form_parts.h"
#include "ui/widgets/label_color.h"
#include "ui/widgets/test_steps_view.h"

namespace ui::dialogs {

using gateway::api::GatewayFacade;
using gateway::api::ProviderTestReport;
using gateway::api::ProviderTestStep;

WizardTestStep::WizardTestStep(GatewayFacade &gateway, const look::Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_gateway(gateway)
    , m_mark(new QLabel(this))
    , m_name(widgets::heading({}, this))
    , m_keyEnd(widgets::hint({}, this))
    , m_changeKey(new QPushButton(tr("Change key"), this))
    , m_steps(new widgets::TestStepsView(theme, this))
    , m_verdict(widgets::hint({}, this))
    , m_again(new QPushButton(look::icon("refresh"), tr("Test again"), this))
{
    m_changeKey->setObjectName(QStringLiteral("wizard_change_key"));
    m_changeKey->setAccessibleName(m_changeKey->text());
    m_changeKey->setProperty("kind", QStringLiteral("flat"));
    m_changeKey->setAutoDefault(false);
    m_again->setObjectName(QStringLiteral("wizard_test_again"));
    m_again->setAccessibleName(m_again->text());
    m_again->setAutoDefault(false);
    m_steps->setObjectName(QStringLiteral("wizard_test_steps"));
    m_verdict->setObjectName(QStringLiteral("wizard_verdict"));
    auto *names = new QVBoxLayout;
    names->setSpacing(1);
    names->addWidget(m_name);
    names->addWidget(m_keyEnd);
    auto *top = new QHBoxLayout;
    top->setSpacing(10);
    top->addWidget(m_mark);
    top->addLayout(names, 1);
    top->addWidget(m_changeKey);
    auto *bottom = new QHBoxLayout;
    bottom->addWidget(m_verdict, 1);
    bottom->addWidget(m_again, 0, Qt::AlignTop);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(12);
    layout->addLayout(top);
    layout->addWidget(m_steps);
    layout->addLayout(bottom);
    layout->addStretch(1);
    connect(m_changeKey, &QPushButton::clicked, this, &WizardTestStep::changeKeyRequested);
    connect(m_again, &QPushButton::clicked, this, [this] { start(m_chosen); });
    connect(&gateway, &GatewayFacade::providerTestStepped, this, [this](int ticket, const ProviderTestStep &step) {
        if (ticket == m_ticket)
            m_steps->setStep(step);
    });
}

WizardTestStep::~WizardTestStep()
{
    stop();
}

void WizardTestStep::start(const ChosenProvider &chosen)
{
    stop();
    m_chosen = chosen;
    m_hasPassed = false;
    m_models.clear();
    m_mark->setPixmap(models::presetIcon(chosen.preset).pixmap(QSize(34, 34), devicePixelRatioF()));
    m_name->setText(chosen.preset.title);
    const bool isVariable = chosen.key.startsWith(QLatin1String("env."));
    m_keyEnd->setText(isVariable              ? tr("key from %1").arg(chosen.key.mid(4))
                      : chosen.key.size() > 8 ? tr("key ends in …%1").arg(chosen.key.right(4))
                                              : chosen.preset.baseUrl);
    m_changeKey->setVisible(chosen.preset.needsKey);
    m_steps->reset();
    m_verdict->clear();
    m_again->setEnabled(false);
    gateway::api::TestProvider command;
    command.provider = providerOf(chosen.preset);
    if (!chosen.key.isEmpty())
        command.keyValue = chosen.key;
    command.place = chosen.keyPlace.place;
    command.region = chosen.keyPlace.region;
    command.sendShortAnswer = chosen.wantsShortAnswer;
    command.model = chosen.preset.testModel;
    if (command.model.isEmpty() && !chosen.keyPlace.aliases.isEmpty())
        command.model = chosen.keyPlace.aliases.first().second; // a deployment that surely exists
    const QPointer<WizardTestStep> self(this);
    m_ticket = m_gateway.testProvider(command, [self](const gateway::Result<ProviderTestReport> &result) {
        if (self)
            self->takeReport(result);
    });
}

void WizardTestStep::takeReport(const gateway::Result<ProviderTestReport> &result)
{
    m_ticket = 0;
    m_again->setEnabled(true);
    if (!result) {
        m_verdict->setText(models::failureText(result.error()));
        widgets::setTone(*m_verdict, "error");
        emit finished();
        return;
    }
    for (const ProviderTestStep &step : result->steps)
        m_steps->setStep(step);
    m_models = result->models;
    m_hasPassed = result->hasPassed;
    m_verdict->setText(m_hasPassed ? tr("%1 answers.").arg(m_chosen.preset.title)
                                   : tr("You can go on and solve this later under Providers."));
    widgets::setTone(*m_verdict, m_hasPassed ? "ok" : "secondary");
    emit finished();
}

void WizardTestStep::stop()
{
    if (m_ticket != 0)
        m_gateway.cancelProviderTest(m_ticket);
    m_ticket = 0;
}

} // namespace ui::dialogs
