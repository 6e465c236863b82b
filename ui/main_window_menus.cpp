// The menu bar of the window. Only what works is in it.
#include "ui/main_window.h"

#include <QActionGroup>
#include <QApplication>
#include <QMenu>
#include <QMenuBar>

#include "ui/dialogs/shortcuts_dialog.h"
#include "ui/look/icon_set.h"
#include "ui/pages/page.h"
#include "ui/pages/providers_page.h"
#include "ui/pages/settings_page.h"
#include "ui/pages/virtual_keys_page.h"
#include "ui/pages/requests_page.h"
#include "ui/shell/configuration_export.h"
#include "ui/shell/edit_menu.h"
#include "ui/shell/status_line.h"
#include "ui/user_prompt.h"

namespace ui {

using gateway::api::CaptureLevel;
using gateway::api::ListenerState;

void MainWindow::buildMenus()
{
    buildFileMenu();
    shell::fillEditMenu(*menuBar()->addMenu(tr("&Edit")), *m_undoBar);
    buildViewMenu();
    buildRequestMenu();
    buildGatewayMenu();
    buildHelpMenu();
}

void MainWindow::buildFileMenu()
{
    QMenu *file = menuBar()->addMenu(tr("&File"));
    QAction *add = file->addAction(look::icon("plus"), tr("&Add provider"), this, [this] {
        openPage(m_providersPage);
        m_providersPage->startAdding();
    });
    add->setObjectName(QStringLiteral("action_add_provider"));
    QAction *addKey = file->addAction(look::icon("key"), tr("&New virtual key…"), this, [this] {
        openPage(m_keysPage);
        m_keysPage->startAdding();
    });
    addKey->setObjectName(QStringLiteral("action_add_key"));
    QAction *wizard = file->addAction(tr("Set &up Bilrost…"), this, &MainWindow::showFirstRunWizard);
    wizard->setObjectName(QStringLiteral("action_wizard"));
    QAction *exported = file->addAction(tr("&Export configuration…"), this, [this] {
        shell::exportConfiguration(*this, m_surroundings.gateway, m_surroundings.prompt,
                                   shell::chooseConfigurationFile);
    });
    exported->setObjectName(QStringLiteral("action_export"));
    QAction *settings =
        file->addAction(look::icon("settings"), tr("&Settings"), QKeySequence(QKeySequence::Preferences), this,
                        [this] { openPage(m_settingsPage); });
    settings->setObjectName(QStringLiteral("action_settings"));
    settings->setMenuRole(QAction::PreferencesRole);
    if (settings->shortcut().isEmpty()) // not every desktop has one
        settings->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_Comma));
    file->addSeparator();
    QAction *close = file->addAction(tr("&Close window"), QKeySequence(Qt::CTRL | Qt::Key_W), this, &QWidget::close);
    close->setObjectName(QStringLiteral("action_close"));
    QAction *quit = file->addAction(tr("&Quit"), QKeySequence(Qt::CTRL | Qt::Key_Q), this, &MainWindow::requestQuit);
    quit->setObjectName(QStringLiteral("action_quit"));
    quit->setMenuRole(QAction::QuitRole);
}

