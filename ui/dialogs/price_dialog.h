// Asks what a model costs.
#pragma once

#include "gateway/api/price_views.h"
#include "ui/dialogs/form_dialog.h"

#include <optional>

class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;

namespace ui::dialogs {

class PriceDialog : public FormDialog {
    Q_OBJECT
public:
    // `providers` may be chosen as the scope, beside every provider.
    PriceDialog(const gateway::api::PriceOverrideView &price, const QStringList &providers, QWidget *parent = nullptr);

    gateway::api::PriceOverrideView price() const; // as typed
    void showProblem(const QString &text);         // stays open

    // "2.50" or "2,50" dollars for a million tokens -> pico-dollars for one; nothing for what is no price.
    static std::optional<qint64> picoDollars(const QString &typed);

signals:
    void saveRequested();

private:
    void check();
    QLineEdit *addRate(const QString &name, const char *objectName, const std::optional<qint64> &rate);

    gateway::api::PriceOverrideView m_price;
    QComboBox *m_provider;
    QLineEdit *m_model;
    QLineEdit *m_input;
    QLineEdit *m_cached;
    QLineEdit *m_cacheWrite;
    QLineEdit *m_output;
    QLabel *m_problem;
    QPushButton *m_save;
};

} // namespace ui::dialogs
