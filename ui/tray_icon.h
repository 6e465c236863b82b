// The icon in the system tray: the state by shape, one line of facts, a short menu.
#pragma once

#include "gateway/api/gateway_facade.h"
#include "gateway/api/network_facade.h"

#include <QColor>
#include <QMenu>
#include <QObject>
#include <QPixmap>

#include <memory>

class QAction;
class QSystemTrayIcon;

namespace ui {

enum class TrayState { Stopped, Starting, Healthy, InFlight, Degraded, Failing };

// The worst wins: failing, degraded, in flight, healthy.
// Without a network it serves what is on this computer only, which is degraded.
TrayState trayStateOf(const gateway::api::GatewayStatus &status, const QList<gateway::api::ProviderView> &providers,
                      bool isOffline = false);

// Drawn for the size in one colour, so that it also works as a template image. `size` is in device pixels.
QPixmap drawTrayState(TrayState state, int size, const QColor &color);

// The drawing with an edge of one pixel in black or white, so that it is seen on light and on dark panels alike.
QPixmap withEdge(const QPixmap &drawing, const QColor &color);

// Works without any tray: then only the menu exists and isVisible() is false.
class TrayIcon : public QObject {
    Q_OBJECT
public:
    // `network` may be null: then it is never said that there is none. Both outlive the icon.
    explicit TrayIcon(gateway::api::GatewayFacade &gateway, const gateway::api::NetworkFacade *network = nullptr,
                      QObject *parent = nullptr);
    ~TrayIcon() override;

    bool isVisible() const;
    // By the desktop, for some seconds; nothing without a tray.
    void showNotice(const QString &title, const QString &text, bool isWarning);
    QColor iconColor() const { return m_iconColor; }
    QMenu &menu() { return m_menu; }
    QString toolTip() const { return m_toolTip; }
    TrayState state() const { return m_state; }

signals:
    void openRequested();
    void quitRequested();
    void copyAddressRequested();
    void startRequested();
    void stopRequested();
    void settingsRequested();
    void clientsRequested();
    void noticeActivated(); // the notice that was shown last was clicked

protected:
    bool eventFilter(QObject *watched, QEvent *event) override; // the application's palette follows the theme

private:
    void buildMenu();
    void fillProviders(); // as the menu opens
    void refresh();
    void refreshIcon();
    QString stateWords(const gateway::api::GatewayStatus &status) const;
    QString troubleWords() const; // offline, or of the first provider that needs a look; empty when none does
    bool isOffline() const;

    gateway::api::GatewayFacade &m_gateway;
    const gateway::api::NetworkFacade *m_network;
    QMenu m_menu;
    QAction *m_stateLine;
    QAction *m_copy;
    QAction *m_startStop;
    QMenu *m_providers;
    QAction *m_spent;
    std::unique_ptr<QSystemTrayIcon> m_icon; // null without a tray
    TrayState m_state = TrayState::Stopped;
    QString m_toolTip;
    QColor m_iconColor;
};

} // namespace ui
