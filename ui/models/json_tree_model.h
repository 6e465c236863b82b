// Shows a JSON text as a tree in the order and the spelling of its bytes; branches are built when they are opened.
#pragma once

#include <QAbstractItemModel>

#include <memory>

namespace ui::models {

class JsonTreeModel : public QAbstractItemModel {
    Q_OBJECT
public:
    enum Column { Name, Value, ColumnCount };

    explicit JsonTreeModel(QObject *parent = nullptr);
    ~JsonTreeModel() override;

    // Shows nothing if it is no JSON object or array, and tells so.
    bool setText(const QByteArray &text);
    void clear();

    QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    QModelIndex parent(const QModelIndex &index) const override;
    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    bool hasChildren(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

    QString textAt(const QModelIndex &index) const; // strings as they are, the rest as JSON with line breaks
    QString pathAt(const QModelIndex &index) const; // "messages[3].content[0].text"
    bool isContainer(const QModelIndex &index) const;

    // Names and values that contain `text`, without case, in document order; at most `limit`.
    QModelIndexList find(const QString &text, int limit);

private:
    struct Node;

    Node *nodeAt(const QModelIndex &index) const;
    void findBelow(Node &node, const QString &text, int limit, int levels, QModelIndexList &found);

    QByteArray m_text; // what the nodes look into
    std::unique_ptr<Node> m_root;
};

} // namespace ui::models
