// The waterfall of tries: who was asked, what came of it, and when; hollow while waiting, filled while generating.
#pragma once

#include "gateway/api/gateway_views.h"

#include <QWidget>

class QPainter;

namespace ui::look {
class Theme;
}

namespace ui::widgets {

class AttemptBars : public QWidget {
    Q_OBJECT
public:
    explicit AttemptBars(const look::Theme &theme, QWidget *parent = nullptr); // the theme must outlive it

    // `total` is the duration of the request, the right end of the axis.
    void setAttempts(const QList<gateway::api::AttemptView> &attempts, gateway::api::Microseconds total,
                     bool isRunning);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;
    static gateway::RequestState stateOf(const gateway::api::AttemptView &attempt, bool isRunning);

protected:
    void paintEvent(QPaintEvent *event) override;
    bool event(QEvent *event) override;

private:
    int lineHeight() const;      // of an attempt without its reason
    int heightOf(int row) const; // with it
    int topOf(int row) const;    // of all above it; also for the row behind the last
    int rowAt(int y) const;      // or the number of rows
    void paintAttempt(QPainter &painter, int row, const QRectF &axis) const;
    void paintReason(QPainter &painter, const QString &why, qreal top) const;
    void paintAxis(QPainter &painter, const QRectF &axis) const;
    QRectF axisBounds() const;
    QString outcomeText(const gateway::api::AttemptView &attempt, bool isRunning) const;

    const look::Theme &m_theme;
    QList<gateway::api::AttemptView> m_attempts;
    gateway::api::Microseconds m_total{0};
    bool m_isRunning = false;
};

} // namespace ui::widgets
