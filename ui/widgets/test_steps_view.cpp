#include "ui/widgets/test_steps_view.h"

#include <QCoreApplication>
#include <QGridLayout>
#include <QLabel>
#include <QLocale>
#include <QPainter>

#include "ui/widgets/state_label.h"

namespace ui::widgets {

using gateway::RequestState;
using gateway::api::ProviderTestStep;
using gateway::api::TestOutcome;
using gateway::api::TestStep;

namespace {

QString words(const char *text)
{
    return QCoreApplication::translate("TestStepsView", text);
}

// What the step is called before and after it went well.
QString stepName(TestStep step, TestOutcome outcome)
{
    const bool isDone = outcome == TestOutcome::Passed;
    switch (step) {
    case TestStep::Address:
        return isDone ? words(QT_TRANSLATE_NOOP("TestStepsView", "Address reached"))
                      : words(QT_TRANSLATE_NOOP("TestStepsView", "Address"));
    case TestStep::Key:
        return isDone ? words(QT_TRANSLATE_NOOP("TestStepsView", "Key accepted"))
                      : words(QT_TRANSLATE_NOOP("TestStepsView", "Key"));
    case TestStep::Models:
        return isDone ? words(QT_TRANSLATE_NOOP("TestStepsView", "Models listed"))
                      : words(QT_TRANSLATE_NOOP("TestStepsView", "Models"));
    case TestStep::Answer:
        return isDone ? words(QT_TRANSLATE_NOOP("TestStepsView", "One short answer streamed"))
                      : words(QT_TRANSLATE_NOOP("TestStepsView", "One short answer"));
    }
    return {};
}

QString durationText(std::chrono::milliseconds duration)
{
    const QLocale locale;
    if (duration.count() < 1000)
        return words(QT_TRANSLATE_NOOP("TestStepsView", "%1 ms")).arg(locale.toString(qlonglong(duration.count())));
    return words(QT_TRANSLATE_NOOP("TestStepsView", "%1 s"))
        .arg(locale.toString(static_cast<double>(duration.count()) / 1000.0, 'f', 2));
}

} // namespace

TestStepsView::TestStepsView(const look::Theme &theme, QWidget *parent) : QWidget(parent), m_theme(theme)
{
    auto *grid = new QGridLayout(this);
    grid->setContentsMargins(12, 8, 12, 8);
    grid->setHorizontalSpacing(16);
    grid->setVerticalSpacing(4);
    grid->setColumnStretch(1, 1);
    for (int index = 0; index < 4; ++index) {
        Row &row = m_rows[static_cast<std::size_t>(index)];
        row.name = new StateLabel(theme, this);
        row.name->setTextStyle(look::TextStyle::Strong);
        row.name->setCalm(true);
        row.fact = new QLabel(this);
        row.fact->setProperty("tone", QStringLiteral("secondary"));
        row.fact->setTextFormat(Qt::PlainText);
        row.fact->setWordWrap(true);
        row.duration = new QLabel(this);
        row.duration->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
        row.problem = new QLabel(this);
        row.problem->setProperty("tone", QStringLiteral("error"));
        row.problem->setTextFormat(Qt::PlainText);
        row.problem->setWordWrap(true);
        row.problem->setContentsMargins(21, 0, 0, 4);
        row.problem->setTextInteractionFlags(Qt::TextSelectableByMouse);
        row.step.step = static_cast<TestStep>(index);
        grid->setRowMinimumHeight(index * 2, theme.rowHeight());
        grid->addWidget(row.name, index * 2, 0);
        grid->addWidget(row.fact, index * 2, 1);
        grid->addWidget(row.duration, index * 2, 2);
        grid->addWidget(row.problem, index * 2 + 1, 0, 1, 3);
    }
    // Wide enough for the longest name from the start, so that nothing moves while the steps happen.
    int widest = 0;
    const QFontMetrics metrics(theme.font(look::TextStyle::Strong));
    for (const Row &row : m_rows) {
        for (const TestOutcome outcome : {TestOutcome::Running, TestOutcome::Passed})
            widest = qMax(widest, metrics.horizontalAdvance(stepName(row.step.step, outcome)));
    }
    grid->setColumnMinimumWidth(0, widest + 26);
    grid->setColumnMinimumWidth(2, metrics.horizontalAdvance(QStringLiteral("00,000 ms")));
    reset();
}

void TestStepsView::reset()
{
    for (Row &row : m_rows) {
        const TestStep step = row.step.step;
        row.step = {};
        row.step.step = step;
        row.step.outcome = TestOutcome::Skipped;
        showRow(row);
        row.name->setState(RequestState::Cancelled, stepName(step, TestOutcome::Skipped));
        row.fact->setText(QString());
    }
}

void TestStepsView::setStep(const ProviderTestStep &step)
{
    Row &row = m_rows[static_cast<std::size_t>(step.step)];
    row.step = step;
    showRow(row);
}

void TestStepsView::showRow(Row &row)
{
    const ProviderTestStep &step = row.step;
    RequestState state = RequestState::Cancelled;
    switch (step.outcome) {
    case TestOutcome::Running:
        state =
            step.step == TestStep::Answer && !step.fact.isEmpty() ? RequestState::Streaming : RequestState::InFlight;
        break;
    case TestOutcome::Passed: state = RequestState::Succeeded; break;
    case TestOutcome::Failed: state = RequestState::UpstreamError; break;
    case TestOutcome::Skipped: break;
    }
    row.name->setState(state, stepName(step.step, step.outcome));
    const QString skipped = step.outcome == TestOutcome::Skipped ? tr("skipped") : QString();
    row.fact->setText(step.fact.isEmpty() ? skipped : step.fact);
    row.duration->setText(step.duration.count() > 0 ? durationText(step.duration) : QString());
    row.problem->setText(step.problem);
    row.problem->setVisible(!step.problem.isEmpty());
}

QString TestStepsView::problem() const
{
    for (const Row &row : m_rows) {
        if (row.step.outcome == TestOutcome::Failed)
            return row.step.problem;
    }
    return {};
}

void TestStepsView::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(m_theme.color(look::ColorRole::Divider));
    painter.setBrush(m_theme.color(look::ColorRole::Sunken));
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6);
}

} // namespace ui::widgets
