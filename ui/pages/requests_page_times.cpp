// When the requests of the list were: the strip above it, and the range of time that is chosen there.
#include "ui/models/request_table_model.h"
#include "ui/pages/request_times.h"
#include "ui/pages/request_toolbar.h"
#include "ui/pages/requests_page.h"
#include "ui/pages/saved_filters.h"

#include <QAction>

namespace ui::pages {

using namespace std::chrono_literals;
using gateway::api::HistoryQuery;
using gateway::api::LogHistogramQuestion;

namespace {

const QString shownSetting = QStringLiteral("requests/times");

} // namespace

void RequestsPage::makeTimes()
{
    m_times = new RequestTimes(
        m_theme,
        [this](const HistoryQuery &query, const LogHistogramQuestion &question,
               gateway::api::Reply<QList<gateway::api::LogBucket>> reply) {
            if (const auto &condition = m_model->filter().condition)
                m_inspector.queryRequestHistogram(query, *condition, question, std::move(reply));
            else
                m_facade.queryLogHistogram(query, question, std::move(reply));
        },
        this);
    m_times->hide();
    m_countDelay.setSingleShot(true);
    m_countDelay.setInterval(10s);
    connect(&m_countDelay, &QTimer::timeout, this, [this] {
        countTimes();
        if (isGrouped())
            countSessions();
    });
    connect(m_savedFilters, &SavedFilters::chosen, this, &RequestsPage::openWanted);
    connect(m_times, &RequestTimes::rangeChosen, this, &RequestsPage::chooseTimes);
    connect(m_times, &RequestTimes::wholeWanted, this, [this] { chooseTimes({}, {}); });
}

QAction *RequestsPage::makeTimesAction()
{
    m_showTimes = new QAction(tr("Show requests by time"), this);
    m_showTimes->setObjectName(QStringLiteral("actionTimes"));
    m_showTimes->setCheckable(true);
    m_showTimes->setChecked(m_settings.value(shownSetting) != "hidden");
    connect(m_showTimes, &QAction::toggled, this, [this](bool isShown) {
        m_settings.keep(shownSetting, isShown ? "shown" : "hidden");
        updateTimes();
    });
    return m_showTimes;
}

// Where there was never a request there are no times.
void RequestsPage::updateTimes()
{
    const bool hasSome = m_model->rowCount() > 0 || !m_model->filter().isEmpty();
    m_times->setVisible(m_showTimes && m_showTimes->isChecked() && hasSome);
}

void RequestsPage::countTimes()
{
    m_countDelay.stop();
    m_times->count(query(0));
}

void RequestsPage::chooseTimes(const QDateTime &from, const QDateTime &until)
{
    m_chosenFrom = from;
    m_chosenUntil = until;
    applyFilter();
}

void RequestsPage::clearFilter()
{
    m_chosenFrom = {};
    m_chosenUntil = {};
    m_toolbar->clearFilter();
}

} // namespace ui::pages
