// Draws the controls of the window: buttons, fields, check marks, tabs, headers, focus ring.
#pragma once

#include "ui/look/theme.h"

#include <QProxyStyle>

class QStyleOptionButton;
class QStyleOptionHeader;
class QStyleOptionToolButton;

namespace ui::look {

// On top of Fusion. Variants of a button come from its dynamic property "kind": "primary", "flat", "danger", "link".
class ControlStyle : public QProxyStyle {
    Q_OBJECT
public:
    ControlStyle();

    void setScheme(Scheme scheme) { m_scheme = scheme; }

    void drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
                       const QWidget *widget) const override;
    void drawControl(ControlElement element, const QStyleOption *option, QPainter *painter,
                     const QWidget *widget) const override;
    void drawComplexControl(ComplexControl control, const QStyleOptionComplex *option, QPainter *painter,
                            const QWidget *widget) const override;
    QRect subElementRect(SubElement element, const QStyleOption *option, const QWidget *widget) const override;
    QRect subControlRect(ComplexControl control, const QStyleOptionComplex *option, SubControl part,
                         const QWidget *widget) const override;
    QSize sizeFromContents(ContentsType type, const QStyleOption *option, const QSize &size,
                           const QWidget *widget) const override;
    int pixelMetric(PixelMetric metric, const QStyleOption *option, const QWidget *widget) const override;
    int styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget,
                  QStyleHintReturn *returnData) const override;
    void polish(QWidget *widget) override;
    using QProxyStyle::polish;

private:
    QColor color(ColorRole role) const;
    void drawButtonBox(QPainter &painter, const QRect &rect, const QStyleOption &option, const QString &kind) const;
    void drawButtonLabel(QPainter &painter, const QStyleOptionButton &option, const QWidget *widget) const;
    // `ground`: what stands inside of it; else that of a field of one line.
    void drawFieldBox(QPainter &painter, const QRect &rect, const QStyleOption &option,
                      const QColor &ground = {}) const;
    void drawCheckMark(QPainter &painter, const QStyleOption &option) const;
    void drawRadioMark(QPainter &painter, const QStyleOption &option) const;
    void drawItemGround(QPainter &painter, const QStyleOption &option, const QWidget *widget) const;
    void drawHeaderSection(QPainter &painter, const QStyleOption &option) const;
    void drawHeaderLabel(QPainter &painter, const QStyleOptionHeader &option, const QWidget *widget) const;
    void drawToolButtonLabel(QPainter &painter, const QStyleOptionToolButton &option) const;
    void drawTabShape(QPainter &painter, const QStyleOption &option) const;
    void drawTabLabel(QPainter &painter, const QStyleOption &option, const QWidget *widget) const;
    void drawChevron(QPainter &painter, const QRect &rect, bool isUp, const QColor &pen) const;

    static constexpr int gapBesideIcon = 6; // pixels between the icon and the words of a tool button
    static bool isWithIconAndWords(const QStyleOptionToolButton &option);

    Scheme m_scheme = Scheme::Light;
};

} // namespace ui::look
