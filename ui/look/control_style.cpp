#include "ui/look/control_style.h"

#include <QFrame>
#include <QPainter>
#include <QPolygonF>
#include <QStyleOption>
#include <QWidget>

#include "ui/look/tokens.h"

namespace ui::look {

namespace {

constexpr int controlPadding = 12; // both of: left and right of a text, above and below together
constexpr qreal controlRadius = 5;
constexpr int textFieldFrame = 3; // its viewport has corners, which must stand inside the round ones of the frame
constexpr int headerEdges = 20; // beside the title of a column; the 24 that are drawn, less what its smaller font saves

QString kindOf(const QWidget *widget)
{
    return widget != nullptr ? widget->property("kind").toString() : QString();
}

// Of several lines.
bool isTextField(const QWidget *widget)
{
    return widget != nullptr && (widget->inherits("QPlainTextEdit") || widget->inherits("QTextEdit"));
}

bool has(const QStyleOption &option, QStyle::StateFlag flag)
{
    return option.state.testFlag(flag);
}

} // namespace

ControlStyle::ControlStyle() : QProxyStyle(QStringLiteral("Fusion")) {}

QColor ControlStyle::color(ColorRole role) const
{
    return tokenColor(m_scheme, role);
}

void ControlStyle::polish(QWidget *widget)
{
    QProxyStyle::polish(widget);
    if (widget->inherits("QAbstractButton") || widget->inherits("QTabBar") || widget->inherits("QLineEdit"))
        widget->setAttribute(Qt::WA_Hover);
    if (widget->inherits("QAbstractSpinBox")) // whose own hint does not ask for what is between text and frame
        widget->setMinimumHeight(widget->fontMetrics().height() + controlPadding);
}

int ControlStyle::pixelMetric(PixelMetric metric, const QStyleOption *option, const QWidget *widget) const
{
    switch (metric) {
    case PM_DefaultFrameWidth:
        return isTextField(widget) ? textFieldFrame : QProxyStyle::pixelMetric(metric, option, widget);
    case PM_ButtonIconSize:
    case PM_SmallIconSize:
    case PM_ToolBarIconSize:
    case PM_TabBarIconSize:
    case PM_IndicatorWidth:
    case PM_IndicatorHeight:
    case PM_ExclusiveIndicatorWidth:
    case PM_ExclusiveIndicatorHeight: return 16;
    case PM_SplitterWidth: return 1; // Qt widens the area that can be grabbed
    case PM_FocusFrameHMargin:
    case PM_FocusFrameVMargin: return 3;
    case PM_CheckBoxLabelSpacing:
    case PM_RadioButtonLabelSpacing: return 8;
    case PM_ButtonShiftHorizontal:
    case PM_ButtonShiftVertical: return 0;
    case PM_LayoutHorizontalSpacing:
    case PM_LayoutVerticalSpacing: return 8;
    case PM_HeaderMargin: return 0; // the label has its own
    case PM_TabBarTabHSpace: return 24;
    case PM_TabBarBaseOverlap:
    case PM_TabBarTabShiftVertical: return 0;
    default: return QProxyStyle::pixelMetric(metric, option, widget);
    }
}

int ControlStyle::styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget,
                            QStyleHintReturn *returnData) const
{
    switch (hint) {
    case SH_EtchDisabledText:
    case SH_DitherDisabledText: return 0;
    case SH_FocusFrame_AboveWidget: return 1;
    case SH_ComboBox_Popup: return 0;
    case SH_FormLayoutLabelAlignment: return int(Qt::AlignRight | Qt::AlignVCenter);
    case SH_FormLayoutFieldGrowthPolicy: return 2; // QFormLayout::AllNonFixedFieldsGrow
    default: return QProxyStyle::styleHint(hint, option, widget, returnData);
    }
}

QRect ControlStyle::subElementRect(SubElement element, const QStyleOption *option, const QWidget *widget) const
{
    const QRect rect = QProxyStyle::subElementRect(element, option, widget);
    const auto *frame = qstyleoption_cast<const QStyleOptionFrame *>(option);
    if (element == SE_LineEditContents && frame != nullptr && frame->lineWidth > 0)
        return rect.adjusted(6, 0, -6, 0);
    return rect;
}

