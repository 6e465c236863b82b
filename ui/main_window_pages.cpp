// The pages of the window and what leads from one to another. This is the one place that names them all.
#include "ui/main_window.h"

#include <utility>

#include <QAction>
#include <QStackedWidget>

#include "ui/display_format.h"
#include "ui/pages/clients_page.h"
#include "ui/pages/dashboard_page.h"
#include "ui/pages/diagnostics_page.h"
#include "ui/pages/page.h"
#include "ui/pages/prices_page.h"
#include "ui/pages/providers_page.h"
#include "ui/pages/requests_page.h"
#include "ui/pages/routes_page.h"
#include "ui/pages/settings_page.h"
#include "ui/pages/usage_page.h"
#include "ui/pages/virtual_keys_page.h"
#include "ui/shell/side_navigation.h"
#include "ui/shell/status_line.h"
#include "ui/ui_settings.h"
#include "ui/user_prompt.h"

namespace ui {

using gateway::api::GatewayFacade;

namespace {

// Pages name what they keep themselves; each name is a key of the same store.
pages::ViewSettings viewSettings(UiSettings &settings)
{
    return {[&settings](const QString &name) {
                const QByteArray key = name.toLatin1();
                return settings.read(Setting<QByteArray>{key.constData(), {}});
            },
            [&settings](const QString &name, const QByteArray &value) {
                const QByteArray key = name.toLatin1();
                settings.write(Setting<QByteArray>{key.constData(), {}}, value);
            }};
}

} // namespace

void MainWindow::composePages()
{
    composeWatchPages();
    composeConfigurePages();
    composeFootPages();
}

void MainWindow::composeWatchPages()
{
    GatewayFacade &gateway = m_surroundings.gateway;
    const look::Theme &theme = m_surroundings.theme;
    auto *dashboard = new pages::DashboardPage(gateway, m_surroundings.clients, theme, this);
    addPage(tr("Watch"), "dashboard", dashboard);
    m_requestsPage =
        new pages::RequestsPage(gateway, m_surroundings.inspector, theme, viewSettings(m_surroundings.settings), this);
    addPage({}, "requests", m_requestsPage);
    connect(m_requestsPage, &pages::RequestsPage::openWanted, this, [this] { openPage(m_requestsPage); });
    connect(m_requestsPage, &pages::RequestsPage::removalWanted, this, &MainWindow::askToRemoveRequests);
    connectDashboard(*dashboard);
    if (const gateway::api::NetworkFacade *network = m_surroundings.network) {
        connect(network, &gateway::api::NetworkFacade::offlineChanged, dashboard, &pages::DashboardPage::setOffline);
        dashboard->setOffline(network->isOffline());
    }
    auto *usage = new pages::UsagePage(gateway, theme, viewSettings(m_surroundings.settings), this);
    addPage({}, "usage", usage);
    connect(usage, &pages::UsagePage::requestsWanted, this, [this](const QString &provider) {
        m_requestsPage->showMatching(provider);
        openPage(m_requestsPage);
    });
}

// Other removals can be undone; what was said can be long, and is not held back for that.
void MainWindow::askToRemoveRequests(const QStringList &ids)
{
    Question question;
    question.title = ids.size() == 1 ? tr("Delete this request?")
                                     : tr("Delete %1 requests?").arg(DisplayFormat().exactCount(ids.size()));
    question.text =
        tr("Prompts and answers go with it and cannot be brought back. What was used and what it cost stays "
           "counted.");
    question.buttons = {tr("Keep"), tr("Delete")};
    question.destructiveButton = 1;
    m_surroundings.prompt.ask(this, question, [this, ids](const Answer &answer) {
        if (answer.button == 1)
            m_requestsPage->removeRequests(ids);
    });
}

void MainWindow::connectDashboard(pages::DashboardPage &dashboard)
{
    using pages::DashboardPage;
    connect(&dashboard, &DashboardPage::attentionWanted, this, &MainWindow::openPlace);
    connect(&dashboard, &DashboardPage::requestWanted, this, [this](const QString &id) {
        openPage(m_requestsPage);
        m_requestsPage->showRequest(id);
    });
    connect(&dashboard, &DashboardPage::providerWanted, this, [this](const QString &name) {
        openPage(m_providersPage);
        m_providersPage->openProvider(name);
    });
    connect(&dashboard, &DashboardPage::providersWanted, this, [this] {
        openPage(m_providersPage);
        m_providersPage->startAdding();
    });
    connect(&dashboard, &DashboardPage::requestsWanted, this, [this] { openPage(m_requestsPage); });
    connect(&dashboard, &DashboardPage::clientsWanted, this, [this] { openPage(m_clientsPage); });
    connect(&dashboard, &DashboardPage::copyAddressWanted, this, &MainWindow::copyAddress);
    connect(&dashboard, &DashboardPage::startStopWanted, this, [this] { m_startStop->trigger(); });
}

void MainWindow::openPlace(const models::AttentionItem &item)
{
    using Action = models::AttentionItem::Action;
    switch (item.action) {
    case Action::None: return;
    case Action::OpenProvider:
        openPage(m_providersPage);
        m_providersPage->openProvider(item.target);
        return;
    case Action::OpenKey:
        openPage(m_keysPage);
        m_keysPage->showKey(item.target);
        return;
    case Action::OpenPrices: openPage(m_pricesPage); return;
    case Action::OpenRequest:
        openPage(m_requestsPage);
        m_requestsPage->showRequest(item.target);
        return;
    case Action::OpenSettings: openPage(m_settingsPage); return;
    case Action::OpenLimits:
        openPage(m_keysPage);
        m_keysPage->showLimits(item.target);
        return;
    }
}

void MainWindow::composeConfigurePages()
{
    GatewayFacade &gateway = m_surroundings.gateway;
    const look::Theme &theme = m_surroundings.theme;
    m_providersPage = new pages::ProvidersPage(gateway, m_surroundings.removals, theme, m_surroundings.prompt, this,
                                               m_surroundings.models);
    addPage(tr("Configure"), "providers", m_providersPage);
    if (const gateway::api::NetworkFacade *network = m_surroundings.network) {
        connect(network, &gateway::api::NetworkFacade::offlineChanged, m_providersPage,
                &pages::ProvidersPage::setOffline);
        m_providersPage->setOffline(network->isOffline());
    }
    m_routesPage = new pages::RoutesPage(gateway, m_surroundings.removals, theme, m_surroundings.prompt,
                                         viewSettings(m_surroundings.settings), this);
    addPage(tr("Configure"), "routes", m_routesPage);
    connect(m_requestsPage, &pages::RequestsPage::whyHereWanted, this, [this](const QString &pasted) {
        openPage(m_routesPage);
        m_routesPage->simulate(pasted);
    });
    m_keysPage = new pages::VirtualKeysPage(gateway, m_surroundings.removals, theme, m_surroundings.prompt, this);
    addPage({}, "keys", m_keysPage);
    m_pricesPage =
        new pages::PricesPage(gateway, theme, m_surroundings.prompt, viewSettings(m_surroundings.settings), this);
    addPage({}, "prices", m_pricesPage);
    m_clientsPage = new pages::ClientsPage(gateway, m_surroundings.clients, theme, this);
    addPage(tr("Connect"), "clients", m_clientsPage);
    connect(m_requestsPage, &pages::RequestsPage::connectWanted, this, [this] { openPage(m_clientsPage); });
}

void MainWindow::composeFootPages()
{
    m_settingsPage = new pages::SettingsPage({m_surroundings.gateway, m_surroundings.inspector, m_surroundings.theme,
                                              m_surroundings.settings, m_surroundings.program, m_surroundings.clients,
                                              m_surroundings.prompt},
                                             this);
    m_navigation->beginFoot();
    addPage({}, "settings", m_settingsPage);
    addPage({}, "diagnostics",
            new pages::DiagnosticsPage(m_surroundings.gateway, m_surroundings.settings, m_surroundings.program, this));
    connect(m_settingsPage, &pages::SettingsPage::themeChosen, this, &MainWindow::chooseTheme);
    connect(m_settingsPage, &pages::SettingsPage::languageChosen, this, &MainWindow::chooseLanguage);
    connect(m_settingsPage, &pages::SettingsPage::clientsWanted, this, [this] { openPage(m_clientsPage); });
    connect(m_settingsPage, &pages::SettingsPage::copyAddressWanted, this, &MainWindow::copyAddress);
    connect(m_settingsPage, &pages::SettingsPage::historyCleared, m_requestsPage, &pages::RequestsPage::readAnew);
}

void MainWindow::addPage(const QString &group, const char *name, pages::Page *page)
{
    const int index = static_cast<int>(m_pages.size());
    page->setObjectName(QString::fromLatin1(name) + QStringLiteral("_page"));
    m_pages.append(page);
    m_stack->addWidget(page);
    if (!group.isEmpty() && std::exchange(m_lastGroup, group) != group)
        m_navigation->addGroup(group);
    m_navigation->addPage(page->title(), page->iconName(), QStringLiteral("navigate_%1").arg(QLatin1String(name)));
    connect(page, &pages::Page::statusTextChanged, this, [this, page] {
        if (m_stack->currentWidget() == page)
            m_statusLine->setPageText(page->statusText());
    });
    connect(page, &pages::Page::attentionChanged, this,
            [this, page, index] { m_navigation->setAttention(index, page->needsAttention()); });
    m_navigation->setAttention(index, page->needsAttention());
}

void MainWindow::openPage(const pages::Page *page)
{
    showPage(static_cast<int>(m_pages.indexOf(page)));
}

} // namespace ui
