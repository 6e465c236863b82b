// Requests of each minute as small bars: answered in grey, failed in red on top. Answers arrow keys.
#pragma once

#include "ui/widgets/readable_chart.h"

#include <QDateTime>
#include <QList>

namespace ui::widgets {

struct MinuteCount {
    QDateTime start; // local
    qint64 answered = 0;
    qint64 failed = 0;
    bool operator==(const MinuteCount &) const = default;
};

class MinuteBars : public ReadableChart {
    Q_OBJECT
public:
    // The theme must outlive it.
    explicit MinuteBars(const look::Theme &theme, QWidget *parent = nullptr);

    void setMinutes(const QList<MinuteCount> &minutes); // oldest first; the last one is now
    QString minuteText(int index) const;                // "14:02: 21 requests, 4 failed"

    int itemCount() const override { return static_cast<int>(m_minutes.size()); }
    QString itemText(int item) const override { return item < 0 ? QString() : minuteText(item); }
    QRect itemRect(int item) const override { return columnOf(item).toAlignedRect(); }

    QSize sizeHint() const override { return {480, 190}; }
    QSize minimumSizeHint() const override { return {240, 120}; }

protected:
    int itemFor(int key, int from) const override;
    int itemAtFirst() const override { return itemCount() - 1; } // now
    void paintEvent(QPaintEvent *event) override;

private:
    QRectF plot() const;
    QRectF columnOf(int index) const;
    qint64 axisTop() const;
    void paintAxis(QPainter &painter) const;
    QString summary() const;

    QList<MinuteCount> m_minutes;
};

} // namespace ui::widgets
