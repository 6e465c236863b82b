// The controls above the request list: live or paused, the filter, quick filters, the choice of columns.
#pragma once

#include "gateway/api/body_search_view.h"
#include "ui/models/request_filter.h"

#include <QWidget>

#include <functional>

class QHBoxLayout;
class QLabel;
class QLineEdit;
class QMenu;
class QPushButton;
class QToolButton;

namespace ui::look {
class Theme;
}
namespace ui::widgets {
class ChipButton;
}

namespace ui::pages {

class RequestToolbar : public QWidget {
    Q_OBJECT
public:
    explicit RequestToolbar(const look::Theme &theme, QWidget *parent = nullptr); // the theme must outlive it

    // While the text is wrong, that of its last right state.
    models::RequestFilter filter() const;
    void setBodySearch(const gateway::api::BodySearchView &state); // whether "text:" can be asked
    void setKnownValues(std::function<QStringList(const QString &fieldName)> values);
    void clearFilter();
    void setFilterText(const QString &text);
    // What is shown now, and of it only what this term of the filter's language lets through, or what it does not.
    void narrow(const QString &term, bool isExcluded);
    QString filterText() const;
    QStringList checkedStates() const; // the object names of the quick filters that are on
    void setFilter(const QString &text, const QStringList &states);
    void setSavedFiltersMenu(QMenu *menu);
    void focusFilter();
    // `isBehind`: paused, or reading further down; the button then says how many are new.
    void showLive(bool isPaused, int heldCount, bool isByTime = true);
    void setRunningCount(int count);
    QWidget *filterField() const;
    QMenu *columnsMenu() const { return m_columnsMenu; }
    void setGroupAction(QAction *action); // a switch

signals:
    void liveClicked();
    void filterChanged();
    void listWanted();         // the user leaves the filter for the list
    void detailPlaceClicked(); // F8

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    struct Chip {
        widgets::ChipButton *button;
        QSet<gateway::RequestState> states;
    };
    widgets::ChipButton *addChip(QHBoxLayout *row, const char *objectName, const QString &text,
                                 gateway::RequestState shape, const QSet<gateway::RequestState> &states);
    QToolButton *makeToolButton(const char *objectName, const QString &text);
    void applyTheme();
    void updateLiveButton();
    void takeText();

    const look::Theme &m_theme;
    QPushButton *m_live;
    QLineEdit *m_text;
    QLabel *m_echo; // what the text means, or what is wrong with it
    QAction *m_searchMark = nullptr;
    models::RequestFilter m_written; // by the text
    gateway::api::BodySearchView m_bodySearch;
    QToolButton *m_saved;
    QToolButton *m_group;
    QToolButton *m_columns;
    QToolButton *m_place;
    QMenu *m_columnsMenu;
    widgets::ChipButton *m_running = nullptr;
    QList<Chip> m_chips;
    bool m_isPaused = false;
    int m_heldCount = 0;
    bool m_isByTime = true;
};

} // namespace ui::pages
