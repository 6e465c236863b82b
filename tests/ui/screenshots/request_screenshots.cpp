// Draws the scenes of the Requests page into PNG files: request_screenshots FOLDER [scale] [name part] [--language NAME]
#include "tests/ui/screenshots/language.h"
#include "tests/ui/screenshots/request_scenes.h"
#include "ui/look/theme.h"

#include <QApplication>
#include <QDir>
#include <QLocale>
#include <QTest>

#include <memory>

int main(int argc, char **argv)
{
    QStringList arguments;
    for (int i = 0; i < argc; ++i)
        arguments << QString::fromLocal8Bit(argv[i]);
    const QString language = screenshots::takeLanguage(arguments);
    const QByteArray scale = arguments.value(2, QStringLiteral("1")).toLatin1();
    qputenv("QT_SCALE_FACTOR", scale);
    QApplication application(argc, argv);
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom));
    if (!screenshots::useLanguage(application, language))
        return 1;
    QDir folder(arguments.value(1, QStringLiteral(".")));
    folder.mkpath(QStringLiteral("."));
    const QString wanted = arguments.value(3);
    const std::pair<ui::look::Scheme, QString> schemes[] = {
        {ui::look::Scheme::Light, QStringLiteral("light")},
        {ui::look::Scheme::Dark, QStringLiteral("dark")},
        {ui::look::Scheme::HighContrast, QStringLiteral("contrast")}};
    ui::look::Theme theme(ui::look::Scheme::Light);
    theme.applyToApplication();
    for (const auto &[scheme, schemeName] : schemes) {
        theme.setScheme(scheme);
        for (const screenshots::Scene &scene : screenshots::requestScenes()) {
            const QString name =
                QStringLiteral("%1-%2-%3x.png").arg(scene.name, schemeName, QString::fromLatin1(scale));
            if (!wanted.isEmpty() && !name.contains(wanted))
                continue;
            support::FakeGateway gateway;
            const std::unique_ptr<QWidget> page(scene.make(gateway, theme));
            page->resize(scene.size);
            page->show();
            if (!QTest::qWaitForWindowExposed(page.get()))
                return 1;
            page->activateWindow();
            scene.prepare(*page);
            if (!page->grab().save(folder.filePath(name)))
                return 1;
        }
    }
    return 0;
}
