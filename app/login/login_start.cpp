#include "app/login/login_start.h"

#include <QCoreApplication>
#include <QDir>
#include <QStandardPaths>

#if defined(Q_OS_WIN)
#include "app/login/run_key.h"
#elif defined(Q_OS_MACOS)
#include "app/login/launch_agent.h"
#else
#include "app/login/xdg_autostart.h"
#endif

namespace app::login {

std::unique_ptr<LoginStart> systemLoginStart()
{
#if defined(Q_OS_WIN)
    return std::make_unique<RunKey>(
        QStringLiteral("HKEY_CURRENT_USER\\Software\\Microsoft\\Windows\\CurrentVersion\\Run"),
        QSettings::NativeFormat);
#elif defined(Q_OS_MACOS)
    return std::make_unique<LaunchAgent>(QDir::homePath());
#else
    return std::make_unique<XdgAutostart>(QStandardPaths::writableLocation(QStandardPaths::GenericConfigLocation));
#endif
}

QString programFile()
{
    const QString image = qEnvironmentVariable("APPIMAGE");
    return image.isEmpty() ? QCoreApplication::applicationFilePath() : image;
}

} // namespace app::login
