#include "ui/widgets/step_rail.h"

#include <QLocale>
#include <QPainter>
#include <QStyle>

#include "ui/look/state_shape.h"

namespace ui::widgets {

using gateway::RequestState;
using look::ColorRole;
using look::TextStyle;

namespace {
constexpr int stepHeight = 46;
constexpr int circle = 22;
} // namespace

StepRail::StepRail(const look::Theme &theme, const QStringList &steps, QWidget *parent)
    : QWidget(parent), m_theme(theme), m_steps(steps)
{
    setCurrent(0);
}

void StepRail::setCurrent(int step)
{
    m_current = step;
    setAccessibleName(tr("Step %1 of %2: %3").arg(step + 1).arg(m_steps.size()).arg(m_steps.value(step)));
    update();
}

QSize StepRail::sizeHint() const
{
    return {160, stepHeight * static_cast<int>(m_steps.size())};
}

void StepRail::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const auto mirrored = [this](const QRect &place) { return QStyle::visualRect(layoutDirection(), rect(), place); };
    for (int step = 0; step < m_steps.size(); ++step) {
        const QRect ring = mirrored(QRect(1, step * stepHeight + 6, circle, circle));
        if (step > 0) {
            painter.setPen(m_theme.color(ColorRole::ButtonBorder));
            painter.drawLine(ring.center().x(), ring.top() - (stepHeight - circle) + 4, ring.center().x(),
                             ring.top() - 4);
        }
        const bool isDone = step < m_current;
        const bool isCurrent = step == m_current;
        const QColor done = m_theme.stateColor(RequestState::Succeeded);
        painter.setPen(QPen(isDone      ? done
                            : isCurrent ? m_theme.color(ColorRole::Accent)
                                        : m_theme.color(ColorRole::FieldBorder),
                            1.3));
        painter.setBrush(isDone      ? m_theme.color(ColorRole::OkGround)
                         : isCurrent ? m_theme.color(ColorRole::Accent)
                                     : m_theme.color(ColorRole::Base));
        painter.drawEllipse(QRectF(ring).adjusted(0.5, 0.5, -0.5, -0.5));
        if (isDone) {
            look::paintStateShape(painter, QRectF(ring).adjusted(4, 4, -4, -4), RequestState::Succeeded, done);
        } else {
            painter.setFont(m_theme.font(TextStyle::Label));
            painter.setPen(m_theme.color(isCurrent ? ColorRole::TextOnAccent : ColorRole::SecondaryText));
            painter.drawText(ring, Qt::AlignCenter, QLocale().toString(step + 1));
        }
        painter.setFont(m_theme.font(isCurrent ? TextStyle::Strong : TextStyle::Body));
        painter.setPen(m_theme.color(step <= m_current ? ColorRole::Text : ColorRole::SecondaryText));
        const QRect words = mirrored(QRect(circle + 11, step * stepHeight + 6, width() - circle - 11, circle));
        painter.drawText(words, Qt::AlignVCenter | Qt::AlignLeading, m_steps.at(step));
    }
}

} // namespace ui::widgets
