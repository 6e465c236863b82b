// The window speaks the language that was chosen or that the system wants, with Qt's own words in the same language.
#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QLibraryInfo>
#include <QLocale>
#include <QSet>
#include <QTest>

#include "app/translation_loader.h"
#include "tests/support/source_tree.h"

using app::Translations;

namespace {

QString ours(const char *context, const char *text, int number = -1)
{
    return QCoreApplication::translate(context, text, nullptr, number);
}

bool hasQtsOwn(const QString &code)
{
    const QString file = QStringLiteral("qtbase_%1.qm").arg(code);
    return QFile::exists(QStringLiteral(":/translations/") + file)
           || QFile::exists(QDir(QLibraryInfo::path(QLibraryInfo::TranslationsPath)).filePath(file));
}

} // namespace

class TranslationLoaderTest : public QObject {
    Q_OBJECT
private slots:
    void everyLanguageOfTheSourcesIsBuiltIn()
    {
        QStringList codes;
        const QDir folder(support::sourcePath("translations"));
        for (const QString &file : folder.entryList({QStringLiteral("bilrost_*.ts")}))
            codes.append(file.mid(8).chopped(3));
        QVERIFY(codes.size() >= 5);
        QCOMPARE(Translations::codes(), codes);
    }

    void eachIsListedByItsOwnName_data()
    {
        QTest::addColumn<QString>("code");
        QTest::addColumn<QString>("name");
        QTest::newRow("de") << QStringLiteral("de") << QStringLiteral("Deutsch");
        QTest::newRow("en") << QStringLiteral("en") << QStringLiteral("English");
        QTest::newRow("es") << QStringLiteral("es") << QStringLiteral("Español");
        QTest::newRow("ja") << QStringLiteral("ja") << QStringLiteral("日本語");
        QTest::newRow("zh_CN") << QStringLiteral("zh_CN") << QStringLiteral("简体中文");
    }
    void eachIsListedByItsOwnName()
    {
        QFETCH(QString, code);
        QFETCH(QString, name);
        QCOMPARE(Translations::ownName(code), name);
    }

    void noTwoLanguagesHaveOneName()
    {
        QSet<QString> names;
        for (const QString &code : Translations::codes())
            names.insert(Translations::ownName(code));
        QCOMPARE(names.size(), Translations::codes().size());
    }

    void theFirstLanguageThatIsBuiltInIsTaken_data()
    {
        QTest::addColumn<QStringList>("wanted");
        QTest::addColumn<QString>("code");
        const auto row = [](const char *name, const char *wanted, const char *code) {
            QTest::newRow(name) << QString::fromLatin1(wanted).split(QLatin1Char(' ')) << QString::fromLatin1(code);
        };
        row("another country", "de-AT", "de");
        row("of Linux", "zh_CN", "zh_CN");
        row("of macOS in Germany", "zh-Hans-DE en-DE", "zh_CN");
        row("Singapore writes simplified", "zh-SG", "zh_CN");
        row("Latin America", "es-MX en-US", "es");
        row("the first counts", "ja-JP es-ES", "ja");
        row("the second when the first is missing", "fr-FR es-MX", "es");
        row("traditional Chinese is not simplified", "zh-TW", "");
        row("traditional Chinese, then Japanese", "zh-Hant-HK ja", "ja");
        row("none", "fr-FR", "");
        row("no language at all", "C", "");
    }
    void theFirstLanguageThatIsBuiltInIsTaken()
    {
        QFETCH(QStringList, wanted);
        QFETCH(QString, code);
        QCOMPARE(Translations::bestFor(wanted), code);
    }

    void textsChangeWhileTheProgramRuns_data()
    {
        QTest::addColumn<QString>("code");
        QTest::addColumn<QString>("quit");
        QTest::addColumn<QString>("oneKey");
        QTest::addColumn<QString>("twoKeys");
        const auto row = [](const char *code, const char *quit, const char *one, const char *two) {
            QTest::newRow(code) << QString::fromLatin1(code) << QString::fromUtf8(quit) << QString::fromUtf8(one)
                                << QString::fromUtf8(two);
        };
        row("en", "&Quit", "1 key", "2 keys");
        row("de", "&Beenden", "1 Schlüssel", "2 Schlüssel");
        row("es", "&Salir", "1 clave", "2 claves");
        row("ja", "終了(&Q)", "キー 1 個", "キー 2 個");
        row("zh_CN", "退出(&Q)", "1 个密钥", "2 个密钥");
    }
    void textsChangeWhileTheProgramRuns()
    {
        QFETCH(QString, code);
        QFETCH(QString, quit);
        QFETCH(QString, oneKey);
        QFETCH(QString, twoKeys);
        Translations translations;
        translations.use(QStringLiteral("de"));
        translations.use(code);
        QCOMPARE(ours("ui::MainWindow", "&Quit"), quit);
        QCOMPARE(ours("ProviderWords", "%n keys", 1), oneKey);
        QCOMPARE(ours("ProviderWords", "%n keys", 2), twoKeys);
        QCOMPARE(QLocale().language(), QLocale(code).language());
    }

    void qtSpeaksTheSameLanguage_data()
    {
        QTest::addColumn<QString>("code");
        for (const QString &code : Translations::codes()) {
            if (code != QLatin1String("en") && hasQtsOwn(code))
                QTest::newRow(qPrintable(code)) << code;
        }
        if (!hasQtsOwn(QStringLiteral("es")))
            QSKIP("Qt's own translations are not installed here.");
    }
    void qtSpeaksTheSameLanguage()
    {
        QFETCH(QString, code);
        Translations translations;
        translations.use(code);
        const QString cancel = ours("QPlatformTheme", "Cancel");
        QVERIFY(!cancel.isEmpty());
        QVERIFY2(cancel != QLatin1String("Cancel"), qPrintable(cancel));
        translations.use(QStringLiteral("en"));
        QCOMPARE(ours("QPlatformTheme", "Cancel"), QStringLiteral("Cancel"));
    }

    void aLanguageThatIsNotBuiltInIsEnglish()
    {
        Translations translations;
        translations.use(QStringLiteral("fr"));
        QCOMPARE(ours("ui::MainWindow", "&Quit"), QStringLiteral("&Quit"));
        QCOMPARE(ours("ProviderWords", "%n keys", 1), QStringLiteral("1 key"));
        QCOMPARE(ours("QPlatformTheme", "Cancel"), QStringLiteral("Cancel"));
    }

    void textsGoWithTheirOwner()
    {
        {
            Translations translations;
            translations.use(QStringLiteral("ja"));
            QCOMPARE(ours("ui::MainWindow", "&Quit"), QStringLiteral("終了(&Q)"));
        }
        QCOMPARE(ours("ui::MainWindow", "&Quit"), QStringLiteral("&Quit"));
    }
};

QTEST_GUILESS_MAIN(TranslationLoaderTest)
#include "tst_translation_loader.moc"
