// The events of a streamed answer, as they came from upstream, and the text of the chosen one.
#pragma once

#include "ui/pages/detail_tab.h"

class QLabel;
class QPlainTextEdit;
class QStackedWidget;
class QTableView;

namespace ui::look {
class Theme;
}
namespace ui::models {
class StreamEventModel;
}

namespace ui::pages {

class StreamTab : public DetailTab {
    Q_OBJECT
public:
    explicit StreamTab(const look::Theme &theme, QWidget *parent = nullptr);

    void showDetail(const gateway::api::RequestDetail &detail, bool isSameRequest) override;
    QWidget *focusTarget() override;

private:
    void showEventText(int row);
    void applyTheme();

    const look::Theme &m_theme;
    QStackedWidget *m_stack;
    QTableView *m_table;
    models::StreamEventModel *m_model;
    QPlainTextEdit *m_text;
    QLabel *m_empty;
};

} // namespace ui::pages
