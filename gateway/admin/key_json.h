// Bifrost's key objects (bifrost-api §5.4, §6.2) <-> views.
#pragma once

#include "gateway/admin/json_text.h"
#include "gateway/api/gateway_commands.h"
#include "gateway/base/result.h"

namespace gateway::admin {

// A create or, with `previous`, a change request. A redacted value that comes back keeps the stored secret.
Result<api::SaveProviderKey> readKey(const Json &body, const QString &provider, const api::ProviderKeyView *previous);

Json writeKey(const api::ProviderKeyView &key);
Json writeKeys(const QList<api::ProviderKeyView> &keys);
// As the next, and the providers of virtual keys, list it: `key_id` is the id, and `id` a number that is always 0.
Json writeListedKey(const api::ProviderView &provider, const api::ProviderKeyView &key);
Json writeAllKeys(const QList<api::ProviderView> &providers); // GET /api/keys: a bare array

} // namespace gateway::admin
