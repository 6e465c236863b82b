#include "ui/models/json_tree_model.h"

#include "ui/models/body_text.h"
#include "ui/models/json_pieces.h"

#include <vector>

namespace ui::models {

namespace {

constexpr qsizetype longestCell = 300;  // characters; the rest is one copy away
constexpr qsizetype longestTip = 2'000; // characters
constexpr qsizetype tipFrom = 60;       // characters; shorter values are seen as they are

constexpr int deepestSearch = 256; // levels; deeper is made to hurt, not to be read

bool isContainerText(std::string_view value)
{
    return isJsonObject(value) || isJsonArray(value);
}

} // namespace

struct JsonTreeModel::Node {
    Node *parent = nullptr;
    int row = 0;
    bool isBuilt = false;
    JsonPiece piece;
    std::vector<Node> children; // filled once, so that their addresses stay

    void build()
    {
        if (std::exchange(isBuilt, true) || !isContainerText(piece.text))
            return;
        const std::vector<JsonPiece> pieces = jsonPieces(piece.text);
        children.reserve(pieces.size());
        for (const JsonPiece &child : pieces)
            children.push_back({this, static_cast<int>(children.size()), false, child, {}});
    }

    QString name() const
    {
        return parent && isJsonArray(parent->piece.text) ? QString::number(row) : decodeJsonText(piece.name);
    }
};

JsonTreeModel::JsonTreeModel(QObject *parent) : QAbstractItemModel(parent), m_root(std::make_unique<Node>()) {}

JsonTreeModel::~JsonTreeModel() = default;

bool JsonTreeModel::setText(const QByteArray &text)
{
    const bool isTree = isJsonTree(text);
    beginResetModel();
    m_text = isTree ? text.trimmed() : QByteArray();
    m_root = std::make_unique<Node>();
    m_root->piece.text = {m_text.constData(), static_cast<std::size_t>(m_text.size())};
    endResetModel();
    return isTree;
}

void JsonTreeModel::clear()
{
    setText({});
}

JsonTreeModel::Node *JsonTreeModel::nodeAt(const QModelIndex &index) const
{
    return index.isValid() ? static_cast<Node *>(index.internalPointer()) : m_root.get();
}

QModelIndex JsonTreeModel::index(int row, int column, const QModelIndex &parent) const
{
    Node *node = nodeAt(parent);
    node->build();
    if (row < 0 || column < 0 || column >= ColumnCount || static_cast<std::size_t>(row) >= node->children.size())
        return {};
    return createIndex(row, column, &node->children[static_cast<std::size_t>(row)]);
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
    Node *node = nodeAt(parent);
    node->build();
    return static_cast<int>(node->children.size());
}

int JsonTreeModel::columnCount(const QModelIndex &) const
{
    return ColumnCount;
}

bool JsonTreeModel::hasChildren(const QModelIndex &parent) const
{
    if (parent.column() > 0)
        return false;
    const std::string_view text = nodeAt(parent)->piece.text;
    return isContainerText(text) && !isEmptyContainer(text); // without building what is closed
}

bool JsonTreeModel::isContainer(const QModelIndex &index) const
{
    return isContainerText(nodeAt(index)->piece.text);
}

QString JsonTreeModel::textAt(const QModelIndex &index) const
{
    const std::string_view text = nodeAt(index)->piece.text;
    if (!isContainerText(text))
        return jsonScalarText(text);
    return indentJson(QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size())));
}

QString JsonTreeModel::pathAt(const QModelIndex &index) const
{
    QString path;
    for (const Node *node = nodeAt(index); node->parent; node = node->parent) {
        if (isJsonArray(node->parent->piece.text))
            path.prepend(QStringLiteral("[%1]").arg(node->row));
        else
            path.prepend(node->parent->parent ? QLatin1Char('.') + node->name() : node->name());
    }
    return path;
}

QVariant JsonTreeModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    Node &node = *nodeAt(index);
    const std::string_view value = node.piece.text;
    const bool isText = role == Qt::DisplayRole || role == Qt::AccessibleTextRole;
    if (isText && index.column() == Name)
        return isJsonArray(node.parent->piece.text) ? QStringLiteral("[%1]").arg(node.row) : node.name();
    if (isText && isContainerText(value)) {
        node.build();
        const auto count = static_cast<int>(node.children.size());
        return isJsonObject(value) ? tr("{ %n }", "members of an object", count)
                                   : tr("[ %n ]", "elements of an array", count);
    }
    if (isText) {
        const QString text = jsonScalarText(value, longestCell + 1);
        const QString start = text.left(longestCell).simplified();
        return text.size() > longestCell ? start + QStringLiteral(" …") : start;
    }
    if (role == Qt::ToolTipRole && isJsonString(value)) {
        const QString text = jsonScalarText(value, longestTip).left(longestTip);
        return text.size() > tipFrom ? QVariant(text) : QVariant();
    }
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
        findBelow(*m_root, text, limit, deepestSearch, found);
    return found;
}

void JsonTreeModel::findBelow(Node &node, const QString &text, int limit, int levels, QModelIndexList &found)
{
    node.build();
    const bool namesCount = isJsonObject(node.piece.text);
    for (Node &child : node.children) {
        if (found.size() >= limit)
            return;
        const bool inName = namesCount && child.name().contains(text, Qt::CaseInsensitive);
        if (inName || jsonScalarText(child.piece.text).contains(text, Qt::CaseInsensitive))
            found << createIndex(child.row, 0, &child);
        if (levels > 0 && isContainerText(child.piece.text))
            findBelow(child, text, limit, levels - 1, found);
    }
}

} // namespace ui::models
