// The exchange as text: request line, headers and body, then those of the answer.
#pragma once

#include "ui/pages/detail_tab.h"

class QLabel;
class QPlainTextEdit;
class QToolButton;

namespace ui::look {
class Theme;
}

namespace ui::pages {

class RawTab : public DetailTab {
    Q_OBJECT
public:
    explicit RawTab(const look::Theme &theme, QWidget *parent = nullptr);

    void showDetail(const gateway::api::RequestDetail &detail, bool isSameRequest) override;
    QWidget *focusTarget() override;

private:
    void showText(qsizetype limit);
    void applyTheme();

    const look::Theme &m_theme;
    QLabel *m_notice;
    QToolButton *m_loadAll;
    QPlainTextEdit *m_text;
    gateway::api::RequestDetail m_detail;
};

} // namespace ui::pages
