// Configuration values and records <-> the views of gateway/api.
#pragma once

#include "gateway/api/gateway_commands.h"
#include "gateway/api/gateway_views.h"
#include "gateway/base/request_record.h"
#include "gateway/config/config_snapshot.h"
#include "gateway/storage/storage_thread.h"
#include "gateway/translation/conversation/conversation.h"

#include <string_view>

namespace gateway::service {

QString toText(std::string_view utf8);
std::string toUtf8(const QString &text);

api::LimitsView limitsView(const config::AttemptLimits &limits);
config::AttemptLimits limitsFromView(const api::LimitsView &view);

// `provider` of the key: what its place can say. Null: it is not told.
api::ProviderKeyView keyView(const config::ProviderKey &key, bool isInMemoryOnly,
                             const config::ProviderDefinition *provider = nullptr);
api::ProviderView providerView(const config::ProviderDefinition &provider, bool isInMemoryOnly);

// Whether a secret that was entered for one base URL must not go to the other: another host or port, or no TLS any more.
bool isElsewhere(const std::string &from, const std::string &to);
// The same for a changed provider, whose requests may have places of their own.
bool goesElsewhere(const config::ProviderDefinition &from, const config::ProviderDefinition &to);
// Takes the value from a key of the secret store and says why. Values of environment variables are not ours to take.
void forgetStoredValue(config::ProviderKey &key);

// Everything but keys and stored secrets, which `previous` contributes when there is one. Keys come without their stored
// values when the address is elsewhere.
config::ProviderDefinition providerDefinition(const api::ProviderView &view,
                                              const config::ProviderDefinition *previous);

api::RequestSummary requestSummary(const RequestRecord &record, std::int64_t sequence);

// Assembles conversation and stream events too: work for the reader thread.
api::RequestDetail requestDetail(const storage::StoredRecord &stored);

api::PartKind partKindView(translation::PartKind kind);
api::MessageRole messageRoleView(translation::Speaker role);
QList<api::MessageView> messageViews(const std::vector<translation::ConversationMessage> &messages);
std::optional<translation::DialectId> dialectFromKey(std::string_view key); // "openai_chat"

api::HistoryPage historyPage(const storage::HistoryPage &page);
storage::HistoryQuery historyQuery(const api::HistoryQuery &query);

api::CaptureLevel captureLevelView(config::CaptureLevel level);
config::CaptureLevel captureLevelFromView(api::CaptureLevel level);

} // namespace gateway::service
