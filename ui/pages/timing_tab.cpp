#include "ui/pages/timing_tab.h"

#include "ui/display_format.h"
#include "ui/look/theme.h"
#include "ui/widgets/attempt_bars.h"
#include "ui/widgets/facts_grid.h"
#include "ui/widgets/form_parts.h"
#include "ui/widgets/label_color.h"
#include "ui/widgets/timing_bar.h"

#include <QLabel>
#include <QScrollArea>
#include <QVBoxLayout>

namespace ui::pages {

using gateway::api::Microseconds;
using gateway::api::RequestDetail;
using look::ColorRole;
using look::TextStyle;

TimingTab::TimingTab(const look::Theme &theme, QWidget *parent)
    : DetailTab(parent)
    , m_theme(theme)
    , m_area(widgets::readingArea(new QWidget, "timingArea", tr("Timing"), this))
    , m_title(new QLabel(tr("Timing of the answer")))
    , m_total(new QLabel)
    , m_note(new QLabel(tr("Times are shown when the request has ended.")))
    , m_attemptsTitle(new QLabel(tr("Attempts")))
    , m_bar(new widgets::TimingBar(theme))
    , m_attempts(new widgets::AttemptBars(theme))
    , m_figures(new widgets::FactsGrid(theme, {tr("Lasted"), tr("Share")}, true))
{
    auto *layout = new QVBoxLayout(m_area->widget());
    layout->setContentsMargins(16, 12, 16, 12);
    layout->setSpacing(8);
    auto *head = new QHBoxLayout;
    head->addWidget(m_title);
    head->addStretch(1);
    head->addWidget(m_total);
    layout->addLayout(head);
    layout->addWidget(m_note);
    layout->addWidget(m_bar);
    m_figures->setObjectName(QStringLiteral("timingFigures"));
    m_figures->setMinimumWidth(260);
    auto *lower = new QHBoxLayout;
    lower->setSpacing(32);
    lower->addWidget(m_figures, 0, Qt::AlignTop);
    auto *tries = new QVBoxLayout;
    tries->setSpacing(8);
    tries->addWidget(m_attemptsTitle);
    tries->addWidget(m_attempts);
    tries->addStretch(1);
    lower->addLayout(tries, 1);
    layout->addSpacing(8);
    layout->addLayout(lower);
    layout->addStretch(1);
    connect(&theme, &look::Theme::changed, this, &TimingTab::applyTheme);
    applyTheme();
}

QWidget *TimingTab::focusTarget()
{
    return m_area;
}

void TimingTab::showDetail(const RequestDetail &detail, bool)
{
    const DisplayFormat format;
    const bool isRunning = !hasEnded(detail.summary.state);
    const QList<widgets::TimingPart> parts = widgets::timingParts(detail);
    double sum = 0;
    for (const widgets::TimingPart &part : parts)
        sum += static_cast<double>(part.lasted.count());
    QList<widgets::FactsGrid::Row> rows;
    for (const widgets::TimingPart &part : parts) {
        rows << widgets::FactsGrid::Row{
            widgets::timingPartName(part.kind),
            {format.duration(part.lasted),
             format.percent(static_cast<double>(part.lasted.count()) / std::max(1.0, sum))}};
    }
    m_figures->setRows(rows);
    m_bar->setParts(parts);
    m_total->setText(tr("%1 in all").arg(format.duration(detail.summary.duration)));
    m_attempts->setAttempts(detail.attempts, detail.summary.duration, isRunning);
    m_note->setText(isRunning ? tr("Times are shown when the request has ended.")
                              : tr("Nothing was measured: the request was not sent to a provider."));
    m_note->setVisible(parts.isEmpty());
    m_bar->setVisible(!parts.isEmpty());
    m_figures->setVisible(!parts.isEmpty());
    m_attempts->setVisible(!detail.attempts.isEmpty());
    m_attemptsTitle->setVisible(!detail.attempts.isEmpty());
}

void TimingTab::applyTheme()
{
    widgets::setTextStyle(m_title, "strong");
    widgets::setTextStyle(m_attemptsTitle, "strong");
    for (QLabel *quiet : {m_total, m_note}) {
        widgets::setTextStyle(quiet, "small");
        widgets::setTone(*quiet, "secondary");
    }
}

} // namespace ui::pages
