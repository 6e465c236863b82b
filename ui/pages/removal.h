// Removing something from a page: at once and without a question, because the window offers the way back.
#pragma once

#include "gateway/api/removal_facade.h"

#include <functional>

class QWidget;

namespace ui {
class UserPrompt;
}

namespace ui::pages {

// All is borrowed and must outlive `page`. A failure is said in a box with `failureTitle`.
void removeUndoably(gateway::api::RemovalFacade &removals, UserPrompt &prompt, QWidget &page,
                    const gateway::api::Removal &what, const QString &failureTitle,
                    std::function<void()> whenRemoved = {});

} // namespace ui::pages
