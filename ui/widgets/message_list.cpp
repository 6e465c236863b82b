#include "ui/widgets/message_list.h"

#include "ui/look/theme.h"

#include <QAccessible>
#include <QContextMenuEvent>
#include <QFontMetricsF>
#include <QKeyEvent>
#include <QMenu>
#include <QMouseEvent>
#include <QPainter>
#include <QScrollBar>
#include <QTextLayout>

#include <algorithm>
#include <cmath>

namespace ui::widgets {

using Item = models::ConversationItem;
using look::TextStyle;

MessageList::MessageList(const look::Theme &theme, QWidget *parent) : QAbstractScrollArea(parent), m_theme(theme)
{
    setObjectName(QStringLiteral("messageList"));
    setAccessibleName(tr("Conversation"));
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::StrongFocus);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    viewport()->setMouseTracking(true);
    viewport()->setBackgroundRole(QPalette::Base);
    connect(&theme, &look::Theme::changed, this, &MessageList::rebuild);
}

MessageList::~MessageList() = default;

void MessageList::setEmptyText(const QString &text)
{
    m_emptyText = text;
    viewport()->update();
}

const Item *MessageList::currentItem() const
{
    return m_current >= 0 ? &m_blocks[static_cast<std::size_t>(m_current)].item : nullptr;
}

int MessageList::laidOutCount() const
{
    return static_cast<int>(
        std::count_if(m_blocks.begin(), m_blocks.end(), [](const Block &block) { return block.layout != nullptr; }));
}

void MessageList::setItems(const QList<Item> &items)
{
    std::vector<Block> blocks;
    blocks.reserve(static_cast<std::size_t>(items.size()));
    bool isSameSoFar = true;
    for (const Item &item : items) {
        const std::size_t at = blocks.size();
        isSameSoFar = isSameSoFar && at < m_blocks.size() && m_blocks[at].item == item;
        if (isSameSoFar) {
            blocks.push_back(std::move(m_blocks[at]));
            continue;
        }
        Block block;
        block.item = item;
        blocks.push_back(std::move(block));
    }
    m_blocks = std::move(blocks);
    if (m_current >= static_cast<int>(m_blocks.size()))
        m_current = -1;
    settle();
}

void MessageList::startAtEnd(bool atEnd)
{
    m_current = -1;
    m_isFollowing = atEnd;
    if (!atEnd)
        verticalScrollBar()->setValue(0);
    settle();
    emit followingChanged(m_isFollowing);
}

void MessageList::setStep(int step)
{
    m_step = step;
    viewport()->update();
}

void MessageList::rebuild()
{
    for (Block &block : m_blocks) {
        block.layout.reset();
        block.height = -1;
    }
    settle();
}

void MessageList::place()
{
    qreal top = 8;
    for (Block &block : m_blocks) {
        block.top = top;
        top += block.height < 0 ? estimate(block) : block.height;
    }
    m_totalHeight = top + 12;
}

int MessageList::blockAt(qreal y) const
{
    const auto after = std::upper_bound(m_blocks.begin(), m_blocks.end(), y,
                                        [](qreal wanted, const Block &block) { return wanted < block.top; });
    return std::max(0, static_cast<int>(after - m_blocks.begin()) - 1);
}

bool MessageList::layOutVisible()
{
    bool hasChanged = false;
    const qreal top = verticalScrollBar()->value();
    qreal bottom = top + viewport()->height();
    for (auto at = static_cast<std::size_t>(blockAt(top)); at < m_blocks.size() && m_blocks[at].top <= bottom; ++at) {
        Block &block = m_blocks[at];
        if (block.height >= 0 && (block.layout || block.item.text.isEmpty()))
            continue;
        const qreal before = block.height < 0 ? estimate(block) : block.height;
        layOut(block);
        if (std::abs(before - block.height) > 0.5) {
            hasChanged = true;
            bottom += std::max(0.0, before - block.height); // a shorter block brings more into sight
        }
    }
    return hasChanged;
}

void MessageList::settle()
{
    if (m_isSettling)
        return;
    m_isSettling = true;
    place();
    updateRange();
    // Estimates get replaced by measures; the end of a followed stream moves with them.
    for (int round = 0; round < 8; ++round) {
        if (m_isFollowing)
            verticalScrollBar()->setValue(verticalScrollBar()->maximum());
        if (!layOutVisible())
            break;
        place();
        updateRange();
    }
    if (m_isFollowing)
        verticalScrollBar()->setValue(verticalScrollBar()->maximum());
    forgetFarLayouts();
    m_isSettling = false;
    viewport()->update();
}

void MessageList::forgetFarLayouts()
{
    const qreal reach = 3.0 * viewport()->height();
    const qreal top = verticalScrollBar()->value();
    for (Block &block : m_blocks) {
        const bool isFar = block.top + block.height < top - reach || block.top > top + reach;
        if (isFar)
            block.layout.reset(); // its height stays known
    }
}

void MessageList::updateRange()
{
    QScrollBar *bar = verticalScrollBar();
    bar->setPageStep(viewport()->height());
    bar->setSingleStep(QFontMetrics(m_theme.font(TextStyle::Body)).height());
    bar->setRange(0, std::max(0, static_cast<int>(std::ceil(m_totalHeight)) - viewport()->height()));
}

void MessageList::follow()
{
    m_isFollowing = true;
    settle();
    emit followingChanged(true);
}

void MessageList::noteScroll()
{
    const QScrollBar *bar = verticalScrollBar();
    const bool isAtEnd = bar->value() >= bar->maximum() - 4;
    if (m_isFollowing == isAtEnd)
        return;
    m_isFollowing = isAtEnd;
    emit followingChanged(isAtEnd);
}

