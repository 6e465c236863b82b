// Puts gateway and window together; owns the order of start and end.
#pragma once

#include "app/clients/client_files.h"
#include "app/command_line.h"
#include "app/gateway_host.h"
#include "app/single_instance.h"
#include "app/translation_loader.h"
#include "app/window_program.h"

#include "ui/look/system_look.h"
#include "ui/look/theme.h"
#include "ui/main_window.h"
#include "ui/notifier.h"
#include "ui/tray_icon.h"
#include "ui/ui_settings.h"
#include "ui/user_prompt.h"

#include <QObject>
#include <QSettings>

#include <memory>

namespace app {

// Lives on the main thread, beside the QApplication.
class Application : public QObject {
    Q_OBJECT
public:
    // The translations must outlive it.
    Application(Options options, Translations &translations, QObject *parent = nullptr);
    ~Application() override;

    // Nothing when the event loop is to run; the exit code when the process ends here (a second start, a refusal).
    std::optional<int> start();

private:
    void showWindow();
    void makeWindow();
    void changeLanguage();
    void makeNotifier();
    QStringList argumentsAtLogin() const;
    void showFailure(const gateway::Error &error);
    void quit();

    Options m_options;
    Translations &m_translations;
    GatewayHost m_host;
    SingleInstance m_instance;
    std::unique_ptr<QSettings> m_settingsFile;
    std::unique_ptr<ui::UiSettings> m_settings;
    std::unique_ptr<ui::look::SystemLook> m_systemLook;
    std::unique_ptr<ui::look::Theme> m_theme;
    std::unique_ptr<ui::UserPrompt> m_prompt;
    std::unique_ptr<clients::ClientFiles> m_clients;
    std::unique_ptr<WindowProgram> m_program;
    std::unique_ptr<ui::TrayIcon> m_tray;
    std::unique_ptr<ui::MainWindow> m_window;
    std::unique_ptr<ui::Notifier> m_notifier;
    ui::Notice m_lastNotice;
    bool m_isQuitting = false;
};

} // namespace app
