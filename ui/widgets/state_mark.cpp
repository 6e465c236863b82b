#include "ui/widgets/state_mark.h"

#include "ui/look/state_shape.h"
#include "ui/look/theme.h"

#include <QPainter>

namespace ui::widgets {

StateMark::StateMark(const look::Theme &theme, QWidget *parent) : QWidget(parent), m_theme(theme)
{
    setFixedSize(16, 16);
    connect(&theme, &look::Theme::changed, this, qOverload<>(&QWidget::update));
}

void StateMark::setState(gateway::RequestState state)
{
    m_state = state;
    ++m_step;
    setAccessibleName(look::stateText(state));
    setToolTip(look::stateText(state));
    update();
}

void StateMark::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    look::paintStateShape(painter, QRectF(rect()), m_state, m_theme.stateColor(m_state), m_step);
}

} // namespace ui::widgets
