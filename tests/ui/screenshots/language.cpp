#include "tests/ui/screenshots/language.h"

#include "tests/ui/screenshots/pseudo_locale.h"

#include <QCoreApplication>
#include <QLocale>
#include <QTextStream>
#include <QTranslator>

namespace screenshots {

QString takeLanguage(QStringList &arguments)
{
    const qsizetype place = arguments.indexOf(QStringLiteral("--language"));
    if (place < 0 || place + 1 >= arguments.size())
        return {};
    const QString name = arguments.at(place + 1);
    arguments.remove(place, 2);
    return name;
}

bool isInvented(const QString &name)
{
    return name == QLatin1String("pseudo") || name == QLatin1String("mirrored");
}

bool useLanguage(QCoreApplication &application, const QString &name)
{
    const auto install = [&application](const QLocale &locale) {
        auto *translator = new QTranslator(&application);
        return translator->load(locale, QStringLiteral("bilrost"), QStringLiteral("_"),
                                QStringLiteral(BILROST_TRANSLATIONS_DIR))
               && QCoreApplication::installTranslator(translator);
    };
    // English first, as in the application: it has the plural forms.
    if (!install(QLocale(QLocale::English)))
        return false;
    if (name.isEmpty())
        return true;
    if (isInvented(name))
        return QCoreApplication::installTranslator(new PseudoLocale(&application));
    QLocale::setDefault(QLocale(name));
    if (install(QLocale()))
        return true;
    QTextStream(stderr) << "There is no translation into " << name << ".\n";
    return false;
}

} // namespace screenshots
