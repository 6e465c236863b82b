// The left side of the window: state and address of the gateway, and the names of the pages.
#pragma once

#include "gateway/api/gateway_views.h"
#include "ui/look/theme.h"

#include <QWidget>

class QLabel;
class QToolButton;
class QVBoxLayout;

namespace ui::widgets {
class StateLabel;
}

namespace ui::shell {

class NavigationButton;
class StateBlock;

class SideNavigation : public QWidget {
    Q_OBJECT
public:
    explicit SideNavigation(const look::Theme &theme, QWidget *parent = nullptr);

    void addGroup(const QString &title);
    void addPage(const QString &title, const char *iconName, const QString &objectName);
    void beginFoot(); // pages that are added from now on stand at the bottom
    void setCurrentPage(int index);
    void setAttention(int index, bool needsAttention);
    void setCount(int index, int count); // 0 shows nothing
    void setStatus(const gateway::api::GatewayStatus &status);
    void setCollapsed(bool isCollapsed); // icons with tooltips
    bool isCollapsed() const { return m_isCollapsed; }
    QWidget *currentButton() const;

signals:
    void pageChosen(int index);
    void copyAddressRequested();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    const look::Theme &m_theme;
    QLabel *m_brandMark;
    QLabel *m_brand;
    StateBlock *m_stateBlock;
    QVBoxLayout *m_layout;
    QList<QLabel *> m_groups;
    QList<NavigationButton *> m_buttons;
    int m_current = 0;
    bool m_isInFoot = false;
    bool m_isCollapsed = false;
};

} // namespace ui::shell
