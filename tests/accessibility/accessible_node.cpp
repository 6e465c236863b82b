#include "tests/accessibility/accessible_node.h"

#include <QDBusMessage>
#include <QDBusMetaType>
#include <QDBusVariant>

namespace accessibility {

namespace {

constexpr auto accessible = "org.a11y.atspi.Accessible";
constexpr auto actions = "org.a11y.atspi.Action";
constexpr auto editable = "org.a11y.atspi.EditableText";
constexpr auto table = "org.a11y.atspi.Table";
constexpr int patience = 5000; // milliseconds for one answer
constexpr int mostNodes = 4000;

template <typename Value>
Value demarshalled(const QVariantList &answer)
{
    Value value{};
    if (!answer.isEmpty())
        answer.first().value<QDBusArgument>() >> value;
    return value;
}

} // namespace

QDBusArgument &operator<<(QDBusArgument &argument, const Reference &reference)
{
    argument.beginStructure();
    argument << reference.service << reference.path;
    argument.endStructure();
    return argument;
}

const QDBusArgument &operator>>(const QDBusArgument &argument, Reference &reference)
{
    argument.beginStructure();
    argument >> reference.service >> reference.path;
    argument.endStructure();
    return argument;
}

std::optional<Node> Node::desktop()
{
    qDBusRegisterMetaType<Reference>();
    qDBusRegisterMetaType<QList<Reference>>();
    const QDBusMessage question =
        QDBusMessage::createMethodCall(QStringLiteral("org.a11y.Bus"), QStringLiteral("/org/a11y/bus"),
                                       QStringLiteral("org.a11y.Bus"), QStringLiteral("GetAddress"));
    const QDBusMessage answer = QDBusConnection::sessionBus().call(question, QDBus::Block, patience);
    if (answer.type() != QDBusMessage::ReplyMessage)
        return std::nullopt;
    const QDBusConnection bus =
        QDBusConnection::connectToBus(answer.arguments().value(0).toString(), QStringLiteral("accessibility"));
    if (!bus.isConnected())
        return std::nullopt;
    return Node(bus, {QStringLiteral("org.a11y.atspi.Registry"),
                      QDBusObjectPath(QStringLiteral("/org/a11y/atspi/accessible/root"))});
}

QVariantList Node::call(const char *interface, const char *method, const QVariantList &arguments) const
{
    QDBusMessage question = QDBusMessage::createMethodCall(m_reference.service, m_reference.path.path(),
                                                           QLatin1String(interface), QLatin1String(method));
    question.setArguments(arguments);
    const QDBusMessage answer = m_bus.call(question, QDBus::Block, patience);
    return answer.type() == QDBusMessage::ReplyMessage ? answer.arguments() : QVariantList();
}

QVariant Node::property(const char *interface, const char *name) const
{
    const QVariantList answer =
        call("org.freedesktop.DBus.Properties", "Get", {QLatin1String(interface), QLatin1String(name)});
    return answer.isEmpty() ? QVariant() : answer.first().value<QDBusVariant>().variant();
}

QString Node::name() const
{
    return property(accessible, "Name").toString();
}

QString Node::role() const
{
    return call(accessible, "GetRoleName").value(0).toString();
}

QList<Node> Node::children() const
{
    QList<Node> nodes;
    for (const Reference &each : demarshalled<QList<Reference>>(call(accessible, "GetChildren")))
        nodes.append(Node(m_bus, each));
    return nodes;
}

int Node::childCount() const
{
    return property(accessible, "ChildCount").toInt();
}

std::optional<Node> Node::nodeOf(const QVariantList &answer) const
{
    const auto reference = demarshalled<Reference>(answer);
    if (reference.path.path().isEmpty() || reference.path.path().endsWith(QLatin1String("/null")))
        return std::nullopt;
    return Node(m_bus, reference);
}

std::optional<Node> Node::child(int index) const
{
    return nodeOf(call(accessible, "GetChildAtIndex", {index}));
}

bool Node::hasState(int bit) const
{
    const auto words = demarshalled<QList<uint>>(call(accessible, "GetState"));
    return words.size() == 2 && (words[bit / 32] >> (bit % 32) & 1U) != 0;
}

bool Node::act(const QString &action) const
{
    const int count = property(actions, "NActions").toInt();
    for (int index = 0; index < count; ++index) {
        if (call(actions, "GetName", {index}).value(0).toString() == action)
            return call(actions, "DoAction", {index}).value(0).toBool();
    }
    return false;
}

bool Node::write(const QString &text) const
{
    return call(editable, "SetTextContents", {text}).value(0).toBool();
}

int Node::rows() const
{
    return property(table, "NRows").toInt();
}

std::optional<Node> Node::cell(int row, int column) const
{
    return nodeOf(call(table, "GetAccessibleAt", {row, column}));
}

bool Node::selectRow(int row) const
{
    return call(table, "AddRowSelection", {row}).value(0).toBool();
}

QList<Node> Node::inside() const
{
    QList<Node> nodes;
    const auto add = [&nodes](const Node &parent) {
        for (const Node &each : parent.children()) {
            const bool isTop = each.role() == QLatin1String("application");
            if (isTop || each.isShowing())
                nodes.append(each);
        }
    };
    add(*this);
    for (qsizetype place = 0; place < nodes.size() && place < mostNodes; ++place) {
        const Node node = nodes[place];
        const QString role = node.role();
        if (role != QLatin1String("table") && role != QLatin1String("chart"))
            add(node);
    }
    return nodes;
}

QString Node::outline() const
{
    QStringList lines;
    for (const Node &node : inside())
        lines << node.role() + QStringLiteral(": ") + node.name();
    return lines.join(QLatin1Char('\n'));
}

std::optional<Node> Node::find(const QString &role, const std::function<bool(const QString &)> &isIt) const
{
    for (const Node &node : inside()) {
        if (node.role() == role && isIt(node.name()))
            return node;
    }
    return std::nullopt;
}

} // namespace accessibility
