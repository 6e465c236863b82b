// Who answers, and are they well: the list of providers, what can be added, and the editor of one.
#pragma once

#include "gateway/api/gateway_facade.h"
#include "gateway/api/model_facade.h"
#include "gateway/api/removal_facade.h"
#include "ui/look/theme.h"
#include "ui/models/provider_table_model.h"
#include "ui/pages/page.h"

#include <QHash>
#include <QTimer>

class QGridLayout;
class QLabel;
class QLineEdit;
class QSortFilterProxyModel;
class QMenu;
class QPushButton;
class QScrollArea;
class QStackedWidget;
class QTableView;

namespace ui {
class UserPrompt;
namespace widgets {
class Banner;
class PresetTile;
} // namespace widgets
} // namespace ui

namespace ui::pages {

class FoundKeysRow;
class ProviderEditor;

class ProvidersPage : public Page {
    Q_OBJECT
public:
    // All of it is borrowed and must outlive the page. Without `models` none of a provider are shown.
    ProvidersPage(gateway::api::GatewayFacade &gateway, gateway::api::RemovalFacade &removals, const look::Theme &theme,
                  UserPrompt &prompt, QWidget *parent = nullptr, const gateway::api::ModelFacade *models = nullptr);

    QString title() const override;
    const char *iconName() const override { return "providers"; }
    bool needsAttention() const override;
    QString statusText() const override;
    std::any unsaved() const override;
    void resume(const std::any &unsaved) override;
    QWidget *firstPane() override;
    QList<QWidget *> panes() override;

    void setOffline(bool isOffline); // there is no network beyond this computer
    void startAdding();              // offers the presets
    void openProvider(const QString &name);

protected:
    void resizeEvent(QResizeEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    QWidget *buildList();
    QWidget *buildHeader();
    QWidget *buildPresets();
    void buildTable();
    void fillPresets();
    void takeProviders();
    void showBanner();
    void placePresets(); // those that are set up already come back only when they are looked for
    void find(const QString &text);
    // See providers_page_figures.cpp.
    void askFigures();
    void takeUsage(const gateway::api::UsageReport &report);
    void takeLastHour(const QList<gateway::api::LogBucket> &found, const QDateTime &from);
    void fitTable();
    void fitColumns();
    void showList();
    void openPreset(const gateway::api::ProviderPreset &preset);
    bool isEditing() const; // something would be lost
    void leaveEditorAnd(std::function<void()> next);
    void showContextMenu(const QPoint &position);
    void removeSelected();
    QString selectedName() const;

    gateway::api::GatewayFacade &m_gateway;
    gateway::api::RemovalFacade &m_removals;
    const look::Theme &m_theme;
    UserPrompt &m_prompt;
    models::ProviderTableModel *m_model;
    QSortFilterProxyModel *m_rows;                     // of it, sorted and found
    QHash<QString, models::ProviderFigures> m_figures; // by name
    QTimer m_figuresTimer;                             // while the page is seen
    QStackedWidget *m_stack = nullptr;
    QLabel *m_facts = nullptr;
    QLineEdit *m_find = nullptr;
    QPushButton *m_edit = nullptr;
    QPushButton *m_add = nullptr;
    QMenu *m_addMenu = nullptr;
    widgets::Banner *m_banner = nullptr;
    QTableView *m_table = nullptr;
    QLabel *m_empty = nullptr;
    QLabel *m_addTitle = nullptr;
    FoundKeysRow *m_foundKeys = nullptr;
    QWidget *m_presets = nullptr;
    QGridLayout *m_grid = nullptr;
    QList<widgets::PresetTile *> m_tiles;
    QList<widgets::PresetTile *> m_shownTiles;
    ProviderEditor *m_editor = nullptr;
    QString m_bannerProvider;
    bool m_neededAttention = false;
    bool m_isOffline = false;
};

} // namespace ui::pages
