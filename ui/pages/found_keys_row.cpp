#include "ui/pages/found_keys_row.h"

#include <algorithm>

#include <QHBoxLayout>
#include <QLabel>
#include <QPointer>
#include <QPushButton>

#include "ui/dialogs/found_keys_dialog.h"
#include "ui/dialogs/wizard_steps.h"
#include "ui/models/error_words.h"
#include "ui/models/provider_key_model.h"
#include "ui/widgets/form_parts.h"
#include "ui/widgets/label_color.h"

namespace ui::pages {

using gateway::api::ProviderKeyView;
using gateway::api::ProviderView;
using models::FoundKey;

FoundKeysRow::FoundKeysRow(gateway::api::GatewayFacade &gateway, QWidget *parent)
    : QWidget(parent)
    , m_gateway(gateway)
    , m_text(widgets::hint({}, this))
    , m_choose(new QPushButton(tr("Choose…"), this))
{
    setObjectName(QStringLiteral("found_keys"));
    m_text->setObjectName(QStringLiteral("found_keys_text"));
    m_choose->setObjectName(QStringLiteral("found_keys_choose"));
    m_choose->setAccessibleName(tr("Choose keys of the environment"));
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(16, 0, 16, 8);
    layout->addWidget(m_text, 1);
    layout->addWidget(m_choose);
    connect(m_choose, &QPushButton::clicked, this, &FoundKeysRow::openDialog);
    refresh();
}

void FoundKeysRow::refresh()
{
    m_found = models::foundKeys(m_gateway.presets(), m_gateway.providers());
    QStringList names;
    for (const FoundKey &key : std::as_const(m_found))
        names.append(key.variable);
    m_text->setText(tr("The environment has keys that are not used: %1").arg(names.join(QStringLiteral(", "))));
    widgets::setTone(*m_text, "secondary");
    setVisible(!m_found.isEmpty());
}

void FoundKeysRow::openDialog()
{
    auto *dialog = new dialogs::FoundKeysDialog(m_found, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &dialogs::FoundKeysDialog::accepted, this, [this, dialog] {
        const bool staysInEnvironment = dialog->staysInEnvironment();
        for (const FoundKey &key : dialog->chosen())
            addProvider(key, staysInEnvironment);
    });
    dialog->open();
}

void FoundKeysRow::addProvider(const FoundKey &key, bool staysInEnvironment)
{
    const QList<ProviderView> providers = m_gateway.providers();
    const bool isThere = std::any_of(providers.begin(), providers.end(),
                                     [&key](const ProviderView &provider) { return provider.name == key.preset.id; });
    if (isThere) {
        addKey(key, staysInEnvironment);
        return;
    }
    const QPointer<FoundKeysRow> self(this);
    m_gateway.saveProvider({dialogs::providerOf(key.preset), {}, true},
                           [self, key, staysInEnvironment](const gateway::Result<ProviderView> &saved) {
                               if (self && saved)
                                   self->addKey(key, staysInEnvironment);
                               else if (self)
                                   self->showProblem(models::failureText(saved.error()));
                           });
}

void FoundKeysRow::addKey(const FoundKey &key, bool staysInEnvironment)
{
    gateway::api::SaveProviderKey command;
    command.provider = key.preset.id;
    command.key = models::newProviderKey(QStringLiteral("%1 key").arg(key.preset.title));
    command.value = staysInEnvironment ? QStringLiteral("env.") + key.variable
                                       : qEnvironmentVariable(key.variable.toUtf8().constData());
    const QPointer<FoundKeysRow> self(this);
    m_gateway.saveProviderKey(command, [self](const gateway::Result<ProviderKeyView> &saved) {
        if (self && !saved)
            self->showProblem(models::failureText(saved.error()));
    });
}

void FoundKeysRow::showProblem(const QString &text)
{
    m_text->setText(text);
    widgets::setTone(*m_text, "error");
    show();
}

} // namespace ui::pages
