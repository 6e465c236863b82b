#include "ui/widgets/keyboard_menu.h"

#include <QAbstractItemView>
#include <QContextMenuEvent>

#include <algorithm>

namespace ui::widgets {

namespace {

class KeyboardMenu : public QObject {
public:
    explicit KeyboardMenu(QAbstractItemView &view) : QObject(&view), m_view(view) { view.installEventFilter(this); }

    bool eventFilter(QObject *watched, QEvent *event) override
    {
        if (watched != &m_view || event->type() != QEvent::ContextMenu
            || static_cast<QContextMenuEvent *>(event)->reason() != QContextMenuEvent::Keyboard)
            return QObject::eventFilter(watched, event);
        const QModelIndex current = m_view.currentIndex();
        if (!current.isValid())
            return true; // there is nothing that it could be about
        m_view.scrollTo(current);
        const QRect cell = cellInRow(current);
        const QRect seen = m_view.viewport()->rect();
        emit m_view.customContextMenuRequested({std::clamp(cell.center().x(), seen.left(), seen.right()),
                                                std::clamp(cell.center().y(), seen.top(), seen.bottom())});
        return true;
    }

private:
    QRect cellInRow(const QModelIndex &current) const
    {
        QRect cell = m_view.visualRect(current);
        for (int column = 0; cell.isEmpty() && column < m_view.model()->columnCount(current.parent()); ++column)
            cell = m_view.visualRect(current.siblingAtColumn(column)); // the current one is hidden
        return cell;
    }

    QAbstractItemView &m_view;
};

} // namespace

void openMenuAtCurrentRow(QAbstractItemView &view)
{
    new KeyboardMenu(view); // the view's child
}

} // namespace ui::widgets
