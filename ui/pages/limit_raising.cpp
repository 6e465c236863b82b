#include "ui/pages/limit_raising.h"

#include <QCoreApplication>
#include <QMenu>
#include <QPointer>
#include <QWidget>

#include <algorithm>

#include "ui/dialogs/raise_dialog.h"
#include "ui/models/error_words.h"
#include "ui/models/virtual_key_words.h"
#include "ui/user_prompt.h"

namespace ui::pages {

using gateway::api::LimitView;

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(LimitRaising)
};

void raise(const LimitRaising &raising, const QString &id, qint64 extra, const QDateTime &until)
{
    const QPointer<QWidget> guard(&raising.page);
    raising.governance.raiseLimit(id, extra, until, [guard, raising](const gateway::Result<LimitView> &raised) {
        if (!guard)
            return;
        if (!raised)
            raising.prompt.ask(
                guard,
                {Text::tr("The limit stays as it was"), models::failureText(raised.error()), {Text::tr("Close")}},
                [](const Answer &) {});
        raising.raised();
    });
}

void askToRaise(const LimitRaising &raising, const LimitView &limit, const QString &whose)
{
    auto *dialog = new dialogs::RaiseDialog(limit, whose, QDateTime::currentDateTimeUtc(), &raising.page);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    QObject::connect(dialog, &QDialog::accepted, &raising.page,
                     [raising, dialog, id = limit.id] { raise(raising, id, dialog->extra(), dialog->until()); });
    dialog->open();
}

} // namespace

void addRaises(QMenu &menu, const LimitView &limit, const QString &whose, const LimitRaising &raising)
{
    if (!limit.resetsAt.isValid() || limit.most <= 0)
        return;
    QMenu *raises = menu.addMenu(
        Text::tr("&Allow more until %1").arg(models::untilText(limit.resetsAt, QDateTime::currentDateTimeUtc())));
    raises->setObjectName(QStringLiteral("raise_limit"));
    for (const int percent : {25, 50, 100}) {
        const qint64 extra = std::max<qint64>(limit.most * percent / 100, 1);
        raises->addAction(Text::tr("%1 more", "an amount").arg(models::amountText(limit, extra)), &raising.page,
                          [raising, limit, extra] { raise(raising, limit.id, limit.extra + extra, limit.resetsAt); });
    }
    raises->addSeparator();
    raises->addAction(Text::tr("Another amount or end…"), &raising.page,
                      [raising, limit, whose] { askToRaise(raising, limit, whose); });
    if (limit.extra > 0)
        raises->addAction(Text::tr("Take back what was allowed"), &raising.page,
                          [raising, limit] { raise(raising, limit.id, 0, limit.resetsAt); });
}

} // namespace ui::pages
