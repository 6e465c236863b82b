// Where the time of a request went: one bar, the tries, and the figures as a table.
#pragma once

#include "ui/pages/detail_tab.h"

class QLabel;
class QScrollArea;

namespace ui::look {
class Theme;
}
namespace ui::widgets {
class AttemptBars;
class FactsGrid;
class TimingBar;
} // namespace ui::widgets

namespace ui::pages {

class TimingTab : public DetailTab {
    Q_OBJECT
public:
    explicit TimingTab(const look::Theme &theme, QWidget *parent = nullptr);

    void showDetail(const gateway::api::RequestDetail &detail, bool isSameRequest) override;
    QWidget *focusTarget() override;

private:
    void applyTheme();

    const look::Theme &m_theme;
    QScrollArea *m_area;
    QLabel *m_title;
    QLabel *m_total;
    QLabel *m_note;
    QLabel *m_attemptsTitle;
    widgets::TimingBar *m_bar;
    widgets::AttemptBars *m_attempts;
    widgets::FactsGrid *m_figures;
};

} // namespace ui::pages
