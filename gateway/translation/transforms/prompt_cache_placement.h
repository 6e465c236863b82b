// Marks where a provider should cache the prompt, for clients of dialects that have no word for it.
#pragma once

#include "gateway/translation/canonical/chat_request.h"
#include "gateway/translation/canonical/conversion_report.h"

namespace gateway::translation {

// The last tool, the end of the leading system text, and the ends of the last two turns of the user: what the next
// request of a conversation repeats. The older of the two turns is where the request before ended, so it is read; the
// newest one is written. Four marks are the most that Anthropic and Bedrock take
// (platform.claude.com/docs/en/build-with-claude/prompt-caching). Does nothing where the client set any mark itself;
// else one Injected note says how many were set.
void placeCacheMarks(ChatRequest &request, const CacheMarker &marker, ConversionReport &report);

} // namespace gateway::translation
