// A page's name in the side navigation.
#pragma once

#include "ui/look/theme.h"

#include <QAbstractButton>

namespace ui::shell {

class NavigationButton : public QAbstractButton {
    Q_OBJECT
public:
    NavigationButton(const look::Theme &theme, const QString &title, const char *iconName, QWidget *parent);

    void setAttention(bool needsAttention);
    void setCount(int count);
    void setCollapsed(bool isCollapsed);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    int paintBadge(QPainter &painter, const QRect &inside); // how many pixels of the end of `inside` it took
    void describe();

    const look::Theme &m_theme;
    bool m_needsAttention = false;
    bool m_isCollapsed = false;
    int m_count = 0;
};

} // namespace ui::shell
