// What a token costs, since when, and who says so; own prices are set here.
#pragma once

#include "gateway/api/gateway_facade.h"
#include "ui/pages/page.h"
#include "ui/pages/view_settings.h"

class QLabel;
class QLineEdit;
class QPushButton;
class QTableView;

namespace ui {
class UserPrompt;
}
namespace ui::look {
class Theme;
}
namespace ui::models {
class PriceTableModel;
}

namespace ui::pages {

class PricesPage : public Page {
    Q_OBJECT
public:
    // What is borrowed must outlive the page. `settings` keep where the list was fetched last.
    PricesPage(gateway::api::GatewayFacade &gateway, const look::Theme &theme, UserPrompt &prompt,
               ViewSettings settings = {}, QWidget *parent = nullptr);

    QString title() const override { return tr("Prices"); }
    const char *iconName() const override { return "prices"; }
    void pageShown() override;
    QString statusText() const override { return m_outcome; }
    QWidget *firstPane() override;
    QList<QWidget *> panes() override;

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    QWidget *buildHeader();
    QWidget *buildFoot();
    void buildTable(const look::Theme &theme);
    void takePrices();
    void showFacts();
    void edit(const gateway::api::PriceOverrideView &price);
    void editSelected(); // an own price, or a new one for the model of the selected row
    void removeSelected();
    void recalculate();
    void updatePrices(); // from a list that is fetched

    gateway::api::GatewayFacade &m_gateway;
    const look::Theme &m_theme;
    UserPrompt &m_prompt;
    ViewSettings m_settings;
    models::PriceTableModel *m_model;
    QTableView *m_table = nullptr;
    QLineEdit *m_find = nullptr;
    QPushButton *m_onlyOwn = nullptr;
    QPushButton *m_add = nullptr;
    QPushButton *m_change = nullptr;
    QPushButton *m_remove = nullptr;
    QLabel *m_facts = nullptr;
    QLabel *m_empty = nullptr;
    QLabel *m_checked = nullptr; // when the list was compared
    QString m_outcome;           // of the last recalculation
};

} // namespace ui::pages
