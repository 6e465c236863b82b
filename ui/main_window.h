// The window: navigation, pages, menu bar, status line, and what closing it means.
#pragma once

#include "gateway/api/gateway_facade.h"
#include "gateway/api/inspector_facade.h"
#include "gateway/api/model_facade.h"
#include "gateway/api/network_facade.h"
#include "gateway/api/removal_facade.h"
#include "ui/look/theme.h"

#include <QMainWindow>

#include <any>
#include <map>

class QAction;
class QActionGroup;
class QStackedWidget;
class QVBoxLayout;

namespace ui {

namespace look {
class SystemLook;
}
namespace models {
struct AttentionItem;
}
namespace pages {
class ClientsPage;
class DashboardPage;
class Page;
class PricesPage;
class ProvidersPage;
class RequestsPage;
class RoutesPage;
class SettingsPage;
class VirtualKeysPage;
} // namespace pages
namespace shell {
class SideNavigation;
class StatusLine;
class UndoBar;
} // namespace shell
namespace widgets {
class Banner;
}
class ClientSetup;
class Program;
class TrayIcon;
class UiSettings;
class UserPrompt;

// What a window needs from outside; all of it must outlive the window.
struct WindowSurroundings {
    gateway::api::GatewayFacade &gateway;
    look::Theme &theme;
    look::SystemLook &systemLook;
    UiSettings &settings;
    UserPrompt &prompt;
    ClientSetup &clients;
    gateway::api::RemovalFacade &removals;
    gateway::api::InspectorFacade &inspector;
    Program &program;
    const gateway::api::NetworkFacade *network = nullptr; // null: it is never said that there is none
    const gateway::api::ModelFacade *models = nullptr;    // null: no models of providers are shown
};

// Knows pages, not their content. The application ends when quitAccepted() is emitted, not when the window is hidden.
class MainWindow : public QMainWindow {
    Q_OBJECT
public:
    explicit MainWindow(const WindowSurroundings &surroundings, QWidget *parent = nullptr);
    ~MainWindow() override;

    void setTray(TrayIcon *tray); // borrowed; null: there is no tray, closing means quitting
    void showPage(int index);
    void openPage(const pages::Page *page);
    void openPlace(const models::AttentionItem &item); // what an item or a notice is about
    int currentPage() const;
    pages::Page *page(int index) const;
    void raiseAndShow();
    void showFirstRunWizard();
    bool wantsFirstRunWizard() const; // nothing set up yet and never skipped
    void saveState();
    // What its pages have that is not saved, for the window that takes its place.
    using Unsaved = std::map<QString, std::any>; // by their names
    Unsaved unsaved() const;
    void resume(const Unsaved &unsaved);

public slots:
    void requestQuit(); // asks when requests are in flight

signals:
    void quitAccepted();

protected:
    void closeEvent(QCloseEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    // Without a group the page belongs to that of the one before.
    void addPage(const QString &group, const char *name, pages::Page *page);
    void composePages();
    void composeWatchPages();
    void composeConfigurePages();
    void composeFootPages();
    void connectDashboard(pages::DashboardPage &dashboard);
    void askToRemoveRequests(const QStringList &ids);
    void buildLayout();
    void buildMenus();
    void buildFileMenu();
    void buildViewMenu();
    void buildRequestMenu();
    void buildGatewayMenu();
    void buildHelpMenu();
    void chooseTheme(const QString &name);
    void chooseLanguage(const QString &code);
    void applyTheme();
    void restoreState();
    void takeStatus();
    void showListenerProblem();
    void fillBanner();
    void startListening(quint16 port);
    void stopListening();
    void copyAddress();
    void focusNextPane();
    void placeOver(QWidget &dialog) const;
    void updateLiveUpdates();
    void explainClosing();
    void acceptQuit();
    void quitWhenIdle();
    void showAbout();
    void showShortcuts();
    void showPalette();

    WindowSurroundings m_surroundings;
    shell::SideNavigation *m_navigation;
    shell::StatusLine *m_statusLine;
    widgets::Banner *m_banner;
    QVBoxLayout *m_bannerFrame = nullptr;
    shell::UndoBar *m_undoBar;
    QStackedWidget *m_stack;
    QList<pages::Page *> m_pages;
    pages::ProvidersPage *m_providersPage = nullptr;
    pages::VirtualKeysPage *m_keysPage = nullptr;
    pages::RequestsPage *m_requestsPage = nullptr;
    pages::RoutesPage *m_routesPage = nullptr;
    pages::PricesPage *m_pricesPage = nullptr;
    pages::ClientsPage *m_clientsPage = nullptr;
    pages::SettingsPage *m_settingsPage = nullptr;
    QActionGroup *m_themeActions = nullptr;
    QActionGroup *m_captureActions = nullptr;
    QAction *m_startStop = nullptr;
    TrayIcon *m_tray = nullptr;
    QString m_lastGroup; // of the navigation, while pages are added
    quint16 m_lastPort = 8080;
    bool m_quitsWhenIdle = false;
    bool m_isQuitting = false;
};

} // namespace ui
