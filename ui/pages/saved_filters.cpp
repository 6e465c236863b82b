#include "ui/pages/saved_filters.h"

#include "ui/pages/request_toolbar.h"

#include <QInputDialog>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace ui::pages {

namespace {

const QString setting = QStringLiteral("requests/saved_filters");
constexpr int longestName = 80;

// A menu would take what follows an ampersand for a shortcut.
QString menuText(QString name)
{
    return name.replace(QLatin1Char('&'), QStringLiteral("&&"));
}

} // namespace

SavedFilters::SavedFilters(RequestToolbar &toolbar, const ViewSettings &settings, QObject *parent)
    : QObject(parent), m_toolbar(toolbar), m_settings(settings), m_menu(std::make_unique<QMenu>(tr("Saved filters")))
{
    m_menu->setObjectName(QStringLiteral("savedFiltersMenu"));
    m_removeMenu = new QMenu(tr("Remove a saved filter"), m_menu.get());
    m_removeMenu->setObjectName(QStringLiteral("removeFilterMenu"));
    m_menu->menuAction()->setObjectName(QStringLiteral("actionSavedFilters"));
    read();
    fillMenu();
    // Whether there is something to save is known when the menu opens.
    connect(m_menu.get(), &QMenu::aboutToShow, this, &SavedFilters::fillMenu);
    m_toolbar.setSavedFiltersMenu(m_menu.get());
}

SavedFilters::~SavedFilters() = default;

void SavedFilters::read()
{
    const QJsonArray stored = QJsonDocument::fromJson(m_settings.value(setting)).array();
    for (const QJsonValue &value : stored) {
        const QJsonObject object = value.toObject();
        SavedFilter filter{
            object.value(QLatin1String("name")).toString(), object.value(QLatin1String("text")).toString(), {}};
        const QJsonArray states = object.value(QLatin1String("states")).toArray();
        for (const QJsonValue &state : states)
            filter.states << state.toString();
        if (!filter.name.isEmpty())
            m_filters << filter;
    }
}

void SavedFilters::keep()
{
    QJsonArray stored;
    for (const SavedFilter &filter : std::as_const(m_filters)) {
        stored.append(QJsonObject{{QStringLiteral("name"), filter.name},
                                  {QStringLiteral("text"), filter.text},
                                  {QStringLiteral("states"), QJsonArray::fromStringList(filter.states)}});
    }
    m_settings.keep(setting, QJsonDocument(stored).toJson(QJsonDocument::Compact));
    // Later: the menu may be doing what one of its commands said.
    QMetaObject::invokeMethod(this, &SavedFilters::fillMenu, Qt::QueuedConnection);
}

void SavedFilters::save(const QString &name)
{
    const QString kept = name.simplified().left(longestName);
    if (kept.isEmpty())
        return;
    m_filters.removeIf([&kept](const SavedFilter &filter) { return filter.name == kept; });
    m_filters.append({kept, m_toolbar.filterText(), m_toolbar.checkedStates()});
    std::sort(m_filters.begin(), m_filters.end(), [](const SavedFilter &left, const SavedFilter &right) {
        return left.name.localeAwareCompare(right.name) < 0;
    });
    keep();
}

void SavedFilters::remove(const QString &name)
{
    m_filters.removeIf([&name](const SavedFilter &filter) { return filter.name == name; });
    keep();
}

void SavedFilters::fillMenu()
{
    m_menu->clear();
    m_removeMenu->clear();
    for (const SavedFilter &filter : std::as_const(m_filters)) {
        m_menu->addAction(menuText(filter.name), this, [this, filter] {
            m_toolbar.setFilter(filter.text, filter.states);
            emit chosen();
        });
    }
    m_menu->addSeparator();
    QAction *save = m_menu->addAction(tr("Save this filter…"), this, &SavedFilters::askName);
    save->setObjectName(QStringLiteral("actionSaveFilter"));
    save->setEnabled(!m_toolbar.filterText().isEmpty() || !m_toolbar.checkedStates().isEmpty());
    if (m_filters.isEmpty())
        return;
    m_menu->addMenu(m_removeMenu);
    for (const SavedFilter &filter : std::as_const(m_filters))
        m_removeMenu->addAction(menuText(filter.name), this, [this, name = filter.name] { this->remove(name); });
}

void SavedFilters::askName()
{
    auto *dialog = new QInputDialog(&m_toolbar);
    dialog->setObjectName(QStringLiteral("saveFilterDialog"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(tr("Save this filter"));
    dialog->setLabelText(tr("Name of the filter"));
    dialog->setTextValue(m_toolbar.filterText());
    connect(dialog, &QInputDialog::textValueSelected, this, &SavedFilters::save);
    dialog->open();
}

} // namespace ui::pages
