#include "ui/pages/removal.h"

#include <QCoreApplication>
#include <QPointer>
#include <QWidget>

#include "ui/models/error_words.h"
#include "ui/user_prompt.h"

namespace ui::pages {

void removeUndoably(gateway::api::RemovalFacade &removals, UserPrompt &prompt, QWidget &page,
                    const gateway::api::Removal &what, const QString &failureTitle, std::function<void()> whenRemoved)
{
    const QPointer<QWidget> guard(&page);
    removals.remove(what, [guard, &prompt, failureTitle, whenRemoved = std::move(whenRemoved)](
                              const gateway::Result<gateway::api::RemovedView> &removed) {
        if (!guard)
            return;
        if (!removed)
            prompt.ask(guard,
                       {failureTitle,
                        models::failureText(removed.error()),
                        {QCoreApplication::translate("ui::pages", "Close")}},
                       [](const Answer &) {});
        else if (whenRemoved)
            whenRemoved();
    });
}

} // namespace ui::pages
