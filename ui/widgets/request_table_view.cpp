#include "ui/widgets/request_table_view.h"

#include "ui/widgets/request_table_accessible.h"

#include <QAccessible>
#include <QHeaderView>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QScrollBar>

namespace ui::widgets {

RequestTableView::RequestTableView(QWidget *parent) : QTableView(parent)
{
    QAccessible::installFactory(makeRequestTableAccessible); // Qt keeps one of each
    setShowGrid(false);
    setWordWrap(false);
    setCornerButtonEnabled(false);
    setFrameShape(QFrame::NoFrame);
    setSelectionBehavior(QAbstractItemView::SelectRows);
    setSelectionMode(QAbstractItemView::ExtendedSelection);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAsNeeded);
    setTabKeyNavigation(false);
    setMouseTracking(true);
    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    horizontalHeader()->setSectionsMovable(true);
    horizontalHeader()->setHighlightSections(false);
    horizontalHeader()->setMinimumSectionSize(24);
    connect(verticalScrollBar(), &QScrollBar::valueChanged, this, &RequestTableView::noteScroll);
}

bool RequestTableView::isAtNewest() const
{
    return verticalScrollBar()->value() < verticalHeader()->defaultSectionSize() / 2;
}

void RequestTableView::tellOpening(int row)
{
    if (!QAccessible::isActive())
        return;
    QAccessible::State changed;
    changed.expanded = changed.collapsed = true;
    QAccessibleInterface *table = QAccessible::queryAccessibleInterface(this);
    for (int column = 0; column < model()->columnCount(); ++column) {
        if (!isFirstVisibleColumn(column))
            continue;
        QAccessibleStateChangeEvent event(table->tableInterface()->cellAt(row, column), changed);
        QAccessible::updateAccessibility(&event);
    }
}

void RequestTableView::noteScroll()
{
    const bool isNow = isAtNewest();
    if (isNow == m_wasAtNewest)
        return;
    m_wasAtNewest = isNow;
    emit atNewestChanged(isNow);
}

void RequestTableView::scrollToNewest()
{
    verticalScrollBar()->setValue(0);
}

// Qt repaints the two cells only, but the frame of the current row goes round all of it.
void RequestTableView::currentChanged(const QModelIndex &current, const QModelIndex &previous)
{
    QTableView::currentChanged(current, previous);
    const int height = verticalHeader()->defaultSectionSize();
    for (const QModelIndex &index : {current, previous}) {
        if (index.isValid())
            viewport()->update(0, rowViewportPosition(index.row()), viewport()->width(), height);
    }
}

// In a list of whole rows the first cell of the same row, where Qt would go, is no place to be.
void RequestTableView::goToFirstRow()
{
    if (model() != nullptr && model()->rowCount() > 0)
        selectRow(0);
    scrollToNewest();
}

// Qt makes the first row that ever came the current one; while nothing is selected that row is far away by now.
bool RequestTableView::startAtNewestInSight()
{
    if (model() == nullptr || model()->rowCount() == 0 || selectionModel()->hasSelection())
        return false;
    selectRow(std::max(0, rowAt(0)));
    return true;
}

bool RequestTableView::isFirstVisibleColumn(int column) const
{
    const QHeaderView *header = horizontalHeader();
    for (int visual = 0; visual < header->count(); ++visual) {
        const int logical = header->logicalIndex(visual);
        if (!header->isSectionHidden(logical))
            return logical == column;
    }
    return false;
}

void RequestTableView::keyPressEvent(QKeyEvent *event)
{
    const bool hasModifier = event->modifiers() & (Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier);
    if (event->matches(QKeySequence::Copy)) {
        emit copyWanted();
        return;
    }
    if (!hasModifier) {
        switch (event->key()) {
        case Qt::Key_Space: emit pauseToggled(); return;
        case Qt::Key_Home: goToFirstRow(); return;
        case Qt::Key_End: emit newestWanted(); return;
        case Qt::Key_Left:
        case Qt::Key_Right: emit tabStepped((event->key() == Qt::Key_Left) == isLeftToRight() ? -1 : 1); return;
        case Qt::Key_Up:
        case Qt::Key_Down:
            if (startAtNewestInSight())
                return;
            break;
        case Qt::Key_Return:
        case Qt::Key_Enter: emit detailWanted(); return;
        default: break;
        }
    }
    QTableView::keyPressEvent(event);
}

bool RequestTableView::isAtStart(const QMouseEvent &event) const
{
    const int x = event.position().toPoint().x();
    return (isLeftToRight() ? x : viewport()->width() - 1 - x) < startWidth;
}

void RequestTableView::mousePressEvent(QMouseEvent *event)
{
    const int row = rowAt(event->position().toPoint().y());
    const bool isPlain = event->button() == Qt::LeftButton && event->modifiers() == Qt::NoModifier;
    QTableView::mousePressEvent(event);
    if (isPlain && row >= 0 && isAtStart(*event))
        emit openingWanted(row);
}

void RequestTableView::mouseDoubleClickEvent(QMouseEvent *event)
{
    const int row = rowAt(event->position().toPoint().y());
    QTableView::mouseDoubleClickEvent(event);
    if (event->button() == Qt::LeftButton && row >= 0)
        emit openingWanted(row);
}

void RequestTableView::mouseMoveEvent(QMouseEvent *event)
{
    hoverRow(rowAt(event->position().toPoint().y()));
    QTableView::mouseMoveEvent(event);
}

bool RequestTableView::viewportEvent(QEvent *event)
{
    if (event->type() == QEvent::Leave || event->type() == QEvent::Wheel)
        hoverRow(-1);
    return QTableView::viewportEvent(event);
}

void RequestTableView::hoverRow(int row)
{
    if (row == m_hoveredRow)
        return;
    const int height = verticalHeader()->defaultSectionSize();
    for (const int changed : {std::exchange(m_hoveredRow, row), row}) {
        if (changed >= 0)
            viewport()->update(0, rowViewportPosition(changed), viewport()->width(), height);
    }
}

void RequestTableView::shiftBy(int rows)
{
    updateGeometries(); // the range must have grown before the value can
    verticalScrollBar()->setValue(verticalScrollBar()->value() + rows * verticalHeader()->defaultSectionSize());
}

void RequestTableView::rowsInserted(const QModelIndex &parent, int start, int end)
{
    const bool isAbove = !isAtNewest() && start <= rowAt(0) && rowAt(0) >= 0;
    QTableView::rowsInserted(parent, start, end);
    m_hoveredRow = -1;
    if (isAbove)
        shiftBy(end - start + 1);
}

void RequestTableView::rowsAboutToBeRemoved(const QModelIndex &parent, int start, int end)
{
    const bool isAbove = !isAtNewest() && end < rowAt(0);
    QTableView::rowsAboutToBeRemoved(parent, start, end);
    m_hoveredRow = -1;
    if (isAbove)
        shiftBy(start - end - 1);
}

} // namespace ui::widgets
