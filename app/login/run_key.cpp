#include "app/login/run_key.h"

#include <QDir>

namespace app::login {

using gateway::Error;
using gateway::ErrorCode;
using gateway::Result;
using gateway::unexpected;

namespace {

const QString valueName = QStringLiteral("Bilrost");

// Backslashes are themselves, but before a quotation mark each stands twice (CommandLineToArgvW).
QString quotedWord(const QString &word)
{
    QString quoted = QStringLiteral("\"");
    qsizetype backslashes = 0;
    for (const QChar character : word) {
        if (character == QLatin1Char('\\')) {
            ++backslashes;
            continue;
        }
        const bool isMark = character == QLatin1Char('"');
        quoted += QString(isMark ? backslashes * 2 + 1 : backslashes, QLatin1Char('\\'));
        quoted += character;
        backslashes = 0;
    }
    return quoted + QString(backslashes * 2, QLatin1Char('\\')) + QLatin1Char('"');
}

} // namespace

RunKey::RunKey(const QString &path, QSettings::Format format) : m_key(path, format) {}

QString quotedCommandLine(const StartCommand &command)
{
    QStringList words{quotedWord(QDir::toNativeSeparators(command.program))};
    for (const QString &argument : command.arguments)
        words.append(quotedWord(argument));
    return words.join(QLatin1Char(' '));
}

bool RunKey::isOn() const
{
    return !m_key.value(valueName).toString().isEmpty();
}

Result<bool> RunKey::turnOn(const StartCommand &command)
{
    m_key.setValue(valueName, quotedCommandLine(command));
    return written();
}

Result<bool> RunKey::turnOff()
{
    m_key.remove(valueName);
    return written();
}

Result<bool> RunKey::written()
{
    m_key.sync();
    if (m_key.status() == QSettings::NoError)
        return true;
    return unexpected(Error::internal(ErrorCode::StorageFailed, "The entry for the start at login cannot be written: "
                                                                    + m_key.fileName().toStdString()));
}

} // namespace app::login
