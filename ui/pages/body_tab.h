// The body of a request or an answer: a JSON tree, or text where it is no JSON or too large to open at once.
#pragma once

#include "ui/pages/detail_tab.h"

#include <QModelIndex>

class QLabel;
class QLineEdit;
class QPlainTextEdit;
class QStackedWidget;
class QToolButton;
class QTreeView;
class QVBoxLayout;

namespace ui::look {
class Theme;
}
namespace ui::models {
class JsonTreeModel;
}

namespace ui::pages {

class BodyTab : public DetailTab {
    Q_OBJECT
public:
    enum class Side { Request, Response };

    BodyTab(const look::Theme &theme, Side side, QWidget *parent = nullptr);

    void showDetail(const gateway::api::RequestDetail &detail, bool isSameRequest) override;
    QWidget *focusTarget() override;

private:
    void makeToolRow(QVBoxLayout *outer);
    void showBody(const QByteArray &body, bool isTruncated, bool isStream);
    bool showTree(); // false if the body is no tree
    void showText(const QString &text, const QString &notice);
    void showNothing(const QString &why);
    void loadAll();
    void search();
    void step(int by);
    void updateMatches();
    void copyValue();
    void copyPath();
    void openMenu(const QPoint &at);
    void applyTheme();

    const look::Theme &m_theme;
    Side m_side;
    QLineEdit *m_search;
    QLabel *m_matches;
    QToolButton *m_expand;
    QToolButton *m_copyAll;
    QLabel *m_notice;
    QToolButton *m_loadAll;
    QStackedWidget *m_stack;
    QTreeView *m_tree;
    models::JsonTreeModel *m_model;
    QPlainTextEdit *m_text;
    QLabel *m_empty;
    QByteArray m_body;
    QModelIndexList m_found;
    int m_foundAt = -1;
};

} // namespace ui::pages
