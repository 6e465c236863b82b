#include "app/login/launch_agent.h"

#include "app/login/entry_file.h"

#include <QDir>
#include <QFile>
#include <QXmlStreamReader>
#include <QXmlStreamWriter>

namespace app::login {

namespace {

void writeKey(QXmlStreamWriter &writer, const char *key)
{
    writer.writeTextElement(QStringLiteral("key"), QLatin1String(key));
}

} // namespace

LaunchAgent::LaunchAgent(const QString &homeFolder)
    : m_file(QDir(homeFolder).filePath(QStringLiteral("Library/LaunchAgents/org.bilrost.Bilrost.plist")))
{
}

bool LaunchAgent::isOn() const
{
    QFile entry(m_file);
    if (!entry.open(QIODevice::ReadOnly))
        return false;
    QXmlStreamReader reader(&entry);
    QString key;
    while (!reader.atEnd()) {
        if (reader.readNext() != QXmlStreamReader::StartElement)
            continue;
        if (reader.name() == QLatin1String("key"))
            key = reader.readElementText();
        else if (key == QLatin1String("RunAtLoad"))
            return reader.name() == QLatin1String("true");
    }
    return false;
}

gateway::Result<bool> LaunchAgent::turnOn(const StartCommand &command)
{
    QByteArray text;
    QXmlStreamWriter writer(&text);
    writer.setAutoFormatting(true);
    writer.writeStartDocument();
    writer.writeDTD(QStringLiteral("<!DOCTYPE plist PUBLIC \"-//Apple//DTD PLIST 1.0//EN\" "
                                   "\"http://www.apple.com/DTDs/PropertyList-1.0.dtd\">"));
    writer.writeStartElement(QStringLiteral("plist"));
    writer.writeAttribute(QStringLiteral("version"), QStringLiteral("1.0"));
    writer.writeStartElement(QStringLiteral("dict"));
    writeKey(writer, "Label");
    writer.writeTextElement(QStringLiteral("string"), QStringLiteral("org.bilrost.Bilrost"));
    writeKey(writer, "ProgramArguments");
    writer.writeStartElement(QStringLiteral("array"));
    writer.writeTextElement(QStringLiteral("string"), command.program);
    for (const QString &argument : command.arguments)
        writer.writeTextElement(QStringLiteral("string"), argument);
    writer.writeEndElement();
    writeKey(writer, "RunAtLoad");
    writer.writeEmptyElement(QStringLiteral("true"));
    writeKey(writer, "ProcessType"); // else launchd slows it down like a background job
    writer.writeTextElement(QStringLiteral("string"), QStringLiteral("Interactive"));
    writer.writeEndDocument();
    return writeEntry(m_file, text);
}

gateway::Result<bool> LaunchAgent::turnOff()
{
    return removeEntry(m_file);
}

} // namespace app::login
