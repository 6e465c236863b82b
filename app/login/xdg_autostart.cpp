#include "app/login/xdg_autostart.h"

#include "app/login/entry_file.h"

#include <QDir>
#include <QFile>

namespace app::login {

namespace {

// Escapes of values of the type string: Desktop Entry Specification, "Possible value types".
QString escapedValue(QString value)
{
    return value.replace(QLatin1Char('\\'), QStringLiteral("\\\\"));
}

} // namespace

XdgAutostart::XdgAutostart(const QString &configFolder)
    : m_file(QDir(configFolder).filePath(QStringLiteral("autostart/org.bilrost.Bilrost.desktop")))
{
}

QString quotedForExec(const QString &argument)
{
    QString quoted;
    for (const QChar character : argument) {
        if (QStringLiteral("\"`$\\").contains(character))
            quoted += QLatin1Char('\\');
        quoted += character;
        if (character == QLatin1Char('%')) // a single one begins a field code
            quoted += character;
    }
    return QLatin1Char('"') + quoted + QLatin1Char('"');
}

// Desktops switch an entry off by a key instead of removing it.
bool XdgAutostart::isOn() const
{
    QFile entry(m_file);
    if (!entry.open(QIODevice::ReadOnly))
        return false;
    for (const QByteArray &line : entry.readAll().split('\n')) {
        const QByteArray plain = line.simplified().replace(" = ", "=");
        if (plain == "Hidden=true" || plain == "X-GNOME-Autostart-enabled=false")
            return false;
    }
    return true;
}

gateway::Result<bool> XdgAutostart::turnOn(const StartCommand &command)
{
    QStringList words{quotedForExec(command.program)};
    for (const QString &argument : command.arguments)
        words.append(quotedForExec(argument));
    const QString text = QStringLiteral("[Desktop Entry]\n"
                                        "Type=Application\n"
                                        "Name=Bilrost\n"
                                        "Icon=org.bilrost.Bilrost\n"
                                        "Exec=%1\n"
                                        "TryExec=%2\n"
                                        "Terminal=false\n"
                                        "X-GNOME-Autostart-enabled=true\n")
                             .arg(escapedValue(words.join(QLatin1Char(' '))), escapedValue(command.program));
    return writeEntry(m_file, text.toUtf8());
}

gateway::Result<bool> XdgAutostart::turnOff()
{
    return removeEntry(m_file);
}

} // namespace app::login
