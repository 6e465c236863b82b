#include "ui/models/body_text.h"

namespace ui::models {

namespace {

constexpr int deepestIndent = 64; // levels; a body of brackets alone would become their square in spaces

void breakLine(QString &out, int depth)
{
    out += QLatin1Char('\n');
    out += QString(2 * std::min(depth, deepestIndent), QLatin1Char(' '));
}

qsizetype nextVisible(const QString &text, qsizetype from)
{
    while (from < text.size() && text[from].isSpace())
        ++from;
    return from;
}

// Copies a string with its quotes; returns the place after it.
qsizetype copyString(const QString &text, qsizetype from, QString &out)
{
    qsizetype to = from + 1;
    while (to < text.size() && text[to] != QLatin1Char('"'))
        to += text[to] == QLatin1Char('\\') ? 2 : 1;
    to = std::min(to + 1, text.size());
    out += text.mid(from, to - from);
    return to;
}

} // namespace

QString indentJson(const QString &text)
{
    QString out;
    out.reserve(text.size() + text.size() / 4);
    int depth = 0;
    for (qsizetype at = nextVisible(text, 0); at < text.size(); at = nextVisible(text, at)) {
        const QChar character = text[at];
        if (character == QLatin1Char('"')) {
            at = copyString(text, at, out);
            continue;
        }
        ++at;
        if (character == QLatin1Char('{') || character == QLatin1Char('[')) {
            out += character;
            const qsizetype next = nextVisible(text, at);
            const QChar closing = QLatin1Char(character == QLatin1Char('{') ? '}' : ']');
            if (next < text.size() && text[next] == closing) {
                out += closing;
                at = next + 1;
            } else {
                breakLine(out, ++depth);
            }
        } else if (character == QLatin1Char('}') || character == QLatin1Char(']')) {
            depth = std::max(0, depth - 1);
            breakLine(out, depth);
            out += character;
        } else if (character == QLatin1Char(',')) {
            out += character;
            breakLine(out, depth);
        } else if (character == QLatin1Char(':')) {
            out += QStringLiteral(": ");
        } else {
            out += character;
        }
    }
    return out;
}

QString breakLongLines(const QString &text, qsizetype longest)
{
    QString out;
    out.reserve(text.size() + text.size() / longest + 1);
    qsizetype from = 0;
    while (from < text.size()) {
        qsizetype end = text.indexOf(QLatin1Char('\n'), from);
        if (end < 0)
            end = text.size();
        while (end - from > longest) {
            qsizetype cut = from + longest;
            if (text[cut].isLowSurrogate())
                --cut;
            out += text.mid(from, cut - from);
            out += QLatin1Char('\n');
            from = cut;
        }
        out += text.mid(from, end - from + 1);
        from = end + 1;
    }
    return out;
}

QString bodyText(const QByteArray &body, qsizetype limit)
{
    if (limit < 0 || body.size() <= limit)
        return QString::fromUtf8(body);
    qsizetype cut = limit;
    // A byte 10xxxxxx continues a character (RFC 3629, section 3).
    while (cut > 0 && (static_cast<unsigned char>(body[cut]) & 0xC0U) == 0x80U)
        --cut;
    return QString::fromUtf8(body.left(cut));
}

} // namespace ui::models
