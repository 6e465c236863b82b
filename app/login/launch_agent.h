// Start at login by a property list in ~/Library/LaunchAgents (launchd.plist(5)).
#pragma once

#include "app/login/login_start.h"

namespace app::login {

class LaunchAgent : public LoginStart {
public:
    explicit LaunchAgent(const QString &homeFolder);

    bool isOn() const override;
    gateway::Result<bool> turnOn(const StartCommand &command) override; // launchd reads it at the next login
    gateway::Result<bool> turnOff() override;

    QString file() const { return m_file; }

private:
    QString m_file;
};

} // namespace app::login
