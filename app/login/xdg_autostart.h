// Start at login by a desktop file in the autostart folder (Desktop Application Autostart Specification 0.5).
#pragma once

#include "app/login/login_start.h"

namespace app::login {

class XdgAutostart : public LoginStart {
public:
    explicit XdgAutostart(const QString &configFolder); // $XDG_CONFIG_HOME, or ~/.config

    bool isOn() const override;
    gateway::Result<bool> turnOn(const StartCommand &command) override;
    gateway::Result<bool> turnOff() override;

    QString file() const { return m_file; }

private:
    QString m_file;
};

// One argument of an Exec line, quoted and escaped (Desktop Entry Specification, "The Exec key").
QString quotedForExec(const QString &argument);

} // namespace app::login
