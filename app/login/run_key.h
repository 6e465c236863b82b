// Start at login by a value below the registry key Run of the user (Microsoft, "Run and RunOnce Registry Keys").
#pragma once

#include "app/login/login_start.h"

#include <QSettings>

namespace app::login {

class RunKey : public LoginStart {
public:
    // Tests give a file and its format instead of the registry.
    RunKey(const QString &path, QSettings::Format format);

    bool isOn() const override;
    gateway::Result<bool> turnOn(const StartCommand &command) override;
    gateway::Result<bool> turnOff() override;

private:
    gateway::Result<bool> written();

    QSettings m_key;
};

// A command line that CommandLineToArgvW takes apart again.
QString quotedCommandLine(const StartCommand &command);

} // namespace app::login
