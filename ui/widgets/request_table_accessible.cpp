#include "ui/widgets/request_table_accessible.h"

#include "ui/widgets/request_table_view.h"

#include <QAccessibleWidget>
#include <QHash>
#include <QHeaderView>
#include <QItemSelectionModel>
#include <QPersistentModelIndex>
#include <QPointer>

#include <optional>
#include <utility>

namespace ui::widgets {

namespace {

// The children of a table are numbered as Qt's views number them in their events: row by row, each with the cell of the
// vertical header before its own, and the horizontal header as the first row.
int rowLength(const QTableView &view)
{
    return view.model() != nullptr ? view.model()->columnCount() + 1 : 1;
}

class TablePart : public QAccessibleInterface {
public:
    explicit TablePart(RequestTableView *view) : m_view(view) {}

    virtual int place() const = 0; // among the children of the table

    QObject *object() const override { return nullptr; }
    QAccessibleInterface *parent() const override { return QAccessible::queryAccessibleInterface(m_view.data()); }
    QWindow *window() const override { return parent() != nullptr ? parent()->window() : nullptr; }
    QAccessibleInterface *child(int) const override { return nullptr; }
    QAccessibleInterface *childAt(int, int) const override { return nullptr; }
    int childCount() const override { return 0; }
    int indexOfChild(const QAccessibleInterface *) const override { return -1; }
    void setText(QAccessible::Text, const QString &) override {}

protected:
    QPointer<RequestTableView> m_view;
};

class HeaderCell final : public TablePart {
public:
    HeaderCell(RequestTableView *view, int place) : TablePart(view), m_place(place) {}

    int place() const override { return m_place; }
    bool isValid() const override { return m_view && m_view->model() && m_place < rowLength(*m_view); }
    QAccessible::Role role() const override { return QAccessible::ColumnHeader; }

    QString text(QAccessible::Text kind) const override
    {
        if (kind != QAccessible::Name || !isValid() || m_place == 0)
            return {};
        const QAbstractItemModel &model = *m_view->model();
        const QString name = model.headerData(m_place - 1, Qt::Horizontal, Qt::AccessibleTextRole).toString();
        return name.isEmpty() ? model.headerData(m_place - 1, Qt::Horizontal).toString() : name;
    }

    QAccessible::State state() const override
    {
        QAccessible::State state;
        state.invalid = !isValid();
        state.invisible = state.invalid || rect().isEmpty();
        return state;
    }

    QRect rect() const override
    {
        if (!isValid() || m_place == 0 || m_view->isColumnHidden(m_place - 1))
            return {};
        const QHeaderView &header = *m_view->horizontalHeader();
        const QPoint corner(header.sectionViewportPosition(m_place - 1), 0);
        return {header.viewport()->mapToGlobal(corner), QSize(header.sectionSize(m_place - 1), header.height())};
    }

private:
    int m_place;
};

class Cell final : public TablePart, public QAccessibleTableCellInterface, public QAccessibleActionInterface {
public:
    Cell(RequestTableView *view, const QModelIndex &index) : TablePart(view), m_index(index) {}

    int place() const override
    {
        return isValid() ? (m_index.row() + 1) * rowLength(*m_view) + m_index.column() + 1 : -1;
    }
    bool isValid() const override { return m_view && m_index.isValid(); }
    QAccessible::Role role() const override { return QAccessible::Cell; }

    QString text(QAccessible::Text kind) const override
    {
        if (!isValid())
            return {};
        if (kind == QAccessible::Description)
            return m_index.data(Qt::AccessibleDescriptionRole).toString();
        if (kind != QAccessible::Name)
            return {};
        const QString name = m_index.data(Qt::AccessibleTextRole).toString();
        return name.isEmpty() ? m_index.data(Qt::DisplayRole).toString() : name;
    }

    QAccessible::State state() const override
    {
        QAccessible::State state;
        state.invalid = !isValid();
        if (state.invalid)
            return state;
        const QRect seen(m_view->viewport()->mapToGlobal(QPoint(0, 0)), m_view->viewport()->size());
        state.invisible = !m_view->isVisible() || !seen.intersects(rect());
        state.selectable = state.focusable = state.extSelectable = true;
        state.selected = isSelected();
        state.focused = m_view->hasFocus() && m_view->currentIndex() == m_index;
        if (const std::optional<bool> isOpen = m_view->opening(m_index.row())) {
            state.expandable = true;
            state.expanded = *isOpen;
            state.collapsed = !*isOpen;
        }
        return state;
    }

