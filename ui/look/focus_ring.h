// Shows a ring around the button that has the keyboard focus.
#pragma once

#include <QObject>
#include <QPointer>

class QApplication;
class QFocusFrame;
class QWidget;

namespace ui::look {

// Fields and tables show the focus themselves; buttons get a ring with a gap, which lies outside their own rectangle.
// Only focus that the keyboard gave is shown.
class FocusRing : public QObject {
    Q_OBJECT
public:
    static void installOn(QApplication &application); // once; later calls do nothing

    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    explicit FocusRing(QApplication &application);
    void follow(QWidget *widget);

    QPointer<QFocusFrame> m_frame;
    bool m_isKeyboardInUse = false;
};

} // namespace ui::look
