// Shows one request in tabs, or the sum of several; reads it from the gateway and follows it while it runs.
#pragma once

#include "gateway/api/gateway_facade.h"
#include "gateway/api/inspector_views.h"
#include "gateway/api/session_views.h"

#include <QHash>
#include <QSet>
#include <QTimer>
#include <QWidget>

class QLabel;
class QPushButton;
class QStackedWidget;
class QTabBar;
class QToolButton;
class QVBoxLayout;

namespace ui::look {
class Theme;
}
namespace ui::widgets {
class MarkBar;
class StateMark;
} // namespace ui::widgets

namespace ui::pages {

class ConversationTab;
class DetailTab;
class SelectionSummary;

class RequestDetailPane : public QWidget {
    Q_OBJECT
public:
    // The facade and the theme must outlive it.
    RequestDetailPane(gateway::api::GatewayFacade &facade, const look::Theme &theme, QWidget *parent = nullptr);

    void showRequest(const gateway::api::RequestSummary &request);
    void showSelection(const QList<gateway::api::RequestSummary> &requests);
    void showSessions(const QList<gateway::api::SessionView> &sessions);
    void leaveSessions(); // where they are shown: back to the request of before
    void forget();        // the request is not stored any more
    // A row changed; only the shown one counts.
    void updateRequest(const gateway::api::RequestSummary &request);
    void setHiddenByFilter(bool isHidden);
    // Hidden panes read and follow nothing.
    void setActive(bool isActive);

    // The last one that was shown, also while a selection or sessions are.
    QString requestId() const { return m_summary.id; }
    bool isShowingRequest() const;
    bool isAtFirstTab() const;
    const gateway::api::RequestSummary &request() const { return m_summary; }
    const gateway::api::RequestDetail &detail() const { return m_detail; }
    bool canCancel() const;
    void cancel();
    enum class CopyForm { Curl, Python, JavaScript };
    void copyAs(CopyForm form);
    void askWhyHere();
    void copyError();
    void copyId();
    void copyLink(); // where the management API has it
    void say(const QString &text);
    void lookFor(const QString &searched); // in what is said
    void showMark(const gateway::api::RequestMark &mark);
    void stepTab(int step);
    void focusDetail();
    QWidget *focusWidgetOfTab() const;
    bool isDetailKnown() const { return m_detail.summary.id == m_summary.id; }

signals:
    void showHiddenWanted(const QString &id);
    void requestShown();
    void whyHereWanted(const QString &pasted); // the request as a command, to be simulated
    void resendWanted();
    void compareWanted();
    void commentWanted();
    void originalWanted(const QString &id);
    void comparisonWanted(const QString &id, const QString &otherId);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void makeHead(QVBoxLayout *outer);
    QToolButton *makeHeadButton(QWidget *head, const char *objectName, const QString &text, const QString &toolTip);
    void makeCopyMenu();
    void makeNotices(QVBoxLayout *outer);
    void makeTabs(QVBoxLayout *outer);
    void addTab(DetailTab *tab, const QString &title, const char *objectName);
    void updateHead();
    void updateWatch();
    void fetch();
    void takeDetail(const gateway::api::RequestDetail &detail);
    void takeFailure(const QString &message);
    void takeConversation(const gateway::api::ConversationView &conversation);
    void refreshTab();
    void showWaiting();
    void applyTheme();

    gateway::api::GatewayFacade &m_facade;
    const look::Theme &m_theme;
    QStackedWidget *m_stack;
    QWidget *m_single;
    QLabel *m_nothing;
    SelectionSummary *m_selection;
    widgets::StateMark *m_mark;
    QLabel *m_headline;
    QLabel *m_facts;
    QToolButton *m_id;
    QLabel *m_said;
    QPushButton *m_cancel;
    QToolButton *m_copy;
    QToolButton *m_why = nullptr;
    QToolButton *m_resend = nullptr;
    QToolButton *m_compare = nullptr;
    widgets::MarkBar *m_markBar = nullptr;
    QWidget *m_hiddenBar;
    QLabel *m_hiddenText;
    QToolButton *m_showHidden;
    QLabel *m_failure;
    QTabBar *m_tabBar;
    QStackedWidget *m_tabs;
    QList<DetailTab *> m_tabList;
    ConversationTab *m_conversation;
    QHash<DetailTab *, QString> m_shownIn; // tab -> id it shows; absent: must be shown anew
    QSet<DetailTab *> m_stale;
    gateway::api::RequestSummary m_summary;
    gateway::api::RequestDetail m_detail;
    QTimer m_fetchTimer;   // rows passed over with the arrow keys are not read
    QTimer m_waitingTimer; // what is still shown belongs to another request
    QTimer m_saidTimer;
    bool m_isShowingSessions = false;
    int m_retries = 0;
    quint64 m_generation = 0;
    bool m_isActive = true;
};

} // namespace ui::pages
