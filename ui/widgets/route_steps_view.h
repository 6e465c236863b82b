// Shows the steps of a route one below the other, joined by a line.
#pragma once

#include "ui/models/route_steps.h"

#include <QWidget>

class QLabel;

namespace ui::look {
class Theme;
}

namespace ui::widgets {

class RouteStepsView : public QWidget {
    Q_OBJECT
public:
    explicit RouteStepsView(const look::Theme &theme, QWidget *parent = nullptr); // the theme must outlive it

    void setSteps(const QList<models::RouteStep> &steps);
    QString text() const; // all of it, to be copied

private:
    QWidget *makeStep(const models::RouteStep &step, bool isLast);

    const look::Theme &m_theme;
    QList<models::RouteStep> m_steps;
};

} // namespace ui::widgets
