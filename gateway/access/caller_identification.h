// Who calls: the virtual key if one is shown, the application, the session.
#pragma once

#include "gateway/base/header_list.h"
#include "gateway/base/result.h"

#include <string>
#include <string_view>

namespace gateway::access {

struct Caller {
    std::string sessionId;
};

// Dummy keys are ignored, as in Bifrost: only values that look like a virtual key ("sk-bf-...", or anything in x-bf-vk)
// are looked up, and an unknown one is refused with VirtualKeyUnknown even where keys are optional.
Result<Caller> identifyCaller(const HeaderList &headers);

// Claude Code with a Claude subscription instead of a key (bifrost-api §2): its own credential goes on to Anthropic.
bool carriesClaudeSubscription(const HeaderList &headers);

// The application behind a request, from its User-Agent and the headers that agents send: "Claude Code",
// "OpenAI SDK (Python)"; empty when nothing tells.
std::string applicationName(const HeaderList &headers);

} // namespace gateway::access
