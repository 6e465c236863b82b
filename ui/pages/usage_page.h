// What was used and what it cost: by what clients asked for, and by who was paid.
#pragma once

#include "gateway/api/gateway_facade.h"
#include "ui/display_format.h"
#include "ui/models/usage_chart.h"
#include "ui/models/usage_range.h"
#include "ui/pages/page.h"
#include "ui/pages/view_settings.h"

#include <QTimer>

#include <functional>
#include <optional>
#include <utility>

class QButtonGroup;
class QBoxLayout;
class QHBoxLayout;
class QLabel;
class QPushButton;
class QScrollArea;
class QStackedWidget;
class QTableView;
class QTableWidget;
class QVBoxLayout;

namespace ui::look {
class Theme;
}
namespace ui::models {
class UsageTableModel;
}
namespace ui::widgets {
class ChartPanel;
class ElidingLabel;
class UsageBars;
class UsageCalendar;
class UsageLines;
} // namespace ui::widgets

namespace ui::pages {

class UsagePage : public Page {
    Q_OBJECT
public:
    // Where a table is saved; an empty name means that the person changed their mind.
    using ChooseFile = std::function<QString(QWidget *parent, const QString &suggestedName)>;

    // Gateway and theme must outlive the page.
    UsagePage(gateway::api::GatewayFacade &gateway, const look::Theme &theme, ViewSettings settings,
              QWidget *parent = nullptr);

    void setChooseFile(ChooseFile choose) { m_chooseFile = std::move(choose); }
    // The first and the last day; nothing when the person changed their mind.
    using ChooseDays = std::function<std::optional<std::pair<QDate, QDate>>(QWidget *parent, QDate first, QDate last)>;
    void setChooseDays(ChooseDays choose) { m_chooseDays = std::move(choose); }
    void setToday(const QDate &today); // tests and pictures have a day of their own
    void showRange(const models::UsageRange &range);

    QString title() const override { return tr("Usage"); }
    const char *iconName() const override { return "usage"; }
    void pageShown() override;
    void pageHidden() override;
    QString statusText() const override;
    QWidget *firstPane() override;
    QList<QWidget *> panes() override;

signals:
    // In the language of the Requests page's filter.
    void requestsWanted(const QString &filter);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    struct Figure {
        QLabel *value = nullptr;
        QLabel *below = nullptr;
    };

    QWidget *buildHeader();
    void placeHeader(int margin, int spacing); // pixels
    QWidget *buildFigures();
    QWidget *buildCharts(); // over time by provider, and the calendar
    QWidget *buildLatency();
    QWidget *buildKinds(); // of tokens, and of answers that failed
    QWidget *buildTables();
    QWidget *buildMore();
    QWidget *buildEmpty();
    Figure addFigure(QHBoxLayout &row, const QString &name, const char *objectName);
    QTableView *makeTable(models::UsageTableModel *model, const char *objectName, const QString &accessibleName,
                          QWidget *parent);
    void fitTable(QTableView *table) const;
    widgets::ChartPanel *makePanel(const char *name, const QString &title, QWidget *parent);
    void addChoices(QHBoxLayout &row, QButtonGroup &group, const QStringList &names, const char *objectName);

    void connectParts();
    void connectCharts();
    void connectTables();
    void refresh(); // asks the gateway
    void takeReport(const gateway::api::UsageReport &report);
    bool moveCalendar(); // to weeks that hold the span; true: other ones than before
    void askCalendar();
    void showFigures();
    void showSavings();
    void showCharts();
    void showMain(const QList<models::UsageStep> &steps);
    void showCalendar();
    void showLatency(const QList<models::UsageStep> &steps);
    void showProviderLatency();
    void showKinds(const QList<models::UsageStep> &steps);
    void chooseDays();
    void narrowTo(int step);
    void setTablesShown(bool isShown);
    void arrange(); // side by side, or below each other where it is narrow
    void showMore();
    void showTotals();
    void moveRange(int by);
    void showSpan();
    void save(); // a table of everything, or a picture of the bars, by the end of the name
    void showForecast();
    QDate today() const { return m_today.isValid() ? m_today : QDate::currentDate(); }

    gateway::api::GatewayFacade &m_gateway;
    const look::Theme &m_theme;
    ViewSettings m_settings;
    DisplayFormat m_format;
    ChooseFile m_chooseFile;
    ChooseDays m_chooseDays;
    QDate m_today;
    models::UsageRange m_range;
    models::UsageMeasure m_measure = models::UsageMeasure::Cost;
    gateway::api::UsageReport m_report;
    bool m_hasReport = false;
    bool m_isAsking = false;
    bool m_mustAskAgain = false;
    QString m_problem;
    QTimer m_refreshTimer; // while the page is seen
    int m_refreshes = 0;
    QDateTime m_askedFirstHour; // that the steps of everything were made from
    QList<gateway::api::UsageHour> m_calendarHours;
    QDate m_calendarEnd; // the last day that the calendar shows

    QButtonGroup *m_kinds = nullptr;
    QButtonGroup *m_measures = nullptr;
    widgets::ElidingLabel *m_span = nullptr;
    QPushButton *m_before = nullptr;
    QPushButton *m_after = nullptr;
    QPushButton *m_asTable = nullptr;
    QPushButton *m_save = nullptr;
    Figure m_spend;
    Figure m_requests;
    Figure m_tokens;
    Figure m_saved;
    Figure m_failed;
    Figure m_unpriced;
    QStackedWidget *m_stack = nullptr;
    QScrollArea *m_area = nullptr;
    QList<QBoxLayout *> m_rows; // of panels
    QBoxLayout *m_tablesRow = nullptr;
    QLabel *m_title = nullptr;
    widgets::ChartPanel *m_main = nullptr;
    widgets::UsageBars *m_bars = nullptr;
    widgets::UsageLines *m_lines = nullptr;
    widgets::ChartPanel *m_calendarPanel = nullptr;
    widgets::UsageCalendar *m_calendar = nullptr;
    widgets::ChartPanel *m_latency = nullptr;
    widgets::UsageLines *m_latencyLines = nullptr;
    QButtonGroup *m_latencyKind = nullptr;
    QTableWidget *m_providerLatency = nullptr;
    widgets::ChartPanel *m_tokenKinds = nullptr;
    widgets::UsageBars *m_tokenBars = nullptr;
    widgets::ChartPanel *m_errors = nullptr;
    widgets::UsageBars *m_errorBars = nullptr;
    models::UsageTableModel *m_byAsked = nullptr;
    models::UsageTableModel *m_byProvider = nullptr;
    models::UsageTableModel *m_more = nullptr;
    QTableView *m_askedTable = nullptr;
    QTableView *m_providerTable = nullptr;
    QTableView *m_moreTable = nullptr;
    QButtonGroup *m_moreChoice = nullptr;
    QLabel *m_sameTotal = nullptr;
    QLabel *m_emptyText = nullptr;
};

} // namespace ui::pages
