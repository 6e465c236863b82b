// The strip above the request list: how many there were when. Chooses a range of time for the list.
#pragma once

#include "gateway/api/gateway_facade.h"
#include "ui/models/time_slots.h"

#include <QWidget>

#include <functional>

class QLabel;
class QPushButton;
class QTableView;
class QToolButton;

namespace ui::look {
class Theme;
}
namespace ui::widgets {
class TimeStrip;
}

namespace ui::pages {

class RequestTimes : public QWidget {
    Q_OBJECT
public:
    using Ask =
        std::function<void(const gateway::api::HistoryQuery &query, const gateway::api::LogHistogramQuestion &question,
                           gateway::api::Reply<QList<gateway::api::LogBucket>> reply)>;

    RequestTimes(const look::Theme &theme, Ask ask, QWidget *parent = nullptr); // the theme must outlive it

    // Counts what the list shows. Costs nothing while the strip is hidden; it is then done when it is shown.
    void count(const gateway::api::HistoryQuery &query);

signals:
    void rangeChosen(const QDateTime &from, const QDateTime &until); // both belong to it
    void wholeWanted();                                              // all times again

protected:
    void showEvent(QShowEvent *event) override;

private:
    using Buckets = QList<gateway::api::LogBucket>;
    void askFor(int bucketSeconds, std::function<void(const Buckets &)> take);
    void findRange();
    void askSlots(const QDateTime &from, const QDateTime &until);
    void showTimes(const models::TimeSlots &times);
    void choose(int first, int last);
    void setTableShown(bool isShown);

    Ask m_ask;
    widgets::TimeStrip *m_strip;
    models::TimeSlotModel *m_model;
    QTableView *m_table;
    QLabel *m_summary;
    QPushButton *m_whole;
    QToolButton *m_tableButton;
    gateway::api::HistoryQuery m_query;
    quint64 m_generation = 0;
    bool m_mustCount = false;
};

} // namespace ui::pages
