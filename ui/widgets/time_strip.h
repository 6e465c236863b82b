// The requests of a list by time as low bars: answered in grey, failed in red on top. A click or a drag chooses a range of
// time; the arrow keys, Shift and Enter do the same.
#pragma once

#include "ui/look/theme.h"
#include "ui/models/time_slots.h"

#include <QWidget>

namespace ui::widgets {

class TimeStrip : public QWidget {
    Q_OBJECT
public:
    explicit TimeStrip(const look::Theme &theme, QWidget *parent = nullptr); // the theme must outlive it

    void setTimes(const models::TimeSlots &times);
    const models::TimeSlots &times() const { return m_times; }
    int currentSlot() const { return m_current; } // by keyboard; -1: none
    QRectF columnOf(int slot) const;

    QSize sizeHint() const override { return {480, 52}; }
    QSize minimumSizeHint() const override { return {120, 40}; }

signals:
    void rangeChosen(int first, int last); // slots
    void wholeWanted();                    // Escape

protected:
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    bool event(QEvent *event) override; // tool tips

private:
    int slotAt(qreal x) const; // -1 without slots
    int count() const { return static_cast<int>(m_times.bars.size()); }
    void setCurrent(int slot, bool isExtending);
    void choose();
    void speak(const QString &text);

    const look::Theme &m_theme;
    models::TimeSlots m_times;
    int m_anchor = -1;  // where the range begins that is being chosen
    int m_current = -1; // and where it ends
    bool m_isDragging = false;
};

} // namespace ui::widgets
