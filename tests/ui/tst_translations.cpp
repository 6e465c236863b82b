// Every translation of every language keeps what the program needs of a text: its places for values, its forms for one
// and many, the letter of a menu, its spaces and its dots.
#include <QDir>
#include <QFile>
#include <QLocale>
#include <QRegularExpression>
#include <QTest>
#include <QXmlStreamReader>

#include "tests/support/source_tree.h"

namespace {

struct Message {
    QString context;
    QString source;
    QStringList forms; // more than one where it counts something
    bool countsSomething = false;
    bool isUnfinished = false;

    QString name() const { return QStringLiteral("%1: \u201C%2\u201D").arg(context, source); }
};

struct Language {
    QString code;
    QList<Message> messages;

    bool isEnglish() const { return code == QLatin1String("en"); }
    // These are written without spaces, with marks as wide as a letter, and have no letters for a menu.
    bool isEastAsian() const { return code == QLatin1String("ja") || code.startsWith(QLatin1String("zh")); }
};

Message readMessage(QXmlStreamReader &xml, const QString &context)
{
    Message message;
    message.context = context;
    message.countsSomething = xml.attributes().value(QLatin1String("numerus")) == QLatin1String("yes");
    while (xml.readNextStartElement()) {
        if (xml.name() == QLatin1String("source")) {
            message.source = xml.readElementText();
        } else if (xml.name() == QLatin1String("translation")) {
            message.isUnfinished = xml.attributes().hasAttribute(QLatin1String("type"));
            if (!message.countsSomething) {
                message.forms.append(xml.readElementText());
                continue;
            }
            while (xml.readNextStartElement())
                message.forms.append(xml.readElementText());
        } else {
            xml.skipCurrentElement();
        }
    }
    return message;
}

Language readLanguage(const QString &path)
{
    Language language;
    language.code = QFileInfo(path).completeBaseName().mid(8); // bilrost_zh_CN
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return language;
    QXmlStreamReader xml(&file);
    QString context;
    while (!xml.atEnd()) {
        if (xml.readNext() != QXmlStreamReader::StartElement)
            continue;
        if (xml.name() == QLatin1String("name"))
            context = xml.readElementText();
        else if (xml.name() == QLatin1String("message"))
            language.messages.append(readMessage(xml, context));
    }
    return xml.hasError() ? Language{language.code, {}} : language;
}

QList<Language> readLanguages()
{
    QList<Language> languages;
    const QDir folder(support::sourcePath("translations"));
    for (const QString &file : folder.entryList({QStringLiteral("bilrost_*.ts")}))
        languages.append(readLanguage(folder.filePath(file)));
    return languages;
}

// Sorted, because a language may name the second value first.
QStringList placesIn(const QString &text)
{
    static const QRegularExpression place(QStringLiteral("%L?[1-9]|%n"));
    QStringList places;
    for (auto found = place.globalMatch(text); found.hasNext();)
        places.append(found.next().captured());
    places.sort();
    return places;
}

QString letterIn(const QString &text)
{
    static const QRegularExpression letter(QStringLiteral("&([^& ])"));
    return letter.match(text).captured(1).toUpper();
}

QString spacesBefore(const QString &text)
{
    qsizetype length = 0;
    while (length < text.size() && text.at(length) == QLatin1Char(' '))
        ++length;
    return text.left(length);
}

QString spacesAfter(const QString &text)
{
    qsizetype length = 0;
    while (length < text.size() && text.at(text.size() - 1 - length) == QLatin1Char(' '))
        ++length;
    return text.right(length);
}

QString placesFault(const Message &message, const QString &form)
{
    QStringList wanted = placesIn(message.source);
    const QStringList given = placesIn(form);
    if (wanted == given)
        return {};
    wanted.removeAll(QStringLiteral("%n")); // one thing may be named without its number
    return message.countsSomething && wanted == given ? QString() : QStringLiteral("has other places for values");
}

QString letterFault(const Language &language, const Message &message, const QString &form)
{
    const QString wanted = letterIn(message.source);
    const QString given = letterIn(form);
    if (wanted.isEmpty() != given.isEmpty() || form.count(QLatin1Char('&')) != message.source.count(QLatin1Char('&')))
        return QStringLiteral("has another number of menu letters");
    if (wanted.isEmpty() || !language.isEastAsian())
        return {};
    return form.contains(QStringLiteral("(&%1)").arg(wanted)) ? QString()
                                                              : QStringLiteral("lacks its letter as (&%1)").arg(wanted);
}

// A wide mark brings its own space, and where one language joins with a comma another may have a word alone.
QString spaceFault(const Language &language, const Message &message, const QString &form)
{
    const auto differs = [&language](const QString &wanted, const QString &given) {
        return wanted != given && !(language.isEastAsian() && given.isEmpty());
    };
    const bool isComma = message.source.startsWith(QLatin1String(", ")) && spacesBefore(form).size() == 1;
    return (!isComma && differs(spacesBefore(message.source), spacesBefore(form)))
                   || differs(spacesAfter(message.source), spacesAfter(form))
               ? QStringLiteral("has other spaces at its ends")
               : QString();
}

QString dotsFault(const Message &message, const QString &form)
{
    const QChar ellipsis(0x2026);
    if (form.contains(QLatin1String("...")))
        return QStringLiteral("has three dots in place of an ellipsis");
    return message.source.count(ellipsis) == form.count(ellipsis) ? QString()
                                                                  : QStringLiteral("has another number of ellipses");
}

QStringList faultsOf(const Language &language, const Message &message, const QString &form)
{
    if (form.isEmpty())
        return {QStringLiteral("is empty")};
    QStringList faults{placesFault(message, form), letterFault(language, message, form),
                       spaceFault(language, message, form), dotsFault(message, form)};
    if (message.source.count(QLatin1Char('\n')) != form.count(QLatin1Char('\n'))
        || message.source.count(QLatin1Char('\t')) != form.count(QLatin1Char('\t')))
        faults.append(QStringLiteral("has other line ends or tabulators"));
    faults.removeAll(QString());
    return faults;
}

QStringList faultsOf(const Language &language, const Message &message)
{
    if (message.isUnfinished)
        return {message.name() + QStringLiteral(" is unfinished")};
    QStringList faults;
    for (const QString &form : message.forms) {
        for (const QString &fault : faultsOf(language, message, form))
            faults.append(QStringLiteral("%1 in \u201C%2\u201D %3").arg(message.name(), form, fault));
    }
    return faults;
}

// English and German tell one from many, Chinese and Japanese do not.
qsizetype formsOf(const Language &language)
{
    return language.isEastAsian() ? 1 : 2;
}

Message made(const QString &source, const QString &form)
{
    return {QStringLiteral("Test"), source, {form}};
}

QStringList namesOf(const Language &language)
{
    QStringList names;
    for (const Message &message : language.messages)
        names.append(message.name());
    names.sort();
    return names;
}

} // namespace

