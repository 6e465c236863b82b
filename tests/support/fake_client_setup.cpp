#include "tests/support/fake_client_setup.h"

#include <utility>

namespace support {

using ui::ClientPlan;
using ui::ClientState;
using ui::ClientTool;

namespace {

const QString claude = QStringLiteral("claude-code");
const QString codex = QStringLiteral("codex");

} // namespace

const QByteArray &FakeClientSetup::fileOf(const QString &toolId) const
{
    return toolId == claude ? m_claude : m_codex;
}

QList<ClientTool> FakeClientSetup::tools(const QString &baseUrl) const
{
    const auto made = [&](const QString &id, const QString &name) {
        ClientTool tool;
        tool.id = id;
        tool.name = name;
        tool.foundAt = QStringLiteral("/usr/bin/") + id;
        const QByteArray &file = fileOf(id);
        tool.hasSafetyCopy = id == claude ? !restored.contains(id) : applied.contains(id);
        tool.state = file.contains(baseUrl.toUtf8())  ? ClientState::Connected
                     : file.contains("url = http://") ? ClientState::Elsewhere
                                                      : ClientState::NotConnected;
        if (tool.state == ClientState::Elsewhere)
            tool.otherAddress = QStringLiteral("http://127.0.0.1:8080");
        return tool;
    };
    ClientTool absent;
    absent.id = QStringLiteral("gemini-cli");
    absent.name = QStringLiteral("Gemini CLI");
    return {made(claude, QStringLiteral("Claude Code")), made(codex, QStringLiteral("Codex")), absent};
}

ClientPlan FakeClientSetup::connectPlan(const QString &toolId, const QString &baseUrl, const QString &key) const
{
    const QByteArray before = fileOf(toolId);
    const QByteArray ours = "url = " + baseUrl.toUtf8() + "\nkey = " + key.toUtf8() + '\n';
    const QByteArray after = toolId == claude ? ours : "model = gpt-5.4\n" + ours + "\n# tools\ndocs = docs-mcp\n";
    ClientPlan plan;
    plan.problem = problem;
    if (before != after && problem.isEmpty())
        plan.files.append(
            {QStringLiteral("/home/someone/.") + toolId + QStringLiteral("/settings"), before, after, true, false});
    return plan;
}

ClientPlan FakeClientSetup::restorePlan(const QString &toolId) const
{
    ClientPlan plan;
    plan.isRestore = true;
    plan.files.append({QStringLiteral("/home/someone/.") + toolId + QStringLiteral("/settings"), fileOf(toolId),
                       m_before, true, false});
    return plan;
}

QString FakeClientSetup::snippet(const QString &toolId, const QString &baseUrl, const QString &key) const
{
    return toolId + QLatin1Char(' ') + baseUrl + QLatin1Char(' ') + key;
}

gateway::Result<bool> FakeClientSetup::apply(const QString &toolId, const ClientPlan &plan)
{
    if (nextError)
        return gateway::unexpected(*std::exchange(nextError, std::nullopt));
    (toolId == claude ? m_claude : m_codex) = plan.files.first().after;
    (plan.isRestore ? restored : applied).append(toolId);
    return true;
}

} // namespace support
