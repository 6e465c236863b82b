// A square for each day, weeks side by side: the more was used, the stronger its colour.
#pragma once

#include "ui/display_format.h"
#include "ui/models/usage_chart.h"
#include "ui/widgets/readable_chart.h"

#include <QDate>
#include <QList>

namespace ui::widgets {

class UsageCalendar : public ReadableChart {
    Q_OBJECT
public:
    using ReadableChart::ReadableChart;

    // One value for each day from `first`, a Monday.
    void setDays(const QDate &first, const QList<qint64> &values, models::UsageMeasure measure);
    void setMarked(const QDate &first, const QDate &last); // the days that the page shows
    QDate dayOf(int item) const { return m_first.addDays(item); }

    int itemCount() const override { return static_cast<int>(m_values.size()); }
    QString itemText(int item) const override; // "Saturday, 21 November 2026: $14.20"
    QRect itemRect(int item) const override;

    QSize sizeHint() const override { return {340, 180}; }
    QSize minimumSizeHint() const override { return {260, 150}; }

protected:
    int itemFor(int key, int from) const override;               // up and down by days, left and right by weeks
    int itemAtFirst() const override { return itemCount() - 1; } // the newest day
    void paintEvent(QPaintEvent *event) override;

private:
    int weeks() const { return (itemCount() + 6) / 7; }
    int pitch() const; // from one square to the next
    int levelOf(qint64 value) const;
    QColor colorOf(int level) const;
    void paintNames(QPainter &painter) const;
    void paintScale(QPainter &painter) const;

    QDate m_first;
    QList<qint64> m_values;
    qint64 m_largest = 0;
    models::UsageMeasure m_measure = models::UsageMeasure::Cost;
    QDate m_markedFirst;
    QDate m_markedLast;
    DisplayFormat m_format;
};

} // namespace ui::widgets
