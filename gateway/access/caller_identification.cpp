#include "gateway/access/caller_identification.h"

#include "gateway/base/percent_encoding.h"

#include <algorithm>
#include <array>

namespace gateway::access {

namespace {

// Agents stand before their SDKs.
constexpr std::array marks{
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

// "session-id=abc;property, other=1" (w3.org/TR/baggage).
std::string sessionOfBaggage(std::string_view baggage)
{
    constexpr std::string_view name = "session-id=";
    while (!baggage.empty()) {
        std::string_view member = baggage.substr(0, baggage.find(','));
        baggage.remove_prefix(std::min(baggage.size(), member.size() + 1));
        member.remove_prefix(std::min(member.size(), member.find_first_not_of(" \t")));
        if (member.starts_with(name)) {
            member.remove_prefix(name.size());
            return percentDecoded(member.substr(0, member.find_first_of("; \t")));
        }
    }
    return {};
}

} // namespace

std::span<const ApplicationMark> applicationMarks()
{
    return marks;
}

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
    for (const ApplicationMark &mark : marks) {
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
    if (caller.sessionId.empty())
        caller.sessionId = sessionOfBaggage(shown.headers.value("baggage"));
    return caller;
}

} // namespace gateway::access
