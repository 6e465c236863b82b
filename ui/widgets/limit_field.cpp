#include "ui/widgets/limit_field.h"

#include <QWheelEvent>

namespace ui::widgets {

namespace {

constexpr double longestSeconds = 86'400;

} // namespace

LimitField::LimitField(const char *objectName, const QString &unsetText, QWidget *parent) : QDoubleSpinBox(parent)
{
    setObjectName(QLatin1String(objectName));
    setRange(0, longestSeconds);
    setDecimals(1);
    setSuffix(tr(" s"));
    setSpecialValueText(unsetText);
    setAlignment(Qt::AlignRight);
    setFocusPolicy(Qt::StrongFocus);
    setKeyboardTracking(false);
}

void LimitField::setLimit(std::optional<int> milliseconds)
{
    m_given = milliseconds;
    setValue(milliseconds.value_or(0) / 1'000.0);
}

std::optional<int> LimitField::limit() const
{
    if (m_given && qAbs(*m_given / 1'000.0 - value()) < 0.05)
        return m_given;
    return value() > 0 ? std::optional(qRound(value() * 1'000)) : std::nullopt;
}

void LimitField::wheelEvent(QWheelEvent *event)
{
    event->ignore();
}

} // namespace ui::widgets
