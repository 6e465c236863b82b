// Who calls: the virtual key if one is shown, the application, the session.
#pragma once

#include "gateway/access/virtual_key_authenticator.h"
#include "gateway/base/header_list.h"
#include "gateway/base/result.h"

#include <span>
#include <string>
#include <string_view>

namespace gateway::access {

struct Caller {
    const config::VirtualKey *virtualKey = nullptr; // of the governance; null: none was shown
    std::string sessionId;
};

// The errors of authenticate().
Result<Caller> identifyCaller(const ShownCredentials &shown, const config::Governance &governance, WallTime now);

// Claude Code with a Claude subscription instead of a key (bifrost-api §2): its own credential goes on to Anthropic.
bool carriesClaudeSubscription(const HeaderList &headers);

struct ApplicationMark {
    std::string_view userAgentPart; // in the case in which it is sent
    std::string_view name;          // "Claude Code"
};
// By which User-Agents applications are known; the first that is contained wins.
std::span<const ApplicationMark> applicationMarks();

// The application behind a request, from its User-Agent and the headers that agents send: "Claude Code",
// "OpenAI SDK (Python)"; empty when nothing tells.
std::string applicationName(const HeaderList &headers);

} // namespace gateway::access
