// Measures and paints the blocks of the conversation; scrolling and keys are in message_list.cpp.
#include "ui/look/state_shape.h"
#include "ui/look/theme.h"
#include "ui/widgets/message_list.h"

#include <QFontMetricsF>
#include <QPainter>
#include <QPainterPath>
#include <QScrollBar>
#include <QTextLayout>

#include <algorithm>
#include <cmath>

namespace ui::widgets {

using Item = models::ConversationItem;
using gateway::RequestState;
using gateway::api::MessageRole;
using look::ColorRole;
using look::TextStyle;

namespace {

constexpr qreal margin = 16;
constexpr qreal markWidth = 22;
constexpr qreal framePadding = 10;
constexpr qreal paragraphGap = 6;
constexpr qreal caretWidth = 2;

// Our own marks of the roles, on a 16 grid like the shapes of states.
void paintRoleMark(QPainter &painter, const QRectF &bounds, MessageRole role, const QColor &color)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.translate(bounds.topLeft());
    painter.setPen(QPen(color, 1.5, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.setBrush(Qt::NoBrush);
    switch (role) {
    case MessageRole::System: // sliders
        for (const auto &[y, knob] : {std::pair{4.0, 10.0}, std::pair{8.0, 5.0}, std::pair{12.0, 9.0}}) {
            painter.drawLine(QPointF(2, y), QPointF(14, y));
            painter.setBrush(color);
            painter.drawEllipse(QPointF(knob, y), 1.2, 1.2);
            painter.setBrush(Qt::NoBrush);
        }
        break;
    case MessageRole::User: // head and shoulders
        painter.drawEllipse(QPointF(8, 5.2), 2.8, 2.8);
        painter.drawArc(QRectF(3, 9.5, 10, 9), 10 * 16, 160 * 16);
        break;
    case MessageRole::Assistant: // a box that speaks
        painter.drawRoundedRect(QRectF(2.5, 5, 11, 8.5), 2.5, 2.5);
        painter.drawLine(QPointF(8, 5), QPointF(8, 2.5));
        painter.drawPoint(QPointF(6, 9));
        painter.drawPoint(QPointF(10, 9));
        break;
    case MessageRole::Tool: { // a sheet with a folded corner
        QPainterPath sheet;
        sheet.moveTo(9.5, 2);
        sheet.lineTo(4, 2);
        sheet.lineTo(4, 14);
        sheet.lineTo(12.5, 14);
        sheet.lineTo(12.5, 5);
        sheet.lineTo(9.5, 2);
        sheet.lineTo(9.5, 5);
        sheet.lineTo(12.5, 5);
        painter.drawPath(sheet);
        break;
    }
    }
    painter.restore();
}

void paintChevron(QPainter &painter, const QPointF &center, bool isOpen, bool isMirrored, const QColor &color)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.translate(center);
    if (isOpen)
        painter.rotate(90);
    else if (isMirrored)
        painter.rotate(180);
    painter.setPen(QPen(color, 1.5, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.drawPolyline(QPolygonF({QPointF(-2, -3.5), QPointF(1.5, 0), QPointF(-2, 3.5)}));
    painter.restore();
}

} // namespace

qreal MessageList::contentWidth() const
{
    return std::max(60.0, viewport()->width() - 2 * margin);
}

qreal MessageList::estimate(const Block &block) const
{
    const qreal line = QFontMetricsF(m_theme.font(TextStyle::Body)).height();
    switch (block.item.kind) {
    case Item::Kind::Gap: return 17;
    case Item::Kind::Role:
    case Item::Kind::Fold:
    case Item::Kind::Link: return line + 8;
    case Item::Kind::Text:
    case Item::Kind::Code:
    case Item::Kind::Note: {
        const qreal perLine = std::max(10.0, contentWidth() / (line * 0.45));
        const auto length = static_cast<qreal>(block.item.text.size());
        const auto lines = static_cast<qreal>(block.item.text.count(QLatin1Char('\n')));
        return (std::ceil(length / perLine) + lines) * line + paragraphGap;
    }
    }
    return line;
}

void MessageList::layOut(Block &block) const
{
    if (block.item.text.isEmpty() && block.item.kind != Item::Kind::Text && block.item.kind != Item::Kind::Code) {
        block.height = estimate(block);
        return;
    }
    const bool isCode = block.item.kind == Item::Kind::Code;
    QString text = block.item.text;
    text.replace(QLatin1Char('\n'), QChar::LineSeparator);
    block.layout = std::make_unique<QTextLayout>(text, m_theme.font(isCode ? TextStyle::Mono : TextStyle::Body));
    QTextOption option;
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    option.setTextDirection(isCode ? Qt::LeftToRight : Qt::LayoutDirectionAuto);
    option.setTabStopDistance(4 * QFontMetricsF(block.layout->font()).horizontalAdvance(QLatin1Char(' ')));
    block.layout->setTextOption(option);
    const qreal width = contentWidth() - (isCode ? 2 * framePadding : 0) - caretWidth;
    const qreal spread = isCode ? 1.15 : 1.1; // lines of reading text stand a little apart
    qreal y = 0;
    block.layout->beginLayout();
    for (QTextLine line = block.layout->createLine(); line.isValid(); line = block.layout->createLine()) {
        line.setLineWidth(width);
        line.setPosition(QPointF(0, y));
        y += std::ceil(line.height() * spread);
    }
    block.layout->endLayout();
    if (isCode)
        y += (block.item.isFirstPiece ? framePadding : 0) + (block.item.isLastPiece ? framePadding + paragraphGap : 0);
    else
        y += block.item.isLastPiece ? paragraphGap : 0;
    block.height = y;
}

void MessageList::paintEvent(QPaintEvent *event)
{
    QPainter painter(viewport());
    painter.fillRect(event->rect(), m_theme.color(ColorRole::Base));
    if (m_blocks.empty()) {
        painter.setPen(m_theme.color(ColorRole::SecondaryText));
        painter.setFont(m_theme.font(TextStyle::Body));
        painter.drawText(viewport()->rect().adjusted(24, 24, -24, -24),
                         Qt::AlignTop | Qt::AlignHCenter | Qt::TextWordWrap, m_emptyText);
        return;
    }
    const qreal scrolled = verticalScrollBar()->value();
    const qreal end = scrolled + event->rect().bottom() + 1;
    for (auto at = static_cast<std::size_t>(blockAt(scrolled + event->rect().top()));
         at < m_blocks.size() && m_blocks[at].top < end; ++at) {
        const Block &block = m_blocks[at];
        const QRectF bounds(margin, block.top - scrolled, contentWidth(), std::max(0.0, block.height));
        paintBlock(painter, block, bounds);
        if (static_cast<int>(at) == m_current && hasFocus()) {
            painter.setPen(QPen(m_theme.color(ColorRole::Focus), 2));
            painter.setBrush(Qt::NoBrush);
            painter.drawRoundedRect(bounds.adjusted(-7, 1, 7, -1), 5, 5);
        }
    }
}

void MessageList::paintBlock(QPainter &painter, const Block &block, const QRectF &bounds) const
{
    switch (block.item.kind) {
    case Item::Kind::Gap:
        painter.fillRect(QRectF(0, std::round(bounds.center().y()), viewport()->width(), 1),
                         m_theme.color(ColorRole::RowLine));
        return;
    case Item::Kind::Role: return paintRole(painter, block, bounds);
    case Item::Kind::Fold: return paintFold(painter, block, bounds);
    case Item::Kind::Link:
        painter.setFont(m_theme.font(TextStyle::Small));
        painter.setPen(m_theme.color(ColorRole::Link));
        painter.drawText(bounds, Qt::AlignVCenter | Qt::AlignLeft, block.item.title);
        return;
    case Item::Kind::Code:
        paintFrame(painter, block, bounds);
        return paintText(painter, block,
                         bounds.adjusted(framePadding, block.item.isFirstPiece ? framePadding : 0, -framePadding, 0));
    case Item::Kind::Text:
    case Item::Kind::Note: return paintText(painter, block, bounds);
    }
}

void MessageList::paintRole(QPainter &painter, const Block &block, const QRectF &line) const
{
    const Item &item = block.item;
    const bool isMirrored = isRightToLeft();
    const bool isStreaming = item.isAnswer && item.info.contains(look::stateText(RequestState::Streaming).toLower());
    const QColor quiet = m_theme.color(ColorRole::SecondaryText);
    QRectF mark(isMirrored ? line.right() - 16 : line.left(), std::round(line.center().y() - 8), 16, 16);
    if (isStreaming)
        look::paintStateShape(painter, mark, RequestState::Streaming, m_theme.stateColor(RequestState::Streaming),
                              m_step);
    else
        paintRoleMark(painter, mark, item.role, quiet);
    QRectF rest = line.adjusted(isMirrored ? 0 : markWidth, 0, isMirrored ? -markWidth : 0, 0);
    const Qt::Alignment side = Qt::AlignVCenter | (isMirrored ? Qt::AlignRight : Qt::AlignLeft);
    const QFont strong = m_theme.font(TextStyle::Strong);
    painter.setFont(strong);
    painter.setPen(isStreaming ? m_theme.stateColor(RequestState::Streaming) : m_theme.color(ColorRole::Text));
    painter.drawText(rest, side, item.title);
    const qreal used = QFontMetricsF(strong).horizontalAdvance(item.title) + 8;
    rest.adjust(isMirrored ? 0 : used, 0, isMirrored ? -used : 0, 0);
    const QFont small = m_theme.font(TextStyle::Small);
    painter.setFont(small);
    painter.setPen(quiet);
    painter.drawText(rest, side, QFontMetricsF(small).elidedText(item.info, Qt::ElideRight, rest.width()));
}

void MessageList::paintFold(QPainter &painter, const Block &block, const QRectF &line) const
{
    const Item &item = block.item;
    const bool isMirrored = isRightToLeft();
    const QColor quiet = m_theme.color(ColorRole::SecondaryText);
    const qreal x = isMirrored ? line.right() - 6 : line.left() + 6;
    paintChevron(painter, QPointF(x, line.center().y()), item.isOpen, isMirrored, quiet);
    QRectF rest = line.adjusted(isMirrored ? 0 : markWidth, 0, isMirrored ? -markWidth : 0, 0);
    const Qt::Alignment side = Qt::AlignVCenter | (isMirrored ? Qt::AlignRight : Qt::AlignLeft);
    const QFont titleFont = m_theme.font(item.isMono ? TextStyle::Mono : TextStyle::Strong);
    painter.setFont(titleFont);
    painter.setPen(item.isMono ? m_theme.stateColor(RequestState::RateLimited) : m_theme.color(ColorRole::Text));
    painter.drawText(rest, side, item.title);
    const qreal used = QFontMetricsF(titleFont).horizontalAdvance(item.title) + 10;
    rest.adjust(isMirrored ? 0 : used, 0, isMirrored ? -used : 0, 0);
    const QFont small = m_theme.font(TextStyle::Small);
    painter.setFont(small);
    painter.setPen(quiet);
    // Ids of calls stand at the far side, as they are looked up, not read.
    const bool isFar = item.isMono;
    const Qt::Alignment infoSide = Qt::AlignVCenter | (isFar != isMirrored ? Qt::AlignRight : Qt::AlignLeft);
    painter.drawText(rest, infoSide, QFontMetricsF(small).elidedText(item.info, Qt::ElideRight, rest.width()));
}

void MessageList::paintFrame(QPainter &painter, const Block &block, const QRectF &bounds) const
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    QRectF frame = bounds.adjusted(0.5, 0.5, -0.5, block.item.isLastPiece ? -paragraphGap - 0.5 : 0.5);
    painter.setClipRect(bounds);
    if (!block.item.isFirstPiece)
        frame.setTop(frame.top() - 8); // the border of the piece above goes on
    if (!block.item.isLastPiece)
        frame.setBottom(frame.bottom() + 8);
    painter.setPen(QPen(m_theme.color(ColorRole::Divider), 1));
    painter.setBrush(m_theme.color(ColorRole::Sunken));
    painter.drawRoundedRect(frame, 5, 5);
    painter.restore();
}

void MessageList::paintText(QPainter &painter, const Block &block, const QRectF &bounds) const
{
    if (!block.layout)
        return;
    ColorRole role = ColorRole::Text;
    if (block.item.isQuiet || block.item.kind == Item::Kind::Note)
        role = ColorRole::SecondaryText;
    painter.setPen(block.item.part == gateway::api::PartKind::Refusal ? m_theme.stateColor(RequestState::ClientError)
                                                                      : m_theme.color(role));
    QList<QTextLayout::FormatRange> marks;
    for (const QString &word : m_markedWords) {
        QTextLayout::FormatRange mark;
        mark.length = static_cast<int>(word.size());
        mark.format.setBackground(m_theme.color(ColorRole::Selection));
        mark.format.setForeground(m_theme.color(ColorRole::SelectedText));
        qsizetype at = block.item.text.indexOf(word, 0, Qt::CaseInsensitive);
        for (; at >= 0; at = block.item.text.indexOf(word, at + word.size(), Qt::CaseInsensitive)) {
            mark.start = static_cast<int>(at);
            marks.append(mark);
        }
    }
    block.layout->draw(&painter, bounds.topLeft(), marks);
    if (!block.item.hasCaret || block.layout->lineCount() == 0)
        return;
    const QTextLine last = block.layout->lineAt(block.layout->lineCount() - 1);
    const qreal x = last.cursorToX(static_cast<int>(block.layout->text().size()));
    painter.fillRect(QRectF(bounds.left() + x + 1, bounds.top() + last.y() + 1, caretWidth, last.height() - 2),
                     m_theme.stateColor(RequestState::Streaming));
}

} // namespace ui::widgets
