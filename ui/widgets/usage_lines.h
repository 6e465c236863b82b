// Lines over time, each with a marker of its own; steps without a value interrupt them.
#pragma once

#include "ui/widgets/step_chart.h"

namespace ui::widgets {

class UsageLines : public StepChart {
    Q_OBJECT
public:
    using StepChart::StepChart;

    // Disc, square, triangle, diamond, then these without their filling: told apart without their colours.
    static void paintMarker(QPainter &painter, const QPointF &center, const look::Theme &theme, int series);

protected:
    qint64 largestShown() const override;
    void paintEvent(QPaintEvent *event) override;

private:
    void paintLine(QPainter &painter, int series) const;
};

} // namespace ui::widgets
