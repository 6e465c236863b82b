#include "ui/widgets/request_delegate.h"

#include "ui/look/icon_set.h"
#include "ui/look/state_shape.h"
#include "ui/look/theme.h"
#include "ui/models/request_table_model.h"
#include "ui/models/request_text.h"
#include "ui/models/session_text.h"
#include "ui/widgets/request_table_view.h"
#include "ui/widgets/tabular_text.h"

#include <QFontMetricsF>
#include <QHeaderView>
#include <QPainter>
#include <QPainterPath>

namespace ui::widgets {

using gateway::RequestState;
using look::ColorRole;
using look::TextStyle;
using models::RequestTableModel;

namespace {

constexpr qreal padding = 6; // as the header's, so that titles stand over their figures
constexpr qreal barWidth = 3;
constexpr qreal shapeSize = 16;

// The arrow of a fallback: down, then on to the next one.
void paintHook(QPainter &painter, const QRectF &bounds, const QColor &color, bool isMirrored)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.translate(bounds.center());
    if (isMirrored)
        painter.scale(-1, 1);
    QPainterPath path;
    path.moveTo(-5, -5);
    path.lineTo(-5, 0);
    path.quadTo(-5, 2, -3, 2);
    path.lineTo(5, 2);
    path.moveTo(1.5, -1.5);
    path.lineTo(5, 2);
    path.lineTo(1.5, 5.5);
    painter.setPen(QPen(color, 1.5, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.setBrush(Qt::NoBrush);
    painter.drawPath(path);
    painter.restore();
}

} // namespace

struct RequestDelegate::Cell {
    QPainter &painter;
    QRectF bounds; // of the whole cell
    QRectF inner;  // without padding
    int row;
    int column;
    const gateway::api::RequestSummary &request;
    QColor text; // of the row; one colour for all cells of a selected row in high contrast
    bool isSelected;
    bool hasOneColor;
    bool isMirrored;
    bool hasFocus;
    QFont body;
    QFont strong;
};

RequestDelegate::RequestDelegate(const look::Theme &theme, const RequestTableModel &model, const RequestTableView &view,
                                 QObject *parent)
    : QStyledItemDelegate(parent)
    , m_theme(theme)
    , m_model(model)
    , m_view(view)
    , m_pin(look::icon("pin"))
    , m_comment(look::icon("comment"))
    , m_repetition(look::icon("refresh"))
    , m_closed(look::icon("chevron_right"))
    , m_closedMirrored(look::icon("chevron_left"))
    , m_open(look::icon("chevron_down"))
{
}

QSize RequestDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &index) const
{
    const QString text = m_model.cellText(index.row(), index.column());
    const qreal width = tabularWidth(m_theme.font(TextStyle::Strong), text) + 2 * padding;
    return {static_cast<int>(width) + 1, m_theme.rowHeight()};
}

QColor RequestDelegate::quiet(const Cell &cell) const
{
    return cell.hasOneColor ? cell.text : m_theme.color(ColorRole::SecondaryText);
}

QColor RequestDelegate::stateColor(const Cell &cell) const
{
    return cell.hasOneColor ? cell.text : m_theme.stateColor(cell.request.state);
}

void RequestDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    if (index.row() >= m_model.rowCount())
        return;
    const bool isSelected = option.state & QStyle::State_Selected;
    const bool hasOneColor = isSelected && m_theme.scheme() == look::Scheme::HighContrast;
    const QRectF bounds(option.rect);
    const Cell cell{
        .painter = *painter,
        .bounds = bounds,
        .inner = bounds.adjusted(padding, 0, -padding, -1),
        .row = index.row(),
        .column = index.column(),
        .request = m_model.request(index.row()),
        .text = hasOneColor ? m_theme.palette().color(QPalette::HighlightedText) : m_theme.color(ColorRole::Text),
        .isSelected = isSelected,
        .hasOneColor = hasOneColor,
        .isMirrored = option.direction == Qt::RightToLeft,
        .hasFocus = m_view.hasFocus() && index.row() == m_view.currentIndex().row(),
        .body = m_theme.font(TextStyle::Body),
        .strong = m_theme.font(TextStyle::Strong),
    };
    painter->save();
    painter->setClipRect(bounds);
    paintGround(cell);
    if (m_model.isSession(cell.row))
        paintSession(cell);
    else if (m_model.isLoaded(cell.row)) // else it comes soon
        paintRequest(cell);
    painter->restore();
}

void RequestDelegate::paintRequest(const Cell &cell) const
{
    switch (cell.column) {
    case RequestTableModel::State: paintState(cell); break;
    case RequestTableModel::Time: paintTime(cell); break;
    case RequestTableModel::ServedBy: paintServedBy(cell); break;
    case RequestTableModel::Result: paintResult(cell); break;
    case RequestTableModel::Note: paintNote(cell); break;
    default:
        if (m_model.isSpannedByError(cell.row, cell.column))
            paintResult(cell);
        else
            paintPlain(cell);
    }
    if (cell.hasFocus)
        paintFocus(cell);
}

