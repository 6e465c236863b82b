// Asks for which of a provider's models a key may be used; the list comes from the provider.
#pragma once

#include "gateway/api/gateway_facade.h"
#include "ui/dialogs/form_dialog.h"

class QComboBox;
class QLabel;
class QLineEdit;
class QListWidget;
class QPushButton;

namespace ui::dialogs {

// Fetches the list when it is made. What the key names and the provider does not list, patterns too, is in the list as
// well, so that nothing is lost.
class KeyModelsDialog : public FormDialog {
    Q_OBJECT
public:
    // The gateway is borrowed and must outlive the dialog.
    KeyModelsDialog(gateway::api::GatewayFacade &gateway, const gateway::api::ProviderView &provider,
                    const gateway::api::ProviderKeyView &key, QWidget *parent = nullptr);
    ~KeyModelsDialog() override;

    gateway::api::ProviderKeyView key() const; // as it was, with other models

private:
    enum Rule { AllButUnticked, OnlyTicked };

    void fetch(const gateway::api::ProviderView &provider);
    void takeReport(const gateway::Result<gateway::api::ProviderTestReport> &result);
    void addModel(const QString &name, bool isTicked);
    void search(const QString &text);
    void refresh();
    bool isTickedAtFirst(const QString &model) const;
    QStringList named(bool isTicked) const;

    gateway::api::GatewayFacade &m_gateway;
    gateway::api::ProviderKeyView m_key;
    int m_ticket = 0; // of the running question; 0: none
    QComboBox *m_rule;
    QLineEdit *m_search;
    QListWidget *m_list;
    QLabel *m_state;
    QPushButton *m_save;
};

} // namespace ui::dialogs
