// Stacked bars over time.
#pragma once

#include "ui/widgets/step_chart.h"

namespace ui::widgets {

class UsageBars : public StepChart {
    Q_OBJECT
public:
    using StepChart::StepChart;

    // The colour and pattern of a series, for legends.
    static void paintSwatch(QPainter &painter, const QRectF &rect, const look::Theme &theme, int series);

protected:
    qint64 largestShown() const override { return chart().largest; }
    void paintEvent(QPaintEvent *event) override;

private:
    void paintBar(QPainter &painter, int step) const;
};

} // namespace ui::widgets
