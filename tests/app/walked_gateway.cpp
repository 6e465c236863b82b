#include "tests/app/walked_gateway.h"

#include "gateway/storage/sqlite_file.h"

#include <QFile>
#include <QSignalSpy>
#include <QTest>

namespace tests {

using namespace gateway;

namespace {

constexpr int longestWait = 30'000;

storage::SqliteFile openedDatabase(const QString &folder, const char *name)
{
    auto file = storage::SqliteFile::open((folder + QLatin1Char('/') + QLatin1String(name)).toStdString(),
                                          storage::FileUse::ReadOnly);
    if (!file)
        qFatal("%s: %s", name, file.error().message.c_str());
    return std::move(*file);
}

} // namespace

WalkedGateway::WalkedGateway()
{
    m_folders.push_back(std::make_unique<QTemporaryDir>());
}

WalkedGateway::~WalkedGateway()
{
    if (m_host)
        end();
}

void WalkedGateway::start()
{
    app::Options options;
    options.hosts = {QStringLiteral("127.0.0.1")};
    options.port = 0;
    options.isPortGiven = true;
    options.dataFolder = folder();
    options.secretStore = app::SecretStoreChoice::Memory;
    options.workerCount = 1;
    m_host = std::make_unique<app::GatewayHost>(options);
    if (const auto opened = m_host->open(); !opened)
        qFatal("%s", opened.error().message.c_str());
    bool isReady = false;
    m_host->start([&isReady](const Result<bool> &started) { isReady = started.has_value(); });
    if (!QTest::qWaitFor([&isReady] { return isReady; }, longestWait))
        qFatal("The gateway does not start.");
}

void WalkedGateway::end()
{
    bool isDone = false;
    m_host->shutDown(std::chrono::seconds(5), [&isDone] { isDone = true; });
    if (!QTest::qWaitFor([&isDone] { return isDone; }, longestWait))
        qFatal("The gateway does not end.");
    m_host.reset();
}

void WalkedGateway::crash()
{
    auto next = std::make_unique<QTemporaryDir>();
    for (const char *name : {"config.sqlite3", "history.sqlite3"}) {
        const auto copied = openedDatabase(folder(), name).backUpTo(next->filePath(QLatin1String(name)).toStdString());
        if (!copied)
            qFatal("%s: %s", name, copied.error().message.c_str());
    }
    QFile::copy(folder() + QStringLiteral("/config.json"), next->filePath(QStringLiteral("config.json")));
    end(); // what it still writes goes into the old folder
    m_folders.push_back(std::move(next));
    start();
}

void WalkedGateway::writeFile(const QByteArray &text) const
{
    QFile file(folder() + QStringLiteral("/config.json"));
    if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size())
        qFatal("The configuration file cannot be written.");
}

void WalkedGateway::takeOverFile()
{
    QSignalSpy taken(&m_host->configurationFile(), &app::ConfigFileWatch::takenOver);
    m_host->configurationFile().look();
    if (!QTest::qWaitFor([&taken] { return taken.count() > 0; }, longestWait))
        qFatal("The configuration file is not taken over.");
}

qint64 WalkedGateway::writtenUse() const
{
    const auto used =
        openedDatabase(folder(), "config.sqlite3").queryInteger("SELECT COALESCE(SUM(used), 0) FROM limit_counters");
    return used ? *used : -1;
}

ClientAnswer WalkedGateway::call(const QByteArray &method, const QByteArray &path, const QByteArray &body,
                                 const QByteArray &headers)
{
    const ClientCall call(service().status().port, method, path, body, headers);
    if (!QTest::qWaitFor([&call] { return call.hasEnded(); }, longestWait))
        return {};
    return call.answer();
}

} // namespace tests
