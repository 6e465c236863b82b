// Stacked bars over time. Each bar is told by tool tip, and reached by the arrow keys.
#pragma once

#include "ui/display_format.h"
#include "ui/models/usage_chart.h"

#include <QWidget>

namespace ui::look {
class Theme;
}

namespace ui::widgets {

class UsageBars : public QWidget {
    Q_OBJECT
public:
    // The theme must outlive it.
    explicit UsageBars(const look::Theme &theme, QWidget *parent = nullptr);

    void setChart(const models::UsageChart &chart);
    QString stepText(int step) const;             // "3 November: $12.40; anthropic $11.28, openai $1.12"
    int currentStep() const { return m_current; } // -1: none

    // The colour and pattern of a series, for legends.
    static void paintSwatch(QPainter &painter, const QRectF &rect, const look::Theme &theme, int series);

    QSize sizeHint() const override { return {600, 210}; }
    QSize minimumSizeHint() const override { return {320, 150}; }

signals:
    void stepActivated(int step);

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    bool event(QEvent *event) override;

private:
    QRectF plot() const;
    QRectF columnOf(int step) const;
    int stepAt(const QPointF &point) const;
    void setCurrent(int step);
    qint64 axisTop() const;
    QString axisLabel(int line) const; // counted from the bottom
    qreal axisLabelWidth() const;
    void paintAxis(QPainter &painter, const QRectF &area) const;
    void paintBar(QPainter &painter, int step) const;

    const look::Theme &m_theme;
    models::UsageChart m_chart;
    DisplayFormat m_format;
    int m_current = -1; // by keyboard
    int m_hovered = -1;
};

} // namespace ui::widgets
