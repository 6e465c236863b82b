// Holds the rows of the request list: stored ones by page, running ones as they change, newest first.
#pragma once

#include "gateway/api/gateway_commands.h"
#include "gateway/api/gateway_views.h"
#include "gateway/api/inspector_views.h"
#include "gateway/api/session_views.h"
#include "ui/display_format.h"
#include "ui/models/request_filter.h"
#include "ui/models/request_list_modes.h"

#include <QAbstractTableModel>
#include <QHash>
#include <QSet>

#include <chrono>
#include <deque>
#include <memory>

namespace ui::models {

// Knows no gateway: it asks for pages by `pageWanted` and gets rows by calls. Order is by start, newest first, then by
// id; a row keeps the place it was born at. One live update costs O(log rows), the list is never reset by one.
//
// Where the first page told how many requests match, the list has that many rows, and only a window of them is in memory:
// the others are empty until lookAt() says that they are on screen. Rows that come into the window or leave it change in
// place, so that neither the selection nor the scroll position moves.
class RequestTableModel : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column {
        State,
        Time,
        Client,
        AskedFor,
        ServedBy,
        Tries,
        Duration,
        Result,
        FirstToken,
        Input,
        Cached,
        Output,
        Cost,
        Key,
        Session,
        Size,
        Id,
        Operation,
        Comment,
        Note, // what a person marked: pin, comment, repetition
        ColumnCount,
    };
    static constexpr int defaultRowLimit = 100'000;
    static constexpr int pageSize = 200;
    static constexpr int windowRows = 5'000;
    static constexpr int heldLimit = 5'000; // above it held rows are forgotten and read again from the store
    static constexpr int mostSessions = 5'000;
    static constexpr int mostOpenRows = 10'000; // of all sessions that are open

    explicit RequestTableModel(QObject *parent = nullptr, int rowLimit = defaultRowLimit);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;
    bool canFetchMore(const QModelIndex &parent) const override;
    void fetchMore(const QModelIndex &parent) override;

    const gateway::api::RequestSummary &request(int row) const; // an empty one outside of the window
    bool isLoaded(int row) const;                               // in the window
    // These rows are on screen: what is missing of them, and soon will be, is asked for.
    void lookAt(int first, int last);
    int rowOf(const QString &id) const; // -1 when it is not in the list
    QString cellText(int row, int column) const;
    QVariant toolTip(int row, int column) const;
    // True for the number cells of a failed row that have nothing to say; its error text runs across them.
    bool isSpannedByError(int row, int column) const;
    int streamingStep(int row) const;          // moves the bars; one step per arrived batch
    Microseconds shownDuration(int row) const; // counts on between two updates of a running row
    bool hasRunningRows() const { return !m_running.isEmpty(); }
    bool isNumberColumn(int column) const;

    const RequestFilter &filter() const { return m_filter; }
    // The list stays as it is until the first page of the new filter arrives; rows of another filter are refused.
    void setFilter(const RequestFilter &filter);
    void setFormat(const DisplayFormat &format);

    // The list stays as it is until resetTo() brings the first page in that order. Sessions are in the order of time.
    void setOrder(const RequestOrder &order);
    const RequestOrder &order() const { return m_order; }

    // Replaces everything: the first page and what is running now.
    void resetTo(const gateway::api::HistoryPage &page, const QList<gateway::api::RequestSummary> &running);
    // Rows older than the ones before. Newer pages go through mergeNewestPage.
    void appendPage(const gateway::api::HistoryPage &page);
    void prependPage(const gateway::api::HistoryPage &page); // rows newer than the window, the oldest first
    // Another window: the rows from that one on.
    void placePage(const gateway::api::HistoryPage &page, int firstRow);
    void pageFailed(); // the page that was wanted did not come; asking again is allowed
    // The newest page again, after live updates were off. Returns false when rows between it and the list are missing;
    // the caller then resets.
    bool mergeNewestPage(const gateway::api::HistoryPage &page);
    void forget(const QStringList &ids); // they are not stored any more
    // True when a row still counts as running that is no longer among these: its end was missed.
    bool hasLostRunningRows(const QList<gateway::api::RequestSummary> &running) const;

    // By session: the list holds a row for each session, and below an open one its requests, newest first. The row of a
    // session has no request: for all that asks for one it is not loaded. See request_table_sessions.cpp.
    void resetToSessions(const gateway::api::SessionPage &page, const QList<gateway::api::RequestSummary> &running);
    void beginCounting(); // sessions are asked for again: what has ended until now is in the answer
    void mergeSessions(const gateway::api::SessionPage &page, const QList<gateway::api::RequestSummary> &running);
    // The newest requests of the session where `beforeSequence` is 0, else those before.
    void addSessionRows(const QString &session, qint64 beforeSequence, const gateway::api::HistoryPage &page,
                        const QList<gateway::api::RequestSummary> &running);
    void sessionRowsFailed(const QString &session);
    bool isGrouped() const { return m_isGrouped; }
    bool isSession(int row) const;
    bool isOpen(int row) const;
    void setOpen(int row, bool isOpen); // of a session
    gateway::api::SessionView session(int row) const;
    int rowOfSession(const QString &id) const;                  // -1 when it is not in the list
    int sessionRowOf(int row) const;                            // of a request; -1: the list is not by session
    QStringList openSessions() const { return m_openSessions; } // the one that was opened first is the first
    int sessionCount() const { return static_cast<int>(m_sessions.size()); }

