#include "app/clients/json_edit.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>

#include <cctype>
#include <cstring>
#include <vector>

namespace app::clients {

namespace {

using gateway::Error;
using gateway::ErrorCode;
using gateway::Result;
using gateway::unexpected;

constexpr int deepest = 200;

Error problem(const QString &sentence)
{
    return Error::client(ErrorCode::InvalidRequest, sentence.toStdString());
}

struct Member;

struct Node {
    bool isObject = false;
    bool isText = false;
    qsizetype begin = 0;
    qsizetype end = 0; // one past its last byte
    std::vector<Member> members;
    bool hasCommaAfterLast = false;
    qsizetype lastComma = 0; // where that is
};

struct Member {
    QString key;
    qsizetype begin = 0; // of the key
    Node value;
};

// Reads only as much as is needed to know where things are.
class Reader {
public:
    explicit Reader(const QByteArray &text) : m_text(text) {}

    Result<Node> readAll()
    {
        if (m_text.startsWith("\xEF\xBB\xBF"))
            m_at = 3;
        if (!skipSpace())
            return unexpected(failure());
        auto node = readValue(0);
        if (!node || !skipSpace())
            return unexpected(node ? failure() : node.error());
        return m_at == m_text.size() ? node : Result<Node>(unexpected(failure()));
    }

private:
    Error failure() const
    {
        const auto line = m_text.left(m_at).count('\n') + 1;
        return problem(QCoreApplication::translate("ClientFiles", "The file is not valid JSON at line %1.").arg(line));
    }
    char here() const { return m_at < m_text.size() ? m_text.at(m_at) : '\0'; }

    bool skipSpace() // and comments; false when a comment does not end
    {
        for (;;) {
            while (m_at < m_text.size() && (here() == ' ' || here() == '\t' || here() == '\n' || here() == '\r'))
                ++m_at;
            if (m_text.mid(m_at, 2) == "//") {
                while (m_at < m_text.size() && here() != '\n')
                    ++m_at;
            } else if (m_text.mid(m_at, 2) == "/*") {
                const qsizetype end = m_text.indexOf("*/", m_at + 2);
                if (end < 0)
                    return false;
                m_at = end + 2;
            } else {
                return true;
            }
        }
    }

    bool skipText()
    {
        for (++m_at; m_at < m_text.size() && here() != '"'; ++m_at) {
            if (here() == '\n')
                return false;
            if (here() == '\\')
                ++m_at;
        }
        if (m_at >= m_text.size())
            return false;
        ++m_at;
        return true;
    }

    Result<Node> readValue(int depth)
    {
        if (depth > deepest)
            return unexpected(failure());
        Node node;
        node.begin = m_at;
        if (here() == '{' || here() == '[') {
            node.isObject = here() == '{';
            return readMembers(std::move(node), depth);
        }
        if (here() == '"') {
            node.isText = true;
            if (!skipText())
                return unexpected(failure());
        } else {
            while (m_at < m_text.size()
                   && (std::isalnum(static_cast<unsigned char>(here())) || std::strchr("+-.", here())))
                ++m_at;
        }
        node.end = m_at;
        return node.end > node.begin ? Result<Node>(node) : Result<Node>(unexpected(failure()));
    }

    Result<Node> readMembers(Node node, int depth)
    {
        const char closing = node.isObject ? '}' : ']';
        ++m_at;
        for (bool isFirst = true;; isFirst = false) {
            if (!skipSpace())
                return unexpected(failure());
            if (here() == closing)
                break;
            if (!isFirst && !node.hasCommaAfterLast)
                return unexpected(failure());
            auto member = readMember(node.isObject, depth);
            if (!member || !skipSpace())
                return unexpected(member ? failure() : member.error());
            node.members.push_back(std::move(*member));
            node.hasCommaAfterLast = here() == ',';
            node.lastComma = m_at;
            if (node.hasCommaAfterLast)
                ++m_at;
        }
        node.end = ++m_at;
        return node;
    }

