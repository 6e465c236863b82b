// The live list of requests with its filter and the detail of what is selected.
#pragma once

#include "gateway/api/gateway_facade.h"
#include "gateway/api/inspector_facade.h"
#include "ui/pages/page.h"
#include "ui/pages/view_settings.h"

#include <QTimer>

class QAction;
class QLabel;
class QMenu;
class QModelIndex;
class QPushButton;
class QSplitter;
class QStackedWidget;

namespace ui::look {
class Theme;
}
namespace ui::models {
class RequestTableModel;
struct RequestOrder;
} // namespace ui::models
namespace ui::widgets {
class RequestDelegate;
class RequestTableView;
} // namespace ui::widgets

namespace ui::pages {

class RequestColumns;
class RequestCommands;
class RequestDetailPane;
class RequestTimes;
class RequestToolbar;
class SavedFilters;

enum class DetailPlace { Below, Right, Hidden };

class RequestsPage : public Page {
    Q_OBJECT
public:
    // The facades and the theme must outlive the page. What the user arranges is kept through `settings`.
    RequestsPage(gateway::api::GatewayFacade &facade, gateway::api::InspectorFacade &inspector,
                 const look::Theme &theme, const ViewSettings &settings, QWidget *parent = nullptr);
    ~RequestsPage() override;

    QString title() const override;
    const char *iconName() const override;
    QString statusText() const override;
    QWidget *firstPane() override;
    QList<QWidget *> panes() override;

    // For the menu bar: what can be done with the selected request, and with the view. Owned by the page.
    QList<QAction *> requestActions() const;
    QList<QAction *> viewActions() const { return m_viewActions; }

    void showRequest(const QString &id);    // selects it as soon as it is in the list
    void showMatching(const QString &text); // nothing but the rows with this text
    DetailPlace detailPlace() const;        // in force; a narrow window puts "right" below
    bool isPaused() const { return m_isPaused; }
    void removeRequests(const QStringList &ids); // with their bodies; who calls has asked
    void readAnew();                             // much has gone from the store

signals:
    void removalWanted(const QStringList &ids); // asked first by who hears it
    void whyHereWanted(const QString &pasted);  // the request as a command, to be simulated
    void connectWanted();                       // a tool shall be pointed here
    void openWanted();                          // a saved filter was chosen somewhere else

public slots:
    void togglePaused();
    void showNewest(); // resumes following
    void cycleDetailPlace();
    void focusFilter();

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void makeList();
    QWidget *makeEmptyPanel();
    void makeBanner();
    void makeActions();
    QAction *addPageAction(const char *objectName, const QString &text, const QKeySequence &shortcut,
                           void (RequestsPage::*slot)());
    void connectAll();

    void reload();  // from the newest row, by the filter of now
    void refresh(); // after updates were off: only what is new, where possible
    void takeReload(const gateway::api::HistoryPage &page);
    void takeRefresh(const gateway::api::HistoryPage &page);
    void fetchPage(qint64 beforeSequence);
    void fetchNewerPage(qint64 afterSequence);
    void fetchPlace(int firstRow);
    using TakePage = void (RequestsPage::*)(const gateway::api::HistoryPage &page, qint64 place);
    void fetch(const gateway::api::HistoryQuery &query, qint64 place, TakePage take);
    void takeOlderPage(const gateway::api::HistoryPage &page, qint64 place);
    void takeNewerPage(const gateway::api::HistoryPage &page, qint64 place);
    void takePlace(const gateway::api::HistoryPage &page, qint64 place);
    void lookAtVisible();   // says which rows are on screen
    void reviewSelection(); // after rows were read

    // Clicks on titles, the menus of columns; see requests_page_order.cpp.
    void connectOrder();
    void sortByColumn(int column);
    void sortBy(const models::RequestOrder &order);
    void fillOrderMenu(QMenu &menu);

