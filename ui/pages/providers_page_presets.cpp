// What can be added on the Providers page: the tiles below the list, and the menu with everything.
#include "ui/models/provider_words.h"
#include "ui/pages/found_keys_row.h"
#include "ui/pages/providers_page.h"
#include "ui/widgets/preset_tile.h"

#include <QGridLayout>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QScrollArea>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace ui::pages {

using gateway::api::ProviderPreset;
using gateway::api::ProviderView;

namespace {

constexpr int tilesInRow = 4;

} // namespace

QWidget *ProvidersPage::buildPresets()
{
    auto *section = new QWidget(this);
    m_addTitle = new QLabel(section);
    m_addTitle->setProperty("textStyle", QStringLiteral("strong"));
    auto *hint = new QLabel(tr("One field to fill in."), section);
    hint->setProperty("textStyle", QStringLiteral("small"));
    hint->setProperty("tone", QStringLiteral("secondary"));
    auto *line = new QHBoxLayout;
    line->setContentsMargins(16, 14, 16, 8);
    line->setSpacing(8);
    line->addWidget(m_addTitle);
    line->addWidget(hint, 1);
    m_presets = new QWidget(section);
    m_grid = new QGridLayout(m_presets);
    m_grid->setContentsMargins(16, 3, 16, 16);
    m_grid->setSpacing(10);
    auto *area = new QScrollArea(section);
    area->setObjectName(QStringLiteral("preset_area"));
    area->setAccessibleName(tr("Providers that can be added"));
    area->setFocusPolicy(Qt::NoFocus);
    area->setFrameShape(QFrame::NoFrame);
    area->setWidgetResizable(true);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    area->setWidget(m_presets);
    area->viewport()->setAutoFillBackground(false);
    m_presets->setAutoFillBackground(false);
    auto *layout = new QVBoxLayout(section);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    m_foundKeys = new FoundKeysRow(m_gateway, section);
    layout->addLayout(line);
    layout->addWidget(m_foundKeys);
    layout->addWidget(area, 1);
    section->setMinimumHeight(180);
    return section;
}

void ProvidersPage::fillPresets()
{
    const QList<ProviderPreset> presets = widgets::presetsWithCustomServers(m_gateway.presets());
    for (const ProviderPreset &preset : presets) {
        auto *tile = new widgets::PresetTile(m_theme, preset, m_presets);
        m_tiles.append(tile);
        connect(tile, &widgets::PresetTile::clicked, this, [this, preset] { openPreset(preset); });
        m_addMenu->addAction(models::presetIcon(preset), preset.title, this, [this, preset] { openPreset(preset); });
    }
    for (int column = 0; column < tilesInRow; ++column)
        m_grid->setColumnStretch(column, 1);
}

void ProvidersPage::placePresets()
{
    const QString wanted = m_find->text().trimmed();
    const QList<ProviderView> providers = m_gateway.providers();
    QList<widgets::PresetTile *> shown;
    for (widgets::PresetTile *tile : std::as_const(m_tiles)) {
        const ProviderPreset &preset = tile->preset();
        const bool isSetUp = std::any_of(providers.begin(), providers.end(), [&preset](const ProviderView &provider) {
            return !preset.id.isEmpty() && provider.preset == preset.id;
        });
        const bool isFound =
            preset.title.contains(wanted, Qt::CaseInsensitive) || preset.id.contains(wanted, Qt::CaseInsensitive);
        if (wanted.isEmpty() ? !isSetUp : isFound || widgets::isCustomPreset(preset))
            shown.append(tile);
    }
    if (shown == std::exchange(m_shownTiles, shown))
        return; // providers change with every request
    for (widgets::PresetTile *tile : std::as_const(m_tiles)) {
        m_grid->removeWidget(tile);
        tile->setVisible(shown.contains(tile));
    }
    int place = 0;
    for (widgets::PresetTile *tile : std::as_const(shown)) {
        m_grid->addWidget(tile, place / tilesInRow, place % tilesInRow);
        ++place;
    }
    for (int row = 0; row < m_grid->rowCount(); ++row)
        m_grid->setRowStretch(row, 0);
    m_grid->setRowStretch(place / tilesInRow + 1, 1);
}

} // namespace ui::pages
