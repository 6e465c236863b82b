// Takes a pasted request and shows where it would go and why, without sending it.
#pragma once

#include "gateway/api/gateway_facade.h"

#include <QWidget>

class QLabel;
class QMenu;
class QPlainTextEdit;
class QPushButton;
class QStackedWidget;

namespace ui {
namespace look {
class Theme;
}
namespace widgets {
class RouteStepsView;
}
} // namespace ui

namespace ui::pages {

class SimulatorPane : public QWidget {
    Q_OBJECT
public:
    // All of it is borrowed and must outlive the pane.
    SimulatorPane(gateway::api::GatewayFacade &gateway, const look::Theme &theme, QWidget *parent = nullptr);

    void setRequest(const QString &pasted); // and looks at it
    void typeRequest(const QString &pasted);
    QString request() const;
    void simulate();
    QWidget *firstField() const;

private:
    QWidget *buildQuestion();
    QWidget *buildAnswer();
    void fillPretences();
    void showPretences();
    void takeAnswer(const gateway::Result<gateway::api::RouteExplanationView> &answer);
    void repeat(); // after something else changed, when there is an answer to renew

    gateway::api::GatewayFacade &m_gateway;
    const look::Theme &m_theme;
    QPlainTextEdit *m_request = nullptr;
    QPushButton *m_pretend = nullptr;
    QMenu *m_pretences = nullptr;
    QPushButton *m_simulate = nullptr;
    QStackedWidget *m_stack = nullptr; // an example, or the answer
    QLabel *m_problem = nullptr;
    QLabel *m_note = nullptr;
    QPushButton *m_copy = nullptr;
    widgets::RouteStepsView *m_steps = nullptr;
    QStringList m_offline;
    QStringList m_resting;
    bool m_hasAnswer = false;
    int m_asked = 0; // only the last question's answer counts
};

} // namespace ui::pages