    Result<Member> readMember(bool hasKey, int depth)
    {
        Member member;
        member.begin = m_at;
        if (hasKey) {
            if (here() != '"' || !skipText())
                return unexpected(failure());
            member.key = decoded(m_text.mid(member.begin, m_at - member.begin));
            if (!skipSpace() || here() != ':')
                return unexpected(failure());
            ++m_at;
            if (!skipSpace())
                return unexpected(failure());
        }
        auto value = readValue(depth + 1);
        if (!value)
            return unexpected(value.error());
        member.value = std::move(*value);
        return member;
    }

public:
    static QString decoded(const QByteArray &literal)
    {
        return QJsonDocument::fromJson('[' + literal + ']').array().at(0).toString();
    }

private:
    const QByteArray &m_text;
    qsizetype m_at = 0;
};

QByteArray encoded(const QString &value)
{
    const QByteArray list = QJsonDocument(QJsonArray{value}).toJson(QJsonDocument::Compact);
    return list.mid(1, list.size() - 2);
}

// Of two members with one name the last counts, as in every reader of JSON.
const Member *findMember(const Node &object, const QString &key)
{
    const Member *found = nullptr;
    for (const Member &member : object.members) {
        if (member.key == key)
            found = &member;
    }
    return found;
}

QByteArray indentOfLine(const QByteArray &text, qsizetype at)
{
    const qsizetype begin = text.lastIndexOf('\n', at == 0 ? 0 : at - 1) + 1;
    qsizetype end = begin;
    while (end < at && (text.at(end) == ' ' || text.at(end) == '\t'))
        ++end;
    return text.mid(begin, end - begin);
}

bool beginsItsLine(const QByteArray &text, qsizetype at)
{
    const qsizetype begin = text.lastIndexOf('\n', at == 0 ? 0 : at - 1) + 1;
    return begin > 0 && text.mid(begin, at - begin).trimmed().isEmpty();
}

struct Style {
    QByteArray newLine = "\n";
    QByteArray step = "  ";
};

Style styleOf(const QByteArray &text, const Node &root)
{
    Style style;
    if (text.contains("\r\n"))
        style.newLine = "\r\n";
    if (!root.members.empty() && beginsItsLine(text, root.members.front().begin)) {
        const QByteArray first = indentOfLine(text, root.members.front().begin);
        const QByteArray own = indentOfLine(text, root.begin);
        if (first.size() > own.size())
            style.step = first.mid(own.size());
    }
    return style;
}

// "a": {"b": "value"}, over several lines.
QByteArray nested(const QStringList &path, const QString &value, const Style &style, const QByteArray &indent)
{
    QByteArray made = encoded(path.first()) + ": ";
    if (path.size() == 1)
        return made + encoded(value);
    return made + '{' + style.newLine + indent + style.step + nested(path.mid(1), value, style, indent + style.step)
           + style.newLine + indent + '}';
}

// Behind the comment that stands on the line of the last member.
qsizetype endOfLine(const QByteArray &text, qsizetype at)
{
    qsizetype end = at;
    while (end < text.size() && (text.at(end) == ' ' || text.at(end) == '\t'))
        ++end;
    if (text.mid(end, 2) != "//")
        return at;
    while (end < text.size() && text.at(end) != '\n' && text.at(end) != '\r')
        ++end;
    return end;
}

QByteArray withMember(QByteArray text, const Node &object, const QStringList &path, const QString &value,
                      const Style &style)
{
    if (object.members.empty()) {
        const QByteArray outer = indentOfLine(text, object.begin);
        const QByteArray inner = text.mid(object.begin + 1, object.end - object.begin - 2);
        const QByteArray member = style.newLine + outer + style.step + nested(path, value, style, outer + style.step);
        if (inner.trimmed().isEmpty())
            return text.replace(object.begin + 1, inner.size(), member + style.newLine + outer);
        return text.insert(object.begin + 1, member);
    }
    const Member &last = object.members.back();
    const bool hasOwnLines = beginsItsLine(text, last.begin);
    const QByteArray indent = indentOfLine(text, last.begin);
    const QByteArray made = nested(path, value, style, indent);
    qsizetype at = object.hasCommaAfterLast ? object.lastComma + 1 : last.value.end;
    if (!object.hasCommaAfterLast)
        text.insert(at++, ',');
    if (!hasOwnLines)
        return text.insert(at, ' ' + made);
    at = endOfLine(text, at);
    return text.insert(at, style.newLine + indent + made + (object.hasCommaAfterLast ? "," : ""));
}

} // namespace

Result<QByteArray> withJsonText(const QByteArray &text, const QStringList &path, const QString &value)
{
    if (text.trimmed().isEmpty())
        return '{' + QByteArray("\n  ") + nested(path, value, Style(), "  ") + "\n}\n";
    const auto root = Reader(text).readAll();
    if (!root)
        return unexpected(root.error());
    const Style style = styleOf(text, *root);
    const Node *object = &*root;
    for (qsizetype depth = 0; depth < path.size(); ++depth) {
        if (!object->isObject)
            return unexpected(problem(QCoreApplication::translate("ClientFiles", "“%1” is not an object in the file.")
                                          .arg(depth == 0 ? QStringLiteral("/") : path.at(depth - 1))));
        const Member *member = findMember(*object, path.at(depth));
        if (!member)
            return withMember(text, *object, path.mid(depth), value, style);
        object = &member->value;
    }
    QByteArray changed = text;
    return changed.replace(object->begin, object->end - object->begin, encoded(value));
}

Result<std::optional<QString>> jsonTextAt(const QByteArray &text, const QStringList &path)
{
    if (text.trimmed().isEmpty())
        return std::optional<QString>();
    const auto root = Reader(text).readAll();
    if (!root)
        return unexpected(root.error());
    const Node *node = &*root;
    for (const QString &key : path) {
        const Member *member = findMember(*node, key);
        if (!member)
            return std::optional<QString>();
        node = &member->value;
    }
    if (!node->isText)
        return std::optional<QString>();
    return std::optional(Reader::decoded(text.mid(node->begin, node->end - node->begin)));
}

} // namespace app::clients
