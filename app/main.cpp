// bilrost: the gateway with its window.
#include "app/application.h"
#include "app/command_line.h"
#include "app/memory_setup.h"
#include "app/translation_loader.h"

#include <QApplication>

#include <cstdio>

int main(int argumentCount, char **arguments)
{
    app::setUpMemory();
    QApplication application(argumentCount, arguments);
    QApplication::setApplicationName(QStringLiteral("Bilrost"));
    QApplication::setApplicationVersion(QStringLiteral(BILROST_VERSION));
    QApplication::setDesktopFileName(QStringLiteral("org.bilrost.Bilrost"));
    QApplication::setQuitOnLastWindowClosed(false); // the gateway goes on while its window is hidden
    app::installTranslations(application);
    const auto options = app::parseCommandLine(QCoreApplication::arguments(), QProcessEnvironment::systemEnvironment());
    if (!options) {
        std::fprintf(stderr, "bilrost: %s\n", options.error().message.c_str());
        return 2;
    }
    if (!options->notice.isEmpty()) {
        std::fputs(options->notice.toUtf8().constData(), stdout);
        return 0;
    }
    app::Application bilrost(*options);
    if (const auto ended = bilrost.start())
        return *ended;
    return QApplication::exec();
}
