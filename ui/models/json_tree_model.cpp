#include "ui/models/json_tree_model.h"

#include <QJsonArray>
#include <QJsonObject>

namespace ui::models {

namespace {

constexpr qsizetype longestCell = 300; // characters; the rest is one copy away

qsizetype childCount(const QJsonValue &value)
{
    if (value.isObject())
        return value.toObject().size();
    return value.isArray() ? value.toArray().size() : 0;
}

QString scalarText(const QJsonValue &value)
{
    switch (value.type()) {
    case QJsonValue::String: return value.toString();
    case QJsonValue::Bool: return value.toBool() ? QStringLiteral("true") : QStringLiteral("false");
    case QJsonValue::Null: return QStringLiteral("null");
    case QJsonValue::Double: return value.toVariant().toString();
    case QJsonValue::Array:
    case QJsonValue::Object:
    case QJsonValue::Undefined: return {};
    }
    return {};
}

} // namespace

struct JsonTreeModel::Node {
    Node *parent = nullptr;
    int row = 0;
    QString name;
    QJsonValue value;
    bool isBuilt = false;
    std::vector<std::unique_ptr<Node>> children;
};

JsonTreeModel::JsonTreeModel(QObject *parent) : QAbstractItemModel(parent), m_root(std::make_unique<Node>()) {}

JsonTreeModel::~JsonTreeModel() = default;

void JsonTreeModel::setDocument(const QJsonDocument &document)
{
    beginResetModel();
    m_root = std::make_unique<Node>();
    m_root->value = document.isArray() ? QJsonValue(document.array()) : QJsonValue(document.object());
    endResetModel();
}

JsonTreeModel::Node *JsonTreeModel::nodeAt(const QModelIndex &index) const
{
    return index.isValid() ? static_cast<Node *>(index.internalPointer()) : m_root.get();
}

void JsonTreeModel::build(Node &node) const
{
    if (node.isBuilt)
        return;
    node.isBuilt = true;
    const auto add = [&node](const QString &name, const QJsonValue &value) {
        auto child = std::make_unique<Node>();
        child->parent = &node;
        child->row = static_cast<int>(node.children.size());
        child->name = name;
        child->value = value;
        node.children.push_back(std::move(child));
    };
    if (node.value.isObject()) {
        const QJsonObject object = node.value.toObject();
        for (auto member = object.begin(); member != object.end(); ++member)
            add(member.key(), member.value());
    } else if (node.value.isArray()) {
        const QJsonArray array = node.value.toArray();
        for (qsizetype at = 0; at < array.size(); ++at)
            add(QString::number(at), array[at]);
    }
}

QModelIndex JsonTreeModel::index(int row, int column, const QModelIndex &parent) const
{
    Node *node = nodeAt(parent);
    build(*node);
    if (row < 0 || column < 0 || column >= ColumnCount || static_cast<std::size_t>(row) >= node->children.size())
        return {};
    return createIndex(row, column, node->children[static_cast<std::size_t>(row)].get());
}

QModelIndex JsonTreeModel::parent(const QModelIndex &index) const
{
    if (!index.isValid())
        return {};
    Node *above = nodeAt(index)->parent;
    return above == m_root.get() ? QModelIndex() : createIndex(above->row, 0, above);
}

int JsonTreeModel::rowCount(const QModelIndex &parent) const
{
    if (parent.column() > 0)
        return 0;
    return static_cast<int>(childCount(nodeAt(parent)->value)); // without building what is closed
}

int JsonTreeModel::columnCount(const QModelIndex &) const
{
    return ColumnCount;
}

bool JsonTreeModel::hasChildren(const QModelIndex &parent) const
{
    return rowCount(parent) > 0;
}

QJsonValue JsonTreeModel::valueAt(const QModelIndex &index) const
{
    return nodeAt(index)->value;
}

bool JsonTreeModel::isContainer(const QModelIndex &index) const
{
    const QJsonValue &value = nodeAt(index)->value;
    return value.isArray() || value.isObject();
}

QString JsonTreeModel::textAt(const QModelIndex &index) const
{
    const QJsonValue value = valueAt(index);
    if (value.isObject())
        return QString::fromUtf8(QJsonDocument(value.toObject()).toJson());
    if (value.isArray())
        return QString::fromUtf8(QJsonDocument(value.toArray()).toJson());
    return scalarText(value);
}

QString JsonTreeModel::pathAt(const QModelIndex &index) const
{
    QString path;
    for (const Node *node = nodeAt(index); node->parent; node = node->parent) {
        if (node->parent->value.isArray())
            path.prepend(QStringLiteral("[%1]").arg(node->name));
        else
            path.prepend(node->parent->parent ? QLatin1Char('.') + node->name : node->name);
    }
    return path;
}

QVariant JsonTreeModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const Node &node = *nodeAt(index);
    const bool isText = role == Qt::DisplayRole || role == Qt::AccessibleTextRole;
    if (isText && index.column() == Name)
        return node.parent->value.isArray() ? QStringLiteral("[%1]").arg(node.name) : node.name;
    if (isText && node.value.isObject())
        return tr("{ %n }", "members of an object", static_cast<int>(childCount(node.value)));
    if (isText && node.value.isArray())
        return tr("[ %n ]", "elements of an array", static_cast<int>(childCount(node.value)));
    if (isText) {
        const QString text = scalarText(node.value);
        const QString start = text.left(longestCell).simplified();
        return text.size() > longestCell ? start + QStringLiteral(" …") : start;
    }
    if (role == Qt::ToolTipRole && node.value.isString() && node.value.toString().size() > 60)
        return node.value.toString().left(2'000);
    return {};
}

QVariant JsonTreeModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    return section == Name ? tr("Name") : tr("Value");
}

QModelIndexList JsonTreeModel::find(const QString &text, int limit)
{
    QModelIndexList found;
    if (!text.isEmpty())
        findBelow(*m_root, text, limit, found);
    return found;
}

void JsonTreeModel::findBelow(Node &node, const QString &text, int limit, QModelIndexList &found)
{
    build(node);
    const bool namesCount = node.value.isObject();
    for (const auto &child : node.children) {
        if (found.size() >= limit)
            return;
        const bool inName = namesCount && child->name.contains(text, Qt::CaseInsensitive);
        if (inName || scalarText(child->value).contains(text, Qt::CaseInsensitive))
            found << createIndex(child->row, 0, child.get());
        if (childCount(child->value) > 0)
            findBelow(*child, text, limit, found);
    }
}

} // namespace ui::models