QRect ControlStyle::subControlRect(ComplexControl control, const QStyleOptionComplex *option, SubControl part,
                                   const QWidget *widget) const
{
    const QRect rect = QProxyStyle::subControlRect(control, option, part, widget);
    const bool isTextOfField = (control == CC_ComboBox && part == SC_ComboBoxEditField)
                               || (control == CC_SpinBox && part == SC_SpinBoxEditField);
    return isTextOfField ? rect.adjusted(4, 0, 0, 0) : rect;
}

QSize ControlStyle::sizeFromContents(ContentsType type, const QStyleOption *option, const QSize &size,
                                     const QWidget *widget) const
{
    const int controlHeight = option != nullptr ? option->fontMetrics.height() + controlPadding : 28;
    switch (type) {
    case CT_PushButton: {
        const bool isLink = kindOf(widget) == QLatin1String("link");
        const auto *button = qstyleoption_cast<const QStyleOptionButton *>(option);
        const bool isIconOnly = button != nullptr && button->text.isEmpty();
        const int menuWidth = button != nullptr && button->features.testFlag(QStyleOptionButton::HasMenu) ? 16 : 0;
        if (isIconOnly)
            return {controlHeight + menuWidth, controlHeight};
        int boldWidth = 0; // what the words of a primary button need beyond those of the others
        if (button != nullptr && kindOf(widget) == QLatin1String("primary")) {
            QFont bold = widget->font();
            const int usual = QFontMetrics(bold).horizontalAdvance(button->text);
            bold.setWeight(QFont::DemiBold);
            boldWidth = QFontMetrics(bold).horizontalAdvance(button->text) - usual;
        }
        return {size.width() + boldWidth + menuWidth + (isLink ? 4 : 2 * controlPadding + 2),
                qMax(controlHeight, size.height())};
    }
    case CT_ToolButton: {
        const auto *button = qstyleoption_cast<const QStyleOptionToolButton *>(option);
        if (button != nullptr && button->toolButtonStyle == Qt::ToolButtonIconOnly)
            return {controlHeight, controlHeight};
        const bool hasMenu = button != nullptr && button->features.testFlag(QStyleOptionToolButton::HasMenu);
        const int gap = button != nullptr && isWithIconAndWords(*button) ? gapBesideIcon : 0;
        return {size.width() + controlPadding + gap + (hasMenu ? 16 : 0), controlHeight};
    }
    case CT_LineEdit: return {size.width() + controlPadding, controlHeight};
    case CT_ComboBox: return {QProxyStyle::sizeFromContents(type, option, size, widget).width() + 10, controlHeight};
    case CT_SpinBox: return {QProxyStyle::sizeFromContents(type, option, size, widget).width() + 10, controlHeight};
    case CT_TabBarTab: return {size.width() + 6, controlHeight + 3};
    case CT_HeaderSection: {
        const QSize base = QProxyStyle::sizeFromContents(type, option, size, widget);
        return {base.width() + headerEdges, option->fontMetrics.height() + 10};
    }
    default: return QProxyStyle::sizeFromContents(type, option, size, widget);
    }
}

void ControlStyle::drawButtonBox(QPainter &painter, const QRect &rect, const QStyleOption &option,
                                 const QString &kind) const
{
    const bool isEnabled = has(option, State_Enabled);
    const bool isHovered = isEnabled && has(option, State_MouseOver);
    const bool isDown = has(option, State_Sunken) || has(option, State_On);
    QColor ground = color(ColorRole::Raised);
    QColor border = color(ColorRole::ButtonBorder);
    if (kind == QLatin1String("link"))
        return;
    if (kind == QLatin1String("flat")) {
        if (!isHovered && !isDown)
            return;
        border = Qt::transparent;
        ground = color(isDown ? ColorRole::SelectionWithoutFocus : ColorRole::Hover);
        if (m_scheme == Scheme::HighContrast)
            border = color(ColorRole::ButtonBorder);
        else if (isHovered && !isDown)
            ground = color(ColorRole::Divider);
    } else if (kind == QLatin1String("primary") && isEnabled) {
        ground = border = isDown      ? color(ColorRole::Accent).darker(115)
                          : isHovered ? color(ColorRole::Accent).lighter(108)
                                      : color(ColorRole::Accent);
    } else if (!isEnabled) {
        ground = color(ColorRole::Window);
        border = color(ColorRole::Divider);
    } else if (isDown) {
        ground = color(ColorRole::SelectionWithoutFocus);
    } else if (isHovered) {
        ground = color(ColorRole::Hover);
    }
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(border);
    painter.setBrush(ground);
    painter.drawRoundedRect(QRectF(rect).adjusted(0.5, 0.5, -0.5, -0.5), controlRadius, controlRadius);
    painter.restore();
}

