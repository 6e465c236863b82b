// Tells events that say something from those that only announce.
#pragma once

#include "gateway/translation/canonical/stream_event.h"

namespace gateway::translation {

// True for text, reasoning, tool calls, media and whatever else a reader sees; false for starts and ends, roles, usage
// and empty pieces, which many providers send before the model has begun.
bool isContent(const StreamEvent &event);

bool hasContent(const StreamEvents &events);

} // namespace gateway::translation