    void setIntake(Intake intake); // leaving Freeze or HoldNewRows brings in what waited
    Intake intake() const { return m_intake; }
    int heldCount() const { return static_cast<int>(m_heldNew.size()); }
    void mergeLive(const QList<gateway::api::RequestSummary> &requests);

    // Marks stay with their ids, whichever rows are in the list.
    void setMarks(const QList<gateway::api::RequestMark> &marks);
    void setMark(const gateway::api::RequestMark &mark);
    gateway::api::RequestMark mark(int row) const { return m_marks.value(request(row).id); }
    bool hasMarks() const { return !m_marks.isEmpty(); }
    QString noteText(int row) const; // "Pinned. Repeats another request. the comment"

    void tick(); // repaints the durations of running rows

signals:
    void pageWanted(qint64 beforeSequence);
    void newerPageWanted(qint64 afterSequence);
    void placeWanted(int firstRow);
    void sessionRowsWanted(const QString &session, qint64 beforeSequence);
    void heldCountChanged(int count);
    void reloadWanted();                    // more was held than is kept: read the newest rows again
    void requestChanged(const QString &id); // an update of a row, shown or not
    void requestLeft(const QString &id);    // no longer matches the filter

private:
    using Clock = std::chrono::steady_clock;
    struct Group {
        gateway::api::SessionView stored; // as the store counted it
        gateway::api::SessionView live;   // what has to be added to it
        bool isOpen = false;
        bool hasMore = false;
        bool isPageOnItsWay = false;
        qint64 lowestSequence = 0; // of the requests that were read
        qint64 highestSequence = 0;
    };
    struct Row {
        gateway::api::RequestSummary request;
        std::unique_ptr<Group> session; // this is the row of a session, without a request
        const Row *header = nullptr;    // of its session
        qint64 bornAt = 0;              // key of the order; fixed, so that an update cannot move the row
        Clock::time_point updatedAt;
        int step = 0;
    };
    using RowPointer = std::unique_ptr<Row>;
    // What a live request adds to its session until the store has counted it.
    struct LiveShare {
        gateway::api::SessionView figures;
        bool hasEnded = false;
        bool isCounted = false; // by the answer that is on its way
    };

    enum class Side { None, Newer, Older }; // of the window, where a page is expected

    bool isWanted(const gateway::api::RequestSummary &request) const;
    static bool isBornBefore(const Row &left, const Row &right);
    static bool isBefore(const Row &left, const Row &right);
    int place(const Row &row) const; // in the window: where it is, or would be inserted
    int loadedCount() const { return static_cast<int>(m_rows.size()); }
    void insertRow(RowPointer row);
    void insertSorted(QList<gateway::api::RequestSummary> requests, Side side = Side::None);
    void insertGroup(std::vector<RowPointer> group, int at, Side side);
    void putRows(std::vector<RowPointer> rows, int at);
    void dropEmptyRows(Side side, int count);
    void trimWindow();
    void dropRows(int first, int count);
    void removeRow(int at); // a place in the window
    void updateRow(Row &row, const gateway::api::RequestSummary &request);
    void takeLive(const gateway::api::RequestSummary &request);
    bool hold(const gateway::api::RequestSummary &request);
    void releaseHeld();
    void noteRunning(const gateway::api::RequestSummary &request);
    void trim();
    void shareStrings(gateway::api::RequestSummary &request);
    RowPointer makeRow(const gateway::api::RequestSummary &request);
    void clearRows();
    Row *sessionRow(const QString &id, const QDateTime &start); // made where there is none; null: too many
    int endOfSession(const Row &header) const;                  // the place behind its last row
    void dropSessionRows(const Row &header, int kept = 0);      // but the newest ones that are kept
    void trimSessions();
    void removeSession(const Row &header);
    void takeLiveOfSession(const gateway::api::RequestSummary &request);
    void countLive(const gateway::api::RequestSummary &request);
    void dropCounted(const QList<gateway::api::RequestSummary> &running);
    void noteCountedHeld(const QSet<QString> &answeredSessions);
    void orderSessions();
    void lookAtSessions(int first, int last);
    QString sessionCell(const gateway::api::SessionView &session, int column) const;
    QString timeText(const gateway::api::RequestSummary &request) const;

    std::deque<RowPointer> m_rows; // the window
    int m_above = 0;               // empty rows before it
    int m_below = 0;               // and behind it
    bool m_knowsWhole = false;     // how many there are
    int m_lookedAt = 0;            // the first row on screen
    qint64 m_upperSequence = 0;    // newer rows are not in the window, while there are empty rows above
    QHash<QString, Row *> m_byId;
    QSet<QString> m_running;
    QHash<QString, gateway::api::RequestSummary> m_held; // changes that wait
    QSet<QString> m_heldNew;                             // those of them that are not in the list
    QSet<QString> m_strings;                             // one copy of each repeated name
    QHash<QString, gateway::api::RequestMark> m_marks;   // without the empty ones
    QHash<QString, Row *> m_sessions;                    // their rows
    QHash<QString, LiveShare> m_shares;
    QSet<QString> m_heldInAnswer; // had ended and waited when sessions were asked for: the answer has counted them
    QSet<QString> m_heldCounted;  // the answer came: they add nothing when they are let in
    QStringList m_openSessions;
    RequestFilter m_filter;
    RequestOrder m_order;
    DisplayFormat m_format;
    Intake m_intake = Intake::Follow;
    int m_rowLimit;
    qint64 m_lowestSequence = 0;
    qint64 m_highestSequence = 0;
    bool m_hasMore = false;
    bool m_isPageOnItsWay = false;
    bool m_hasOverflowed = false;
    bool m_isGrouped = false;
};

} // namespace ui::models
