// What the command palette of the window offers.
#include "ui/main_window.h"

#include <QAction>
#include <QMenuBar>

#include "ui/look/icon_set.h"
#include "ui/models/provider_words.h"
#include "ui/models/route_words.h"
#include "ui/pages/providers_page.h"
#include "ui/pages/routes_page.h"
#include "ui/pages/virtual_keys_page.h"
#include "ui/shell/command_palette.h"

namespace ui {

using models::Command;

void MainWindow::showPalette()
{
    gateway::api::GatewayFacade &gateway = m_surroundings.gateway;
    QList<Command> commands = shell::commandsOf(*menuBar());
    const auto presets = gateway.presets();
    for (const auto &provider : gateway.providers()) {
        commands.append({models::shownTitle(provider), tr("provider"), models::providerIcon(provider, presets),
                         QLatin1Char('@'), [this, name = provider.name] {
                             openPage(m_providersPage);
                             m_providersPage->openProvider(name);
                         }});
    }
    for (const auto &rule : gateway.routingRules()) {
        commands.append({models::shownName(rule), models::aliasOf(rule) ? tr("alias") : tr("rule"),
                         look::icon("routes"), QLatin1Char('/'), [this, id = rule.id] {
                             openPage(m_routesPage);
                             m_routesPage->showRule(id);
                         }});
    }
    for (const auto &key : gateway.governance().virtualKeys()) {
        commands.append({key.name, tr("virtual key"), look::icon("key"), QLatin1Char('#'), [this, id = key.id] {
                             openPage(m_keysPage);
                             m_keysPage->showKey(id);
                         }});
    }
    auto *palette = new shell::CommandPalette(commands, m_surroundings.theme, this);
    palette->setAttribute(Qt::WA_DeleteOnClose);
    // Below the top edge, where the eye is; the size of a popup is known only after its layout.
    palette->adjustSize();
    palette->move(mapToGlobal(QPoint((width() - palette->width()) / 2, height() / 8)));
    palette->show();
}

} // namespace ui
