// A page of the main window.
#pragma once

#include <QList>
#include <QString>
#include <QWidget>

#include <any>

namespace ui::pages {

class Page : public QWidget {
    Q_OBJECT
public:
    using QWidget::QWidget;

    virtual QString title() const = 0;
    virtual const char *iconName() const = 0; // of the icon set
    virtual void pageShown() {}
    virtual void pageHidden() {}
    virtual QString statusText() const { return {}; } // for the status line: "1,284 of 48,213 requests"
    // What was typed and is in force nowhere yet, for the same page of the window that takes this one's place; empty:
    // nothing. Another language is another window.
    virtual std::any unsaved() const { return {}; }
    virtual void resume(const std::any &) {}              // with what unsaved() gave
    virtual bool needsAttention() const { return false; } // a triangle beside the name in the navigation
    // What one wants to be in first. Not a focus proxy: Tab would jump to it over all that stands before it.
    virtual QWidget *firstPane() { return this; }
    virtual QList<QWidget *> panes() { return {this}; } // F6 goes through them; each must take the focus

signals:
    void statusTextChanged();
    void attentionChanged();
};

} // namespace ui::pages
