// bilrost: the gateway with its window.
#include "app/application.h"
#include "app/command_line.h"
#include "app/config_check.h"
#include "app/config_export.h"
#include "app/memory_setup.h"
#include "app/translation_loader.h"
#include "ui/look/icon_set.h"

#include <QApplication>

#include <cstdio>

namespace {

gateway::Result<app::Options> readOptions()
{
    return app::parseCommandLine(QCoreApplication::arguments(), QProcessEnvironment::systemEnvironment());
}

int sayNotice(const QString &notice)
{
    std::fputs(notice.toUtf8().constData(), stdout);
    return 0;
}

// Who asks for help may have no display. Arguments that only the window system knows are left for it.
std::optional<int> answerWithoutWindow(int argumentCount, char **arguments)
{
    const QCoreApplication core(argumentCount, arguments);
    QCoreApplication::setApplicationName(QStringLiteral("Bilrost"));
    QCoreApplication::setApplicationVersion(QStringLiteral(BILROST_VERSION));
    const auto options = readOptions();
    if (options && !options->notice.isEmpty())
        return sayNotice(options->notice);
    if (options && !options->fileToCheck.isEmpty())
        return app::checkConfigFile(options->fileToCheck);
    if (options && options->exportsConfiguration)
        return app::exportConfiguration(*options);
    if (app::hasDisplay(QCoreApplication::arguments(), QProcessEnvironment::systemEnvironment()))
        return std::nullopt;
    std::fputs(
        "bilrost: there is no display here (neither WAYLAND_DISPLAY nor DISPLAY is set). bilrost-headless is the "
        "same gateway without a window.\n",
        stderr);
    return 2;
}

} // namespace

int main(int argumentCount, char **arguments)
{
    app::setUpMemory();
    if (const auto ended = answerWithoutWindow(argumentCount, arguments))
        return *ended;
    QApplication application(argumentCount, arguments);
    QApplication::setApplicationName(QStringLiteral("Bilrost"));
    QApplication::setApplicationVersion(QStringLiteral(BILROST_VERSION));
    QApplication::setDesktopFileName(QStringLiteral("org.bilrost.Bilrost"));
    QApplication::setQuitOnLastWindowClosed(false); // the gateway goes on while its window is hidden
    QApplication::setWindowIcon(ui::look::icon("application"));
    app::Translations translations;
    translations.use({});
    const auto options = readOptions();
    if (!options) {
        std::fprintf(stderr, "bilrost: %s\n", options.error().message.c_str());
        return 2;
    }
    if (!options->notice.isEmpty())
        return sayNotice(options->notice);
    app::Application bilrost(*options, translations);
    if (const auto ended = bilrost.start())
        return *ended;
    return QApplication::exec();
}
