#include "ui/pages/selection_summary.h"

#include "ui/display_format.h"
#include "ui/look/theme.h"
#include "ui/models/request_text.h"
#include "ui/models/session_figures.h"
#include "ui/models/session_text.h"
#include "ui/widgets/facts_grid.h"
#include "ui/widgets/label_color.h"

#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace ui::pages {

using gateway::api::RequestSummary;
using gateway::api::SessionView;

SelectionFigures sumUp(const QList<RequestSummary> &requests)
{
    SelectionFigures sum;
    sum.requests = static_cast<int>(requests.size());
    for (const RequestSummary &request : requests) {
        if (hasFailed(request.state))
            ++sum.failed;
        if (!hasEnded(request.state))
            ++sum.running;
        if (!request.inputTokens && !request.outputTokens)
            ++sum.withoutTokens;
        sum.inputTokens += request.inputTokens.value_or(0);
        sum.cachedTokens += request.cachedTokens.value_or(0);
        sum.outputTokens += request.outputTokens.value_or(0);
        sum.cost += request.cost.value_or(gateway::Money{});
        sum.withoutPrice += request.unpricedAttempts > 0 ? 1 : 0;
        if (!sum.first.isValid() || request.startedAt < sum.first)
            sum.first = request.startedAt;
        if (!sum.last.isValid() || request.startedAt > sum.last)
            sum.last = request.startedAt;
    }
    return sum;
}

SelectionSummary::SelectionSummary(const look::Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_title(new QLabel(this))
    , m_compare(new QPushButton(tr("Compare"), this))
    , m_figures(new widgets::FactsGrid(theme, {QString()}, true, this))
{
    setObjectName(QStringLiteral("selectionSummary"));
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::Base);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 14, 16, 14);
    layout->setSpacing(10);
    auto *head = new QHBoxLayout;
    head->addWidget(m_title);
    head->addWidget(m_compare);
    head->addStretch(1);
    layout->addLayout(head);
    layout->addWidget(m_figures, 0, Qt::AlignLeft);
    layout->addStretch(1);
    m_title->setObjectName(QStringLiteral("selectionTitle"));
    m_compare->setObjectName(QStringLiteral("compareSelected"));
    m_compare->setAccessibleName(tr("Compare the two requests"));
    m_compare->setToolTip(tr("Compare the two requests (Ctrl+D)"));
    connect(m_compare, &QPushButton::clicked, this, &SelectionSummary::compareWanted);
    m_figures->setMinimumWidth(300);
    connect(&theme, &look::Theme::changed, this, &SelectionSummary::applyTheme);
    applyTheme();
}

void SelectionSummary::showRequests(const QList<RequestSummary> &requests)
{
    const SelectionFigures sum = sumUp(requests);
    const DisplayFormat format;
    m_title->setText(tr("%n requests selected", nullptr, sum.requests));
    m_compare->setVisible(sum.requests == 2 && sum.running == 0);
    const auto span = std::chrono::milliseconds(sum.first.msecsTo(sum.last));
    const QDateTime now = QDateTime::currentDateTime();
    QList<widgets::FactsGrid::Row> rows{
        {tr("Failed"), {failedText(sum.failed, sum.requests)}},
        {tr("Still running"), {format.exactCount(sum.running)}},
        {tr("Input tokens"), {format.exactCount(sum.inputTokens)}},
        {tr("of them cached"), {format.exactCount(sum.cachedTokens)}},
        {tr("Output tokens"), {format.exactCount(sum.outputTokens)}},
        {tr("Without token counts"), {format.exactCount(sum.withoutTokens)}},
        {tr("Cost"), {format.moneyTotal(sum.cost)}},
        {tr("Without a price"), {format.exactCount(sum.withoutPrice)}},
        {tr("First started"), {format.moment(sum.first, now)}},
        {tr("Last started"), {format.moment(sum.last, now)}},
        {tr("Span"), {format.duration(span)}},
    };
    m_figures->setRows(rows);
}

void SelectionSummary::showSessions(const QList<SessionView> &sessions)
{
    const DisplayFormat format;
    const QDateTime now = QDateTime::currentDateTime();
    SessionView sum = sessions.value(0);
    for (qsizetype next = 1; next < sessions.size(); ++next) {
        models::addFigures(sum, sessions.at(next));
        models::addTimes(sum, sessions.at(next));
    }
    m_title->setText(sessions.size() == 1
                         ? models::sessionHeadline(sum)
                         : tr("%1 sessions selected").arg(format.exactCount(static_cast<qint64>(sessions.size()))));
    m_compare->hide();
    m_figures->setRows({
        {tr("Requests"), {format.exactCount(sum.requests)}},
        {tr("Failed"), {failedText(sum.failed, sum.requests)}},
        {tr("Input tokens"), {format.exactCount(sum.inputTokens)}},
        {tr("Output tokens"), {format.exactCount(sum.outputTokens)}},
        {tr("Cost"), {format.moneyTotal(sum.cost)}},
        {tr("Without a price"), {format.exactCount(sum.unpriced)}},
        {tr("First started"), {format.moment(sum.firstStart, now)}},
        {tr("Last started"), {format.moment(sum.lastStart, now)}},
        {tr("Span"), {format.duration(std::chrono::milliseconds(sum.firstStart.msecsTo(sum.lastStart)))}},
    });
}

QString SelectionSummary::failedText(qint64 failed, qint64 requests)
{
    const DisplayFormat format;
    const double share = requests == 0 ? 0 : static_cast<double>(failed) / static_cast<double>(requests);
    return tr("%1 (%2)", "count, share").arg(format.exactCount(failed), format.percent(share));
}

void SelectionSummary::applyTheme()
{
    widgets::setTextStyle(m_title, "strong");
}

} // namespace ui::pages
