#include "ui/pages/request_code.h"

#include "ui/models/body_text.h"
#include "ui/models/json_pieces.h"

#include <QStringList>

#include <algorithm>

namespace ui::pages {

using gateway::api::RequestDetail;

namespace {

// Programs make these themselves, or they are credentials.
bool isLeftOut(const QString &name)
{
    static const QStringList names{
        QStringLiteral("host"),
        QStringLiteral("content-length"),
        QStringLiteral("connection"),
        QStringLiteral("accept-encoding"),
        QStringLiteral("transfer-encoding"),
        QStringLiteral("content-encoding"),
        QStringLiteral("authorization"),
        QStringLiteral("x-api-key"),
        QStringLiteral("x-goog-api-key"),
        QStringLiteral("api-key"),
        QStringLiteral("cookie"),
        QStringLiteral("x-bf-vk"),
        QStringLiteral("x-bf-api-key"),
        QStringLiteral("x-bifrost-setup-token"),
        QStringLiteral("x-request-id"),
        QStringLiteral("expect"),
        QStringLiteral("keep-alive"),
        QStringLiteral("proxy-authorization"),
    };
    return names.contains(name.toLower());
}

// Between double quotes, for Python and JavaScript alike: the escapes are those that both know.
QString quoted(const QString &text)
{
    QString literal = QStringLiteral("\"");
    for (const QChar character : text) {
        switch (character.unicode()) {
        case u'"': literal += QStringLiteral("\\\""); break;
        case u'\\': literal += QStringLiteral("\\\\"); break;
        case u'\n': literal += QStringLiteral("\\n"); break;
        case u'\r': literal += QStringLiteral("\\r"); break;
        case u'\t': literal += QStringLiteral("\\t"); break;
        default:
            // Line ends of Unicode would end the line of the program.
            if (character.unicode() < 0x20 || character.unicode() == 0x2028 || character.unicode() == 0x2029
                || character.unicode() == 0x7f)
                literal += QStringLiteral("\\u%1").arg(int{character.unicode()}, 4, 16, QLatin1Char('0'));
            else
                literal += character;
        }
    }
    return literal + QLatin1Char('"');
}

QString spaces(int depth)
{
    return QString(4 * depth, QLatin1Char(' '));
}

// A JSON value in Python's words: members in their order, numbers as they are spelled.
QString pythonValue(std::string_view value, int depth)
{
    const bool isObject = models::isJsonObject(value);
    constexpr int deepest = 100; // levels that Python's own parser takes for sure
    if (depth > deepest) {
        return QStringLiteral("json.loads(")
               + quoted(QString::fromUtf8(value.data(), static_cast<qsizetype>(value.size()))) + QLatin1Char(')');
    }
    if (isObject || models::isJsonArray(value)) {
        if (models::isEmptyContainer(value))
            return isObject ? QStringLiteral("{}") : QStringLiteral("[]");
        QString text(QLatin1Char(isObject ? '{' : '['));
        for (const models::JsonPiece &piece : models::jsonPieces(value)) {
            text += QLatin1Char('\n') + spaces(depth + 1);
            if (isObject)
                text += quoted(models::decodeJsonText(piece.name)) + QStringLiteral(": ");
            text += pythonValue(piece.text, depth + 1) + QLatin1Char(',');
        }
        return text + QLatin1Char('\n') + spaces(depth) + QLatin1Char(isObject ? '}' : ']');
    }
    if (models::isJsonString(value))
        return quoted(models::jsonScalarText(value));
    if (value == "true")
        return QStringLiteral("True");
    if (value == "false")
        return QStringLiteral("False");
    return value == "null" ? QStringLiteral("None") : models::jsonScalarText(value);
}

QString indented(const QString &text, const QString &by)
{
    QStringList lines = text.split(QLatin1Char('\n'));
    for (qsizetype line = 1; line < lines.size(); ++line)
        lines[line].prepend(by);
    return lines.join(QLatin1Char('\n'));
}

} // namespace

CopiedRequest copiedRequest(const RequestDetail &detail, const QString &baseUrl)
{
    CopiedRequest copied;
    copied.method = detail.method.isEmpty() ? QStringLiteral("POST") : detail.method;
    copied.url = baseUrl + detail.path;
    const bool isAnthropic = detail.summary.dialect.contains(QStringLiteral("anthropic"));
    copied.keyHeader = isAnthropic ? QStringLiteral("x-api-key") : QStringLiteral("Authorization");
    copied.keyPrefix = isAnthropic ? QString() : QStringLiteral("Bearer ");
    for (const auto &[name, value] : detail.requestHeaders) {
        if (!isLeftOut(name) && !value.contains(QStringLiteral("***")))
            copied.headers.append({name, value});
    }
    // The stored path has no query; of Gemini's this one decides how a stream is written.
    const bool isEventStream = std::any_of(
        detail.responseHeaders.begin(), detail.responseHeaders.end(), [](const std::pair<QString, QString> &header) {
            return header.first.compare(QLatin1String("content-type"), Qt::CaseInsensitive) == 0
                   && header.second.contains(QStringLiteral("event-stream"));
        });
    if (detail.summary.dialect == QStringLiteral("gemini_generate") && isEventStream)
        copied.url += QStringLiteral("?alt=sse");
    copied.body = detail.requestBody;
    return copied;
}

QString pythonCode(const RequestDetail &detail, const QString &baseUrl)
{
    const CopiedRequest copied = copiedRequest(detail, baseUrl);
    const bool isJson = models::isJsonTree(copied.body);
    QStringList lines;
    if (isJson)
        lines << QStringLiteral("import json");
    lines << QStringLiteral("import os") << QStringLiteral("import urllib.request") << QString();
    if (!copied.body.isEmpty()) {
        const auto size = static_cast<std::size_t>(copied.body.size());
        lines << (isJson ? QStringLiteral("body = ") + pythonValue({copied.body.constData(), size}, 0)
                         : QStringLiteral("body = ") + quoted(QString::fromUtf8(copied.body)));
    }
    lines << QStringLiteral("request = urllib.request.Request(") << spaces(1) + quoted(copied.url) + QLatin1Char(',')
          << spaces(1) + QStringLiteral("method=") + quoted(copied.method) + QLatin1Char(',')
          << spaces(1) + QStringLiteral("headers={");
    lines << spaces(2)
                 + QStringLiteral("%1: %2os.environ.get(\"BILROST_KEY\", \"\"),")
                       .arg(quoted(copied.keyHeader),
                            copied.keyPrefix.isEmpty() ? QString() : quoted(copied.keyPrefix) + QStringLiteral(" + "));
    for (const auto &[name, value] : copied.headers)
        lines << spaces(2) + quoted(name) + QStringLiteral(": ") + quoted(value) + QLatin1Char(',');
    lines << spaces(1) + QStringLiteral("},");
    if (!copied.body.isEmpty()) {
        lines << spaces(1)
                     + (isJson ? QStringLiteral("data=json.dumps(body).encode(),")
                               : QStringLiteral("data=body.encode(),"));
    }
    lines << QStringLiteral(")") << QStringLiteral("with urllib.request.urlopen(request) as answer:")
          << spaces(1) + QStringLiteral("for line in answer:")
          << spaces(2) + QStringLiteral("print(line.decode(), end=\"\")") << QString();
    return lines.join(QLatin1Char('\n'));
}

QString javaScriptCode(const RequestDetail &detail, const QString &baseUrl)
{
    const CopiedRequest copied = copiedRequest(detail, baseUrl);
    const QString in = QStringLiteral("  ");
    QStringList lines;
    lines << QStringLiteral("const answer = await fetch(%1, {").arg(quoted(copied.url))
          << in + QStringLiteral("method: %1,").arg(quoted(copied.method)) << in + QStringLiteral("headers: {")
          << in + in
                 + QStringLiteral("%1: %2(process.env.BILROST_KEY ?? \"\"),")
                       .arg(quoted(copied.keyHeader),
                            copied.keyPrefix.isEmpty() ? QString() : quoted(copied.keyPrefix) + QStringLiteral(" + "));
    for (const auto &[name, value] : copied.headers)
        lines << in + in + quoted(name) + QStringLiteral(": ") + quoted(value) + QLatin1Char(',');
    lines << in + QStringLiteral("},");
    const QString body = QString::fromUtf8(copied.body);
    if (models::isJsonTree(copied.body))
        lines << in + QStringLiteral("body: JSON.stringify(") + indented(models::indentJson(body), in)
                     + QStringLiteral("),");
    else if (!body.isEmpty())
        lines << in + QStringLiteral("body: ") + quoted(body) + QLatin1Char(',');
    lines << QStringLiteral("});") << QStringLiteral("for await (const piece of answer.body)")
          << in + QStringLiteral("process.stdout.write(piece);") << QString();
    return lines.join(QLatin1Char('\n'));
}

} // namespace ui::pages