// One line across all columns, of which every cell paints its part.
void RequestDelegate::paintSession(const Cell &cell) const
{
    constexpr qreal gap = 12;
    const gateway::api::SessionView session = m_model.session(cell.row);
    const qreal scrolled = m_view.horizontalHeader()->offset();
    const QRectF line(cell.isMirrored ? scrolled : -scrolled, cell.bounds.top(), m_view.viewport()->width(),
                      cell.bounds.height() - 1);
    const Qt::Alignment side = cell.isMirrored ? Qt::AlignRight : Qt::AlignLeft;
    QRectF arrow(0, 0, shapeSize, shapeSize);
    constexpr qreal middle = RequestTableView::startWidth / 2.0 + barWidth;
    arrow.moveCenter({cell.isMirrored ? line.right() - middle : line.left() + middle, line.center().y()});
    const QIcon &closed = cell.isMirrored ? m_closedMirrored : m_closed;
    (m_model.isOpen(cell.row) ? m_open : closed)
        .paint(&cell.painter, arrow.toAlignedRect(), Qt::AlignCenter,
               cell.hasOneColor ? QIcon::Selected : QIcon::Normal);
    QRectF rest = line.adjusted(cell.isMirrored ? padding : RequestTableView::startWidth + barWidth, 0,
                                cell.isMirrored ? -RequestTableView::startWidth - barWidth : -padding, 0);
    const qreal title = drawTabular(cell.painter, rest, side, cell.strong, cell.text, models::sessionTitle(session));
    rest.adjust(cell.isMirrored ? 0 : title + gap, 0, cell.isMirrored ? -title - gap : 0, 0);
    drawTabular(cell.painter, rest, side, cell.body, quiet(cell), models::sessionFacts(session, DisplayFormat()));
    if (cell.hasFocus)
        paintFocus(cell);
}

void RequestDelegate::paintGround(const Cell &cell) const
{
    QColor ground = m_theme.color(ColorRole::Base);
    if (cell.isSelected)
        ground = m_theme.color(m_view.hasFocus() ? ColorRole::Selection : ColorRole::SelectionWithoutFocus);
    else if (cell.row == m_view.hoveredRow())
        ground = m_theme.color(ColorRole::Hover);
    else if (m_model.isSession(cell.row)) // like a heading of the requests below it
        ground = m_theme.color(ColorRole::Sunken);
    cell.painter.fillRect(cell.bounds, ground);
    if (!cell.isSelected) {
        const QRectF line(cell.bounds.left(), cell.bounds.bottom() - 1, cell.bounds.width(), 1);
        cell.painter.fillRect(line, m_theme.color(ColorRole::RowLine));
    }
    if (cell.isSelected && m_view.isFirstVisibleColumn(cell.column)) {
        const qreal x = cell.isMirrored ? cell.bounds.right() - barWidth : cell.bounds.left();
        cell.painter.fillRect(QRectF(x, cell.bounds.top(), barWidth, cell.bounds.height()),
                              m_theme.color(ColorRole::Accent));
    }
}

void RequestDelegate::paintState(const Cell &cell) const
{
    QRectF shape(0, 0, shapeSize, shapeSize);
    shape.moveCenter(
        cell.bounds.adjusted(cell.isMirrored ? 0 : barWidth, 0, cell.isMirrored ? -barWidth : 0, -1).center());
    shape.moveTo(std::round(shape.x()), std::round(shape.y()));
    look::paintStateShape(cell.painter, shape, cell.request.state, stateColor(cell), m_model.streamingStep(cell.row));
}

void RequestDelegate::paintTime(const Cell &cell) const
{
    const QString text = m_model.cellText(cell.row, cell.column);
    const DisplayFormat format;
    const ClockText time = format.clock(cell.request.startedAt);
    const Qt::Alignment side = cell.isMirrored ? Qt::AlignRight : Qt::AlignLeft;
    if (cell.isMirrored || text != time.head + time.fraction + time.tail) {
        drawTabular(cell.painter, cell.inner, side, cell.body, cell.text, text);
        return;
    }
    QRectF rest = cell.inner;
    rest.setLeft(rest.left() + drawTabular(cell.painter, rest, side, cell.body, cell.text, time.head));
    if (m_showsMilliseconds)
        rest.setLeft(rest.left() + drawTabular(cell.painter, rest, side, cell.body, quiet(cell), time.fraction));
    drawTabular(cell.painter, rest, side, cell.body, cell.text, time.tail);
}

void RequestDelegate::paintServedBy(const Cell &cell) const
{
    const Qt::Alignment side = cell.isMirrored ? Qt::AlignRight : Qt::AlignLeft;
    QRectF rest = cell.inner;
    if (models::hasFallenBack(cell.request)) {
        const QRectF mark(cell.isMirrored ? rest.right() - 14 : rest.left(), rest.top(), 14, rest.height());
        const QColor amber = cell.hasOneColor ? cell.text : m_theme.stateColor(RequestState::ClientError);
        paintHook(cell.painter, mark, amber, cell.isMirrored);
        rest.adjust(cell.isMirrored ? 0 : 19, 0, cell.isMirrored ? -19 : 0, 0);
    }
    if (cell.request.provider.isEmpty() || cell.request.model.isEmpty() || cell.isMirrored) {
        const QColor color = cell.request.provider.isEmpty() ? quiet(cell) : cell.text;
        drawTabular(cell.painter, rest, side, cell.body, color, models::servedText(cell.request));
        return;
    }
    const QString provider = tr("%1 / ", "provider before its model").arg(cell.request.provider);
    rest.setLeft(rest.left() + drawTabular(cell.painter, rest, side, cell.body, quiet(cell), provider));
    drawTabular(cell.painter, rest, side, cell.body, cell.text, cell.request.model);
}

