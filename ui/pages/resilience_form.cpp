#include "ui/pages/resilience_form.h"

#include "ui/models/error_words.h"
#include "ui/widgets/form_parts.h"
#include "ui/widgets/label_color.h"

#include <QCheckBox>
#include <QComboBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QPointer>
#include <QScrollArea>
#include <QSpinBox>
#include <QVBoxLayout>

namespace ui::pages {

using gateway::api::GatewayFacade;
using gateway::api::Rescue;
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
    m_rescue = new QComboBox(content);
    m_rescue->setObjectName(QStringLiteral("rescue_streams"));
    m_rescue->addItem(tr("Tell the client"), static_cast<int>(Rescue::Off));
    m_rescue->addItem(tr("Go on where answers are equal"), static_cast<int>(Rescue::Match));
    m_rescue->addItem(tr("Go on in any case"), static_cast<int>(Rescue::MatchAndContinue));
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
    QFormLayout *form = widgets::newForm(nullptr);
    form->setVerticalSpacing(14); // each has a hint of several lines
    form->addRow(widgets::fieldLabel(tr("If a stream breaks"), m_rescue, content),
                 widgets::withHint(
                     m_rescue,
                     widgets::hint(tr("The request runs again. Where the new answer repeats what the client already "
                                      "has, the stream simply goes on. Where it differs, the client hears of the "
                                      "break, or the target is asked to go on from what the client has: models "
                                      "that refuse that are not asked."),
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
    addStreams(form, content);
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
    for (QCheckBox *box : {m_hedge, m_balance})
        connect(box, &QCheckBox::toggled, this, &ResilienceForm::takeEdit);
    for (QComboBox *box : {m_rescue, m_hold}) {
        box->setFocusPolicy(Qt::StrongFocus);
        connect(box, &QComboBox::currentIndexChanged, this, &ResilienceForm::takeEdit);
    }
    for (QSpinBox *box : {m_hedgeAfter, m_longestWait, m_heldTokens})
        connect(box, &QSpinBox::valueChanged, this, &ResilienceForm::takeEdit);
    return content;
}

void ResilienceForm::addStreams(QFormLayout *form, QWidget *content)
{
    m_hold = new QComboBox(content);
    m_hold->setObjectName(QStringLiteral("hold_streams"));
    m_hold->addItem(tr("Send at once"));
    m_hold->addItem(tr("Hold back the first tokens:"));
    m_hold->addItem(tr("Hold back to the end"));
    m_heldTokens = new QSpinBox(content);
    m_heldTokens->setObjectName(QStringLiteral("held_tokens"));
    m_heldTokens->setAccessibleName(tr("Tokens that are held back"));
    m_heldTokens->setRange(1, 1'000'000);
    m_heldTokens->setValue(20);
    m_heldTokens->setAlignment(Qt::AlignRight);
    m_heldTokens->setFixedWidth(96);
    m_heldTokens->setFocusPolicy(Qt::StrongFocus);
    m_heldTokens->setKeyboardTracking(false);
    m_balance = new QCheckBox(tr("Mind how targets fare"), content);
    m_balance->setObjectName(QStringLiteral("balance_targets"));
    auto *holdRow = new QWidget(content);
    auto *hold = new QHBoxLayout(holdRow);
    hold->setContentsMargins(0, 0, 0, 0);
    hold->addWidget(m_hold);
    hold->addWidget(m_heldTokens);
    hold->addStretch(1);
    form->addRow(
        widgets::fieldLabel(tr("Streams"), m_hold, content),
        widgets::withHint(holdRow,
                          widgets::hint(tr("What is held back can still come from another target, unseen."), content),
                          content));
    form->addRow(
        widgets::fieldLabel(tr("Draws by weight"), m_balance, content),
        widgets::withHint(m_balance,
                          widgets::hint(tr("Fast, cheap and healthy targets with room in their rate limits are drawn "
                                           "more often than their weight says. “Why here?” tells how much."),
                                        content),
                          content));
}

int ResilienceForm::heldTokens() const
{
    switch (m_hold->currentIndex()) {
    case 1: return m_heldTokens->value();
    case 2: return gateway::api::wholeAnswer;
    default: return 0;
    }
}

void ResilienceForm::takeSettings()
{
    const ResilienceView settings = m_gateway.resilience();
    m_isFilling = true;
    m_rescue->setCurrentIndex(qMax(0, m_rescue->findData(static_cast<int>(settings.rescue))));
    m_hold->setCurrentIndex(settings.heldTokens == gateway::api::wholeAnswer ? 2 : settings.heldTokens > 0 ? 1 : 0);
    if (settings.heldTokens > 0)
        m_heldTokens->setValue(settings.heldTokens);
    m_heldTokens->setVisible(m_hold->currentIndex() == 1);
    m_balance->setChecked(settings.isBalanced);
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
    settings.rescue = static_cast<Rescue>(m_rescue->currentData().toInt());
    settings.heldTokens = heldTokens();
    settings.isBalanced = m_balance->isChecked();
    m_heldTokens->setVisible(m_hold->currentIndex() == 1);
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
