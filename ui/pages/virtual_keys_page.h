// Who may use what: the list of virtual keys with what they have used, and what is done to them.
#pragma once

#include "gateway/api/gateway_facade.h"
#include "gateway/api/removal_facade.h"
#include "ui/look/theme.h"
#include "ui/pages/page.h"

#include <QTimer>

#include <functional>

class QCheckBox;
class QLabel;
class QMenu;
class QPushButton;
class QTableView;

namespace ui {
class UserPrompt;
namespace models {
class VirtualKeyTableModel;
}
} // namespace ui

namespace ui::pages {

class VirtualKeysPage : public Page {
    Q_OBJECT
public:
    // All of it is borrowed and must outlive the page.
    VirtualKeysPage(gateway::api::GatewayFacade &gateway, gateway::api::RemovalFacade &removals,
                    const look::Theme &theme, UserPrompt &prompt, QWidget *parent = nullptr);

    QString title() const override;
    const char *iconName() const override { return "key"; }
    bool needsAttention() const override { return m_neededAttention; }
    QString statusText() const override;
    QWidget *firstPane() override;
    QList<QWidget *> panes() override;

    void startAdding();
    void showKey(const QString &id); // selects it

protected:
    void resizeEvent(QResizeEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    QWidget *buildHeader();
    QWidget *buildEmpty();
    void buildTable();
    void addShortcut(const QKeySequence &keys, std::function<void()> action);
    void takeKeys();
    void takeSelection();
    void takeRequirement(bool isRequired);
    void fitColumns();
    void editSelected();
    void rotateSelected();
    void toggleSelected();
    void removeSelected();
    void copyPrefix();
    void copyValue();
    void showValue();
    void withKeptValue(std::function<void(const gateway::api::VirtualKeyView &key, const QString &value)> use);
    void openDialog(const gateway::api::VirtualKeyView &key);
    void showContextMenu(const QPoint &position);
    void addRaises(QMenu &menu, const gateway::api::LimitView &limit);
    void raiseLimit(const gateway::api::LimitView &limit, qint64 extra);
    void save(const gateway::api::VirtualKeyView &key);
    void showNewValue(const gateway::api::MadeVirtualKey &made);
    void showFailure(const QString &title, const gateway::Error &error);
    void rotate(const QString &id, std::chrono::seconds grace);
    const gateway::api::VirtualKeyView *selected() const;
    QStringList providerNames() const;

    gateway::api::GatewayFacade &m_gateway;
    gateway::api::RemovalFacade &m_removals;
    gateway::api::GovernanceFacade &m_governance;
    const look::Theme &m_theme;
    UserPrompt &m_prompt;
    models::VirtualKeyTableModel *m_model;
    QLabel *m_facts = nullptr;
    QCheckBox *m_isRequired = nullptr;
    QPushButton *m_edit = nullptr;
    QPushButton *m_rotate = nullptr;
    QPushButton *m_toggle = nullptr;
    QPushButton *m_add = nullptr;
    QPushButton *m_addFirst = nullptr;
    QTableView *m_table = nullptr;
    QWidget *m_empty = nullptr;
    QTimer m_refresh; // what is used changes with every request, and is looked at only while it is seen
    bool m_neededAttention = false;
};

} // namespace ui::pages
