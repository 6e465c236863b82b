// Is all well, and what needs me: state, today's figures, the last hour, what needs a look, providers, programs.
#pragma once

#include "gateway/api/gateway_facade.h"
#include "ui/display_format.h"
#include "ui/look/theme.h"
#include "ui/models/attention_items.h"
#include "ui/pages/page.h"

#include <QHash>
#include <QTimer>

class QHBoxLayout;
class QLabel;
class QPushButton;
class QStackedWidget;
class QTableView;
class QToolButton;
class QVBoxLayout;

namespace ui {
class ClientSetup;
}
namespace ui::models {
class ProviderHealthModel;
class RecentRequestsModel;
} // namespace ui::models
namespace ui::widgets {
class AttentionList;
class MinuteBars;
class StateLabel;
} // namespace ui::widgets

namespace ui::pages {

class DashboardPage : public Page {
    Q_OBJECT
public:
    // All three must outlive the page.
    DashboardPage(gateway::api::GatewayFacade &gateway, const ClientSetup &clients, const look::Theme &theme,
                  QWidget *parent = nullptr);

    void setOffline(bool isOffline); // there is no network beyond this computer

    QString title() const override { return tr("Dashboard"); }
    const char *iconName() const override { return "dashboard"; }
    QWidget *firstPane() override;
    QList<QWidget *> panes() override;

signals:
    void attentionWanted(const ui::models::AttentionItem &item); // its place shall be opened
    void requestWanted(const QString &id);
    void providerWanted(const QString &name);
    void providersWanted(); // to add the first one
    void requestsWanted();
    void clientsWanted();
    void copyAddressWanted();
    void startStopWanted();

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    struct Figure {
        QLabel *value = nullptr;
        QLabel *below = nullptr;
    };

    QWidget *buildHeader();
    QWidget *buildState();
    QWidget *buildBody();
    QWidget *buildHour(QWidget *parent);
    QWidget *buildNow(QWidget *parent);
    QWidget *buildAttention(QWidget *parent);
    QWidget *buildProviders(QWidget *parent);
    QWidget *buildClients();
    QWidget *buildEmpty();
    Figure addFigure(QHBoxLayout &row, const QString &name, const char *objectName);
    void connectParts();

    void refresh(); // asks for sums and lists; nothing while nobody sees the page
    void askToday();
    void askHour();
    void askRecent();
    void askFailures();
    void takeStatus();
    void takeRequests(const QList<gateway::api::RequestSummary> &requests);
    void noteClients(const QList<gateway::api::RequestSummary> &requests);
    void showAttention();
    void showClients();
    int roomForClients() const;
    void showToday(const gateway::api::UsageSums &today);
    void showWhatIsNext(); // instead of empty tables
    bool isSeen() const;

    gateway::api::GatewayFacade &m_gateway;
    const ClientSetup &m_clients;
    const look::Theme &m_theme;
    DisplayFormat m_format;
    QTimer m_refreshTimer; // while the page is seen
    QList<gateway::api::RequestSummary> m_failed;
    bool m_isOffline = false;
    QHash<QString, QDateTime> m_lastSeen; // by the name a client goes by
    bool m_hasRequests = false;
    bool m_knowsRequests = false; // the first answer has come
    models::RecentRequestsModel *m_recent;
    models::ProviderHealthModel *m_health;
    QLabel *m_day = nullptr;
    QPushButton *m_startStop = nullptr;
    QPushButton *m_connect = nullptr;
    QLabel *m_arch = nullptr;
    widgets::StateLabel *m_state = nullptr;
    QLabel *m_address = nullptr;
    QToolButton *m_copy = nullptr;
    QLabel *m_reach = nullptr;
    Figure m_spent;
    Figure m_count;
    Figure m_tokens;
    Figure m_cache;
    QStackedWidget *m_stack = nullptr;
    widgets::MinuteBars *m_bars = nullptr;
    QTableView *m_nowTable = nullptr;
    widgets::AttentionList *m_attention = nullptr;
    QTableView *m_providerTable = nullptr;
    QHBoxLayout *m_clientRow = nullptr;
    QPushButton *m_openClients = nullptr;
    QLabel *m_emptyTitle = nullptr;
    QLabel *m_emptyText = nullptr;
    QPushButton *m_emptyAction = nullptr;
};

} // namespace ui::pages
