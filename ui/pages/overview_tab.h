// What was asked, sent and answered, the tries, and the tokens of one request.
#pragma once

#include "ui/pages/detail_tab.h"

#include <QScrollArea>

class QBoxLayout;
class QFrame;
class QLabel;

namespace ui::look {
class Theme;
}
namespace ui::widgets {
class AttemptBars;
class FactsGrid;
class TimingBar;
} // namespace ui::widgets

namespace ui::pages {

class OverviewTab : public DetailTab {
    Q_OBJECT
public:
    explicit OverviewTab(const look::Theme &theme, QWidget *parent = nullptr);

    void showDetail(const gateway::api::RequestDetail &detail, bool isSameRequest) override;
    QWidget *focusTarget() override { return m_area; }

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    QWidget *makeBlock(const QString &title, QLabel **aside = nullptr);
    void showFacts(const gateway::api::RequestDetail &detail);
    void showTokens(const gateway::api::RequestDetail &detail);
    void arrange();
    void applyTheme();

    const look::Theme &m_theme;
    QScrollArea *m_area;
    QBoxLayout *m_blocks;
    QList<QLabel *> m_titles;
    QList<QFrame *> m_dividers;
    widgets::FactsGrid *m_facts;
    QLabel *m_origin;
    QLabel *m_notes;
    QLabel *m_total = nullptr;
    QLabel *m_notSent;
    widgets::AttemptBars *m_attempts;
    QLabel *m_timingTitle;
    widgets::TimingBar *m_timing;
    widgets::FactsGrid *m_tokens;
    QLabel *m_cost = nullptr;
    QLabel *m_costNote;
};

} // namespace ui::pages
