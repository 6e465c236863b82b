#include "app/translation_loader.h"

#include <QCoreApplication>
#include <QDir>
#include <QHash>
#include <QLibraryInfo>
#include <QLocale>
#include <QTranslator>

namespace app {

namespace {

const QString ourFolder = QStringLiteral(":/translations");

bool isSameLanguage(const QLocale &one, const QLocale &other)
{
    return one.language() == other.language() && one.script() == other.script();
}

// Somebody with an English window in Germany writes numbers as the system says; the country matters only where its
// language is the one that was chosen.
QLocale localeOf(const QString &code)
{
    const QLocale system = QLocale::system();
    if (code.isEmpty())
        return system;
    const QLocale chosen(code);
    return isSameLanguage(chosen, system) ? system : chosen;
}

} // namespace

Translations::Translations() = default;
Translations::~Translations() = default;

bool Translations::install(const QString &name, const QString &folder)
{
    auto translator = std::make_unique<QTranslator>();
    if (!translator->load(QDir(folder).filePath(name)))
        return false;
    QCoreApplication::installTranslator(translator.get());
    m_installed.push_back(std::move(translator));
    return true;
}

void Translations::use(const QString &code)
{
    m_installed.clear(); // a translator that goes takes its texts with it
    QLocale::setDefault(localeOf(code));
    // English holds the plural forms, which every language without a translation of its own shows.
    install(QStringLiteral("bilrost_en"), ourFolder);
    const QString best = bestFor(code.isEmpty() ? QLocale::system().uiLanguages() : QStringList{code});
    if (best.isEmpty() || best == QLatin1String("en"))
        return;
    install(QStringLiteral("bilrost_") + best, ourFolder);
    // Qt's own words, of its file dialog for one, only in the language of ours: two in one window would be worse than
    // English. A build without them finds those of the system.
    const QString ofQt = QStringLiteral("qtbase_") + best;
    if (!install(ofQt, ourFolder))
        install(ofQt, QLibraryInfo::path(QLibraryInfo::TranslationsPath));
}

QStringList Translations::codes()
{
    QStringList codes;
    for (const QString &file : QDir(ourFolder).entryList({QStringLiteral("bilrost_*.qm")}))
        codes.append(file.section(QLatin1Char('_'), 1).section(QLatin1Char('.'), 0, 0));
    return codes;
}

QString Translations::bestFor(const QStringList &wanted)
{
    const QStringList builtIn = codes();
    for (const QString &name : wanted) {
        for (const QString &code : builtIn) {
            if (isSameLanguage(QLocale(name), QLocale(code)))
                return code;
        }
    }
    return {};
}

// Qt adds the country to some ("español de España") and begins others with a small letter, which a list should not.
QString Translations::ownName(const QString &code)
{
    const QHash<QString, QString> names{{QStringLiteral("de"), QStringLiteral("Deutsch")},
                                        {QStringLiteral("en"), QStringLiteral("English")},
                                        {QStringLiteral("es"), QStringLiteral("Español")},
                                        {QStringLiteral("ja"), QStringLiteral("日本語")},
                                        {QStringLiteral("zh_CN"), QStringLiteral("简体中文")}};
    const QString native = QLocale(code).nativeLanguageName();
    return names.value(code, native.isEmpty() ? code : native);
}

} // namespace app
