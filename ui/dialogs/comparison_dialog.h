// Shows two requests side by side: where the prompt leaves the cache, facts, bodies, headers, answers.
#pragma once

#include "gateway/api/inspector_views.h"

#include <QDialog>

class QLabel;
class QStackedWidget;
class QTabBar;
class QTableView;
class QVBoxLayout;

namespace ui::look {
class Theme;
}
namespace ui::models {
class ComparisonModel;
}
namespace ui::widgets {
class DiffView;
}

namespace ui::dialogs {

// A window of its own that does not block the list. What is costly to compare is compared when its tab is first seen.
class ComparisonDialog : public QDialog {
    Q_OBJECT
public:
    // The theme must outlive it.
    ComparisonDialog(gateway::api::RequestComparison comparison, const look::Theme &theme, QWidget *parent = nullptr);

    QString summaryText() const; // what "Copy summary" copies

private:
    void addHeads(QVBoxLayout &outer);
    void addPrefix(QVBoxLayout &outer);
    void addTabs(QVBoxLayout &outer);
    void addButtons(QVBoxLayout &outer);
    QTableView *addTable(models::ComparisonModel *model, const QString &title, const char *objectName);
    widgets::DiffView *addDiff(const QString &title, const char *objectName);
    void showTab(int tab);
    void applyTheme();

    const gateway::api::RequestComparison m_comparison;
    const look::Theme &m_theme;
    QLabel *m_prefix = nullptr;
    QLabel *m_earlierExcerpt = nullptr;
    QLabel *m_laterExcerpt = nullptr;
    QTabBar *m_tabBar = nullptr;
    QStackedWidget *m_tabs = nullptr;
    widgets::DiffView *m_body = nullptr;
    widgets::DiffView *m_answer = nullptr;
};

} // namespace ui::dialogs
