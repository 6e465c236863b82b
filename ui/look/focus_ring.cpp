#include "ui/look/focus_ring.h"

#include <QAbstractButton>
#include <QApplication>
#include <QEvent>
#include <QFocusFrame>
#include <QKeyEvent>

namespace ui::look {

void FocusRing::installOn(QApplication &application)
{
    if (application.findChild<FocusRing *>(QString(), Qt::FindDirectChildrenOnly) == nullptr)
        new FocusRing(application); // owned by the application
}

FocusRing::FocusRing(QApplication &application) : QObject(&application)
{
    application.installEventFilter(this);
    connect(&application, &QApplication::focusChanged, this, [this](QWidget *, QWidget *now) { follow(now); });
}

bool FocusRing::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::KeyPress) {
        m_isKeyboardInUse = true;
    } else if (event->type() == QEvent::MouseButtonPress) {
        m_isKeyboardInUse = false;
        if (m_frame)
            m_frame->setWidget(nullptr);
    }
    return QObject::eventFilter(watched, event);
}

void FocusRing::follow(QWidget *widget)
{
    const bool isButton = qobject_cast<QAbstractButton *>(widget) != nullptr;
    if (!isButton || !m_isKeyboardInUse) {
        if (m_frame)
            m_frame->setWidget(nullptr);
        return;
    }
    // The frame is a child of the window of its widget and dies with it.
    if (!m_frame)
        m_frame = new QFocusFrame(widget->window());
    m_frame->setWidget(widget);
}

} // namespace ui::look
