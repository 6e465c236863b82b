// Allowing more than a limit says until an end, from a menu: nothing has to be put back then.
#pragma once

#include "gateway/api/governance_facade.h"

#include <functional>

class QMenu;
class QWidget;

namespace ui {
class UserPrompt;
}

namespace ui::pages {

struct LimitRaising {
    gateway::api::GovernanceFacade &governance; // borrowed, like the prompt; both outlive the page
    UserPrompt &prompt;
    QWidget &page;                // says what fails
    std::function<void()> raised; // or taken back; called with the page alive
};

// "Allow more until 18:00" with amounts; until then is when the window ends. "Another amount or end…" asks.
void addRaises(QMenu &menu, const gateway::api::LimitView &limit, const QString &whose, const LimitRaising &raising);

} // namespace ui::pages
