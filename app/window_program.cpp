#include "app/window_program.h"

#include "app/translation_loader.h"

#include <QDir>
#include <QFile>

namespace app {

namespace {

constexpr qint64 mostLog = 64 * 1024;

} // namespace

WindowProgram::WindowProgram(std::unique_ptr<login::LoginStart> loginStart, QStringList arguments, QString dataFolder,
                             std::function<void(const QString &code)> changeLanguage)
    : m_loginStart(std::move(loginStart))
    , m_arguments(std::move(arguments))
    , m_dataFolder(std::move(dataFolder))
    , m_changeLanguage(std::move(changeLanguage))
{
}

WindowProgram::~WindowProgram() = default;

void WindowProgram::refreshLoginStart(bool inTray)
{
    if (startsAtLogin())
        static_cast<void>(startAtLogin(inTray)); // what fails here shows when the setting is touched
}

bool WindowProgram::startsAtLogin() const
{
    return m_loginStart->isOn();
}

gateway::Result<bool> WindowProgram::startAtLogin(bool inTray)
{
    QStringList arguments = m_arguments;
    if (inTray)
        arguments.append(QStringLiteral("--hidden"));
    return m_loginStart->turnOn({login::programFile(), arguments});
}

gateway::Result<bool> WindowProgram::stopStartingAtLogin()
{
    return m_loginStart->turnOff();
}

QList<ui::Language> WindowProgram::languages() const
{
    QList<ui::Language> languages;
    for (const QString &code : Translations::codes())
        languages.append({code, Translations::ownName(code)});
    return languages;
}

void WindowProgram::useLanguage(const QString &code)
{
    m_changeLanguage(code);
}

QString WindowProgram::dataFolder() const
{
    return m_dataFolder;
}

QByteArray WindowProgram::endOfLog() const
{
    QFile log(QDir(m_dataFolder).filePath(QStringLiteral("bilrost.log")));
    if (!log.open(QIODevice::ReadOnly))
        return {};
    if (log.size() <= mostLog)
        return log.readAll();
    log.seek(log.size() - mostLog);
    log.readLine(); // the rest of a line
    return log.readAll();
}

} // namespace app
