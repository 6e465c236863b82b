// bilrost-headless: the gateway without a window, for servers.
#include "app/command_line.h"
#include "app/config_check.h"
#include "app/config_export.h"
#include "app/gateway_host.h"
#include "app/log_setup.h"
#include "app/memory_setup.h"
#include "app/stop_signals.h"

#include <QCoreApplication>

#include <cstdio>

namespace {

constexpr auto drainLimit = std::chrono::seconds(10);

int complain(const gateway::Error &error)
{
    std::fprintf(stderr, "bilrost-headless: %s\n", error.message.c_str());
    return 2;
}

} // namespace

int main(int argumentCount, char **arguments)
{
    app::setUpMemory();
    QCoreApplication application(argumentCount, arguments);
    QCoreApplication::setApplicationName(QStringLiteral("bilrost-headless"));
    const auto options = app::parseCommandLine(QCoreApplication::arguments(), QProcessEnvironment::systemEnvironment());
    if (!options)
        return complain(options.error());
    if (!options->notice.isEmpty()) {
        std::fputs(options->notice.toUtf8().constData(), stdout);
        return 0;
    }
    if (!options->fileToCheck.isEmpty()) {
        app::installLog(app::LogLevel::Error, options->logStyle, {}); // what a start would warn of is said by the check
        return app::checkConfigFile(options->fileToCheck);
    }
    if (options->exportsConfiguration) {
        app::installLog(app::LogLevel::Error, options->logStyle, {});
        return app::exportConfiguration(*options);
    }
    app::installLog(options->logLevel, options->logStyle, {});
    app::GatewayHost host(*options);
    if (const auto opened = host.open(); !opened)
        return complain(opened.error());
    app::onStopSignal(application, [&host] { host.shutDown(drainLimit, [] { QCoreApplication::quit(); }); });
    host.start([&host, &application](const gateway::Result<bool> &started) {
        if (!started) {
            complain(started.error());
            QCoreApplication::exit(2);
            return;
        }
        app::onReloadSignal(application, [&host] { host.configurationFile().look(); });
        // A server that cannot listen is of no use; the window, by contrast, stays and offers another port.
        if (host.service().status().listener == gateway::api::ListenerState::Failed)
            QCoreApplication::exit(3);
    });
    return QCoreApplication::exec();
}
