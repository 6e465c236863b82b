// Who answers, and why: aliases and rules in their order, the simulator, the health board, what happens on failure.
#pragma once

#include "gateway/api/gateway_facade.h"
#include "gateway/api/removal_facade.h"
#include "ui/look/theme.h"
#include "ui/pages/page.h"
#include "ui/pages/view_settings.h"

#include <functional>

class QLabel;
class QListView;
class QPushButton;
class QSplitter;
class QStackedWidget;
class QTabBar;

namespace ui {
class UserPrompt;
namespace models {
class RoutingRuleModel;
}
namespace widgets {
class Banner;
}
} // namespace ui

namespace ui::pages {

class HealthBoardView;
class ResilienceForm;
class RouteEditor;
class SimulatorPane;

class RoutesPage : public Page {
    Q_OBJECT
public:
    // All of it is borrowed and must outlive the page.
    RoutesPage(gateway::api::GatewayFacade &gateway, gateway::api::RemovalFacade &removals, const look::Theme &theme,
               UserPrompt &prompt, const ViewSettings &settings, QWidget *parent = nullptr);

    QString title() const override;
    const char *iconName() const override { return "routes"; }
    bool needsAttention() const override { return m_needsAttention; }
    QString statusText() const override;
    std::any unsaved() const override;
    void resume(const std::any &unsaved) override;
    QWidget *firstPane() override;
    QList<QWidget *> panes() override;

    void startAlias();
    void startRule();
    void showRule(const QString &id);
    void simulate(const QString &pasted); // shows the simulator with this request

protected:
    void resizeEvent(QResizeEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    QWidget *buildHeader();
    QWidget *buildRules();
    QWidget *buildEmpty();
    void buildList();
    void takeRules();
    void takeAttention();
    void openSelected();
    void openNew(bool isAlias);
    void askAboutChanges(std::function<void()> whenDiscarded);
    void select(const QString &id);
    void removeRule(const QString &id);
    void switchRule(const QString &id, bool isEnabled);
    void moveSelected(int step);
    void order(const QStringList &ids);
    void showProblem(const QString &title, const gateway::Error &error);
    void showContextMenu(const QPoint &position);
    void showTab(int index);
    void arrangePanes();
    const gateway::api::RoutingRuleView *selectedRule() const;

    gateway::api::GatewayFacade &m_gateway;
    gateway::api::RemovalFacade &m_removals;
    const look::Theme &m_theme;
    UserPrompt &m_prompt;
    ViewSettings m_settings;
    models::RoutingRuleModel *m_model;
    QLabel *m_facts = nullptr;
    QPushButton *m_addRule = nullptr;
    QPushButton *m_addAlias = nullptr;
    QPushButton *m_showSimulator = nullptr;
    QTabBar *m_tabs = nullptr;
    QStackedWidget *m_stack = nullptr;
    QStackedWidget *m_left = nullptr; // the list with the editor, or what to do without a rule
    widgets::Banner *m_banner = nullptr;
    QSplitter *m_splitter = nullptr;
    QListView *m_list = nullptr;
    RouteEditor *m_editor = nullptr;
    SimulatorPane *m_simulator = nullptr;
    HealthBoardView *m_health = nullptr;
    ResilienceForm *m_resilience = nullptr;
    bool m_hadRoom = true; // for three panes
    bool m_isSelecting = false;
    bool m_isStarting = false; // a new rule is being written
    bool m_needsAttention = false;
};

} // namespace ui::pages