void ControlStyle::drawButtonLabel(QPainter &painter, const QStyleOptionButton &option, const QWidget *widget) const
{
    const QString kind = kindOf(widget);
    const bool isEnabled = has(option, State_Enabled);
    const bool hasDarkGround = has(option, State_Sunken) || has(option, State_On);
    QColor ink = option.palette.color(isEnabled ? QPalette::Active : QPalette::Disabled, QPalette::ButtonText);
    if (isEnabled && kind == QLatin1String("primary"))
        ink = color(ColorRole::TextOnAccent);
    else if (isEnabled && kind == QLatin1String("danger"))
        ink = tokenStateColor(m_scheme, gateway::RequestState::UpstreamError);
    else if (isEnabled && kind == QLatin1String("link"))
        ink = color(ColorRole::Link);
    if (hasDarkGround && m_scheme == Scheme::HighContrast)
        ink = color(ColorRole::SelectedText);

    QRect rect = option.rect;
    if (option.features.testFlag(QStyleOptionButton::HasMenu)) {
        QRect arrow(rect.right() - 22, rect.top(), 16, rect.height());
        drawChevron(painter, visualRect(option.direction, rect, arrow), false, ink);
        rect.adjust(0, 0, -14, 0);
    }
    painter.save();
    QFont font = painter.font();
    if (kind == QLatin1String("primary"))
        font.setWeight(QFont::DemiBold);
    painter.setFont(font);
    painter.setPen(ink);
    const int iconWidth = option.icon.isNull() ? 0 : option.iconSize.width();
    const int gap = iconWidth > 0 && !option.text.isEmpty() ? 6 : 0;
    const int textWidth = QFontMetrics(font).size(Qt::TextShowMnemonic, option.text).width();
    const bool isLeft = widget != nullptr && widget->property("textAlign").toString() == QLatin1String("left");
    int x = isLeft ? rect.left() + 10 : rect.center().x() - (iconWidth + gap + textWidth) / 2 + 1;
    if (iconWidth > 0) {
        QRect iconRect(x, rect.center().y() - option.iconSize.height() / 2 + 1, iconWidth, option.iconSize.height());
        QPixmap pixmap = option.icon.pixmap(option.iconSize, painter.device()->devicePixelRatio(),
                                            isEnabled ? QIcon::Normal : QIcon::Disabled);
        if (ink != option.palette.color(QPalette::ButtonText)) {
            QPainter tint(&pixmap);
            tint.setCompositionMode(QPainter::CompositionMode_SourceIn);
            tint.fillRect(pixmap.rect(), ink);
        }
        painter.drawPixmap(visualRect(option.direction, rect, iconRect), pixmap);
        x += iconWidth + gap;
    }
    const QRect textRect = visualRect(option.direction, rect, QRect(x, rect.top(), textWidth + 2, rect.height()));
    const int mnemonic =
        styleHint(SH_UnderlineShortcut, &option, widget, nullptr) != 0 ? Qt::TextShowMnemonic : Qt::TextHideMnemonic;
    painter.drawText(textRect, Qt::AlignVCenter | Qt::AlignLeading | mnemonic, option.text);
    painter.restore();
}

void ControlStyle::drawFieldBox(QPainter &painter, const QRect &rect, const QStyleOption &option,
                                const QColor &ground) const
{
    const bool isEnabled = has(option, State_Enabled);
    const bool hasFocus = isEnabled && has(option, State_HasFocus);
    const bool isReadOnly = has(option, State_ReadOnly);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    const qreal width = hasFocus ? 2 : 1;
    painter.setPen(QPen(color(hasFocus                   ? ColorRole::Focus
                              : isEnabled && !isReadOnly ? ColorRole::FieldBorder
                                                         : ColorRole::Divider),
                        width));
    painter.setBrush(ground.isValid() ? ground : color(isEnabled && !isReadOnly ? ColorRole::Base : ColorRole::Window));
    painter.drawRoundedRect(QRectF(rect).adjusted(width / 2, width / 2, -width / 2, -width / 2), controlRadius,
                            controlRadius);
    painter.restore();
}