void MessageList::scrollContentsBy(int, int)
{
    if (m_isSettling)
        return;
    noteScroll();
    settle();
}

void MessageList::resizeEvent(QResizeEvent *event)
{
    QAbstractScrollArea::resizeEvent(event);
    if (event->size().width() != event->oldSize().width())
        rebuild();
    else
        settle();
}

void MessageList::moveCurrent(int step)
{
    const auto isStop = [this](int at) {
        const Item &item = m_blocks[static_cast<std::size_t>(at)].item;
        return item.kind != Item::Kind::Gap && item.isFirstPiece;
    };
    const int count = static_cast<int>(m_blocks.size());
    int at = m_current < 0 ? (step > 0 ? -1 : count) : m_current;
    do
        at += step;
    while (at >= 0 && at < count && !isStop(at));
    if (at >= 0 && at < count)
        goTo(at, step > 0);
}

void MessageList::goTo(int block, bool isDownwards)
{
    m_current = block;
    const Block &wanted = m_blocks[static_cast<std::size_t>(block)];
    const qreal top = verticalScrollBar()->value();
    if (wanted.top < top || wanted.top + std::max(wanted.height, 24.0) > top + viewport()->height())
        verticalScrollBar()->setValue(static_cast<int>(wanted.top) - (isDownwards ? viewport()->height() / 3 : 8));
    speakCurrent();
    viewport()->update();
}

void MessageList::setMarkedWords(const QStringList &words)
{
    m_markedWords = words;
    viewport()->update();
}

bool MessageList::isMarked(const Block &block) const
{
    return std::any_of(m_markedWords.begin(), m_markedWords.end(),
                       [&block](const QString &word) { return block.item.text.contains(word, Qt::CaseInsensitive); });
}

int MessageList::markedCount() const
{
    return static_cast<int>(
        std::count_if(m_blocks.begin(), m_blocks.end(), [this](const Block &block) { return isMarked(block); }));
}

bool MessageList::goToMarked(int step)
{
    const int count = static_cast<int>(m_blocks.size());
    const int direction = step < 0 ? -1 : 1;
    const int first = m_current >= 0 ? m_current + step : direction > 0 ? 0 : count - 1;
    for (int passed = 0; passed < count; ++passed) {
        const int at = ((first + direction * passed) % count + count) % count;
        if (!isMarked(m_blocks[static_cast<std::size_t>(at)]))
            continue;
        goTo(at, direction > 0);
        return true;
    }
    return false;
}

void MessageList::speakCurrent()
{
    const Item *item = currentItem();
    if (!item)
        return;
    QStringList words{item->title, item->info, item->text.left(1'000)};
    words.removeAll(QString());
    setAccessibleDescription(words.join(QStringLiteral(", ")));
    QAccessibleEvent event(this, QAccessible::DescriptionChanged);
    QAccessible::updateAccessibility(&event);
}

void MessageList::activate(int block)
{
    if (block < 0)
        return;
    const Item &item = m_blocks[static_cast<std::size_t>(block)].item;
    if (!item.foldId.isEmpty())
        emit foldFlipped(QString(item.foldId)); // a copy: the blocks are made anew
}

void MessageList::keyPressEvent(QKeyEvent *event)
{
    QScrollBar *bar = verticalScrollBar();
    if (event->matches(QKeySequence::Copy)) {
        if (const Item *item = currentItem())
            emit copyWanted(*item);
        return;
    }
    switch (event->key()) {
    case Qt::Key_Up: return moveCurrent(-1);
    case Qt::Key_Down: return moveCurrent(1);
    case Qt::Key_Left: emit tabStepped(isLeftToRight() ? -1 : 1); return;
    case Qt::Key_Right: emit tabStepped(isLeftToRight() ? 1 : -1); return;
    case Qt::Key_Space:
    case Qt::Key_Return:
    case Qt::Key_Enter: return activate(m_current);
    case Qt::Key_Home: return bar->setValue(0);
    case Qt::Key_End: return follow();
    default: QAbstractScrollArea::keyPressEvent(event);
    }
}

void MessageList::mousePressEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton || m_blocks.empty())
        return;
    const qreal y = event->position().y() + verticalScrollBar()->value();
    if (y >= m_totalHeight)
        return;
    m_current = blockAt(y);
    speakCurrent();
    viewport()->update();
    activate(m_current);
}

void MessageList::mouseMoveEvent(QMouseEvent *event)
{
    const int at = m_blocks.empty() ? -1 : blockAt(event->position().y() + verticalScrollBar()->value());
    const bool isActive = at >= 0 && !m_blocks[static_cast<std::size_t>(at)].item.foldId.isEmpty();
    viewport()->setCursor(isActive ? Qt::PointingHandCursor : Qt::ArrowCursor);
}

void MessageList::contextMenuEvent(QContextMenuEvent *event)
{
    if (m_blocks.empty())
        return;
    const bool isByMouse = event->reason() == QContextMenuEvent::Mouse;
    const int at = isByMouse ? blockAt(event->pos().y() + verticalScrollBar()->value()) : m_current;
    if (at < 0)
        return;
    m_current = at;
    QMenu menu(this);
    const QAction *copy = menu.addAction(tr("Copy part"));
    if (menu.exec(event->globalPos()) == copy && currentItem())
        emit copyWanted(*currentItem());
}

void MessageList::focusInEvent(QFocusEvent *event)
{
    if (m_current < 0 && event->reason() != Qt::MouseFocusReason && !m_blocks.empty() && !m_isFollowing)
        m_current = 0;
    viewport()->update();
    QAbstractScrollArea::focusInEvent(event);
}

void MessageList::focusOutEvent(QFocusEvent *event)
{
    viewport()->update();
    QAbstractScrollArea::focusOutEvent(event);
}

} // namespace ui::widgets
