// What the window wants from the program around it, in memory: nothing starts, nothing is installed.
#pragma once

#include "ui/program.h"

#include <QStringList>

#include <optional>

namespace support {

class FakeProgram final : public ui::Program {
public:
    std::optional<gateway::Error> nextError;
    bool isOn = false;
    bool isInTray = false;
    QStringList usedLanguages;
    QByteArray log = "2026-11-21T14:32:08.114Z info  listening on http://127.0.0.1:8080\n";

    bool startsAtLogin() const override { return isOn; }
    gateway::Result<bool> startAtLogin(bool inTray) override
    {
        if (nextError)
            return gateway::unexpected(*nextError);
        isOn = true;
        isInTray = inTray;
        return true;
    }
    gateway::Result<bool> stopStartingAtLogin() override
    {
        isOn = false;
        return true;
    }
    QList<ui::Language> languages() const override
    {
        return {{QStringLiteral("en"), QStringLiteral("English")}, {QStringLiteral("de"), QStringLiteral("Deutsch")}};
    }
    void useLanguage(const QString &code) override { usedLanguages.append(code); }
    QString dataFolder() const override { return QStringLiteral("/home/ada/.local/share/bilrost"); }
    QByteArray endOfLog() const override { return log; }
};

} // namespace support
