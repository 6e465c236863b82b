// The steps of a wizard: done, current, to come.
#pragma once

#include "ui/look/theme.h"

#include <QStringList>
#include <QWidget>

namespace ui::widgets {

class StepRail : public QWidget {
    Q_OBJECT
public:
    StepRail(const look::Theme &theme, const QStringList &steps, QWidget *parent = nullptr);
    void setCurrent(int step);
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    const look::Theme &m_theme;
    QStringList m_steps;
    int m_current = 0;
};

} // namespace ui::widgets
