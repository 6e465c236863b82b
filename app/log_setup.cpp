#include "app/log_setup.h"

#include "gateway/base/secret_masker.h"

#include <QDateTime>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QMutex>

#include <cstdio>
#include <memory>

namespace app {

namespace {

constexpr qint64 largestLog = 5'000'000;

// Qt calls one plain function for all messages, so its state is of the process.
struct LogState {
    QMutex mutex;
    LogLevel level = LogLevel::Info;
    LogStyle style = LogStyle::Pretty;
    std::unique_ptr<QFile> file;
};

LogState &logState()
{
    static LogState state;
    return state;
}

LogLevel levelOf(QtMsgType type)
{
    switch (type) {
    case QtDebugMsg: return LogLevel::Debug;
    case QtInfoMsg: return LogLevel::Info;
    case QtWarningMsg: return LogLevel::Warning;
    case QtCriticalMsg:
    case QtFatalMsg: return LogLevel::Error;
    }
    return LogLevel::Error;
}

const char *levelName(LogLevel level)
{
    switch (level) {
    case LogLevel::Debug: return "debug";
    case LogLevel::Info: return "info";
    case LogLevel::Warning: return "warn";
    case LogLevel::Error: return "error";
    }
    return "error";
}

QByteArray formatLine(LogStyle style, LogLevel level, const char *category, const std::string &message)
{
    const QString time = QDateTime::currentDateTimeUtc().toString(Qt::ISODateWithMs);
    if (style == LogStyle::Json) {
        const QJsonObject object{{QStringLiteral("time"), time},
                                 {QStringLiteral("level"), QLatin1String(levelName(level))},
                                 {QStringLiteral("category"), QLatin1String(category)},
                                 {QStringLiteral("message"), QString::fromStdString(message)}};
        return QJsonDocument(object).toJson(QJsonDocument::Compact) + '\n';
    }
    return time.toUtf8() + ' ' + QByteArray(levelName(level)).leftJustified(5) + ' '
           + QByteArray::fromStdString(message) + '\n';
}

void writeMessage(QtMsgType type, const QMessageLogContext &context, const QString &text)
{
    LogState &state = logState();
    const LogLevel level = levelOf(type);
    if (level < state.level)
        return;
    std::string message = text.toStdString();
    gateway::maskKeyPatterns(message);
    const QByteArray line = formatLine(state.style, level, context.category ? context.category : "", message);
    const QMutexLocker lock(&state.mutex);
    std::fwrite(line.constData(), 1, static_cast<std::size_t>(line.size()), stderr);
    std::fflush(stderr);
    if (!state.file)
        return;
    if (state.file->size() + line.size() > largestLog) {
        const QString name = state.file->fileName();
        state.file->close();
        QFile::remove(name + QStringLiteral(".1"));
        QFile::rename(name, name + QStringLiteral(".1"));
        if (!state.file->open(QIODevice::WriteOnly | QIODevice::Append)) {
            state.file.reset();
            return;
        }
    }
    state.file->write(line);
    state.file->flush();
}

} // namespace

void installLog(LogLevel level, LogStyle style, const QString &folder)
{
    LogState &state = logState();
    state.level = level;
    state.style = style;
    if (!folder.isEmpty()) {
        state.file = std::make_unique<QFile>(folder + QStringLiteral("/bilrost.log"));
        if (!state.file->open(QIODevice::WriteOnly | QIODevice::Append))
            state.file.reset();
    }
    qInstallMessageHandler(writeMessage);
}

} // namespace app