Q_DECLARE_METATYPE(Language)

class TranslationsTest : public QObject {
    Q_OBJECT
private slots:
    void initTestCase()
    {
        m_languages = readLanguages();
        QVERIFY(m_languages.size() >= 5);
    }

    // A test that reads files has to show that it would see a fault.
    void faultsAreSeen_data()
    {
        QTest::addColumn<QString>("code");
        QTest::addColumn<QString>("source");
        QTest::addColumn<QString>("form");
        QTest::addColumn<bool>("isFine");
        const auto row = [](const char *name, const char *code, const char *source, const char *form, bool isFine) {
            QTest::newRow(name) << QString::fromLatin1(code) << QString::fromUtf8(source) << QString::fromUtf8(form)
                                << isFine;
        };
        row("a value is missing", "es", "%1 of %2", "%1", false);
        row("values change places", "ja", "%1 of %2", "%2 %1", true);
        row("a value that the source has not", "es", "%1", "%1 %2", false);
        row("empty", "es", "Open", "", false);
        row("no letter", "es", "&Open", "Abrir", false);
        row("another letter", "es", "&Open", "&Abrir", true);
        row("two letters", "es", "&Open", "&Ab&rir", false);
        row("letter within a Chinese text", "zh_CN", "&Open", "&打开", false);
        row("another letter in Chinese", "zh_CN", "&Open", "打开(&A)", false);
        row("letter behind a Chinese text", "zh_CN", "&Open…", "打开(&O)…", true);
        row("no ellipsis", "es", "Open…", "Abrir", false);
        row("three dots", "es", "Open…", "Abrir...", false);
        row("space lost", "es", ", and ", " y", false);
        row("a wide mark in place of a space", "ja", ", and ", "、かつ", true);
        row("a word in place of a comma", "de", ", and ", " und ", true);
        row("space too much", "ja", "Open", "開く ", false);
        row("line lost", "es", "One\nTwo", "Uno Dos", false);
    }
    void faultsAreSeen()
    {
        QFETCH(QString, code);
        QFETCH(QString, source);
        QFETCH(QString, form);
        QFETCH(bool, isFine);
        const Language language{code, {}};
        const QStringList faults = faultsOf(language, made(source, form));
        QVERIFY2(faults.isEmpty() == isFine, qPrintable(faults.join(QLatin1Char('\n'))));
    }

    void unfinishedIsSeen()
    {
        Message message = made(QStringLiteral("Open"), QStringLiteral("Abrir"));
        message.isUnfinished = true;
        QVERIFY(!faultsOf(Language{QStringLiteral("es"), {}}, message).isEmpty());
    }

    void everyTextIsTranslatedWhole_data() { addLanguages(false); }
    void everyTextIsTranslatedWhole()
    {
        QFETCH(Language, language);
        QVERIFY(language.messages.size() > 1'000);
        QStringList faults;
        for (const Message &message : std::as_const(language.messages))
            faults.append(faultsOf(language, message));
        QVERIFY2(faults.isEmpty(), qPrintable(QLatin1Char('\n') + faults.join(QLatin1Char('\n'))));
    }

    void everyNumberHasItsForms_data() { addLanguages(true); }
    void everyNumberHasItsForms()
    {
        QFETCH(Language, language);
        int seen = 0;
        for (const Message &message : std::as_const(language.messages)) {
            if (!message.countsSomething)
                continue;
            ++seen;
            QVERIFY2(message.forms.size() == formsOf(language), qPrintable(message.name()));
            QVERIFY2(!message.forms.contains(QString()), qPrintable(message.name()));
        }
        QVERIFY(seen > 20);
    }

    void allLanguagesHaveTheSameTexts_data() { addLanguages(true); }
    void allLanguagesHaveTheSameTexts()
    {
        QFETCH(Language, language);
        QCOMPARE(namesOf(language), namesOf(m_languages.constFirst()));
    }

private:
    void addLanguages(bool withEnglish)
    {
        QTest::addColumn<Language>("language");
        for (const Language &language : std::as_const(m_languages)) {
            if (withEnglish || !language.isEnglish())
                QTest::newRow(qPrintable(language.code)) << language;
        }
    }

    QList<Language> m_languages;
};

QTEST_GUILESS_MAIN(TranslationsTest)
#include "tst_translations.moc"
