// Says in words where two prompts part and what that costs.
#pragma once

#include "gateway/api/inspector_views.h"

#include <QString>

namespace ui::models {

// "Message 3, tool result: differs from here. About 1,234 tokens are not read from the cache."
QString prefixText(const gateway::api::PrefixComparison &prefix);

// What else keeps the cache from being read, one sentence each; empty when nothing does.
QStringList cacheObstacles(const gateway::api::RequestComparison &comparison);

// "Message 3, tool result", "Tool 4, Read"; empty where nothing differs.
QString prefixPlaceText(const gateway::api::PrefixComparison &prefix);

} // namespace ui::models
