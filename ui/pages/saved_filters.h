// Filters that a person has named: kept between starts, chosen from a menu.
#pragma once

#include "ui/pages/view_settings.h"

#include <QList>
#include <QMenu>
#include <QObject>
#include <QStringList>

#include <memory>

namespace ui::pages {

class RequestToolbar;

struct SavedFilter {
    QString name;
    QString text;       // as written in the field
    QStringList states; // the quick filters that are on, by their object names
    bool operator==(const SavedFilter &) const = default;
};

class SavedFilters : public QObject {
    Q_OBJECT
public:
    // The toolbar must outlive it; it gets the button of the menu.
    SavedFilters(RequestToolbar &toolbar, const ViewSettings &settings, QObject *parent = nullptr);
    ~SavedFilters() override;

    QAction *menuAction() const { return m_menu->menuAction(); }
    const QList<SavedFilter> &filters() const { return m_filters; }
    void save(const QString &name); // what the toolbar filters by now; another one of that name is replaced
    void remove(const QString &name);

signals:
    void chosen();

private:
    void read();
    void keep();
    void fillMenu();
    void askName();

    RequestToolbar &m_toolbar;
    ViewSettings m_settings;
    std::unique_ptr<QMenu> m_menu;
    QMenu *m_removeMenu;          // in it
    QList<SavedFilter> m_filters; // by name
};

} // namespace ui::pages
