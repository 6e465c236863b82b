// The health board: which targets are left alone, why and until when, and what a person can do about it.
#pragma once

#include "gateway/api/gateway_facade.h"

#include <QTimer>
#include <QWidget>

class QLabel;
class QMenu;
class QPushButton;
class QTableView;

namespace ui {
namespace look {
class Theme;
}
namespace models {
class TargetHealthModel;
}
} // namespace ui

namespace ui::pages {

class HealthBoardView : public QWidget {
    Q_OBJECT
public:
    // All of it is borrowed and must outlive the view.
    HealthBoardView(gateway::api::GatewayFacade &gateway, const look::Theme &theme, QWidget *parent = nullptr);

    QWidget *firstPane();
    int openCount() const { return m_openCount; } // targets that are left alone, and not by a person

signals:
    void openCountChanged();

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    QWidget *buildHead();
    void buildTable();
    void fillHoldMenu();
    void takeBoard();
    void takeSelection();
    void switchHold();
    void resetSelected();
    void fitColumns();

    gateway::api::GatewayFacade &m_gateway;
    const look::Theme &m_theme;
    models::TargetHealthModel *m_model;
    QTimer m_clock; // while the view is seen and something waits
    QTableView *m_table = nullptr;
    QLabel *m_facts = nullptr;
    QLabel *m_empty = nullptr;
    QPushButton *m_holdOther = nullptr;
    QMenu *m_holdMenu = nullptr;
    QPushButton *m_hold = nullptr;
    QPushButton *m_reset = nullptr;
    int m_openCount = 0;
};

} // namespace ui::pages
