// Bifrost's provider and key objects (bifrost-api §5.3, §5.4, §6.2) <-> views.
#pragma once

#include "gateway/api/gateway_commands.h"
#include "gateway/base/result.h"

#include <nlohmann/json.hpp>

#include <string_view>

namespace gateway::admin {

using Json = nlohmann::ordered_json;

// A create request. Fields that we keep but do not use yet survive in ProviderView::extraJson.
Result<api::SaveProvider> readProvider(const Json &body);
// A change request: PUT has the complete object, so what is absent returns to its default.
Result<api::SaveProvider> readProviderChange(const Json &body, const api::ProviderView &previous);

// A create or, with `previous`, a change request. A redacted value that comes back keeps the stored secret.
Result<api::SaveProviderKey> readKey(const Json &body, const QString &provider, const api::ProviderKeyView *previous);

Json writeProvider(const api::ProviderView &provider);
Json writeProviders(const QList<api::ProviderView> &providers);
Json writeKey(const api::ProviderKeyView &key);
Json writeKeys(const QList<api::ProviderKeyView> &keys);
Json writeAllKeys(const QList<api::ProviderView> &providers); // GET /api/keys: a bare array

// JSON text with a line end. Invalid UTF-8 becomes U+FFFD.
std::string toText(const Json &json);
// Discarded when it is not JSON, or nested so deeply that writing it again, which is recursive, could end the stack.
Json parseJson(std::string_view text);
// MalformedJson when it is not one JSON object.
Result<Json> parseObject(std::string_view body);

} // namespace gateway::admin
