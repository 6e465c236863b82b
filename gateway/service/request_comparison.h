// Compares two stored requests: which came first, and where the later prompt leaves what the earlier one cached.
#pragma once

#include "gateway/api/inspector_views.h"
#include "gateway/storage/storage_thread.h"

namespace gateway::service {

// Parses both bodies: work for the reader thread.
api::RequestComparison compareRequests(const storage::StoredRecord &first, const storage::StoredRecord &second);

api::PrefixComparison comparePrompts(const RequestRecord &earlier, const RequestRecord &later);

} // namespace gateway::service