QRectF RequestDelegate::spanOfResult(int row) const
{
    const QHeaderView *header = m_view.horizontalHeader();
    const auto rectOf = [&](int logical) {
        return QRectF(header->sectionViewportPosition(logical), m_view.rowViewportPosition(row),
                      header->sectionSize(logical), m_view.rowHeight(row));
    };
    QRectF span = rectOf(RequestTableModel::Result);
    for (int visual = header->visualIndex(RequestTableModel::Result) + 1; visual < header->count(); ++visual) {
        const int logical = header->logicalIndex(visual);
        if (header->isSectionHidden(logical))
            continue;
        if (!m_model.isSpannedByError(row, logical))
            break;
        span = span.united(rectOf(logical));
    }
    return span;
}

void RequestDelegate::paintResult(const Cell &cell) const
{
    // Every cell paints the same line and is clipped to itself: the columns stay movable, the text whole.
    const QRectF span = spanOfResult(cell.row);
    if (!span.intersects(cell.bounds)) {
        paintPlain(cell);
        return;
    }
    const bool isQuiet = cell.request.state == RequestState::Succeeded && !models::hasFallenBack(cell.request);
    QColor color = stateColor(cell);
    if (isQuiet)
        color = quiet(cell);
    else if (cell.request.state == RequestState::Succeeded)
        color = cell.hasOneColor ? cell.text : m_theme.stateColor(RequestState::ClientError);
    const bool isCalm = !hasEnded(cell.request.state) || cell.request.state == RequestState::Cancelled;
    drawTabular(cell.painter, span.adjusted(padding, 0, -padding, -1), cell.isMirrored ? Qt::AlignRight : Qt::AlignLeft,
                isQuiet || isCalm ? cell.body : cell.strong, color, models::resultText(cell.request));
}

void RequestDelegate::paintNote(const Cell &cell) const
{
    const gateway::api::RequestMark mark = m_model.mark(cell.row);
    if (mark.isEmpty())
        return;
    const QIcon &icon = mark.isPinned ? m_pin : mark.comment.isEmpty() ? m_repetition : m_comment;
    QRectF place(0, 0, shapeSize, shapeSize);
    place.moveCenter(cell.bounds.adjusted(0, 0, 0, -1).center());
    icon.paint(&cell.painter, place.toAlignedRect(), Qt::AlignCenter,
               cell.hasOneColor ? QIcon::Selected : QIcon::Normal);
}

void RequestDelegate::paintPlain(const Cell &cell) const
{
    const bool isNumber = m_model.isNumberColumn(cell.column);
    const QString text = m_model.cellText(cell.row, cell.column);
    QColor color = cell.text;
    QFont font = cell.body;
    if (cell.column == RequestTableModel::AskedFor && models::hasAskedForAlias(cell.request))
        font = cell.strong;
    if (cell.column == RequestTableModel::Tries && cell.request.attempts > 1) {
        font = cell.strong;
        color = cell.hasOneColor ? cell.text : m_theme.stateColor(RequestState::ClientError);
    } else if (isNumber
               && (!hasEnded(cell.request.state) || cell.column == RequestTableModel::Tries
                   || text == DisplayFormat::missing() || text == QLatin1String("0"))) {
        color = quiet(cell);
    } else if (cell.column >= RequestTableModel::Key && cell.column != RequestTableModel::Size) {
        color = quiet(cell);
    }
    if (cell.column == RequestTableModel::Id)
        font = m_theme.font(TextStyle::Mono);
    const bool isRight = isNumber != cell.isMirrored;
    drawTabular(cell.painter, cell.inner, isRight ? Qt::AlignRight : Qt::AlignLeft, font, color, text);
}

void RequestDelegate::paintFocus(const Cell &cell) const
{
    // A row under the keyboard that is not selected (Ctrl+Up, Ctrl+Down) must still be seen.
    if (cell.isSelected)
        return;
    const QColor color = m_theme.color(ColorRole::Focus);
    cell.painter.fillRect(QRectF(cell.bounds.left(), cell.bounds.top(), cell.bounds.width(), 2), color);
    cell.painter.fillRect(QRectF(cell.bounds.left(), cell.bounds.bottom() - 2, cell.bounds.width(), 2), color);
    if (m_view.isFirstVisibleColumn(cell.column)) {
        const qreal x = cell.isMirrored ? cell.bounds.right() - 2 : cell.bounds.left();
        cell.painter.fillRect(QRectF(x, cell.bounds.top(), 2, cell.bounds.height()), color);
    }
}

} // namespace ui::widgets
