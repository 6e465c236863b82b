// All limits that are in force, whatever they are on, and what is done to them.
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
class LimitDialog;
}
namespace models {
class LimitTableModel;
struct OwnedLimit;
} // namespace models
} // namespace ui

namespace ui::pages {

class LimitsView : public KeyPagePart {
    Q_OBJECT
public:
    // All of it is borrowed and must outlive the view.
    LimitsView(gateway::api::GatewayFacade &gateway, gateway::api::RemovalFacade &removals, const look::Theme &theme,
               UserPrompt &prompt, QWidget *parent = nullptr);

    QWidget *commands() override { return m_commands; }
    QString facts() const override;
    QWidget *firstPane() override;
    void takeState() override;
    void startAdding() override;
    void choose(const QString &id);         // selects that limit
    int usedUp() const { return m_usedUp; } // how many limits are, keys' own apart

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void buildTable();
    void buildCommands();
    void buildEmpty();
    void takeSelection();
    void fitColumns();
    void editSelected();
    void resetSelected();
    void removeSelected();
    void showContextMenu(const QPoint &position);
    void ask(dialogs::LimitDialog *dialog);
    const models::OwnedLimit *selected() const;

    gateway::api::GatewayFacade &m_gateway;
    gateway::api::RemovalFacade &m_removals;
    const look::Theme &m_theme;
    UserPrompt &m_prompt;
    models::LimitTableModel *m_model;
    QTableView *m_table = nullptr;
    QWidget *m_empty = nullptr;
    QWidget *m_commands = nullptr;
    QPushButton *m_edit = nullptr;
    QPushButton *m_reset = nullptr;
    QPushButton *m_add = nullptr;
    QPushButton *m_addFirst = nullptr;
    int m_usedUp = 0;
    int m_allUsedUp = 0;
};

} // namespace ui::pages
