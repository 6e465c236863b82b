#include "ui/main_window.h"

#include <QActionGroup>
#include <QApplication>
#include <QClipboard>
#include <QCloseEvent>
#include <QHBoxLayout>
#include <QPushButton>
#include <QScreen>
#include <QSplitter>
#include <QStackedWidget>
#include <QVBoxLayout>

#include "ui/dialogs/first_run_wizard.h"
#include "ui/look/system_look.h"
#include "ui/pages/clients_page.h"
#include "ui/pages/page.h"
#include "ui/pages/settings_page.h"
#include "ui/shell/side_navigation.h"
#include "ui/shell/status_line.h"
#include "ui/shell/undo_bar.h"
#include "ui/tray_icon.h"
#include "ui/ui_settings.h"
#include "ui/user_prompt.h"
#include "ui/widgets/banner.h"

namespace ui {

using gateway::RequestState;
using gateway::api::GatewayFacade;
using gateway::api::GatewayStatus;
using gateway::api::ListenerState;

namespace {
constexpr int collapseBelow = 1100;

// The top left corner; what is larger than the screen starts at the screen's.
QPoint placeAround(const QPoint &center, const QSize &size, const QRect &available)
{
    QRect place(QPoint(), size);
    place.moveCenter(center);
    place.moveRight(qMin(place.right(), available.right()));
    place.moveBottom(qMin(place.bottom(), available.bottom()));
    return {qMax(place.left(), available.left()), qMax(place.top(), available.top())};
}
} // namespace

MainWindow::MainWindow(const WindowSurroundings &surroundings, QWidget *parent)
    : QMainWindow(parent)
    , m_surroundings(surroundings)
    , m_navigation(new shell::SideNavigation(surroundings.theme, this))
    , m_statusLine(new shell::StatusLine(surroundings.theme, this))
    , m_banner(new widgets::Banner(surroundings.theme, this))
    , m_undoBar(new shell::UndoBar(surroundings.removals, this))
    , m_stack(new QStackedWidget(this))
{
    setObjectName(QStringLiteral("main_window"));
    setWindowTitle(QStringLiteral("Bilrost"));
    setMinimumSize(960, 600);
    buildLayout();
    composePages();
    buildMenus();
    GatewayFacade &gateway = surroundings.gateway;
    connect(&gateway, &GatewayFacade::statusChanged, this, &MainWindow::takeStatus);
    connect(m_navigation, &shell::SideNavigation::pageChosen, this, &MainWindow::showPage);
    connect(m_navigation, &shell::SideNavigation::copyAddressRequested, this, &MainWindow::copyAddress);
    connect(m_statusLine, &shell::StatusLine::captureLevelChosen, this,
            [&gateway](gateway::api::CaptureLevel level) { gateway.setCaptureLevel(level); });
    connect(m_banner, &widgets::Banner::firstActivated, this, [this] { startListening(m_lastPort); });
    connect(m_banner, &widgets::Banner::secondActivated, this,
            [this] { m_quitsWhenIdle ? acceptQuit() : startListening(m_surroundings.gateway.status().nextFreePort); });
    connect(&surroundings.systemLook, &look::SystemLook::changed, this, &MainWindow::applyTheme);
    applyTheme();
    takeStatus();
    restoreState();
}

MainWindow::~MainWindow() = default;

void MainWindow::buildLayout()
{
    m_bannerFrame = new QVBoxLayout;
    m_bannerFrame->addWidget(m_banner);
    auto *right = new QVBoxLayout;
    right->setContentsMargins(0, 0, 0, 0);
    right->setSpacing(0);
    right->addLayout(m_bannerFrame);
    right->addWidget(m_stack, 1);
    right->addWidget(m_undoBar);
    auto *middle = new QHBoxLayout;
    middle->setContentsMargins(0, 0, 0, 0);
    middle->setSpacing(0);
    middle->addWidget(m_navigation);
    middle->addLayout(right, 1);
    auto *central = new QWidget(this);
    auto *whole = new QVBoxLayout(central);
    whole->setContentsMargins(0, 0, 0, 0);
    whole->setSpacing(0);
    whole->addLayout(middle, 1);
    whole->addWidget(m_statusLine);
    setCentralWidget(central);
    m_navigation->setObjectName(QStringLiteral("navigation"));
    m_banner->setObjectName(QStringLiteral("listener_banner"));
}

void MainWindow::showPage(int index)
{
    pages::Page *next = page(index);
    if (next == nullptr)
        return;
    auto *previous = qobject_cast<pages::Page *>(m_stack->currentWidget());
    if (previous != nullptr && previous != next)
        previous->pageHidden();
    m_stack->setCurrentWidget(next);
    m_navigation->setCurrentPage(index);
    m_statusLine->setPageText(next->statusText());
    setWindowTitle(tr("%1 – Bilrost").arg(next->title()));
    next->pageShown();
}

int MainWindow::currentPage() const
{
    return m_stack->currentIndex();
}

pages::Page *MainWindow::page(int index) const
{
    return m_pages.value(index);
}

void MainWindow::setTray(TrayIcon *tray)
{
    m_tray = tray;
    if (tray == nullptr)
        return;
    connect(tray, &TrayIcon::openRequested, this, &MainWindow::raiseAndShow);
    connect(tray, &TrayIcon::quitRequested, this, &MainWindow::requestQuit);
    connect(tray, &TrayIcon::copyAddressRequested, this, &MainWindow::copyAddress);
    connect(tray, &TrayIcon::startRequested, this, [this] { startListening(m_lastPort); });
    connect(tray, &TrayIcon::stopRequested, this, &MainWindow::stopListening);
    connect(tray, &TrayIcon::settingsRequested, this, [this] {
        openPage(m_settingsPage);
        raiseAndShow();
    });
    connect(tray, &TrayIcon::clientsRequested, this, [this] {
        openPage(m_clientsPage);
        raiseAndShow();
    });
}

void MainWindow::raiseAndShow()
{
    setWindowState(windowState() & ~Qt::WindowMinimized);
    show();
    raise();
    activateWindow();
}

bool MainWindow::wantsFirstRunWizard() const
{
    return m_surroundings.gateway.providers().isEmpty() && !m_surroundings.settings.read(settings::wizardIsDone);
}

void MainWindow::showFirstRunWizard()
{
    auto *wizard =
        new dialogs::FirstRunWizard(m_surroundings.gateway, m_surroundings.theme, m_surroundings.prompt, this);
    wizard->setAttribute(Qt::WA_DeleteOnClose);
    connect(wizard, &QDialog::finished, this, [this] { m_surroundings.settings.write(settings::wizardIsDone, true); });
    placeOver(*wizard);
    wizard->open();
}

// A dialog places itself over its parent too, but at the first start the window manager has not placed the parent yet.
void MainWindow::placeOver(QWidget &dialog) const
{
    const QRect available = screen()->availableGeometry();
    const bool isSeen = isVisible() && !isMinimized();
    dialog.move(placeAround(isSeen ? geometry().center() : available.center(), dialog.size(), available));
}

void MainWindow::takeStatus()
{
    const GatewayStatus status = m_surroundings.gateway.status();
    if (status.port != 0)
        m_lastPort = status.port;
    m_navigation->setStatus(status);
    m_statusLine->setStatus(status);
    for (int index = 0; index < m_pages.size(); ++index) {
        if (m_pages.at(index)->objectName() == QLatin1String("requests_page"))
            m_navigation->setCount(index, status.inFlight);
    }
    const bool isUp = status.listener == ListenerState::Listening || status.listener == ListenerState::Starting;
    m_startStop->setText(isUp ? tr("Stop gateway") : tr("Start gateway"));
    for (QAction *action : m_captureActions->actions())
        action->setChecked(action->data().toInt() == static_cast<int>(status.captureLevel));
    showListenerProblem();
    if (m_quitsWhenIdle && status.inFlight == 0)
        acceptQuit();
}

void MainWindow::showListenerProblem()
{
    fillBanner();
    const int margin = m_banner->isHidden() ? 0 : look::Theme::space3;
    m_bannerFrame->setContentsMargins(margin + margin / 3, margin, margin + margin / 3, 0);
}

void MainWindow::fillBanner()
{
    const GatewayStatus status = m_surroundings.gateway.status();
    const bool hasFailed = status.listener == ListenerState::Failed;
    if (m_quitsWhenIdle) {
        m_banner->setActions({}, tr("Quit now"));
        m_banner->showMessage(RequestState::InFlight,
                              tr("Bilrost quits when the running requests have ended (%1)").arg(status.inFlight),
                              tr("New requests are not taken any more."));
        return;
    }
    m_banner->setActions(tr("Try again"), status.nextFreePort != 0 ? tr("Use %1").arg(status.nextFreePort) : QString());
    m_banner->showMessage(RequestState::UpstreamError, hasFailed ? status.listenerProblem : QString(),
                          tr("No request can be answered until the gateway has a port."));
}

void MainWindow::startListening(quint16 port)
{
    GatewayFacade &gateway = m_surroundings.gateway;
    QStringList addresses = gateway.status().addresses;
    if (addresses.isEmpty())
        addresses = {QStringLiteral("127.0.0.1"), QStringLiteral("::1")};
    // A failure shows in the status, and through it in the banner.
    gateway.startListening({addresses, port}, [](const gateway::Result<gateway::api::Done> &) {});
}

void MainWindow::stopListening()
{
    m_surroundings.gateway.stopListening([](const gateway::Result<gateway::api::Done> &) {});
}

void MainWindow::copyAddress()
{
    QApplication::clipboard()->setText(m_surroundings.gateway.status().baseUrl);
}

// Navigation, then the panes of the page, then the status line, and round again.
void MainWindow::focusNextPane()
{
    QList<QWidget *> panes{m_navigation->currentButton()};
    panes += m_pages.at(currentPage())->panes();
    panes.append(m_statusLine->captureButton());
    panes.removeIf([](QWidget *pane) { return pane == nullptr || !pane->isVisible(); });
    if (panes.isEmpty())
        return;
    QWidget *focus = focusWidget();
    qsizetype current = -1;
    for (qsizetype index = 0; index < panes.size(); ++index) {
        if (focus != nullptr && (panes.at(index) == focus || panes.at(index)->isAncestorOf(focus)))
            current = index;
    }
    QWidget *next = panes.at((current + 1) % panes.size());
    next->setFocus(Qt::TabFocusReason);
    if (!next->hasFocus() && next->nextInFocusChain() != nullptr) {
        QWidget *inside = next->nextInFocusChain();
        while (inside != next
               && !(next->isAncestorOf(inside) && inside->isVisible() && inside->isEnabled()
                    && (inside->focusPolicy() & Qt::TabFocus) != 0))
            inside = inside->nextInFocusChain();
        inside->setFocus(Qt::TabFocusReason);
    }
}

void MainWindow::chooseTheme(const QString &name)
{
    m_surroundings.settings.write(settings::theme, name);
    applyTheme();
}

void MainWindow::applyTheme()
{
    const QString name = m_surroundings.settings.read(settings::theme);
    look::Scheme scheme = m_surroundings.systemLook.scheme();
    if (name == QLatin1String("light"))
        scheme = look::Scheme::Light;
    else if (name == QLatin1String("dark"))
        scheme = look::Scheme::Dark;
    else if (name == QLatin1String("contrast"))
        scheme = look::Scheme::HighContrast;
    m_surroundings.theme.setScheme(scheme);
    for (QAction *action : m_themeActions->actions())
        action->setChecked(action->data().toString() == name);
}

void MainWindow::restoreState()
{
    const UiSettings &settings = m_surroundings.settings;
    if (!restoreGeometry(settings.read(settings::windowGeometry))) {
        const QRect available = screen()->availableGeometry();
        resize(QSize(1280, 800).boundedTo(available.size())); // at 200 % not every screen has that much
        move(placeAround(available.center(), size(), available));
    }
    for (QSplitter *splitter : findChildren<QSplitter *>()) {
        if (!splitter->objectName().isEmpty())
            splitter->restoreState(settings.splitterState(splitter->objectName()));
    }
    const QString name = settings.read(settings::currentPage) + QStringLiteral("_page");
    int index = 0;
    for (int candidate = 0; candidate < m_pages.size(); ++candidate) {
        if (m_pages.at(candidate)->objectName() == name)
            index = candidate;
    }
    showPage(index);
}

void MainWindow::saveState()
{
    UiSettings &settings = m_surroundings.settings;
    settings.write(settings::windowGeometry, saveGeometry());
    for (const QSplitter *splitter : findChildren<QSplitter *>()) {
        if (!splitter->objectName().isEmpty())
            settings.writeSplitterState(splitter->objectName(), splitter->saveState());
    }
    QString name = m_pages.at(currentPage())->objectName();
    name.chop(5); // "_page"
    settings.write(settings::currentPage, name);
}

void MainWindow::resizeEvent(QResizeEvent *event)
{
    QMainWindow::resizeEvent(event);
    const bool isNarrow = width() < collapseBelow;
    m_navigation->setCollapsed(isNarrow);
    m_statusLine->setNarrow(isNarrow);
}

void MainWindow::changeEvent(QEvent *event)
{
    QMainWindow::changeEvent(event);
    if (event->type() == QEvent::WindowStateChange)
        updateLiveUpdates();
}

void MainWindow::showEvent(QShowEvent *event)
{
    QMainWindow::showEvent(event);
    updateLiveUpdates();
    if (focusWidget() == nullptr) // keys work from the start, without a click
        m_pages.at(currentPage())->firstPane()->setFocus(Qt::OtherFocusReason);
}

void MainWindow::hideEvent(QHideEvent *event)
{
    QMainWindow::hideEvent(event);
    updateLiveUpdates();
}

// A window that nobody sees costs nothing.
void MainWindow::updateLiveUpdates()
{
    m_surroundings.gateway.setLiveUpdatesWanted(isVisible() && !isMinimized());
}

} // namespace ui
