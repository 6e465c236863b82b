// A page of the main window.
#pragma once

#include <QWidget>

namespace ui::pages {

class Page : public QWidget {
    Q_OBJECT
public:
    using QWidget::QWidget;

    virtual QString title() const = 0;
    virtual const char *iconName() const = 0; // of the icon set
    virtual void pageShown() {}
    virtual void pageHidden() {}
};

} // namespace ui::pages
