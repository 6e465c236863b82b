// Writes a request as a cURL command line for the local gateway.
#pragma once

#include "gateway/api/gateway_views.h"

#include <QString>

namespace ui::pages {

// For a POSIX shell. The key is a placeholder, "$BILROST_KEY": stored headers hold no secrets to copy.
QString curlCommand(const gateway::api::RequestDetail &detail, const QString &baseUrl);

} // namespace ui::pages
