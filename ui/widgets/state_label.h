// A state as shape and words in its colour.
#pragma once

#include "ui/look/theme.h"

#include <QWidget>

namespace ui::widgets {

// As a badge it lies on the tinted ground of the state. An empty text shows the shape alone.
class StateLabel : public QWidget {
    Q_OBJECT
public:
    explicit StateLabel(const look::Theme &theme, QWidget *parent = nullptr);

    void setState(gateway::RequestState state, const QString &text);
    void setBadge(bool isBadge);
    void setTextStyle(look::TextStyle style);
    void setCalm(bool isCalm); // words in the colour of text; the shape keeps its own
    QString text() const { return m_text; }
    gateway::RequestState state() const { return m_state; }

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    const look::Theme &m_theme;
    gateway::RequestState m_state = gateway::RequestState::Cancelled;
    QString m_text;
    look::TextStyle m_style = look::TextStyle::Body;
    bool m_isBadge = false;
    bool m_isCalm = false;
};

} // namespace ui::widgets
