// The pages of the window and what leads from one to another. This is the one place that names them all.
#include "ui/main_window.h"

#include <utility>

#include <QStackedWidget>

#include "ui/pages/clients_page.h"
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
    m_requestsPage =
        new pages::RequestsPage(gateway, m_surroundings.inspector, theme, viewSettings(m_surroundings.settings), this);
    addPage(tr("Watch"), "requests", m_requestsPage);
    auto *usage = new pages::UsagePage(gateway, theme, viewSettings(m_surroundings.settings), this);
    addPage({}, "usage", usage);
    connect(usage, &pages::UsagePage::requestsWanted, this, [this](const QString &provider) {
        m_requestsPage->showMatching(provider);
        openPage(m_requestsPage);
    });
}

void MainWindow::composeConfigurePages()
{
    GatewayFacade &gateway = m_surroundings.gateway;
    const look::Theme &theme = m_surroundings.theme;
    m_providersPage = new pages::ProvidersPage(gateway, m_surroundings.removals, theme, m_surroundings.prompt, this);
    addPage(tr("Configure"), "providers", m_providersPage);
    m_routesPage = new pages::RoutesPage(gateway, m_surroundings.removals, theme, m_surroundings.prompt,
                                         viewSettings(m_surroundings.settings), this);
    addPage(tr("Configure"), "routes", m_routesPage);
    connect(m_requestsPage, &pages::RequestsPage::whyHereWanted, this, [this](const QString &pasted) {
        openPage(m_routesPage);
        m_routesPage->simulate(pasted);
    });
    m_keysPage = new pages::VirtualKeysPage(gateway, m_surroundings.removals, theme, m_surroundings.prompt, this);
    addPage({}, "keys", m_keysPage);
    addPage({}, "prices", new pages::PricesPage(gateway, theme, m_surroundings.prompt, this));
    m_clientsPage = new pages::ClientsPage(gateway, m_surroundings.clients, theme, this);
    addPage(tr("Connect"), "clients", m_clientsPage);
    connect(m_requestsPage, &pages::RequestsPage::connectWanted, this, [this] { openPage(m_clientsPage); });
}

void MainWindow::composeFootPages()
{
    m_settingsPage = new pages::SettingsPage({m_surroundings.gateway, m_surroundings.theme, m_surroundings.settings,
                                              m_surroundings.program, m_surroundings.clients},
                                             this);
    m_navigation->beginFoot();
    addPage({}, "settings", m_settingsPage);
    connect(m_settingsPage, &pages::SettingsPage::themeChosen, this, &MainWindow::chooseTheme);
    connect(m_settingsPage, &pages::SettingsPage::clientsWanted, this, [this] { openPage(m_clientsPage); });
    connect(m_settingsPage, &pages::SettingsPage::copyAddressWanted, this, &MainWindow::copyAddress);
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
