// Requests of each minute as small bars: answered in grey, failed in red on top. Answers arrow keys.
#pragma once

#include "ui/look/theme.h"

#include <QDateTime>
#include <QList>
#include <QWidget>

namespace ui::widgets {

struct MinuteCount {
    QDateTime start; // local
    qint64 answered = 0;
    qint64 failed = 0;
    bool operator==(const MinuteCount &) const = default;
};

class MinuteBars : public QWidget {
    Q_OBJECT
public:
    // The theme must outlive it.
    explicit MinuteBars(const look::Theme &theme, QWidget *parent = nullptr);

    void setMinutes(const QList<MinuteCount> &minutes); // oldest first; the last one is now
    QString minuteText(int index) const;                // "14:02: 21 requests, 4 failed"
    int currentMinute() const { return m_current; }     // -1: none

    QSize sizeHint() const override { return {480, 190}; }
    QSize minimumSizeHint() const override { return {240, 120}; }

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    bool event(QEvent *event) override; // tool tips

private:
    QRectF plot() const;
    QRectF columnOf(int index) const;
    qint64 axisTop() const;
    void setCurrent(int index);
    void paintAxis(QPainter &painter) const;
    QString summary() const;

    const look::Theme &m_theme;
    QList<MinuteCount> m_minutes;
    int m_current = -1; // by keyboard
};

} // namespace ui::widgets
