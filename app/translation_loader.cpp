#include "app/translation_loader.h"

#include <QCoreApplication>
#include <QLibraryInfo>
#include <QLocale>
#include <QTranslator>

namespace app {

void installTranslations(QCoreApplication &application)
{
    const auto install = [&application](const QString &name, const QString &folder) {
        auto *translator = new QTranslator(&application);
        if (translator->load(QLocale(), name, QStringLiteral("_"), folder))
            QCoreApplication::installTranslator(translator);
        else
            delete translator;
    };
    install(QStringLiteral("qtbase"), QLibraryInfo::path(QLibraryInfo::TranslationsPath));
    // English holds the plural forms, which every language without a translation of its own shows.
    auto *english = new QTranslator(&application);
    if (english->load(QStringLiteral(":/translations/bilrost_en")))
        QCoreApplication::installTranslator(english);
    install(QStringLiteral("bilrost"), QStringLiteral(":/translations"));
}

} // namespace app
