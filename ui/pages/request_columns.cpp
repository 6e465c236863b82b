#include "ui/pages/request_columns.h"

#include "ui/look/theme.h"
#include "ui/widgets/request_delegate.h"
#include "ui/widgets/request_table_view.h"

#include <QFontMetricsF>
#include <QHeaderView>
#include <QMenu>

#include <algorithm>

namespace ui::pages {

using Model = models::RequestTableModel;

namespace {

struct ColumnDefault {
    const char *name; // kept in the settings; never changes
    int width;        // at 13 px
    bool isShown;
};

// By Model::Column.
constexpr std::array<ColumnDefault, Model::ColumnCount> defaults{{
    {"state", 30, true},       {"time", 98, true},        {"client", 124, true},   {"asked_for", 116, true},
    {"served_by", 214, true},  {"tries", 50, true},       {"duration", 78, true},  {"result", 190, true},
    {"first_token", 86, true}, {"input", 70, true},       {"cached", 70, true},    {"output", 66, true},
    {"cost", 82, true},        {"key", 100, false},       {"session", 120, false}, {"size", 78, false},
    {"id", 210, false},        {"operation", 110, false}, {"comment", 160, false}, {"note", 26, true},
}};

constexpr int leastResultWidth = 140;
constexpr int leastShownResultWidth = 90;
constexpr int millisecondsWidth = 26;
constexpr int titleMargins = 22; // of a header section, both sides
constexpr int edgeOfLast = 8;    // more, where it is the last one
constexpr int leastServedWidth = 170;
constexpr int leastAskedWidth = 96;
const QString settingName = QStringLiteral("requests/columns");

} // namespace

RequestColumns::RequestColumns(const look::Theme &theme, widgets::RequestTableView &view,
                               widgets::RequestDelegate &delegate, const ViewSettings &settings, QObject *parent)
    : QObject(parent), m_theme(theme), m_view(view), m_delegate(delegate), m_settings(settings)
{
    QHeaderView *header = view.horizontalHeader();
    header->setSectionResizeMode(QHeaderView::Interactive);
    header->setSectionResizeMode(Model::State, QHeaderView::Fixed);
    header->setSectionResizeMode(Model::Note, QHeaderView::Fixed);
    header->setSectionResizeMode(Model::Result, QHeaderView::Stretch);
    for (int column = 0; column < Model::ColumnCount; ++column) {
        m_isWanted[static_cast<std::size_t>(column)] = defaults[static_cast<std::size_t>(column)].isShown;
        m_widths[static_cast<std::size_t>(column)] = defaultWidth(column);
    }
    // Beside the shape, whatever was kept before it was there.
    header->moveSection(header->visualIndex(Model::Note), 1);
    restore();
    connect(header, &QHeaderView::sectionResized, this,
            [this](int column, int, int size) { noteResize(column, size); });
    connect(view.model(), &QAbstractItemModel::headerDataChanged, this, [this] { fit(m_width); });
    connect(header, &QHeaderView::sectionMoved, this, [this] {
        if (!m_isApplying)
            keep();
    });
}

int RequestColumns::defaultWidth(int column) const
{
    // Widths were chosen for digits of 7.4 px; a larger system font needs as much more.
    const qreal digit = QFontMetricsF(m_theme.font(look::TextStyle::Body)).horizontalAdvance(QLatin1Char('0'));
    const qreal scale = std::max(1.0, digit / 7.5);
    const int width = static_cast<int>(defaults[static_cast<std::size_t>(column)].width * scale);
    return std::max(width, titleWidth(column));
}

// Other languages have longer titles than the ones that the widths were chosen with.
int RequestColumns::titleWidth(int column) const
{
    const QHeaderView *header = m_view.horizontalHeader();
    header->ensurePolished();
    const QString title = m_view.model()->headerData(column, Qt::Horizontal).toString();
    return title.isEmpty() ? 0 : header->fontMetrics().horizontalAdvance(title) + titleMargins;
}

void RequestColumns::restore()
{
    // "time:98:1;client:100:1;…" in visual order; unknown names and broken parts are passed over.
    const QList<QByteArray> parts = m_settings.value(settingName).split(';');
    QHeaderView *header = m_view.horizontalHeader();
    m_isApplying = true;
    int visual = 0;
    for (const QByteArray &part : parts) {
        const QList<QByteArray> fields = part.split(':');
        if (fields.size() != 3)
            continue;
        const auto found = std::find_if(defaults.begin(), defaults.end(),
                                        [&](const ColumnDefault &column) { return fields[0] == column.name; });
        if (found == defaults.end())
            continue;
        const int column = static_cast<int>(found - defaults.begin());
        header->moveSection(header->visualIndex(column), visual++);
        m_widths[static_cast<std::size_t>(column)] = std::clamp(fields[1].toInt(), 24, 1'200);
        m_isWanted[static_cast<std::size_t>(column)] = fields[2] == "1" || column == Model::State;
    }
    m_isApplying = false;
    // Kept before this column was there.
    if (visual > 0 && header->visualIndex(Model::Note) >= visual)
        header->moveSection(header->visualIndex(Model::Note), header->visualIndex(Model::State) + 1);
    applyWidths();
}

void RequestColumns::setHasNotes(bool hasNotes)
{
    if (m_hasNotes == hasNotes)
        return;
    m_hasNotes = hasNotes;
    fit(m_width);
}

void RequestColumns::keep() const
{
    const QHeaderView *header = m_view.horizontalHeader();
    QByteArrayList parts;
    for (int visual = 0; visual < header->count(); ++visual) {
        const auto column = static_cast<std::size_t>(header->logicalIndex(visual));
        parts << QByteArray(defaults[column].name) + ':' + QByteArray::number(m_widths[column]) + ':'
                     + (m_isWanted[column] ? '1' : '0');
    }
    m_settings.keep(settingName, parts.join(';'));
}

void RequestColumns::noteResize(int column, int size)
{
    const bool isStretched = m_view.horizontalHeader()->sectionResizeMode(column) == QHeaderView::Stretch;
    if (m_isApplying || isStretched || size == 0 || m_view.isColumnHidden(column))
        return;
    m_widths[static_cast<std::size_t>(column)] = size;
    keep();
}

void RequestColumns::setWanted(int column, bool isWanted)
{
    m_isWanted[static_cast<std::size_t>(column)] = isWanted;
    keep();
    fit(m_width);
}

void RequestColumns::reset()
{
    QHeaderView *header = m_view.horizontalHeader();
    m_isApplying = true;
    for (int column = 0; column < Model::ColumnCount; ++column) {
        header->moveSection(header->visualIndex(column), column);
        m_isWanted[static_cast<std::size_t>(column)] = defaults[static_cast<std::size_t>(column)].isShown;
        m_widths[static_cast<std::size_t>(column)] = defaultWidth(column);
    }
    header->moveSection(header->visualIndex(Model::Note), 1);
    m_isApplying = false;
    keep();
    fit(m_width);
}

void RequestColumns::applyWidths()
{
    m_isApplying = true;
    for (int column = 0; column < Model::ColumnCount; ++column) {
        m_view.setColumnHidden(column, !isWanted(column) || (column == Model::Note && !m_hasNotes));
        if (column == Model::Result)
            continue;
        // The title has an arrow where the list is in its order.
        const bool mayHaveOrder = column == Model::Duration || column == Model::Cost;
        m_view.setColumnWidth(
            column, std::max(m_widths[static_cast<std::size_t>(column)], mayHaveOrder ? titleWidth(column) : 0));
    }
    m_isApplying = false;
}

int RequestColumns::needed(int resultWidth) const
{
    int sum = 0;
    for (int column = 0; column < Model::ColumnCount; ++column) {
        if (!m_view.isColumnHidden(column))
            sum += column == Model::Result ? resultWidth : m_view.columnWidth(column);
    }
    return sum;
}

void RequestColumns::fit(int width)
{
    m_width = width;
    if (width <= 0)
        return;
    m_isApplying = true;
    m_view.horizontalHeader()->setSectionResizeMode(Model::ServedBy, QHeaderView::Interactive);
    applyWidths();
    m_isApplying = true;
    m_delegate.setShowsMilliseconds(true);
    const auto isTooWide = [&] { return needed(leastResultWidth) > width; };
    for (const int column : {Model::Cached, Model::Output, Model::FirstToken, Model::Input}) {
        if (isTooWide())
            m_view.setColumnHidden(column, true);
    }
    if (isTooWide() && isWanted(Model::Time)) {
        m_delegate.setShowsMilliseconds(false);
        m_view.setColumnWidth(Model::Time, std::max(40, m_view.columnWidth(Model::Time) - millisecondsWidth));
    }
    for (const int column : {Model::Tries, Model::Client}) {
        if (isTooWide())
            m_view.setColumnHidden(column, true);
    }
    if (isTooWide())
        m_view.setColumnWidth(Model::ServedBy, std::min(m_view.columnWidth(Model::ServedBy), leastServedWidth));
    if (isTooWide())
        m_view.setColumnWidth(Model::AskedFor, std::min(m_view.columnWidth(Model::AskedFor),
                                                        std::max(leastAskedWidth, titleWidth(Model::AskedFor))));
    // Beside a wide detail even that is too much: the shape still tells the result.
    const bool hasResult = isWanted(Model::Result) && needed(leastShownResultWidth) <= width;
    m_view.setColumnHidden(Model::Result, !hasResult);
    // Then the column of the provider has what is left, and tells the model too. What else goes stands in the detail.
    const auto leftForServed = [&] { return width - needed(0) + m_view.columnWidth(Model::ServedBy); };
    for (const int column : {Model::AskedFor, Model::Duration, Model::Cost}) {
        if (!hasResult && leftForServed() < titleWidth(Model::ServedBy) + edgeOfLast)
            m_view.setColumnHidden(column, true);
    }
    QHeaderView *header = m_view.horizontalHeader();
    header->setSectionResizeMode(Model::ServedBy, hasResult ? QHeaderView::Interactive : QHeaderView::Stretch);
    m_isApplying = false;
}

void RequestColumns::fillMenu(QMenu &menu)
{
    const QHeaderView *header = m_view.horizontalHeader();
    for (int visual = 0; visual < header->count(); ++visual) {
        const int column = header->logicalIndex(visual);
        if (column == Model::State)
            continue;
        QAction *action =
            menu.addAction(m_view.model()->headerData(column, Qt::Horizontal, Qt::AccessibleTextRole).toString());
        action->setObjectName(QStringLiteral("column_")
                              + QLatin1String(defaults[static_cast<std::size_t>(column)].name));
        action->setCheckable(true);
        action->setChecked(isWanted(column));
        connect(action, &QAction::toggled, this, [this, column](bool isOn) { setWanted(column, isOn); });
    }
    menu.addSeparator();
    connect(menu.addAction(tr("Reset columns")), &QAction::triggered, this, &RequestColumns::reset);
}

} // namespace ui::pages
