// When the keys of the Virtual keys page were last used.
#include "ui/models/virtual_key_table_model.h"
#include "ui/pages/virtual_keys_page.h"

#include <QPointer>
#include <QTableView>

namespace ui::pages {

using gateway::api::VirtualKeyView;

// The newest request of each key, one question after the other; later ones come by themselves.
void VirtualKeysPage::askLastUses()
{
    QStringList ids;
    for (const VirtualKeyView &key : m_governance.virtualKeys()) {
        if (!key.isPrivate && !m_askedUses.contains(key.id)) // of private ones no request is kept
            ids.append(key.id);
    }
    for (const QString &id : std::as_const(ids))
        m_askedUses.insert(id);
    askLastUse(ids);
}

void VirtualKeysPage::askLastUse(QStringList ids)
{
    if (ids.isEmpty())
        return;
    const QString id = ids.takeFirst();
    const VirtualKeyView *key = m_model->keyAt(m_model->rowOf(id));
    if (key == nullptr)
        return askLastUse(ids);
    gateway::api::HistoryQuery query;
    query.limit = 1;
    query.virtualKeys = {{id, key->name}};
    const QPointer<VirtualKeysPage> guard(this);
    m_gateway.queryHistory(query, [guard, id, ids](const gateway::Result<gateway::api::HistoryPage> &page) {
        if (!guard)
            return;
        if (page && !page->rows.isEmpty())
            guard->noteUse(id, page->rows.first().startedAt);
        guard->askLastUse(ids);
    });
}

void VirtualKeysPage::takeRequests(const QList<gateway::api::RequestSummary> &requests)
{
    for (const gateway::api::RequestSummary &request : requests) {
        if (!request.virtualKeyId.isEmpty())
            noteUse(request.virtualKeyId, request.startedAt);
    }
}

void VirtualKeysPage::noteUse(const QString &id, const QDateTime &time)
{
    QDateTime &known = m_lastUsed[id];
    if (known.isValid() && known >= time)
        return;
    known = time;
    if (!isVisible())
        return;
    m_model->setLastUsed(m_lastUsed);
    if (selected() && selected()->id == id)
        takeSelection();
}

} // namespace ui::pages
