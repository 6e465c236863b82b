// Values of virtual keys: made anew, shown once, and had again where they are kept.
#include "ui/dialogs/new_value_dialog.h"
#include "ui/pages/virtual_keys_page.h"
#include "ui/user_prompt.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QPointer>

namespace ui::pages {

using gateway::api::MadeVirtualKey;
using gateway::api::VirtualKeyView;

namespace {

constexpr auto graceOfRotation = std::chrono::hours(24);

} // namespace

void VirtualKeysPage::showNewValue(const MadeVirtualKey &made)
{
    auto *dialog =
        new dialogs::NewValueDialog(made.key.name, made.value, m_gateway.status().baseUrl, made.key.hasKeptValue, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

void VirtualKeysPage::rotateSelected()
{
    const VirtualKeyView *key = selected();
    if (!key)
        return;
    Question question;
    question.title = tr("Give “%1” a new value?").arg(key->name);
    question.text = tr("Tools that have the present value need the new one. You can let the present value work for "
                       "another day, or end it now.");
    question.buttons = {tr("Cancel"), tr("Keep the old one for a day"), tr("End the old one now")};
    question.defaultButton = 1;
    question.destructiveButton = 2;
    const QPointer<VirtualKeysPage> guard(this);
    m_prompt.ask(this, question, [guard, id = key->id](const Answer &answer) {
        if (guard && answer.button > 0)
            guard->rotate(id, answer.button == 1 ? std::chrono::seconds(graceOfRotation) : std::chrono::seconds(0));
    });
}

void VirtualKeysPage::rotate(const QString &id, std::chrono::seconds grace)
{
    const QPointer<VirtualKeysPage> guard(this);
    m_governance.rotateVirtualKey(id, grace, [guard](const gateway::Result<MadeVirtualKey> &made) {
        if (!guard)
            return;
        if (made)
            guard->showNewValue(*made);
        else
            guard->showFailure(tr("The key has no new value"), made.error());
    });
}

void VirtualKeysPage::copyPrefix()
{
    if (const VirtualKeyView *key = selected())
        QGuiApplication::clipboard()->setText(key->shownPrefix);
}

// From the secret store, which may ask a person first.
void VirtualKeysPage::withKeptValue(std::function<void(const VirtualKeyView &key, const QString &value)> use)
{
    const VirtualKeyView *key = selected();
    if (!key)
        return;
    const QPointer<VirtualKeysPage> guard(this);
    m_governance.readKeptValue(key->id,
                               [guard, key = *key, use = std::move(use)](const gateway::Result<QString> &value) {
                                   if (!guard)
                                       return;
                                   if (value)
                                       use(key, *value);
                                   else
                                       guard->showFailure(tr("The value cannot be had"), value.error());
                               });
}

void VirtualKeysPage::copyValue()
{
    withKeptValue([](const VirtualKeyView &, const QString &value) { QGuiApplication::clipboard()->setText(value); });
}

void VirtualKeysPage::showValue()
{
    withKeptValue([this](const VirtualKeyView &key, const QString &value) { showNewValue({key, value}); });
}

} // namespace ui::pages
