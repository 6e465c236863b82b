// The table of requests: whole rows under the pointer, and a scroll position that live rows do not move.
#pragma once

#include <QTableView>

#include <functional>
#include <optional>
#include <utility>

namespace ui::widgets {

class RequestTableView : public QTableView {
    Q_OBJECT
public:
    explicit RequestTableView(QWidget *parent = nullptr);

    int hoveredRow() const { return m_hoveredRow; }
    bool isAtNewest() const;
    void scrollToNewest();
    // Where the first column on screen begins; the bar of the selection is painted there.
    bool isFirstVisibleColumn(int column) const;
    static constexpr int startWidth = 28; // of a row, in pixels
    // Whether a row can be opened, and is; for screen readers. Nothing: there is nothing to open.
    using Opening = std::function<std::optional<bool>(int row)>;
    void setOpening(Opening opening) { m_opening = std::move(opening); }
    std::optional<bool> opening(int row) const { return m_opening ? m_opening(row) : std::nullopt; }
    void tellOpening(int row); // it was opened or closed

signals:
    void atNewestChanged(bool isAtNewest);
    void pauseToggled();
    void newestWanted();
    void tabStepped(int step); // Left and Right switch the tabs of the detail
    void detailWanted();       // Enter
    void copyWanted();
    // A double click, or a press where the row begins: there a row that can be opened has its arrow.
    void openingWanted(int row);

protected:
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    bool viewportEvent(QEvent *event) override;
    void rowsInserted(const QModelIndex &parent, int start, int end) override;
    void rowsAboutToBeRemoved(const QModelIndex &parent, int start, int end) override;

private:
    bool isAtStart(const QMouseEvent &event) const;
    void goToFirstRow();
    bool startAtNewestInSight();
    void hoverRow(int row);
    void shiftBy(int rows);
    void noteScroll();

    Opening m_opening;
    int m_hoveredRow = -1;
    bool m_wasAtNewest = true;
};

} // namespace ui::widgets
