// Stacked bars over time.
#pragma once

#include "ui/widgets/step_chart.h"

#include <algorithm>

namespace ui::widgets {

class UsageBars : public StepChart {
    Q_OBJECT
public:
    using StepChart::StepChart;

    // The colour and pattern of a series, for legends.
    static void paintSwatch(QPainter &painter, const QRectF &rect, const look::Theme &theme, int series);

    // What each step from that one on may come to, because it has not begun; 0: nothing is said.
    void setForecast(qint64 perStep, int firstStep = 0);

protected:
    qint64 largestShown() const override { return std::max(chart().largest, m_forecast); }
    void paintEvent(QPaintEvent *event) override;

private:
    void paintBar(QPainter &painter, int step) const;
    void paintForecast(QPainter &painter, int step) const;
    QRectF barOf(int step) const; // as wide as it is drawn, as high as the plot

    qint64 m_forecast = 0;
    int m_firstToCome = 0;
};

} // namespace ui::widgets
