// Every setting of the window and of how the gateway runs on this computer. Each change takes effect at once.
#pragma once

#include "gateway/api/gateway_facade.h"
#include "gateway/api/inspector_facade.h"
#include "ui/look/theme.h"
#include "ui/pages/page.h"

#include <QTimer>

class QCheckBox;
class QComboBox;
class QLabel;
class QLineEdit;
class QListWidget;
class QPushButton;
class QSpinBox;

namespace ui {
class ClientSetup;
class Program;
class UiSettings;
class UserPrompt;
} // namespace ui
namespace ui::widgets {
class SettingsList;
}

namespace ui::pages {

// What the page needs from outside; all of it must outlive the page.
struct SettingsSurroundings {
    gateway::api::GatewayFacade &gateway;
    gateway::api::InspectorFacade &inspector;
    const look::Theme &theme;
    UiSettings &settings;
    Program &program;
    const ClientSetup &clients;
    UserPrompt &prompt;
};

class SettingsPage : public Page {
    Q_OBJECT
public:
    explicit SettingsPage(const SettingsSurroundings &surroundings, QWidget *parent = nullptr);

    QString title() const override { return tr("Settings"); }
    const char *iconName() const override { return "settings"; }
    void pageShown() override;
    QWidget *firstPane() override;
    QList<QWidget *> panes() override;

signals:
    void themeChosen(const QString &name);
    void languageChosen(const QString &code); // empty: the system's; it is not kept yet
    void clientsWanted();                     // to point programs at the new port
    void copyAddressWanted();
    void historyCleared();

private:
    QWidget *buildHeader();
    void buildGeneral();
    void buildLook();
    void buildGateway();
    void buildClientLimits();
    void buildStorage();
    void buildRetention();
    void buildBodySearch();
    void buildNotifications();
    QComboBox *makeChoice(const char *objectName, const QList<std::pair<QString, QString>> &choices);
    QSpinBox *makeNumber(const char *objectName, const QString &accessibleName, int least, int most);
    QCheckBox *makeSwitch(const char *objectName, const QString &text);

    void showSettings(); // from where they are kept
    void takeStatus();
    void showKept();       // how long requests are kept, and what clients may send
    void offerRetention(); // only where it would change something
    void saveRetention();
    void askToClear();
    void clearHistory();
    void showBodySearch();
    void switchBodySearch(bool isOn);
    gateway::api::RetentionView wantedRetention() const;
    void saveClientLimits();
    void find(const QString &text);
    void changeLoginStart();
    void showLoginProblem(const QString &problem);
    void usePort();
    void offerPort(); // only where it would change something
    void showPortHint(const QString &problem);
    void copyFolder();

    SettingsSurroundings m_surroundings;
    QLineEdit *m_search = nullptr;
    QLabel *m_nothing = nullptr;
    QListWidget *m_sections = nullptr;
    widgets::SettingsList *m_list = nullptr;
    QComboBox *m_language = nullptr;
    QCheckBox *m_login = nullptr;
    QCheckBox *m_loginInTray = nullptr;
    QLabel *m_loginHint = nullptr;
    QComboBox *m_closing = nullptr;
    QComboBox *m_theme = nullptr;
    QSpinBox *m_port = nullptr;
    QPushButton *m_usePort = nullptr;
    QPushButton *m_showClients = nullptr;
    QLabel *m_portHint = nullptr;
    QLabel *m_address = nullptr;
    QComboBox *m_capture = nullptr;
    QLabel *m_stored = nullptr;
    QPushButton *m_clear = nullptr;
    QLabel *m_storedHint = nullptr;
    QSpinBox *m_mostDays = nullptr;
    QSpinBox *m_mostMegabytes = nullptr;
    QPushButton *m_useRetention = nullptr;
    QLabel *m_retentionHint = nullptr;
    QCheckBox *m_bodySearch = nullptr;
    QLabel *m_bodySearchHint = nullptr;
    QTimer m_bodySearchProgress; // runs while stored requests are indexed and the page is shown
    QSpinBox *m_mostBody = nullptr;
    QLineEdit *m_origins = nullptr;
    QLabel *m_originsHint = nullptr;
    QLabel *m_secrets = nullptr;
    QLabel *m_secretsHint = nullptr;
    quint16 m_shownPort = 0;
};

} // namespace ui::pages
