// What was spent in a window, against where it warns and stops, and what it comes to. Answers arrow keys.
#pragma once

#include "ui/display_format.h"
#include "ui/models/spend_curve.h"
#include "ui/widgets/readable_chart.h"

namespace ui::widgets {

class SpendCurveChart : public ReadableChart {
    Q_OBJECT
public:
    using ReadableChart::ReadableChart;

    void setCurve(const models::SpendCurve &curve);

    int itemCount() const override { return static_cast<int>(m_curve.points.size()); }
    QString itemText(int item) const override; // "14:31: $4.42"
    QRect itemRect(int item) const override;

    QSize sizeHint() const override { return {520, 200}; }
    QSize minimumSizeHint() const override { return {260, 110}; }

protected:
    int itemAtFirst() const override { return itemCount() - 1; } // now
    void paintEvent(QPaintEvent *event) override;

private:
    QRectF plot() const;
    double top() const; // nano-dollars
    QPointF place(const QDateTime &time, double spent) const;
    void paintAxis(QPainter &painter) const;
    void paintLevels(QPainter &painter) const;
    void paintSpent(QPainter &painter) const;
    void paintForecast(QPainter &painter) const;
    void paintLabel(QPainter &painter, double spent, const QString &text, const QColor &color) const;
    QStringList labels() const;

    models::SpendCurve m_curve;
    DisplayFormat m_format;
};

} // namespace ui::widgets