    QRect rect() const override
    {
        if (!isValid())
            return {};
        const QRect place = m_view->visualRect(m_index);
        return place.isEmpty() ? QRect() : QRect(m_view->viewport()->mapToGlobal(place.topLeft()), place.size());
    }

    void *interface_cast(QAccessible::InterfaceType type) override
    {
        if (type == QAccessible::TableCellInterface)
            return static_cast<QAccessibleTableCellInterface *>(this);
        return type == QAccessible::ActionInterface ? static_cast<QAccessibleActionInterface *>(this) : nullptr;
    }

    bool isSelected() const override { return isValid() && m_view->selectionModel()->isSelected(m_index); }
    QList<QAccessibleInterface *> columnHeaderCells() const override { return {parent()->child(m_index.column() + 1)}; }
    QList<QAccessibleInterface *> rowHeaderCells() const override { return {}; }
    int columnIndex() const override { return m_index.column(); }
    int rowIndex() const override { return m_index.row(); }
    int columnExtent() const override { return 1; }
    int rowExtent() const override { return 1; }
    QAccessibleInterface *table() const override { return parent(); }

    // What can be opened is opened or closed by Toggle.
    QStringList actionNames() const override
    {
        QStringList names{setFocusAction()};
        if (isValid() && m_view->opening(m_index.row()))
            names.prepend(toggleAction());
        return names;
    }
    QStringList keyBindingsForAction(const QString &) const override { return {}; }
    void doAction(const QString &name) override
    {
        if (!isValid())
            return;
        if (name == setFocusAction()) {
            m_view->setFocus(Qt::OtherFocusReason);
            m_view->setCurrentIndex(m_index);
        } else if (name == toggleAction() && m_view->opening(m_index.row())) {
            emit m_view->openingWanted(m_index.row());
        }
    }

private:
    QPersistentModelIndex m_index;
};

class RequestTableAccessible final : public QAccessibleWidget, public QAccessibleTableInterface {
public:
    explicit RequestTableAccessible(RequestTableView *view) : QAccessibleWidget(view, QAccessible::Table), m_view(view)
    {
    }
    ~RequestTableAccessible() override { forgetAll(); }

    void *interface_cast(QAccessible::InterfaceType type) override
    {
        return type == QAccessible::TableInterface ? static_cast<QAccessibleTableInterface *>(this)
                                                   : QAccessibleWidget::interface_cast(type);
    }

    int childCount() const override { return (rowCount() + 1) * rowLength(*m_view); }

    QAccessibleInterface *child(int place) const override
    {
        if (place < 0 || place >= childCount())
            return nullptr;
        const int row = place / rowLength(*m_view) - 1;
        const int column = place % rowLength(*m_view) - 1;
        if (row < 0)
            return known(m_heads, place, [&] { return new HeaderCell(m_view, place); });
        if (column < 0)
            return nullptr; // rows have no header
        const QModelIndex index = m_view->model()->index(row, column);
        return known(m_cells, QPersistentModelIndex(index), [&] { return new Cell(m_view, index); });
    }

    int indexOfChild(const QAccessibleInterface *sought) const override
    {
        const auto *part = dynamic_cast<const TablePart *>(sought);
        return part != nullptr && part->parent() == this ? part->place() : -1;
    }

    QAccessibleInterface *childAt(int x, int y) const override
    {
        const QModelIndex index = m_view->indexAt(m_view->viewport()->mapFromGlobal(QPoint(x, y)));
        if (index.isValid())
            return cellAt(index.row(), index.column());
        const QHeaderView &header = *m_view->horizontalHeader();
        const QPoint inHeader = header.viewport()->mapFromGlobal(QPoint(x, y));
        return header.rect().contains(inHeader) ? child(header.logicalIndexAt(inHeader) + 1) : nullptr;
    }

