// How the editor of a provider stores what was typed: keys of an old host first, then the provider, then the new key.
#include "ui/pages/provider_editor.h"

#include <algorithm>

#include <QPointer>
#include <QPushButton>

#include "ui/models/error_words.h"
#include "ui/models/provider_key_model.h"
#include "ui/models/provider_words.h"
#include "ui/pages/provider_essentials_form.h"
#include "ui/pages/provider_network_form.h"

namespace ui::pages {

using gateway::api::ProviderKeyView;
using gateway::api::ProviderView;

void ProviderEditor::save()
{
    if (!m_save->isEnabled() || !m_foot->isVisibleTo(this) || m_isSaving)
        return;
    m_isSaving = true;
    refreshFoot();
    if (m_essentials->asksForKeyOfNewHost())
        turnOffKeysOfOldHost(0);
    else
        sendProvider();
}

// One after the other and before the address changes, so that no request can carry an old key to the new host.
void ProviderEditor::turnOffKeysOfOldHost(qsizetype from)
{
    qsizetype next = from;
    const auto goesAlong = [](const ProviderKeyView &key) {
        return key.isEnabled && key.hasValue && key.environmentVariable.isEmpty();
    };
    while (next < m_stored.keys.size() && !goesAlong(m_stored.keys.at(next)))
        ++next;
    if (next == m_stored.keys.size()) {
        sendProvider();
        return;
    }
    gateway::api::SaveProviderKey command;
    command.provider = m_stored.name;
    command.key = m_stored.keys.at(next);
    command.key.isEnabled = false;
    const QPointer<ProviderEditor> self(this);
    m_gateway.saveProviderKey(command, [self, next](const gateway::Result<ProviderKeyView> &result) {
        if (!self)
            return;
        if (result)
            self->turnOffKeysOfOldHost(next + 1);
        else
            self->showProblem(models::failureText(result.error()));
    });
}

void ProviderEditor::sendProvider()
{
    const QPointer<ProviderEditor> self(this);
    m_gateway.saveProvider({draft(), m_network->proxyPassword(), m_isNew},
                           [self](const gateway::Result<ProviderView> &result) {
                               if (!self)
                                   return;
                               if (result)
                                   self->saveKeys(*result);
                               else
                                   self->showProblem(models::failureText(result.error()));
                           });
}

void ProviderEditor::saveKeys(const ProviderView &saved)
{
    const QString value = m_essentials->typedKey();
    if (value.isEmpty()) {
        m_stored = saved;
        close();
        return;
    }
    gateway::api::SaveProviderKey command;
    command.provider = saved.name;
    command.value = value;
    const auto isStoredValue = [](const ProviderKeyView &key) {
        return key.hasValue && key.environmentVariable.isEmpty();
    };
    const auto replaced = std::find_if(m_stored.keys.begin(), m_stored.keys.end(), isStoredValue);
    if (m_essentials->asksForKeyOfNewHost() && replaced != m_stored.keys.end())
        command.key = *replaced;
    else
        command.key = models::newProviderKey(QStringLiteral("%1 key").arg(models::shownTitle(saved)));
    command.key.isEnabled = true;
    command.key.environmentVariable.clear();
    const QPointer<ProviderEditor> self(this);
    m_stored = saved;
    m_isNew = false; // it exists from here on, also when the key cannot be stored
    m_gateway.saveProviderKey(command, [self](const gateway::Result<ProviderKeyView> &result) {
        if (!self)
            return;
        if (result)
            self->close();
        else
            self->showProblem(models::failureText(result.error()));
    });
}

} // namespace ui::pages
