// Decides which columns of the request list are seen: what the user chose, less what the width has no room for.
#pragma once

#include "ui/models/request_table_model.h"
#include "ui/pages/view_settings.h"

#include <QObject>

#include <array>

class QMenu;

namespace ui::look {
class Theme;
}
namespace ui::widgets {
class RequestDelegate;
class RequestTableView;
} // namespace ui::widgets

namespace ui::pages {

class RequestColumns : public QObject {
    Q_OBJECT
public:
    // All must outlive it.
    RequestColumns(const look::Theme &theme, widgets::RequestTableView &view, widgets::RequestDelegate &delegate,
                   const ViewSettings &settings, QObject *parent = nullptr);

    bool isWanted(int column) const { return m_isWanted[static_cast<std::size_t>(column)]; }
    void setWanted(int column, bool isWanted);
    void reset();
    void setHasNotes(bool hasNotes); // without any their column has nothing to show and is not seen
    // Columns leave by priority, never by squeezing; they come back when there is room.
    void fit(int width);
    void fillMenu(QMenu &menu);

private:
    using Model = models::RequestTableModel;

    void restore();
    void keep() const;
    int defaultWidth(int column) const;
    int titleWidth(int column) const;
    int needed(int resultWidth) const;
    void noteResize(int column, int size);
    void applyWidths();

    const look::Theme &m_theme;
    widgets::RequestTableView &m_view;
    widgets::RequestDelegate &m_delegate;
    ViewSettings m_settings;
    std::array<bool, Model::ColumnCount> m_isWanted{};
    std::array<int, Model::ColumnCount> m_widths{};
    bool m_isApplying = false;
    bool m_hasNotes = false;
    int m_width = 0;
};

} // namespace ui::pages
