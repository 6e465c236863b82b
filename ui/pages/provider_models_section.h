// The models of a provider in its essentials: what it is known to have, what they cost, which no key may be used for.
#pragma once

#include "gateway/api/gateway_facade.h"
#include "gateway/api/model_facade.h"
#include "ui/look/theme.h"

#include <QWidget>

class QLabel;
class QLineEdit;
class QSortFilterProxyModel;
class QTableView;

namespace ui::models {
class ProviderModelTable;
}

namespace ui::pages {

class ProviderModelsSection : public QWidget {
    Q_OBJECT
public:
    // All of it must outlive it. Without `models` it is never seen.
    ProviderModelsSection(gateway::api::GatewayFacade &gateway, const gateway::api::ModelFacade *models,
                          const look::Theme &theme, QWidget *parent = nullptr);

    void showProvider(const gateway::api::ProviderView &provider, bool isNew);
    void refresh(); // a test may have listed others

private:
    void fit();
    void find(const QString &text);

    gateway::api::GatewayFacade &m_gateway;
    const gateway::api::ModelFacade *m_known;
    const look::Theme &m_theme;
    gateway::api::ProviderView m_provider;
    models::ProviderModelTable *m_models;
    QSortFilterProxyModel *m_rows;
    QLabel *m_facts = nullptr;
    QLineEdit *m_find = nullptr;
    QTableView *m_table = nullptr;
};

} // namespace ui::pages