void ControlStyle::drawCheckMark(QPainter &painter, const QStyleOption &option) const
{
    const bool isEnabled = has(option, State_Enabled);
    const bool isOn = has(option, State_On) || has(option, State_NoChange);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF box = QRectF(option.rect).adjusted(0.75, 0.75, -0.75, -0.75);
    const QColor ground = !isEnabled ? color(ColorRole::Window) : color(isOn ? ColorRole::Accent : ColorRole::Base);
    painter.setPen(QPen(!isEnabled ? color(ColorRole::Divider) : isOn ? ground : color(ColorRole::FieldBorder), 1.25));
    painter.setBrush(ground);
    painter.drawRoundedRect(box, 3, 3);
    painter.setPen(QPen(color(isEnabled ? ColorRole::TextOnAccent : ColorRole::DisabledText), 1.7, Qt::SolidLine,
                        Qt::RoundCap, Qt::RoundJoin));
    painter.setBrush(Qt::NoBrush);
    painter.translate(option.rect.topLeft());
    painter.scale(option.rect.width() / 16.0, option.rect.height() / 16.0);
    if (has(option, State_NoChange))
        painter.drawLine(QPointF(5, 8), QPointF(11, 8));
    else if (isOn)
        painter.drawPolyline(QPolygonF({{4.4, 8.3}, {7, 10.9}, {11.8, 5.4}}));
    painter.restore();
}

void ControlStyle::drawRadioMark(QPainter &painter, const QStyleOption &option) const
{
    const bool isEnabled = has(option, State_Enabled);
    const bool isOn = has(option, State_On);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF box = QRectF(option.rect).adjusted(0.75, 0.75, -0.75, -0.75);
    painter.setPen(QPen(color(!isEnabled ? ColorRole::Divider
                              : isOn     ? ColorRole::Accent
                                         : ColorRole::FieldBorder),
                        isOn ? 1.8 : 1.25));
    painter.setBrush(color(isEnabled ? ColorRole::Base : ColorRole::Window));
    painter.drawEllipse(box);
    if (isOn) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(color(isEnabled ? ColorRole::Accent : ColorRole::DisabledText));
        painter.drawEllipse(box.center(), 3.4, 3.4);
    }
    painter.restore();
}

void ControlStyle::drawChevron(QPainter &painter, const QRect &rect, bool isUp, const QColor &pen) const
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(pen, 1.5, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.setBrush(Qt::NoBrush);
    const QPointF middle = QRectF(rect).center();
    const qreal tip = isUp ? -1.75 : 1.75;
    painter.drawPolyline(
        QPolygonF({middle + QPointF(-3.5, -tip), middle + QPointF(0, tip), middle + QPointF(3.5, -tip)}));
    painter.restore();
}

void ControlStyle::drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
                                 const QWidget *widget) const
{
    switch (element) {
    case PE_PanelButtonCommand: drawButtonBox(*painter, option->rect, *option, kindOf(widget)); return;
    case PE_PanelButtonTool: {
        const QString kind = kindOf(widget);
        const bool isFlat = has(*option, State_AutoRaise) || !kind.isEmpty();
        drawButtonBox(*painter, option->rect, *option, isFlat ? QStringLiteral("flat") : kind);
        return;
    }
    case PE_PanelLineEdit: {
        const auto *frame = qstyleoption_cast<const QStyleOptionFrame *>(option);
        if (frame != nullptr && frame->lineWidth > 0)
            drawFieldBox(*painter, option->rect, *option);
        return;
    }
    case PE_FrameLineEdit: return; // part of the panel
    case PE_IndicatorCheckBox:
    case PE_IndicatorItemViewItemCheck: drawCheckMark(*painter, *option); return;
    case PE_IndicatorRadioButton: drawRadioMark(*painter, *option); return;
    case PE_PanelItemViewItem: drawItemGround(*painter, *option, widget); return;
    case PE_PanelItemViewRow: return;
    case PE_FrameFocusRect: return; // rings and selection show the focus
    case PE_PanelScrollAreaCorner:  // between two scroll bars there is nothing
        painter->fillRect(option->rect, option->palette.brush(QPalette::Base));
        return;
    case PE_IndicatorArrowDown:
        if (const auto *button = qstyleoption_cast<const QStyleOptionToolButton *>(option);
            button != nullptr && widget != nullptr && button->toolButtonStyle != Qt::ToolButtonIconOnly) {
            // Of a button with words and a menu: on the line of the words, not in the corner.
            QRect middle = option->rect;
            middle.moveCenter({option->rect.center().x(), widget->rect().center().y()});
            drawChevron(*painter, middle, false, option->palette.color(QPalette::ButtonText));
            return;
        }
        break;
    case PE_FrameTabBarBase: {
        painter->fillRect(QRect(option->rect.left(), option->rect.bottom(), option->rect.width(), 1),
                          color(ColorRole::Divider));
        return;
    }
    case PE_Frame:
        if (const auto *frame = qstyleoption_cast<const QStyleOptionFrame *>(option);
            frame != nullptr && frame->lineWidth > 0) {
            if (isTextField(widget)) { // the text itself is drawn over its middle
                drawFieldBox(*painter, option->rect, *option, widget->palette().color(QPalette::Base));
                return;
            }
            painter->save();
            painter->setPen(color(has(*option, State_HasFocus) ? ColorRole::Focus : ColorRole::Divider));
            painter->setBrush(Qt::NoBrush);
            painter->drawRect(option->rect.adjusted(0, 0, -1, -1));
            painter->restore();
        }
        return;
    default: break;
    }
    QProxyStyle::drawPrimitive(element, option, painter, widget);
}

