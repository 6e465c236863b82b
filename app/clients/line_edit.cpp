#include "app/clients/line_edit.h"

#include <QCoreApplication>
#include <QList>
#include <QRegularExpression>

namespace app::clients {

namespace {

using gateway::Error;
using gateway::ErrorCode;
using gateway::Result;
using gateway::unexpected;

Error problem(const QString &sentence)
{
    return Error::client(ErrorCode::InvalidRequest, sentence.toStdString());
}

// A statement of a TOML file: a key with its value, which may go over several lines.
struct Statement {
    QString table;       // that it stands in
    QString key;         // as written, without quotes
    qsizetype begin = 0; // of its line
    qsizetype value = 0; // where the value begins
    qsizetype end = 0;   // one past the value
    qsizetype next = 0;  // the line after it
};

struct Outline {
    QList<Statement> statements;
    QStringList tables;         // that have a header
    QList<qsizetype> tableEnds; // behind the last statement of each, or its header
    qsizetype rootEnd = 0;      // behind the last statement before the first table
    qsizetype firstTable = -1;
};

QString bare(const QByteArray &name)
{
    QString text = QString::fromUtf8(name).trimmed();
    static const QRegularExpression spaceAroundDots(QStringLiteral("\\s*\\.\\s*"));
    text.replace(spaceAroundDots, QStringLiteral("."));
    return text.remove(QLatin1Char('"')).remove(QLatin1Char('\''));
}

// Walks over one value; false when it does not end.
bool skipValue(const QByteArray &text, qsizetype &at)
{
    int depth = 0;
    for (; at < text.size(); ++at) {
        const char letter = text.at(at);
        if (letter == '"' || letter == '\'') {
            const QByteArray quote(text.mid(at, 3) == QByteArray(3, letter) ? 3 : 1, letter);
            qsizetype end = at + quote.size();
            while (end < text.size() && text.mid(end, quote.size()) != quote) {
                if (quote.size() == 1 && text.at(end) == '\n')
                    return false;
                end += letter == '"' && text.at(end) == '\\' ? 2 : 1;
            }
            if (end >= text.size())
                return false;
            at = end + quote.size() - 1;
        } else if (letter == '[' || letter == '{') {
            ++depth;
        } else if (letter == ']' || letter == '}') {
            --depth;
        } else if (letter == '#') {
            if (depth == 0)
                break;
            while (at < text.size() && text.at(at) != '\n')
                ++at;
        } else if (letter == '\n' && depth == 0) {
            break;
        }
    }
    return depth == 0;
}

qsizetype lineEnd(const QByteArray &text, qsizetype at)
{
    const qsizetype end = text.indexOf('\n', at);
    return end < 0 ? text.size() : end + 1;
}

Result<Outline> outlineOf(const QByteArray &text)
{
    Outline outline;
    QString table;
    const auto failure = [&text](qsizetype at) {
        return unexpected(problem(QCoreApplication::translate("ClientFiles", "The file is not valid TOML at line %1.")
                                      .arg(text.left(at).count('\n') + 1)));
    };
    for (qsizetype at = text.startsWith("\xEF\xBB\xBF") ? 3 : 0; at < text.size();) {
        const qsizetype next = lineEnd(text, at);
        const QByteArray line = text.mid(at, next - at).trimmed();
        if (line.isEmpty() || line.startsWith('#')) {
            at = next;
            continue;
        }
        if (line.startsWith('[')) {
            const bool isList = line.startsWith("[[");
            const qsizetype close = line.indexOf(isList ? "]]" : "]");
            if (close < 0)
                return failure(at);
            table =
                bare(line.mid(isList ? 2 : 1, close - (isList ? 2 : 1))) + (isList ? QStringLiteral("[]") : QString());
            if (outline.firstTable < 0)
                outline.firstTable = at;
            outline.tables.append(table);
            outline.tableEnds.append(next);
            at = next;
            continue;
        }
        const qsizetype equals = text.indexOf('=', at);
        if (equals < 0 || equals >= next)
            return failure(at);
        Statement statement;
        statement.table = table;
        statement.begin = at;
        statement.key = bare(text.mid(at, equals - at));
        statement.value = equals + 1;
        while (statement.value < text.size() && (text.at(statement.value) == ' ' || text.at(statement.value) == '\t'))
            ++statement.value;
        qsizetype end = statement.value;
        if (!skipValue(text, end))
            return failure(at);
        statement.next = lineEnd(text, end);
        while (end > statement.value && QByteArray(" \t\r").contains(text.at(end - 1)))
            --end;
        statement.end = end;
        if (table.isEmpty())
            outline.rootEnd = statement.next;
        else
            outline.tableEnds.last() = statement.next;
        outline.statements.append(statement);
        at = statement.next;
    }
    return outline;
}

QByteArray tomlText(const QString &value)
{
    QString text = value;
    text.replace(QLatin1Char('\\'), QLatin1String("\\\\")).replace(QLatin1Char('"'), QLatin1String("\\\""));
    return '"' + text.toUtf8() + '"';
}

QByteArray newLineOf(const QByteArray &text)
{
    return text.contains("\r\n") ? "\r\n" : "\n";
}

QByteArray withLineAt(QByteArray text, qsizetype at, const QByteArray &line)
{
    const QByteArray newLine = newLineOf(text);
    const bool needsBreak = at > 0 && text.at(at - 1) != '\n';
    return text.insert(at, (needsBreak ? newLine : QByteArray()) + line + newLine);
}

// A table that is written as a value, or as dotted keys, cannot get a header besides.
bool isWrittenOtherwise(const Outline &outline, const QString &table)
{
    for (const Statement &statement : outline.statements) {
        const QString whole =
            statement.table.isEmpty() ? statement.key : statement.table + QLatin1Char('.') + statement.key;
        if (statement.table != table
            && (whole == table || table.startsWith(whole + QLatin1Char('.'))
                || whole.startsWith(table + QLatin1Char('.')))
            && !statement.table.startsWith(table + QLatin1Char('.')))
            return true;
    }
    return false;
}

const Statement *find(const Outline &outline, const QString &table, const QString &key)
{
    for (const Statement &statement : outline.statements) {
        if (statement.table == table && statement.key == key)
            return &statement;
    }
    return nullptr;
}

} // namespace

Result<QByteArray> withTomlText(const QByteArray &text, const QString &table, const QString &key, const QString &value)
{
    const auto outline = outlineOf(text);
    if (!outline)
        return unexpected(outline.error());
    QByteArray changed = text;
    if (const Statement *statement = find(*outline, table, key))
        return changed.replace(statement->value, statement->end - statement->value, tomlText(value));
    const QByteArray line = key.toUtf8() + " = " + tomlText(value);
    if (table.isEmpty()) {
        if (outline->rootEnd > 0)
            return withLineAt(changed, outline->rootEnd, line);
        if (outline->firstTable < 0)
            return withLineAt(changed, changed.size(), line);
        const qsizetype start = text.startsWith("\xEF\xBB\xBF") ? 3 : 0; // before the comment of the first table
        return changed.insert(start, line + newLineOf(text) + newLineOf(text));
    }
    if (const qsizetype index = outline->tables.indexOf(table); index >= 0)
        return withLineAt(changed, outline->tableEnds.at(index), line);
    if (isWrittenOtherwise(*outline, table))
        return unexpected(problem(
            QCoreApplication::translate("ClientFiles", "“%1” is written there in a way that Bilrost does not change.")
                .arg(table)));
    const QByteArray newLine = newLineOf(text);
    if (!changed.isEmpty() && !changed.endsWith('\n'))
        changed += newLine;
    if (!changed.isEmpty())
        changed += newLine;
    return changed + '[' + table.toUtf8() + ']' + newLine + line + newLine;
}

Result<std::optional<QString>> tomlTextAt(const QByteArray &text, const QString &table, const QString &key)
{
    const auto outline = outlineOf(text);
    if (!outline)
        return unexpected(outline.error());
    const Statement *statement = find(*outline, table, key);
    if (!statement)
        return std::optional<QString>();
    QString value = QString::fromUtf8(text.mid(statement->value, statement->end - statement->value));
    if (value.size() < 2 || (!value.startsWith(QLatin1Char('"')) && !value.startsWith(QLatin1Char('\''))))
        return std::optional<QString>();
    const bool isLiteral = value.startsWith(QLatin1Char('\''));
    value = value.mid(1, value.size() - 2);
    if (!isLiteral)
        value.replace(QLatin1String("\\\""), QLatin1String("\"")).replace(QLatin1String("\\\\"), QLatin1String("\\"));
    return std::optional(value);
}

// --- NAME=value

namespace {

struct Assignment {
    qsizetype value = 0;
    qsizetype end = 0;
};

// The last one counts.
std::optional<Assignment> findVariable(const QByteArray &text, const QString &name)
{
    std::optional<Assignment> found;
    const QRegularExpression pattern(
        QStringLiteral("^\\s*(?:export\\s+)?%1\\s*=").arg(QRegularExpression::escape(name)));
    for (qsizetype at = 0; at < text.size(); at = lineEnd(text, at)) {
        const QByteArray line = text.mid(at, lineEnd(text, at) - at);
        if (!pattern.match(QString::fromUtf8(line)).hasMatch())
            continue;
        const qsizetype value = at + line.indexOf('=') + 1;
        qsizetype end = at + line.size();
        while (end > value && QByteArray("\r\n").contains(text.at(end - 1)))
            --end;
        found = Assignment{value, end};
    }
    return found;
}

} // namespace

QByteArray withVariable(const QByteArray &text, const QString &name, const QString &value)
{
    QByteArray changed = text;
    const QByteArray quoted = '"' + value.toUtf8() + '"';
    if (const auto found = findVariable(text, name))
        return changed.replace(found->value, found->end - found->value, quoted);
    return withLineAt(changed, changed.size(), name.toUtf8() + '=' + quoted);
}

std::optional<QString> variableIn(const QByteArray &text, const QString &name)
{
    const auto found = findVariable(text, name);
    if (!found)
        return std::nullopt;
    QString value = QString::fromUtf8(text.mid(found->value, found->end - found->value)).trimmed();
    for (const QLatin1Char quote : {QLatin1Char('"'), QLatin1Char('\'')}) {
        if (value.size() >= 2 && value.startsWith(quote) && value.endsWith(quote))
            return value.mid(1, value.size() - 2);
    }
    return value;
}

} // namespace app::clients
