// Who may use what: virtual keys with what they have used, all limits, and teams and customers where there are any.
#pragma once

#include "gateway/api/gateway_facade.h"
#include "gateway/api/removal_facade.h"
#include "ui/look/theme.h"
#include "ui/pages/page.h"

#include <QHash>
#include <QSet>
#include <QTimer>

#include <functional>

class QCheckBox;
class QLabel;
class QPushButton;
class QStackedWidget;
class QTabBar;
class QTableView;

namespace ui {
class UserPrompt;
namespace models {
class VirtualKeyTableModel;
}
} // namespace ui

namespace ui::pages {

class KeyPagePart;
class KeyUsePane;
class LimitsView;
class OwnersView;

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
    void showKey(const QString &id);         // selects it
    void showLimits(const QString &id = {}); // selects that one

protected:
    void resizeEvent(QResizeEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    enum Tab { KeysTab, LimitsTab, OwnersTab };

    QWidget *buildHeader();
    QWidget *buildTabs();
    QWidget *buildKeys();
    void showTab(int tab);
    void takeState();
    void takeFacts();
    KeyPagePart *shownPart() const; // null: the keys
    QWidget *buildEmpty();
    void buildTable();
    void addShortcut(const QKeySequence &keys, std::function<void()> action);
    void takeKeys();
    void takeSelection();
    void askLastUses();
    void askLastUse(QStringList ids);
    void takeRequests(const QList<gateway::api::RequestSummary> &requests);
    void noteUse(const QString &id, const QDateTime &time);
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
    KeyUsePane *m_use = nullptr;
    QHash<QString, QDateTime> m_lastUsed; // by id
    QSet<QString> m_askedUses;            // of keys, whatever came of it
    LimitsView *m_limits = nullptr;
    OwnersView *m_owners = nullptr;
    QTabBar *m_tabs = nullptr;
    QPushButton *m_showOwners = nullptr;  // while there are none
    QStackedWidget *m_commands = nullptr; // of the tab that is seen
    QStackedWidget *m_parts = nullptr;
    QString m_keyFacts;
    bool m_areOwnersWanted = false; // a person asked for them, though there are none yet
    QTimer m_refresh;               // what is used changes with every request, and is looked at only while it is seen
    int m_spentKeys = 0;
    bool m_neededAttention = false;
};

} // namespace ui::pages
