#include "tests/ui/screenshots/language.h"

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

bool useLanguage(QCoreApplication &application, const QString &name)
{
    if (name.isEmpty())
        return true;
    QLocale::setDefault(QLocale(name));
    auto *translator = new QTranslator(&application);
    if (!translator->load(QLocale(), QStringLiteral("bilrost"), QStringLiteral("_"),
                          QStringLiteral(BILROST_TRANSLATIONS_DIR))) {
        QTextStream(stderr) << "There is no translation into " << name << ".\n";
        return false;
    }
    return QCoreApplication::installTranslator(translator);
}

} // namespace screenshots
