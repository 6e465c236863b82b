// Shows a JSON document as a tree whose branches are built when they are opened.
#pragma once

#include <QAbstractItemModel>
#include <QJsonDocument>
#include <QJsonValue>

#include <memory>
#include <vector>

namespace ui::models {

class JsonTreeModel : public QAbstractItemModel {
    Q_OBJECT
public:
    enum Column { Name, Value, ColumnCount };

    explicit JsonTreeModel(QObject *parent = nullptr);
    ~JsonTreeModel() override;

    void setDocument(const QJsonDocument &document);

    QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    QModelIndex parent(const QModelIndex &index) const override;
    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    bool hasChildren(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

    QJsonValue valueAt(const QModelIndex &index) const;
    QString textAt(const QModelIndex &index) const; // strings as they are, the rest as JSON
    QString pathAt(const QModelIndex &index) const; // "messages[3].content[0].text"
    bool isContainer(const QModelIndex &index) const;

    // Names and values that contain `text`, without case, in document order; at most `limit`.
    QModelIndexList find(const QString &text, int limit);

private:
    struct Node;

    Node *nodeAt(const QModelIndex &index) const;
    void build(Node &node) const;
    void findBelow(Node &node, const QString &text, int limit, QModelIndexList &found);

    std::unique_ptr<Node> m_root;
};

} // namespace ui::models
