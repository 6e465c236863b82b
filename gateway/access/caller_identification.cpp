#include "gateway/access/caller_identification.h"

#include <array>

namespace gateway::access {

namespace {

struct ApplicationMark {
    std::string_view userAgentPart;
    std::string_view name;
};

// What the applications send in User-Agent; the first that is contained wins, so agents stand before their SDKs.
constexpr std::array applicationMarks{
    ApplicationMark{"claude-cli", "Claude Code"},
    ApplicationMark{"claude-code", "Claude Code"},
    ApplicationMark{"claude-vscode", "Claude Code"},
    ApplicationMark{"codex", "Codex"},
    ApplicationMark{"GeminiCLI", "Gemini CLI"},
    ApplicationMark{"QwenCode", "Qwen Code"},
    ApplicationMark{"opencode", "opencode"},
    ApplicationMark{"Zed/", "Zed"},
    ApplicationMark{"LibreChat", "LibreChat"},
    ApplicationMark{"Cursor", "Cursor"},
    ApplicationMark{"OpenAI/Python", "OpenAI SDK (Python)"},
    ApplicationMark{"AsyncOpenAI/Python", "OpenAI SDK (Python)"},
    ApplicationMark{"OpenAI/JS", "OpenAI SDK (JavaScript)"},
    ApplicationMark{"Anthropic/Python", "Anthropic SDK (Python)"},
    ApplicationMark{"AsyncAnthropic/Python", "Anthropic SDK (Python)"},
    ApplicationMark{"Anthropic/JS", "Anthropic SDK (JavaScript)"},
    ApplicationMark{"ai-sdk/", "AI SDK"},
    ApplicationMark{"langchain", "LangChain"},
};

} // namespace

bool carriesClaudeSubscription(const HeaderList &headers)
{
    if (!headers.value("authorization").starts_with("Bearer sk-ant-oat") || headers.contains("x-api-key"))
        return false;
    const std::string_view agent = headers.value("user-agent");
    const auto isAgent = [agent](std::string_view name) { return agent.find(name) != std::string_view::npos; };
    return isAgent("claude-cli") || isAgent("claude-code") || isAgent("claude-vscode");
}

std::string applicationName(const HeaderList &headers)
{
    if (headers.contains("x-claude-code-session-id"))
        return "Claude Code";
    if (startsWithIgnoringCase(headers.value("originator"), "codex"))
        return "Codex";
    const std::string_view userAgent = headers.value("user-agent");
    for (const ApplicationMark &mark : applicationMarks) {
        if (userAgent.find(mark.userAgentPart) != std::string_view::npos)
            return std::string(mark.name);
    }
    // The product token before its version: "curl/7.88.1" -> "curl".
    return std::string(userAgent.substr(0, userAgent.find_first_of("/ (")));
}

Result<Caller> identifyCaller(const ShownCredentials &shown, const config::Governance &governance, WallTime now)
{
    const auto key = authenticate(shown, governance, now);
    if (!key)
        return unexpected(key.error());
    Caller caller;
    caller.virtualKey = *key;
    for (const std::string_view name : {"x-bf-session-id", "x-claude-code-session-id", "session-id"}) {
        const std::string_view value = shown.headers.value(name);
        if (!value.empty()) {
            caller.sessionId = std::string(value);
            break;
        }
    }
    return caller;
}

} // namespace gateway::access
