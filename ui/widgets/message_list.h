// Draws a conversation as a virtual list: only what is on screen is laid out, however long the whole is.
#pragma once

#include "ui/models/conversation_items.h"

#include <QAbstractScrollArea>

#include <memory>
#include <vector>

class QPainter;
class QTextLayout;

namespace ui::look {
class Theme;
}

namespace ui::widgets {

class MessageList : public QAbstractScrollArea {
    Q_OBJECT
public:
    explicit MessageList(const look::Theme &theme, QWidget *parent = nullptr); // the theme must outlive it
    ~MessageList() override;

    // Keeps the place: what did not change keeps its layout, and while following the end stays in sight.
    void setItems(const QList<models::ConversationItem> &items);
    void startAtEnd(bool atEnd); // for another conversation
    bool isFollowing() const { return m_isFollowing; }
    void follow();
    void setStep(int step);   // moves the bars of the streaming shape
    int laidOutCount() const; // for tests: how many blocks hold a layout
    const models::ConversationItem *currentItem() const;
    void setEmptyText(const QString &text);
    void setMarkedWords(const QStringList &words); // wherever they stand in a text, in any case
    int markedCount() const;                       // of the blocks that have one
    // 1: the next, -1: the one before, 0: the one here or the next; round the ends. False: there is none.
    bool goToMarked(int step);

signals:
    void foldFlipped(const QString &foldId);
    void followingChanged(bool isFollowing);
    void tabStepped(int step);
    void copyWanted(const ui::models::ConversationItem &item);

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void scrollContentsBy(int dx, int dy) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;

private:
    struct Block {
        models::ConversationItem item;
        std::unique_ptr<QTextLayout> layout;
        qreal top = 0;
        qreal height = -1; // below 0: not measured for this width
    };

    qreal contentWidth() const;
    qreal estimate(const Block &block) const;
    void layOut(Block &block) const;
    void place();         // tops from heights
    void settle();        // lays out what is on screen until nothing moves
    bool layOutVisible(); // returns whether a height changed
    void forgetFarLayouts();
    void rebuild();
    int blockAt(qreal y) const;
    void moveCurrent(int step);
    void activate(int block);
    void noteScroll();
    void updateRange();
    void speakCurrent();
    void goTo(int block, bool isDownwards);
    bool isMarked(const Block &block) const;

    void paintBlock(QPainter &painter, const Block &block, const QRectF &bounds) const;
    void paintRole(QPainter &painter, const Block &block, const QRectF &line) const;
    void paintFold(QPainter &painter, const Block &block, const QRectF &line) const;
    void paintText(QPainter &painter, const Block &block, const QRectF &bounds) const;
    void paintFrame(QPainter &painter, const Block &block, const QRectF &bounds) const;

    const look::Theme &m_theme;
    std::vector<Block> m_blocks;
    QString m_emptyText;
    QStringList m_markedWords;
    qreal m_totalHeight = 0;
    int m_current = -1;
    int m_step = 0;
    bool m_isFollowing = false;
    bool m_isSettling = false;
};

} // namespace ui::widgets
