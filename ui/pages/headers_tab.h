// The header fields of the request and of the answer, side by side.
#pragma once

#include "ui/pages/detail_tab.h"

class QLabel;
class QSplitter;
class QTableView;

namespace ui::look {
class Theme;
}
namespace ui::models {
class HeaderTableModel;
}

namespace ui::pages {

class HeadersTab : public DetailTab {
    Q_OBJECT
public:
    explicit HeadersTab(const look::Theme &theme, QWidget *parent = nullptr);

    void showDetail(const gateway::api::RequestDetail &detail, bool isSameRequest) override;
    QWidget *focusTarget() override;

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    struct Side {
        QLabel *title;
        QTableView *table;
        models::HeaderTableModel *model;
    };
    Side makeSide(const QString &title, const char *objectName);
    void applyTheme();

    const look::Theme &m_theme;
    QSplitter *m_splitter;
    Side m_request;
    Side m_response;
};

} // namespace ui::pages
