// Says what a person noted about a request, and leads to the request that it repeats.
#pragma once

#include "gateway/api/inspector_views.h"

#include <QWidget>

class QLabel;
class QToolButton;

namespace ui::look {
class Theme;
}

namespace ui::widgets {

// Hidden while there is nothing to say.
class MarkBar : public QWidget {
    Q_OBJECT
public:
    explicit MarkBar(const look::Theme &theme, QWidget *parent = nullptr); // the theme must outlive it

    void showMark(const gateway::api::RequestMark &mark);

signals:
    void commentWanted();
    void originalWanted(const QString &id);
    void comparisonWanted(const QString &id, const QString &originalId);

private:
    QToolButton *addButton(const char *objectName, const QString &text);
    void applyTheme();

    const look::Theme &m_theme;
    gateway::api::RequestMark m_mark;
    QLabel *m_text;
    QToolButton *m_comment;
    QToolButton *m_original;
    QToolButton *m_compare;
};

} // namespace ui::widgets
