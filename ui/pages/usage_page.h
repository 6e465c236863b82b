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

class QButtonGroup;
class QComboBox;
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
class SeriesLegend;
class UsageBars;
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
    // The rows of one provider; the Requests page shows them.
    void requestsWanted(const QString &provider);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    struct Figure {
        QLabel *value = nullptr;
        QLabel *below = nullptr;
    };

    QWidget *buildHeader();
    QWidget *buildFigures();
    QWidget *buildChart();
    QWidget *buildTables();
    QWidget *buildMore();
    QWidget *buildEmpty();
    Figure addFigure(QHBoxLayout &row, const QString &name, const char *objectName);
    QTableView *makeTable(models::UsageTableModel *model, const char *objectName, const QString &accessibleName,
                          QWidget *parent);
    void fitTable(QTableView *table) const;
    void addChoices(QHBoxLayout &row, QButtonGroup &group, const QStringList &names, const char *objectName);

    void connectParts();
    void refresh(); // asks the gateway
    void takeReport(const gateway::api::UsageReport &report);
    void showFigures();
    void showChart();
    void showMore();
    void showTotals();
    void moveRange(int by);
    void save(); // a table of everything, or a picture of the bars, by the end of the name
    QString savePicture(const QString &name) const; // what went wrong, or empty
    void showForecast();
    QDate today() const { return m_today.isValid() ? m_today : QDate::currentDate(); }

    gateway::api::GatewayFacade &m_gateway;
    const look::Theme &m_theme;
    ViewSettings m_settings;
    DisplayFormat m_format;
    ChooseFile m_chooseFile;
    QDate m_today;
    models::UsageRange m_range;
    models::UsageMeasure m_measure = models::UsageMeasure::Cost;
    gateway::api::UsageReport m_report;
    bool m_hasReport = false;
    bool m_isAsking = false;
    bool m_mustAskAgain = false;
    QString m_problem;
    QTimer m_refreshTimer; // while the page is seen

    QButtonGroup *m_kinds = nullptr;
    QButtonGroup *m_measures = nullptr;
    QLabel *m_span = nullptr;
    QPushButton *m_before = nullptr;
    QPushButton *m_after = nullptr;
    QPushButton *m_asTable = nullptr;
    QPushButton *m_save = nullptr;
    Figure m_spend;
    Figure m_requests;
    Figure m_tokens;
    Figure m_failed;
    Figure m_unpriced;
    QStackedWidget *m_stack = nullptr;
    QScrollArea *m_area = nullptr;
    QLabel *m_chartTitle = nullptr;
    QLabel *m_forecast = nullptr;
    QStackedWidget *m_chartStack = nullptr;
    widgets::UsageBars *m_bars = nullptr;
    widgets::SeriesLegend *m_legend = nullptr;
    QTableWidget *m_barTable = nullptr;
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