    QAccessibleInterface *focusChild() const override
    {
        const QModelIndex current = m_view->currentIndex();
        return current.isValid() ? cellAt(current.row(), current.column()) : nullptr;
    }

    QAccessibleInterface *caption() const override { return nullptr; }
    QAccessibleInterface *summary() const override { return nullptr; }
    QAccessibleInterface *cellAt(int row, int column) const override
    {
        if (row < 0 || row >= rowCount() || column < 0 || column >= columnCount())
            return nullptr;
        return child((row + 1) * rowLength(*m_view) + column + 1);
    }
    int selectedCellCount() const override { return selectedRowCount() * columnCount(); }
    QList<QAccessibleInterface *> selectedCells() const override
    {
        QList<QAccessibleInterface *> cells;
        for (const QModelIndex &index : selection()->selectedRows()) {
            for (int column = 0; column < columnCount(); ++column)
                cells.append(cellAt(index.row(), column));
        }
        return cells;
    }
    QString columnDescription(int column) const override
    {
        return m_view->model()->headerData(column, Qt::Horizontal).toString();
    }
    QString rowDescription(int) const override { return {}; }
    int selectedColumnCount() const override { return 0; } // whole rows are selected
    int selectedRowCount() const override { return static_cast<int>(selection()->selectedRows().size()); }
    int columnCount() const override { return m_view->model()->columnCount(); }
    int rowCount() const override { return m_view->model() != nullptr ? m_view->model()->rowCount() : 0; }
    QList<int> selectedColumns() const override { return {}; }
    QList<int> selectedRows() const override
    {
        QList<int> rows;
        for (const QModelIndex &index : selection()->selectedRows())
            rows.append(index.row());
        return rows;
    }
    bool isColumnSelected(int) const override { return false; }
    bool isRowSelected(int row) const override { return selection()->isRowSelected(row); }
    bool selectRow(int row) override { return choose(row, QItemSelectionModel::Select); }
    bool unselectRow(int row) override { return choose(row, QItemSelectionModel::Deselect); }
    bool selectColumn(int) override { return false; }
    bool unselectColumn(int) override { return false; }

    // What is known keeps its interface as long as its row is there: a reader may stand on it while others come.
    void modelChange(QAccessibleTableModelChangeEvent *event) override
    {
        if (event->modelChangeType() == QAccessibleTableModelChangeEvent::DataChanged)
            return;
        m_cells.removeIf([](const QHash<QPersistentModelIndex, QAccessible::Id>::iterator &cell) {
            const bool isGone = !cell.key().isValid();
            if (isGone)
                QAccessible::deleteAccessibleInterface(cell.value());
            return isGone;
        });
    }

private:
    QItemSelectionModel *selection() const { return m_view->selectionModel(); }
    bool choose(int row, QItemSelectionModel::SelectionFlag flag)
    {
        if (row < 0 || row >= rowCount())
            return false;
        selection()->select(m_view->model()->index(row, 0), flag | QItemSelectionModel::Rows);
        return true;
    }
    template <typename Key, typename Make>
    static QAccessibleInterface *known(QHash<Key, QAccessible::Id> &parts, const Key &key, Make make)
    {
        if (const auto found = parts.constFind(key); found != parts.constEnd())
            return QAccessible::accessibleInterface(*found);
        QAccessibleInterface *made = make();
        parts.insert(key, QAccessible::registerAccessibleInterface(made));
        return made;
    }
    void forgetAll()
    {
        for (const QAccessible::Id id : std::exchange(m_cells, {}))
            QAccessible::deleteAccessibleInterface(id);
        for (const QAccessible::Id id : std::exchange(m_heads, {}))
            QAccessible::deleteAccessibleInterface(id);
    }

    RequestTableView *m_view;
    // Made when they are first asked for; the cells by their rows, wherever those move.
    mutable QHash<QPersistentModelIndex, QAccessible::Id> m_cells;
    mutable QHash<int, QAccessible::Id> m_heads;
};

} // namespace

QAccessibleInterface *makeRequestTableAccessible(const QString &, QObject *object)
{
    auto *view = qobject_cast<RequestTableView *>(object);
    return view != nullptr ? new RequestTableAccessible(view) : nullptr;
}

} // namespace ui::widgets
