// What the window may ask of the program around it: start at login, language, data folder, log.
#pragma once

#include "app/login/login_start.h"
#include "ui/program.h"

#include <functional>
#include <memory>

namespace app {

// Lives on the main thread.
class WindowProgram : public ui::Program {
public:
    // `arguments` are those of every start at login, such as the data folder. `changeLanguage` may come back at once.
    WindowProgram(std::unique_ptr<login::LoginStart> loginStart, QStringList arguments, QString dataFolder,
                  std::function<void(const QString &code)> changeLanguage);
    ~WindowProgram() override;

    // After an update or a move the entry may name a program that is gone.
    void refreshLoginStart(bool inTray);

    bool startsAtLogin() const override;
    gateway::Result<bool> startAtLogin(bool inTray) override;
    gateway::Result<bool> stopStartingAtLogin() override;
    QList<ui::Language> languages() const override;
    void useLanguage(const QString &code) override;
    QString dataFolder() const override;
    QByteArray endOfLog() const override;

private:
    std::unique_ptr<login::LoginStart> m_loginStart;
    QStringList m_arguments;
    QString m_dataFolder;
    std::function<void(const QString &code)> m_changeLanguage;
};

} // namespace app