    QAction *makeGroupAction();
    bool isGrouped() const;
    void setGrouped(bool isGrouped);
    void nameList();
    void readSessions(); // instead of reload(), by session
    void countSessions();
    void takeSessions(const gateway::api::SessionPage &page);
    void fetchSessionRows(const QString &session, qint64 beforeSequence);
    void askSessions(gateway::api::Reply<gateway::api::SessionPage> reply);
    void openOrClose(int row, bool isOpen);
    void stepTab(int step);
    void enterRow();
    void switchOpen(int row); // of a session
    QStringList selectedIds() const;
    QList<gateway::api::SessionView> selectedSessions() const;
    void restoreSelection(const QStringList &ids);
    void restoreSessions(const QList<gateway::api::SessionView> &sessions);
    void selectRow(int row); // as well
    void selectOnly(int row);
    void updateSessions(); // what the selected ones came to
    void noteRead(qint64 totalStored);

    void makeTimes();
    QAction *makeTimesAction();
    void countTimes();
    void updateTimes();
    void chooseTimes(const QDateTime &from, const QDateTime &until); // invalid: all
    void clearFilter();
    gateway::api::HistoryQuery query(qint64 beforeSequence) const;
    void ask(const gateway::api::HistoryQuery &query, gateway::api::Reply<gateway::api::HistoryPage> reply);
    QStringList knownValues(const QString &fieldName) const; // for completing the filter
    void takeQueryFailure(const QString &message);
    void takeLive(const QList<gateway::api::RequestSummary> &requests);
    void applyFilter();
    void restoreFilter(); // as it was when the window was closed
    void showHidden(const QString &id);

    void selectionChanged();
    void noteRow(const QString &id);
    void updateHiddenNotice();
    void updateIntake();
    void updateLive();
    void updateTicking();
    void updateEmptyState();
    void updateBanner();
    void updateActions();
    void applyPlace();
    void restorePlace();
    void keepPlace();
    QString placeSetting() const;
    bool isWide() const;
    void openRowMenu(const QPoint &at);
    void fillSessionMenu(QMenu &menu, int row);
    void addFilterMenus(QMenu &menu, const QModelIndex &index);
    void copyRows();
    void copyAddress();
    void connectMarks();
    void focusList();
    void focusDetail();
    void applyTheme();

    gateway::api::GatewayFacade &m_facade;
    gateway::api::InspectorFacade &m_inspector;
    const look::Theme &m_theme;
    ViewSettings m_settings;
    models::RequestTableModel *m_model;
    RequestToolbar *m_toolbar;
    SavedFilters *m_savedFilters;
    RequestTimes *m_times = nullptr;
    QAction *m_showTimes = nullptr;
    QAction *m_groupBySession = nullptr;
    QWidget *m_banner;
    QLabel *m_bannerText;
    QSplitter *m_splitter;
    QStackedWidget *m_listStack;
    widgets::RequestTableView *m_view;
    widgets::RequestDelegate *m_delegate;
    RequestColumns *m_columns;
    QWidget *m_empty;
    QLabel *m_emptyText;
    QPushButton *m_connect;
    QPushButton *m_copyAddress;
    QPushButton *m_clearFilter;
    RequestDetailPane *m_detail;
    RequestCommands *m_commands = nullptr;
    QList<QAction *> m_viewActions;
    QTimer m_tick;
    QTimer m_filterDelay;
    QTimer m_countDelay; // new requests are counted by time now and then
    QDateTime m_chosenFrom;
    QDateTime m_chosenUntil;
    QString m_queryProblem;
    QString m_wantedId; // of a request that is to be selected when it comes
    qint64 m_totalStored = 0;
    qint64 m_totalSessions = 0; // that match
    int m_chosenRow = -1;       // selected before it was read
    quint64 m_queryGeneration = 0;
    DetailPlace m_place = DetailPlace::Below; // as chosen for this width class
    bool m_wasWide = true;
    bool m_isPaused = false;
    bool m_hasLoaded = false;
    bool m_isRestoringSelection = false;
};

} // namespace ui::pages
