#include "app/config_check.h"

#include "app/bundled_data.h"
#include "app/config_file.h"

#include "gateway/base/clock.h"
#include "gateway/base/result.h"
#include "gateway/secrets/memory_secret_store.h"
#include "gateway/service/gateway_service.h"
#include "gateway/storage/storage_thread.h"

#include <QCoreApplication>
#include <QString>
#include <QTemporaryDir>

#include <cstdio>
#include <functional>
#include <memory>

namespace app {

using gateway::Result;
using gateway::unexpected;

namespace {

void print(const QString &line)
{
    std::fputs((line + QLatin1Char('\n')).toUtf8().constData(), stdout);
}

// A gateway without a listener, for one file.
class ConfigCheck {
public:
    explicit ConfigCheck(QString path) : m_path(std::move(path)) {}

    // `done` is called once with the exit code; this lives at least until then.
    void start(std::function<void(int)> done);

private:
    gateway::Result<bool> open();
    void summarize();
    void finish(const QString &lastLine, int code);

    const QString m_path;
    std::function<void(int)> m_done;
    QTemporaryDir m_folder;
    gateway::SystemClock m_clock;
    gateway::secrets::MemorySecretStore m_secrets;
    std::unique_ptr<gateway::storage::StorageThread> m_storage;
    std::unique_ptr<gateway::service::GatewayService> m_service;
    ConfigFileReport m_report;
    int m_problems = 0;
};

void ConfigCheck::start(std::function<void(int)> done)
{
    m_done = std::move(done);
    if (const auto opened = open(); !opened) {
        finish(QString::fromStdString(opened.error().message), 2);
        return;
    }
    ConfigFileListener listener;
    listener.onProblem = [this](const QString &pointer, const std::string &problem) {
        ++m_problems;
        print(QStringLiteral("%1: %2").arg(pointer, QString::fromStdString(problem)));
    };
    listener.onSettled = [this] { m_service->governance().whenSettled([this] { summarize(); }); };
    auto report = applyConfigFile(m_path, *m_service, std::move(listener));
    if (report)
        m_report = std::move(*report);
    else
        finish(QString::fromStdString(report.error().message), 2);
}

Result<bool> ConfigCheck::open()
{
    gateway::storage::StorageOptions options;
    options.folder = m_folder.path().toStdString();
    auto storage = gateway::storage::StorageThread::open(options);
    if (!storage)
        return unexpected(storage.error());
    m_storage = std::move(*storage);
    auto presets = readPresets();
    if (!presets)
        return unexpected(presets.error());
    m_service = std::make_unique<gateway::service::GatewayService>(m_clock, *m_storage, m_secrets, std::move(*presets),
                                                                   gateway::service::ServiceOptions{});
    return true;
}

void ConfigCheck::summarize()
{
    for (const QString &field : m_report.ignoredSections)
        print(QStringLiteral("%1: means nothing here").arg(field));
    const QString counts = QStringLiteral("%1 provider(s), %2 key(s), %3 virtual key(s), %4 problem(s).");
    finish(counts.arg(m_report.providers).arg(m_report.keys).arg(m_report.virtualKeys).arg(m_problems),
           m_problems == 0 ? 0 : 1);
}

void ConfigCheck::finish(const QString &lastLine, int code)
{
    print(lastLine);
    m_done(code);
}

} // namespace

int checkConfigFile(const QString &path)
{
    ConfigCheck check(path);
    QMetaObject::invokeMethod(
        QCoreApplication::instance(), [&check] { check.start([](int code) { QCoreApplication::exit(code); }); },
        Qt::QueuedConnection);
    return QCoreApplication::exec();
}

} // namespace app
