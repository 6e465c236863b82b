// A quick filter: a rounded button with the shape of a state, its name and, where known, a count.
#pragma once

#include "gateway/base/request_state.h"

#include <QAbstractButton>

namespace ui::look {
class Theme;
}

namespace ui::widgets {

class ChipButton : public QAbstractButton {
    Q_OBJECT
public:
    // The theme must outlive the button.
    ChipButton(const look::Theme &theme, gateway::RequestState shape, const QString &text, QWidget *parent = nullptr);

    void setCount(int count); // below 1: no figure

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    const look::Theme &m_theme;
    gateway::RequestState m_shape;
    int m_count = 0;
};

} // namespace ui::widgets
