#include "ui/widgets/preset_tile.h"

#include <QCoreApplication>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QScrollArea>
#include <QStyle>
#include <QUrl>

#include "ui/models/provider_words.h"

namespace ui::widgets {

using gateway::api::ProviderPreset;
using look::ColorRole;
using look::TextStyle;

namespace {

QString needOf(const ProviderPreset &preset)
{
    const auto text = [](const char *words) { return QCoreApplication::translate("PresetTile", words); };
    if (isCustomPreset(preset))
        return text(QT_TRANSLATE_NOOP("PresetTile", "address and key"));
    if (preset.isLocal)
        return text(QT_TRANSLATE_NOOP("PresetTile", "on port %1")).arg(QUrl(preset.baseUrl).port(80));
    return preset.needsKey ? text(QT_TRANSLATE_NOOP("PresetTile", "key needed"))
                           : text(QT_TRANSLATE_NOOP("PresetTile", "no key needed"));
}

} // namespace

bool isCustomPreset(const ProviderPreset &preset)
{
    return preset.id.isEmpty();
}

QList<ProviderPreset> presetsWithCustomServers(const QList<ProviderPreset> &presets)
{
    QList<ProviderPreset> all = presets;
    const auto text = [](const char *words) { return QCoreApplication::translate("PresetTile", words); };
    ProviderPreset custom;
    custom.letter = QStringLiteral("+");
    custom.color = QStringLiteral("#6B7280");
    custom.family = QStringLiteral("openai");
    custom.title = text(QT_TRANSLATE_NOOP("PresetTile", "Any OpenAI-compatible"));
    all.append(custom);
    custom.family = QStringLiteral("anthropic");
    custom.title = text(QT_TRANSLATE_NOOP("PresetTile", "Any Anthropic-compatible"));
    all.append(custom);
    return all;
}

PresetTile::PresetTile(const look::Theme &theme, const ProviderPreset &preset, QWidget *parent)
    : QAbstractButton(parent), m_theme(theme), m_preset(preset), m_need(needOf(preset))
{
    setText(preset.title);
    setIcon(models::presetIcon(preset));
    setObjectName(QStringLiteral("preset_")
                  + (preset.id.isEmpty() ? QStringLiteral("custom_") + preset.family : preset.id));
    setAccessibleName(QStringLiteral("%1, %2").arg(preset.title, m_need));
    setAttribute(Qt::WA_Hover);
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

QSize PresetTile::sizeHint() const
{
    return {200, m_theme.twoLineRowHeight() + 6};
}

QSize PresetTile::minimumSizeHint() const
{
    return {130, sizeHint().height()};
}

void PresetTile::keyPressEvent(QKeyEvent *event)
{
    // Enter acts on a tile that does something at once; on a choice it belongs to the window's default button.
    const bool isEnter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (isEnter && !isCheckable())
        click();
    else
        QAbstractButton::keyPressEvent(event);
}

void PresetTile::mouseReleaseEvent(QMouseEvent *event)
{
    QAbstractButton::mouseReleaseEvent(event);
    if (event->button() == Qt::LeftButton && rect().contains(event->position().toPoint()))
        emit pointedAt();
}

// Keyboard users see where they are, also when the tiles scroll.
void PresetTile::focusInEvent(QFocusEvent *event)
{
    QAbstractButton::focusInEvent(event);
    for (QWidget *ancestor = parentWidget(); ancestor != nullptr; ancestor = ancestor->parentWidget()) {
        if (auto *area = qobject_cast<QScrollArea *>(ancestor))
            area->ensureWidgetVisible(this, 8, 8);
    }
}

void PresetTile::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const bool isChosen = isCheckable() && isChecked();
    const qreal line = isChosen ? 2 : 1;
    painter.setPen(QPen(m_theme.color(isChosen ? ColorRole::Accent : ColorRole::Divider), line));
    painter.setBrush(m_theme.color(isDown() || underMouse() ? ColorRole::Hover : ColorRole::Base));
    painter.drawRoundedRect(QRectF(rect()).adjusted(line / 2, line / 2, -line / 2, -line / 2), 6, 6);

    const QRect mark(11, (height() - 26) / 2, 26, 26);
    icon().paint(&painter, QStyle::visualRect(layoutDirection(), rect(), mark));
    const QFont strong = m_theme.font(TextStyle::Strong);
    const QFont small = m_theme.font(TextStyle::Small);
    const int firstHeight = QFontMetrics(strong).height();
    const int secondHeight = QFontMetrics(small).height();
    const int top = (height() - firstHeight - secondHeight) / 2;
    const auto drawLine = [&](const QFont &font, ColorRole role, int y, int lineHeight, const QString &text) {
        painter.setFont(font);
        painter.setPen(m_theme.color(role));
        const QRect place = QStyle::visualRect(layoutDirection(), rect(), QRect(48, y, width() - 58, lineHeight));
        painter.drawText(place, Qt::AlignVCenter | Qt::AlignLeading,
                         painter.fontMetrics().elidedText(text, Qt::ElideRight, place.width()));
    };
    drawLine(strong, ColorRole::Text, top, firstHeight, text());
    drawLine(small, ColorRole::SecondaryText, top + firstHeight, secondHeight, m_need);
}

} // namespace ui::widgets
