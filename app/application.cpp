#include "app/application.h"

#include "app/log_setup.h"
#include "app/stop_signals.h"

#include <QApplication>
#include <QDir>
#include <QMessageBox>

namespace app {

namespace {

constexpr auto drainLimit = std::chrono::seconds(3); // the window has asked before, so this is only the rest

} // namespace

Application::Application(Options options, Translations &translations, QObject *parent)
    : QObject(parent)
    , m_options(options)
    , m_translations(translations)
    , m_host(std::move(options))
    , m_instance(m_host.dataFolder())
{
}

Application::~Application()
{
    // The window and the tray look at the gateway, so they go first.
    m_notifier.reset();
    m_window.reset();
    m_tray.reset();
}

std::optional<int> Application::start()
{
    if (m_instance.raiseOther())
        return 0;
    if (const auto opened = m_host.open(); !opened) {
        showFailure(opened.error());
        return 2;
    }
    installLog(m_options.logLevel, m_options.logStyle, m_host.dataFolder());
    m_instance.listen();
    m_settingsFile = std::make_unique<QSettings>(QDir(m_host.dataFolder()).filePath(QStringLiteral("window.ini")),
                                                 QSettings::IniFormat);
    m_settings = std::make_unique<ui::UiSettings>(*m_settingsFile);
    if (const QString language = m_settings->read(ui::settings::language); !language.isEmpty())
        m_translations.use(language);
    if (const int port = m_settings->read(ui::settings::port); port > 0 && port <= 65535)
        m_host.preferPort(static_cast<quint16>(port));
    m_systemLook = std::make_unique<ui::look::SystemLook>();
    m_theme = std::make_unique<ui::look::Theme>(m_systemLook->scheme());
    m_prompt = ui::makeMessageBoxPrompt();
    onStopSignal(*this, [this] { quit(); });
    m_host.start([this](const gateway::Result<bool> &started) {
        if (started) {
            showWindow();
            return;
        }
        showFailure(started.error());
        QCoreApplication::exit(2);
    });
    return std::nullopt;
}

// What a start at login has to repeat to find the same data again.
QStringList Application::argumentsAtLogin() const
{
    return m_options.dataFolder.isEmpty() ? QStringList()
                                          : QStringList{QStringLiteral("--data-dir"), m_host.dataFolder()};
}

void Application::makeWindow()
{
    m_window = std::make_unique<ui::MainWindow>(ui::WindowSurroundings{
        m_host.service(), *m_theme, *m_systemLook, *m_settings, *m_prompt, *m_clients, m_host.service().removals(),
        m_host.service().inspector(), *m_program, &m_host.service().network(), &m_host.service().models()});
    m_tray = std::make_unique<ui::TrayIcon>(m_host.service(), &m_host.service().network());
    m_window->setTray(m_tray->isVisible() ? m_tray.get() : nullptr);
    connect(m_window.get(), &ui::MainWindow::quitAccepted, this, &Application::quit);
    connect(&m_instance, &SingleInstance::raiseRequested, m_window.get(), &ui::MainWindow::raiseAndShow);
    connect(m_tray.get(), &ui::TrayIcon::noticeActivated, m_window.get(), [this] {
        m_window->raiseAndShow();
        m_window->openPlace(m_lastNotice.item);
    });
}

// Stays while the language changes: it knows what was told already.
void Application::makeNotifier()
{
    m_notifier = std::make_unique<ui::Notifier>(m_host.service(), *m_settings,
                                                [this] { return m_window != nullptr && m_window->isActiveWindow(); });
    m_notifier->useNetwork(m_host.service().network());
    connect(m_notifier.get(), &ui::Notifier::noticed, this, [this](const ui::Notice &notice) {
        m_lastNotice = notice;
        if (m_tray)
            m_tray->showNotice(notice.item.title, notice.item.text, notice.kind != ui::NoticeKind::ProviderBack);
    });
}

void Application::showWindow()
{
    m_theme->applyToApplication();
    m_clients = std::make_unique<clients::ClientFiles>(clients::usualPlaces(m_host.dataFolder()));
    // The window asks from inside one of its own controls, so it may go only when that has returned.
    m_program = std::make_unique<WindowProgram>(
        login::systemLoginStart(), argumentsAtLogin(), m_host.dataFolder(), [this](const QString &) {
            QMetaObject::invokeMethod(this, &Application::changeLanguage, Qt::QueuedConnection);
        });
    if (m_options.dataFolder.isEmpty()) // a second Bilrost with data of its own leaves the first one's entry alone
        m_program->refreshLoginStart(m_settings->read(ui::settings::loginInTray));
    makeWindow();
    makeNotifier();
    if (m_options.startHidden && m_tray->isVisible())
        return;
    m_window->raiseAndShow();
    if (m_options.demoUrl.isEmpty() && m_window->wantsFirstRunWizard())
        m_window->showFirstRunWizard();
}

// Every text of a window is set when it is made, so it is made anew, in the same place and on the same page.
void Application::changeLanguage()
{
    if (m_isQuitting)
        return;
    m_window->saveState();
    const ui::MainWindow::Unsaved unsaved = m_window->unsaved();
    m_window->hide();
    m_window.reset();
    m_tray.reset();
    m_translations.use(m_settings->read(ui::settings::language));
    makeWindow();
    m_window->resume(unsaved);
    m_window->raiseAndShow();
}

void Application::showFailure(const gateway::Error &error)
{
    QMessageBox box(QMessageBox::Critical, tr("Bilrost cannot start"), QString::fromStdString(error.message),
                    QMessageBox::Close);
    box.setObjectName(QStringLiteral("start_failure"));
    box.exec();
}

void Application::quit()
{
    if (m_isQuitting)
        return;
    m_isQuitting = true;
    if (m_window)
        m_window->hide();
    // Not quit(): that asks the windows first, and the main one answers a close with a question.
    m_host.shutDown(drainLimit, [] { QCoreApplication::exit(0); });
}

} // namespace app
