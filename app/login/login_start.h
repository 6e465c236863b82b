// Starts the program when its user logs in. One small class for each system, behind one interface.
#pragma once

#include "gateway/base/result.h"

#include <QString>
#include <QStringList>

#include <memory>

namespace app::login {

struct StartCommand {
    QString program; // absolute path
    QStringList arguments;
    bool operator==(const StartCommand &) const = default;
};

// Lives on the main thread; the entries are small files or one value. Nothing is written before turnOn() is called.
class LoginStart {
public:
    virtual ~LoginStart() = default;

    virtual bool isOn() const = 0; // an entry that the desktop itself has switched off counts as off
    virtual gateway::Result<bool> turnOn(const StartCommand &command) = 0; // replaces the entry when there is one
    virtual gateway::Result<bool> turnOff() = 0;                           // removes it; fine without one
};

// Of the system that this program was built for, in the home of this user.
std::unique_ptr<LoginStart> systemLoginStart();

// The file to start again: the AppImage where the program runs from one, because its own path lasts only while it runs.
QString programFile();

} // namespace app::login
