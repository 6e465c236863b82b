// Points each program on this computer at the gateway: shows what would be written, writes it, and brings it back.
#pragma once

#include "gateway/api/gateway_facade.h"
#include "ui/client_setup.h"
#include "ui/look/theme.h"
#include "ui/pages/page.h"

class QLabel;
class QLineEdit;
class QListView;
class QPushButton;

namespace ui::models {
class ClientListModel;
}

namespace ui::widgets {
class DiffView;
class ElidingLabel;
class StateLabel;
} // namespace ui::widgets

namespace ui::pages {

class ClientsPage : public Page {
    Q_OBJECT
public:
    // All of it is borrowed and must outlive the page.
    ClientsPage(gateway::api::GatewayFacade &gateway, ClientSetup &setup, const look::Theme &theme,
                QWidget *parent = nullptr);

    QString title() const override { return tr("Clients"); }
    const char *iconName() const override { return "terminal"; }
    void pageShown() override { refresh(); } // other programs change their files, too
    bool needsAttention() const override { return m_needsAttention; }
    QWidget *firstPane() override;
    QList<QWidget *> panes() override;

private:
    QWidget *buildHeader();
    QWidget *buildList();
    QWidget *buildTool();
    QWidget *buildFoot();
    void refresh();    // reads what is on this computer
    void takeStatus(); // our address may have changed
    void showTool();
    void showPlan();
    void apply();
    void startRestore();
    void leaveRestore();
    void copySnippet();
    QString key() const;
    const ClientTool *selected() const;

    gateway::api::GatewayFacade &m_gateway;
    ClientSetup &m_setup;
    const look::Theme &m_theme;
    models::ClientListModel *m_model;
    QString m_baseUrl;
    ClientPlan m_plan;
    bool m_isRestoring = false;
    bool m_needsAttention = false;

    QLabel *m_facts = nullptr;
    QListView *m_list = nullptr;
    QLabel *m_name = nullptr;
    widgets::StateLabel *m_state = nullptr;
    widgets::ElidingLabel *m_place = nullptr;
    QPushButton *m_copy = nullptr;
    QPushButton *m_restore = nullptr;
    QWidget *m_keyRow = nullptr;
    QLineEdit *m_key = nullptr;
    QLabel *m_keyHint = nullptr;
    QLabel *m_warning = nullptr;
    QLabel *m_problem = nullptr;
    widgets::DiffView *m_diff = nullptr;
    QLabel *m_footHint = nullptr;
    QPushButton *m_back = nullptr;
    QPushButton *m_apply = nullptr;
};

} // namespace ui::pages
