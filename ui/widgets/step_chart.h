// What charts over time share: steps side by side as items, an axis of amounts, the names of the steps below.
#pragma once

#include "ui/display_format.h"
#include "ui/models/usage_chart.h"
#include "ui/widgets/readable_chart.h"

namespace ui::widgets {

class StepChart : public ReadableChart {
    Q_OBJECT
public:
    using ReadableChart::ReadableChart;

    void setChart(const models::UsageChart &chart);
    const models::UsageChart &chart() const { return m_chart; }

    int itemCount() const override { return static_cast<int>(m_chart.steps.size()); }
    QString itemText(int step) const override; // "3 November: $12.40", then a line for each series
    QRect itemRect(int step) const override { return columnOf(step).toAlignedRect(); }

    QSize sizeHint() const override { return {600, 210}; }
    QSize minimumSizeHint() const override { return {240, 150}; }

protected:
    virtual qint64 largestShown() const = 0; // what the axis must reach
    QRectF plot() const;
    QRectF columnOf(int step) const;
    qint64 axisTop() const;
    void paintGround(QPainter &painter) const; // the column under pointer or keys
    void paintAxis(QPainter &painter) const;
    void paintFocus(QPainter &painter) const;

private:
    QString axisText(qint64 value) const;
    qreal axisLabelWidth() const;

    models::UsageChart m_chart;
    DisplayFormat m_format;
};

} // namespace ui::widgets
