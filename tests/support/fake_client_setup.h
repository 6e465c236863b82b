// Two programs with one file each, in memory: Claude Code is connected, Codex is not.
#pragma once

#include "ui/client_setup.h"

#include <optional>

namespace support {

class FakeClientSetup final : public ui::ClientSetup {
public:
    QString problem; // of every plan
    std::optional<gateway::Error> nextError;
    QStringList applied;
    QStringList restored;

    QList<ui::ClientTool> tools(const QString &baseUrl) const override;
    ui::ClientPlan connectPlan(const QString &toolId, const QString &baseUrl, const QString &key) const override;
    ui::ClientPlan restorePlan(const QString &toolId) const override;
    QString snippet(const QString &toolId, const QString &baseUrl, const QString &key) const override;
    gateway::Result<bool> apply(const QString &toolId, const ui::ClientPlan &plan) override;

private:
    const QByteArray &fileOf(const QString &toolId) const;

    QByteArray m_claude = "url = http://127.0.0.1:8080\nkey = bilrost\n";
    QByteArray m_codex = "model = gpt-5.4\nurl = old\n\n# tools\ndocs = docs-mcp\n";
    QByteArray m_before = "as it was\n";
};

} // namespace support
