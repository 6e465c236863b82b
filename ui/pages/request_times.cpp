#include "ui/pages/request_times.h"

#include "ui/look/theme.h"
#include "ui/widgets/form_parts.h"
#include "ui/widgets/label_color.h"
#include "ui/widgets/time_strip.h"

#include <QHeaderView>
#include <QLabel>
#include <QPointer>
#include <QPushButton>
#include <QTableView>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace ui::pages {

using gateway::api::HistoryQuery;
using gateway::api::LogBucket;

namespace {

constexpr int day = 86'400;
constexpr int fineSeconds = 60; // for some days it is known to the minute when they begin
constexpr int leastBars = 15;   // the first request of all is a bar among others, not the whole strip
constexpr int tableHeight = 150;

} // namespace

RequestTimes::RequestTimes(const look::Theme &theme, Ask ask, QWidget *parent)
    : QWidget(parent)
    , m_ask(std::move(ask))
    , m_strip(new widgets::TimeStrip(theme, this))
    , m_model(new models::TimeSlotModel(this))
    , m_table(new QTableView(this))
    , m_summary(new QLabel(this))
    , m_whole(new QPushButton(tr("All times"), this))
    , m_tableButton(new QToolButton(this))
{
    setObjectName(QStringLiteral("requestTimes"));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 0, 12, 4);
    layout->setSpacing(2);
    auto *row = new QHBoxLayout;
    row->addWidget(m_summary, 1);
    row->addWidget(m_whole);
    row->addWidget(m_tableButton);
    layout->addLayout(row);
    layout->addWidget(m_strip);
    layout->addWidget(m_table);
    m_strip->setObjectName(QStringLiteral("timeStrip"));
    m_strip->setAccessibleName(tr("Requests by time"));
    m_summary->setObjectName(QStringLiteral("timesSummary"));
    widgets::setTextStyle(m_summary, "small");
    widgets::setTone(*m_summary, "secondary");
    m_whole->setObjectName(QStringLiteral("allTimes"));
    m_whole->setAccessibleName(m_whole->text());
    m_whole->hide();
    m_tableButton->setObjectName(QStringLiteral("timesTableButton"));
    m_tableButton->setText(tr("Table"));
    m_tableButton->setAccessibleName(tr("Requests by time as a table"));
    m_tableButton->setToolTip(m_tableButton->accessibleName());
    m_tableButton->setCheckable(true);
    m_tableButton->setAutoRaise(true);
    m_tableButton->setFocusPolicy(Qt::TabFocus);
    m_table->setObjectName(QStringLiteral("timesTable"));
    m_table->setAccessibleName(tr("Requests by time"));
    m_table->setModel(m_model);
    widgets::prepareTable(*m_table);
    m_table->setFixedHeight(tableHeight);
    m_table->horizontalHeader()->setSectionResizeMode(models::TimeSlotModel::Start, QHeaderView::Stretch);
    m_table->hide();
    connect(m_strip, &widgets::TimeStrip::rangeChosen, this, &RequestTimes::choose);
    connect(m_strip, &widgets::TimeStrip::wholeWanted, this, &RequestTimes::wholeWanted);
    connect(m_whole, &QPushButton::clicked, this, &RequestTimes::wholeWanted);
    connect(m_tableButton, &QToolButton::toggled, this, &RequestTimes::setTableShown);
    connect(m_table, &QTableView::activated, this, [this](const QModelIndex &index) {
        const int slot = m_model->slotAt(index.row());
        if (slot >= 0)
            choose(slot, slot);
    });
}

void RequestTimes::count(const HistoryQuery &query)
{
    m_query = query;
    m_query.beforeSequence = 0;
    m_query.offset = 0;
    m_mustCount = !isVisible();
    ++m_generation;
    m_whole->setVisible(query.startedFrom.isValid());
    if (m_mustCount)
        return;
    if (query.startedFrom.isValid() && query.startedUntil.isValid())
        askSlots(query.startedFrom.toLocalTime(), query.startedUntil.toLocalTime());
    else
        findRange();
}

void RequestTimes::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    if (m_mustCount)
        count(m_query);
}

void RequestTimes::askFor(int bucketSeconds, std::function<void(const Buckets &)> take)
{
    gateway::api::LogHistogramQuestion question;
    question.bucketSeconds = bucketSeconds;
    m_ask(m_query, question,
          [self = QPointer(this), generation = m_generation, take = std::move(take)](gateway::Result<Buckets> buckets) {
              // Why the store cannot be read says the banner of the page.
              if (self && self->m_generation == generation && buckets)
                  take(*buckets);
          });
}

void RequestTimes::findRange()
{
    askFor(day, [this](const Buckets &days) {
        if (days.isEmpty())
            return showTimes({});
        const QDateTime first = days.constFirst().start;
        const QDateTime end = days.constLast().start.addSecs(day);
        if (first.secsTo(end) > 2 * day)
            return askSlots(first.toLocalTime(), std::min(end, QDateTime::currentDateTime()).toLocalTime());
        askFor(fineSeconds, [this](const Buckets &minutes) {
            if (minutes.isEmpty())
                return showTimes({});
            const QDateTime until = minutes.constLast().start.addSecs(fineSeconds - 1).toLocalTime();
            const QDateTime from =
                std::min(minutes.constFirst().start.toLocalTime(), until.addSecs(1 - leastBars * fineSeconds));
            showTimes(models::slotsOf(minutes, from, until, std::max(fineSeconds, models::slotSeconds(from, until))));
        });
    });
}

void RequestTimes::askSlots(const QDateTime &from, const QDateTime &until)
{
    const int seconds = models::slotSeconds(from, until);
    askFor(models::bucketSeconds(seconds, from), [this, from, until, seconds](const Buckets &buckets) {
        showTimes(models::slotsOf(buckets, from, until, seconds));
    });
}

void RequestTimes::showTimes(const models::TimeSlots &times)
{
    m_strip->setTimes(times);
    m_model->setTimes(times);
    qint64 requests = 0;
    qint64 failed = 0;
    qint64 tokens = 0;
    gateway::Money cost;
    for (const models::TimeSlot &bar : times.bars) {
        requests += bar.requests();
        failed += bar.failed;
        cost += bar.cost;
        tokens += bar.tokens;
    }
    const DisplayFormat format;
    QString text;
    if (!times.bars.isEmpty()) {
        const QString range =
            models::rangeText(times.bars.constFirst().start, times.endOf(static_cast<int>(times.bars.size()) - 1));
        text = tr("%1 · %2 requests · %3 failed · %4")
                   .arg(range, format.exactCount(requests), format.exactCount(failed), format.moneyTotal(cost));
        if (tokens > 0)
            text += QStringLiteral(" · ") + tr("%1 tokens").arg(format.count(tokens));
    }
    m_summary->setText(text);
    m_strip->setAccessibleDescription(text);
}

void RequestTimes::choose(int first, int last)
{
    const models::TimeSlots &times = m_strip->times();
    if (first < 0 || last >= times.bars.size())
        return;
    emit rangeChosen(times.bars.at(first).start, times.endOf(last).addMSecs(-1));
}

void RequestTimes::setTableShown(bool isShown)
{
    m_table->setVisible(isShown);
    m_strip->setVisible(!isShown);
}

} // namespace ui::pages