void ControlStyle::drawControl(ControlElement element, const QStyleOption *option, QPainter *painter,
                               const QWidget *widget) const
{
    switch (element) {
    case CE_PushButtonBevel: drawButtonBox(*painter, option->rect, *option, kindOf(widget)); return;
    case CE_ToolButtonLabel:
        if (const auto *button = qstyleoption_cast<const QStyleOptionToolButton *>(option);
            button != nullptr && isWithIconAndWords(*button)) {
            drawToolButtonLabel(*painter, *button);
            return;
        }
        break;
    case CE_PushButtonLabel:
        if (const auto *button = qstyleoption_cast<const QStyleOptionButton *>(option)) {
            drawButtonLabel(*painter, *button, widget);
            return;
        }
        break;
    case CE_FocusFrame: {
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        painter->setPen(QPen(color(ColorRole::Focus), 2));
        painter->setBrush(Qt::NoBrush);
        painter->drawRoundedRect(QRectF(option->rect).adjusted(1, 1, -1, -1), controlRadius + 2, controlRadius + 2);
        painter->restore();
        return;
    }
    case CE_HeaderSection:
    case CE_HeaderEmptyArea: drawHeaderSection(*painter, *option); return;
    case CE_HeaderLabel:
        if (const auto *header = qstyleoption_cast<const QStyleOptionHeader *>(option)) {
            drawHeaderLabel(*painter, *header, widget);
            return;
        }
        break;
    case CE_TabBarTabShape: drawTabShape(*painter, *option); return;
    case CE_TabBarTabLabel: drawTabLabel(*painter, *option, widget); return;
    case CE_ShapedFrame:
        if (const auto *frame = qstyleoption_cast<const QStyleOptionFrame *>(option);
            frame != nullptr && (frame->frameShape == QFrame::HLine || frame->frameShape == QFrame::VLine)) {
            const bool isFlat = frame->frameShape == QFrame::HLine;
            painter->fillRect(isFlat ? QRect(option->rect.left(), option->rect.center().y(), option->rect.width(), 1)
                                     : QRect(option->rect.center().x(), option->rect.top(), 1, option->rect.height()),
                              color(ColorRole::Divider));
            return;
        }
        break;
    case CE_Splitter: painter->fillRect(option->rect, color(ColorRole::Divider)); return;
    default: break;
    }
    QProxyStyle::drawControl(element, option, painter, widget);
}

void ControlStyle::drawComplexControl(ComplexControl control, const QStyleOptionComplex *option, QPainter *painter,
                                      const QWidget *widget) const
{
    const QColor ink = color(has(*option, State_Enabled) ? ColorRole::SecondaryText : ColorRole::DisabledText);
    if (control == CC_ComboBox) {
        drawFieldBox(*painter, option->rect, *option);
        drawChevron(*painter, subControlRect(CC_ComboBox, option, SC_ComboBoxArrow, widget), false, ink);
        return;
    }
    if (const auto *spin = qstyleoption_cast<const QStyleOptionSpinBox *>(option); spin && control == CC_SpinBox) {
        drawFieldBox(*painter, option->rect, *option);
        if (spin->buttonSymbols != QAbstractSpinBox::NoButtons) {
            drawChevron(*painter, subControlRect(CC_SpinBox, option, SC_SpinBoxUp, widget), true, ink);
            drawChevron(*painter, subControlRect(CC_SpinBox, option, SC_SpinBoxDown, widget), false, ink);
        }
        return;
    }
    QProxyStyle::drawComplexControl(control, option, painter, widget);
}

} // namespace ui::look
