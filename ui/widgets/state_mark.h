// The shape of a state as a small widget.
#pragma once

#include "gateway/base/request_state.h"

#include <QWidget>

namespace ui::look {
class Theme;
}

namespace ui::widgets {

class StateMark : public QWidget {
    Q_OBJECT
public:
    explicit StateMark(const look::Theme &theme, QWidget *parent = nullptr); // the theme must outlive it

    void setState(gateway::RequestState state);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    const look::Theme &m_theme;
    gateway::RequestState m_state = gateway::RequestState::InFlight;
    int m_step = 0;
};

} // namespace ui::widgets
