#include "tests/ui/screenshots/pseudo_locale.h"

#include <QRegularExpression>

namespace screenshots {

namespace {

constexpr QChar opening(u'\u27E6');
constexpr QChar closing(u'\u27E7');

QChar accented(QChar letter)
{
    static const QString plain = QStringLiteral("aceinosuyzACEINOSUYZ");
    static const QString strange = QStringLiteral("\u00E1\u00E7\u00E9\u00EF\u00F1\u00F6\u0161\u00FC\u00FD\u017E"
                                                  "\u00C1\u00C7\u00C9\u00CF\u00D1\u00D6\u0160\u00DC\u00DD\u017D");
    const qsizetype place = plain.indexOf(letter);
    return place < 0 ? letter : strange.at(place);
}

} // namespace

QString PseudoLocale::translate(const char *, const char *source, const char *, int) const
{
    const QString text = QString::fromUtf8(source);
    if (text.isEmpty())
        return {};
    // Places for values, tags, entities and line ends stay as they are.
    static const QRegularExpression fixed(QStringLiteral("%L?\\d|%n|<[^>]*>|&\\w+;|\\n"));
    QString said(opening);
    qsizetype place = 0;
    qsizetype letters = 0;
    const auto speak = [&](QStringView piece) {
        for (const QChar letter : piece) {
            said += accented(letter);
            letters += letter.isLetter() ? 1 : 0;
        }
    };
    for (auto found = fixed.globalMatch(text); found.hasNext();) {
        const QRegularExpressionMatch match = found.next();
        speak(QStringView(text).mid(place, match.capturedStart() - place));
        said += match.captured();
        place = match.capturedEnd();
    }
    speak(QStringView(text).mid(place));
    said += QString(letters / 3, QLatin1Char('~'));
    return said + closing;
}

bool isPseudo(const QString &text)
{
    return text.contains(opening) && text.contains(closing);
}

} // namespace screenshots
