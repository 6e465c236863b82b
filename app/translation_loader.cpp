#include "app/translation_loader.h"

#include <QCoreApplication>
#include <QDir>
#include <QLibraryInfo>
#include <QLocale>
#include <QTranslator>

namespace app {

namespace {

const QString ourFolder = QStringLiteral(":/translations");

// Somebody with an English window in Germany writes numbers as the system says; the country matters only where its
// language is the one that was chosen.
QLocale localeOf(const QString &code)
{
    const QLocale system = QLocale::system();
    if (code.isEmpty())
        return system;
    const QLocale chosen(code);
    return chosen.language() == system.language() ? system : chosen;
}

} // namespace

Translations::Translations() = default;
Translations::~Translations() = default;

void Translations::install(const QString &name, const QString &folder)
{
    auto translator = std::make_unique<QTranslator>();
    if (!translator->load(QLocale(), name, QStringLiteral("_"), folder))
        return;
    QCoreApplication::installTranslator(translator.get());
    m_installed.push_back(std::move(translator));
}

void Translations::use(const QString &code)
{
    m_installed.clear(); // a translator that goes takes its texts with it
    QLocale::setDefault(localeOf(code));
    install(QStringLiteral("qtbase"), QLibraryInfo::path(QLibraryInfo::TranslationsPath));
    // English holds the plural forms, which every language without a translation of its own shows.
    auto english = std::make_unique<QTranslator>();
    if (english->load(ourFolder + QStringLiteral("/bilrost_en"))) {
        QCoreApplication::installTranslator(english.get());
        m_installed.push_back(std::move(english));
    }
    install(QStringLiteral("bilrost"), ourFolder);
}

QStringList Translations::codes()
{
    QStringList codes;
    for (const QString &file : QDir(ourFolder).entryList({QStringLiteral("bilrost_*.qm")}))
        codes.append(file.section(QLatin1Char('_'), 1).section(QLatin1Char('.'), 0, 0));
    return codes;
}

} // namespace app
