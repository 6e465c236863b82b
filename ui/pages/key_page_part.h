// A part of the page of virtual keys: a list with the commands that stand in the head of the page while it is seen.
#pragma once

#include <QWidget>

namespace ui::pages {

class KeyPagePart : public QWidget {
    Q_OBJECT
public:
    using QWidget::QWidget;

    virtual QWidget *commands() = 0;   // its buttons; the page takes them over
    virtual QString facts() const = 0; // "4 limits, 1 used up"; may be empty
    virtual QWidget *firstPane() = 0;  // what takes the focus
    virtual void takeState() = 0;      // reads all of it again from the gateway
    virtual void startAdding() = 0;

signals:
    void factsChanged();
};

} // namespace ui::pages
