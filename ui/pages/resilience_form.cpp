#include "ui/pages/resilience_form.h"

#include "ui/models/error_words.h"
#include "ui/widgets/form_parts.h"
#include "ui/widgets/label_color.h"

#include <QCheckBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QPointer>
#include <QScrollArea>
#include <QSpinBox>
#include <QVBoxLayout>

namespace ui::pages {

using gateway::api::GatewayFacade;
using gateway::api::ResilienceView;

namespace {

constexpr int longestSeconds = 600;

int toSeconds(int milliseconds)
{
    return (milliseconds + 999) / 1'000;
}

} // namespace

ResilienceForm::ResilienceForm(GatewayFacade &gateway, QWidget *parent) : QWidget(parent), m_gateway(gateway)
{
    setObjectName(QStringLiteral("resilience_form"));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(widgets::scrolling(buildFields(), "resilience_area", this));
    connect(&gateway, &GatewayFacade::resilienceChanged, this, &ResilienceForm::takeSettings);
    takeSettings();
}

QWidget *ResilienceForm::buildFields()
{
    auto *content = new QWidget(this);
    m_rescue = new QCheckBox(tr("Go on from another attempt"), content);
    m_rescue->setObjectName(QStringLiteral("rescue_streams"));
    m_rescue->setAccessibleName(tr("A stream that breaks off goes on from another attempt"));
    m_hedge = new QCheckBox(tr("Start the fallback beside it after"), content);
    m_hedge->setObjectName(QStringLiteral("hedge_slow_starts"));
    m_hedge->setAccessibleName(tr("Start the fallback beside a slow target"));
    m_hedgeAfter = new QSpinBox(content);
    m_hedgeAfter->setObjectName(QStringLiteral("hedge_after"));
    m_hedgeAfter->setAccessibleName(tr("Seconds without a first token before the fallback starts"));
    m_longestWait = new QSpinBox(content);
    m_longestWait->setObjectName(QStringLiteral("longest_wait"));
    for (QSpinBox *box : {m_hedgeAfter, m_longestWait}) {
        box->setRange(box == m_hedgeAfter ? 1 : 0, longestSeconds);
        box->setSuffix(tr(" s"));
        box->setAlignment(Qt::AlignRight);
        box->setFixedWidth(96);
        box->setFocusPolicy(Qt::StrongFocus);
        box->setKeyboardTracking(false);
    }
    m_problem = new QLabel(content);
    m_problem->setObjectName(QStringLiteral("resilience_problem"));
    m_problem->setWordWrap(true);
    widgets::setTone(*m_problem, "error");
    m_problem->hide();

    auto *hedgeRow = new QWidget(content);
    auto *hedge = new QHBoxLayout(hedgeRow);
    hedge->setContentsMargins(0, 0, 0, 0);
    hedge->addWidget(m_hedge);
    hedge->addWidget(m_hedgeAfter);
    hedge->addStretch(1);
    auto *form = new QFormLayout;
    form->setHorizontalSpacing(12);
    form->setVerticalSpacing(14);
    form->setLabelAlignment(Qt::AlignRight | Qt::AlignTop);
    form->addRow(
        widgets::fieldLabel(tr("If a stream breaks"), m_rescue, content),
        widgets::withHint(m_rescue,
                          widgets::hint(tr("Where the new answer repeats what the client already has, the stream "
                                           "simply goes on. Where it differs, the client hears of the break."),
                                        content),
                          content));
    form->addRow(widgets::fieldLabel(tr("If a start is slow"), m_hedge, content),
                 widgets::withHint(hedgeRow,
                                   widgets::hint(tr("The first token wins and the other one is cancelled. Models that "
                                                    "usually think for longer get more time by themselves."),
                                                 content),
                                   content));
    form->addRow(
        widgets::fieldLabel(tr("Wait when asked, up to"), m_longestWait, content),
        widgets::withHint(m_longestWait,
                          widgets::hint(tr("A provider that asks for a longer wait (Retry-After) is not waited "
                                           "for: the fallback takes over at once."),
                                        content),
                          content));
    auto *column = new QVBoxLayout(content);
    column->setContentsMargins(16, 16, 16, 16);
    column->setSpacing(16);
    column->addWidget(
        widgets::hint(tr("For all routes, in force at once. Retries and their waits belong to each provider: "
                         "Providers, Network and limits."),
                      content));
    column->addLayout(form);
    column->addWidget(m_problem);
    column->addStretch(1);
    content->setMaximumWidth(760);
    for (QCheckBox *box : {m_rescue, m_hedge})
        connect(box, &QCheckBox::toggled, this, &ResilienceForm::takeEdit);
    for (QSpinBox *box : {m_hedgeAfter, m_longestWait})
        connect(box, &QSpinBox::valueChanged, this, &ResilienceForm::takeEdit);
    return content;
}

void ResilienceForm::takeSettings()
{
    const ResilienceView settings = m_gateway.resilience();
    m_isFilling = true;
    m_rescue->setChecked(settings.rescuesBrokenStreams);
    m_hedge->setChecked(settings.slowStartAfterMs > 0);
    if (settings.slowStartAfterMs > 0)
        m_hedgeAfter->setValue(toSeconds(settings.slowStartAfterMs));
    m_hedgeAfter->setEnabled(settings.slowStartAfterMs > 0);
    m_longestWait->setValue(toSeconds(settings.longestRetryAfterMs));
    m_isFilling = false;
}

void ResilienceForm::takeEdit()
{
    if (m_isFilling)
        return;
    ResilienceView settings = m_gateway.resilience();
    settings.rescuesBrokenStreams = m_rescue->isChecked();
    // Fractions of a second, from the management API, stay if the field was not edited.
    if (!m_hedge->isChecked())
        settings.slowStartAfterMs = 0;
    else if (toSeconds(settings.slowStartAfterMs) != m_hedgeAfter->value())
        settings.slowStartAfterMs = m_hedgeAfter->value() * 1'000;
    if (toSeconds(settings.longestRetryAfterMs) != m_longestWait->value())
        settings.longestRetryAfterMs = m_longestWait->value() * 1'000;
    m_hedgeAfter->setEnabled(m_hedge->isChecked());
    const QPointer<ResilienceForm> guard(this);
    m_gateway.saveResilience(settings, [guard](const gateway::Result<ResilienceView> &result) {
        if (!guard)
            return;
        guard->m_problem->setVisible(!result);
        if (!result) {
            guard->m_problem->setText(models::failureText(result.error()));
            guard->takeSettings();
        }
    });
}

QWidget *ResilienceForm::firstField() const
{
    return m_rescue;
}

} // namespace ui::pages
