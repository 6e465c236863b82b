// Teams and customers, whom virtual keys belong to.
#pragma once

#include "gateway/api/gateway_facade.h"
#include "gateway/api/removal_facade.h"
#include "ui/look/theme.h"
#include "ui/pages/key_page_part.h"

class QPushButton;
class QTableView;

namespace ui {
class UserPrompt;
namespace dialogs {
class OwnerDialog;
}
namespace models {
class OwnerTableModel;
struct OwnerRow;
} // namespace models
} // namespace ui

namespace ui::pages {

class OwnersView : public KeyPagePart {
    Q_OBJECT
public:
    // All of it is borrowed and must outlive the view.
    OwnersView(gateway::api::GatewayFacade &gateway, gateway::api::RemovalFacade &removals, const look::Theme &theme,
               UserPrompt &prompt, QWidget *parent = nullptr);

    QWidget *commands() override { return m_commands; }
    QString facts() const override;
    QWidget *firstPane() override;
    void takeState() override;
    void startAdding() override; // a team
    bool isEmpty() const;

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void buildTable();
    void buildCommands();
    void buildEmpty();
    void fitColumns();
    void startCustomer();
    void editSelected();
    void removeSelected();
    void showContextMenu(const QPoint &position);
    void ask(dialogs::OwnerDialog *dialog, bool isTeam);
    const models::OwnerRow *selected() const;

    gateway::api::GovernanceFacade &m_governance;
    gateway::api::RemovalFacade &m_removals;
    const look::Theme &m_theme;
    UserPrompt &m_prompt;
    models::OwnerTableModel *m_model;
    QTableView *m_table = nullptr;
    QWidget *m_empty = nullptr;
    QWidget *m_commands = nullptr;
    QPushButton *m_edit = nullptr;
    QPushButton *m_addCustomer = nullptr;
    QPushButton *m_addTeam = nullptr;
};

} // namespace ui::pages
