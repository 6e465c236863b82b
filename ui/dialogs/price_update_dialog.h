// Fetches a newer price list, shows what it would change, and takes it over when a person says so.
#pragma once

#include "gateway/api/price_list_facade.h"

#include <QDialog>

class QLabel;
class QLineEdit;
class QPushButton;
class QTableView;

namespace ui::look {
class Theme;
}
namespace ui::models {
class PriceChangeModel;
}

namespace ui::dialogs {

// A window of its own that does not block the page.
class PriceUpdateDialog : public QDialog {
    Q_OBJECT
public:
    // `url`: of the list that was fetched last; may be empty. What is borrowed must outlive the dialog.
    PriceUpdateDialog(gateway::api::PriceListFacade &prices, const QString &url, const look::Theme &theme,
                      QWidget *parent = nullptr);

signals:
    void listFound(const QString &url); // that could be read
    void takenOver(const gateway::api::PriceUpdateView &update);

private:
    void buildTable(const look::Theme &theme);
    QWidget *buildAddress(const QString &url);
    QWidget *buildButtons();
    void look();
    void takeOver();
    void showFound(const gateway::api::PriceUpdateView &update);
    void showState(const QString &text, const char *tone);
    void forgetFound(); // another address was typed: what was found is not of it
    void setWaiting(bool isWaiting);

    gateway::api::PriceListFacade &m_prices;
    models::PriceChangeModel *m_changes;
    QLineEdit *m_url = nullptr;
    QPushButton *m_look = nullptr;
    QLabel *m_state = nullptr;
    QTableView *m_table = nullptr;
    QPushButton *m_take = nullptr;
    bool m_hasChanges = false; // that can be taken over
};

} // namespace ui::dialogs
