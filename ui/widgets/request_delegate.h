// Paints the cells of the request list: state shapes, quiet and strong text, errors that run across empty cells.
#pragma once

#include <QIcon>
#include <QStyledItemDelegate>

namespace ui::look {
class Theme;
}
namespace ui::models {
class RequestTableModel;
}

namespace ui::widgets {

class RequestTableView;

class RequestDelegate : public QStyledItemDelegate {
    Q_OBJECT
public:
    // All three must outlive the delegate.
    RequestDelegate(const look::Theme &theme, const models::RequestTableModel &model, const RequestTableView &view,
                    QObject *parent = nullptr);

    void setShowsMilliseconds(bool shows) { m_showsMilliseconds = shows; }
    bool showsMilliseconds() const { return m_showsMilliseconds; }

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    struct Cell; // what the painting of one cell needs to know

    void paintRequest(const Cell &cell) const;
    void paintGround(const Cell &cell) const;
    void paintState(const Cell &cell) const;
    void paintTime(const Cell &cell) const;
    void paintServedBy(const Cell &cell) const;
    void paintResult(const Cell &cell) const;
    void paintNote(const Cell &cell) const;
    void paintSession(const Cell &cell) const;
    void paintPlain(const Cell &cell) const;
    void paintFocus(const Cell &cell) const;
    QColor quiet(const Cell &cell) const;
    QColor stateColor(const Cell &cell) const;
    QRectF spanOfResult(int row) const;

    const look::Theme &m_theme;
    const models::RequestTableModel &m_model;
    const RequestTableView &m_view;
    QIcon m_pin;
    QIcon m_comment;
    QIcon m_repetition;
    QIcon m_closed;
    QIcon m_closedMirrored;
    QIcon m_open;
    bool m_showsMilliseconds = true;
};

} // namespace ui::widgets
