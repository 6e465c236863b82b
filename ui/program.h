// What the window wants from the program around it: start at login, languages, where data lives, the end of the log.
#pragma once

#include "gateway/base/result.h"

#include <QByteArray>
#include <QList>
#include <QString>

namespace ui {

struct Language {
    QString code; // "de"
    QString name; // in itself: "Deutsch"
};

// Lives on the GUI thread. What is small is done at once; nothing here waits for a network.
class Program {
public:
    virtual ~Program() = default;

    virtual bool startsAtLogin() const = 0;
    // Replaces the entry when there is one. `inTray`: without a window. StorageFailed when the entry cannot be written.
    virtual gateway::Result<bool> startAtLogin(bool inTray) = 0;
    virtual gateway::Result<bool> stopStartingAtLogin() = 0; // fine when there is no entry

    virtual QList<Language> languages() const = 0;
    // The window is made anew in that language after the control has returned to the event loop. Empty: the system's.
    virtual void useLanguage(const QString &code) = 0;

    virtual QString dataFolder() const = 0;
    virtual QByteArray endOfLog() const = 0; // at most 64 KiB of whole lines, already masked; empty without a log
};

} // namespace ui