void MainWindow::buildViewMenu()
{
    QMenu *view = menuBar()->addMenu(tr("&View"));
    for (int index = 0; index < m_pages.size(); ++index) {
        QAction *action =
            view->addAction(look::icon(m_pages.at(index)->iconName()), m_pages.at(index)->title(), this, [this, index] {
                showPage(index);
                m_pages.at(index)->firstPane()->setFocus(Qt::ShortcutFocusReason);
            });
        if (index < 9)
            action->setShortcut(QKeySequence(Qt::CTRL | static_cast<Qt::Key>(Qt::Key_1 + index)));
    }
    view->addSeparator();
    QAction *palette = view->addAction(look::icon("search"), tr("&Find a command…"), QKeySequence(Qt::CTRL | Qt::Key_K),
                                       this, &MainWindow::showPalette);
    palette->setObjectName(QStringLiteral("action_palette"));
    view->addSeparator();
    view->addActions(m_requestsPage->viewActions());
    view->addSeparator();
    view->addAction(tr("&Next pane"), QKeySequence(Qt::Key_F6), this, &MainWindow::focusNextPane);
    view->addSeparator();
    QMenu *theme = view->addMenu(tr("&Theme"));
    m_themeActions = new QActionGroup(this);
    const QList<std::pair<QString, QString>> themes{{QStringLiteral("system"), tr("Like the &system")},
                                                    {QStringLiteral("light"), tr("&Light")},
                                                    {QStringLiteral("dark"), tr("&Dark")},
                                                    {QStringLiteral("contrast"), tr("&High contrast")}};
    for (const auto &[name, text] : themes) {
        QAction *action = theme->addAction(text);
        action->setObjectName(QStringLiteral("theme_") + name);
        action->setCheckable(true);
        action->setData(name);
        m_themeActions->addAction(action);
    }
    connect(m_themeActions, &QActionGroup::triggered, this,
            [this](QAction *action) { chooseTheme(action->data().toString()); });
}

void MainWindow::buildRequestMenu()
{
    menuBar()->addMenu(tr("&Request"))->addActions(m_requestsPage->requestActions());
}

void MainWindow::buildGatewayMenu()
{
    QMenu *menu = menuBar()->addMenu(tr("&Gateway"));
    m_startStop = menu->addAction(look::icon("power"), QString(), this, [this] {
        const ListenerState listener = m_surroundings.gateway.status().listener;
        if (listener == ListenerState::Listening || listener == ListenerState::Starting)
            stopListening();
        else
            startListening(m_lastPort);
    });
    m_startStop->setObjectName(QStringLiteral("action_start_stop"));
    QAction *copy = menu->addAction(look::icon("copy"), tr("&Copy address"), this, &MainWindow::copyAddress);
    copy->setObjectName(QStringLiteral("action_copy_address"));
    menu->addSeparator();
    QMenu *capture = menu->addMenu(tr("&Store of each request"));
    m_captureActions = new QActionGroup(this);
    for (const CaptureLevel level : {CaptureLevel::Metadata, CaptureLevel::Errors, CaptureLevel::Everything}) {
        QAction *action = capture->addAction(shell::captureLevelText(level));
        action->setCheckable(true);
        action->setData(static_cast<int>(level));
        m_captureActions->addAction(action);
    }
    connect(m_captureActions, &QActionGroup::triggered, this, [this](QAction *action) {
        m_surroundings.gateway.setCaptureLevel(static_cast<CaptureLevel>(action->data().toInt()));
    });
}

void MainWindow::buildHelpMenu()
{
    QMenu *help = menuBar()->addMenu(tr("&Help"));
    QAction *shortcuts = help->addAction(tr("&Keyboard shortcuts"), this, &MainWindow::showShortcuts);
    shortcuts->setObjectName(QStringLiteral("action_shortcuts"));
    shortcuts->setShortcuts({QKeySequence(Qt::Key_F1), QKeySequence(Qt::CTRL | Qt::Key_Slash)});
    QAction *about = help->addAction(tr("&About Bilrost"), this, &MainWindow::showAbout);
    about->setObjectName(QStringLiteral("action_about"));
    about->setMenuRole(QAction::AboutRole);
    QAction *aboutQt = help->addAction(tr("About &Qt"), qApp, &QApplication::aboutQt);
    aboutQt->setMenuRole(QAction::AboutQtRole);
}

void MainWindow::showShortcuts()
{
    auto *dialog = new dialogs::ShortcutsDialog(dialogs::shortcutsOf(*menuBar()), this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

void MainWindow::showAbout()
{
    const QString version = m_surroundings.gateway.status().version;
    m_surroundings.prompt.ask(
        this,
        {tr("Bilrost %1").arg(version),
         tr("A gateway on this computer between your tools and the AI providers.\nFree software under the GNU General "
            "Public License, version 3 or later. Built with Qt %1.")
             .arg(QString::fromLatin1(qVersion())),
         {tr("Close")}},
        [](const Answer &) {});
}

} // namespace ui
