// The table of visual tokens, and what is derived from it: palette, style sheet, state colours, fonts.
#pragma once

#include "gateway/base/request_state.h"

#include <QColor>
#include <QFont>
#include <QObject>
#include <QPalette>
#include <QPointer>

namespace ui::look {

class ControlStyle;

enum class Scheme { Light, Dark, HighContrast };

enum class ColorRole {
    Window,
    Side,
    Base,
    Raised,
    Sunken,
    Hover,
    Selection,
    SelectionWithoutFocus,
    Text,
    SecondaryText,
    DisabledText,
    Accent,
    TextOnAccent,
    Focus,
    Link,
    FieldBorder,
    Divider,
    RowLine,
    ButtonBorder,
    OkGround,
    WarningGround,
    ErrorGround,
    InfoGround,
    VioletGround,
    PinkGround,
    GreyGround,
    AddedGround,
    RemovedGround,
    SelectedText, // on Selection; only high contrast differs from Text
};

enum class TextStyle { Title, PageName, Strong, Body, Small, Label, Mono };

// Lives on the GUI thread; made once by the application and handed to whoever paints.
class Theme : public QObject {
    Q_OBJECT
public:
    explicit Theme(Scheme scheme, QObject *parent = nullptr);
    ~Theme() override;

    Scheme scheme() const { return m_scheme; }
    void setScheme(Scheme scheme); // applies to the running application, then emits changed()

    QColor color(ColorRole role) const;
    QColor stateColor(gateway::RequestState state) const;
    QColor stateGround(gateway::RequestState state) const; // tinted ground of badges and banners
    QColor chartColor(int index) const;                    // eight, the last is "other"
    QFont font(TextStyle style) const;                     // follows the system's font and size
    QPalette palette() const;
    QString styleSheet() const;

    // Layout sizes in device-independent pixels that follow the font.
    int rowHeight() const;        // font height + 9
    int twoLineRowHeight() const; // 44 at 13 px
    static constexpr int space1 = 4, space2 = 8, space3 = 12, space4 = 16, space5 = 24, space6 = 32;

    void applyToApplication(); // Fusion-based proxy style, palette, style sheet

signals:
    void changed();

private:
    Scheme m_scheme;
    QPointer<ControlStyle> m_style; // owned by the application
};

} // namespace ui::look
