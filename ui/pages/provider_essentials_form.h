// Name, key, address and test of one provider, and the table of its keys.
#pragma once

#include "gateway/api/gateway_facade.h"
#include "gateway/api/model_facade.h"
#include "gateway/api/removal_facade.h"
#include "ui/look/theme.h"

#include <QUrl>
#include <QWidget>

class QBoxLayout;
class QCheckBox;
class QFormLayout;
class QLabel;
class QLineEdit;
class QPushButton;
class QTableView;

namespace ui {
namespace models {
class ProviderKeyModel;
}
namespace widgets {
class SecretLineEdit;
class TestStepsView;
} // namespace widgets
} // namespace ui

namespace ui::pages {

class ProviderModelsSection;

class ProviderEssentialsForm : public QWidget {
    Q_OBJECT
public:
    ProviderEssentialsForm(gateway::api::GatewayFacade &gateway, gateway::api::RemovalFacade &removals,
                           const look::Theme &theme, const gateway::api::ModelFacade *models,
                           QWidget *parent = nullptr);
    ~ProviderEssentialsForm() override;

    void setProvider(const gateway::api::ProviderView &provider, bool isNew);
    void setKeys(const QList<gateway::api::ProviderKeyView> &keys); // commands on keys take effect at once
    void writeTo(gateway::api::ProviderView &provider) const;
    QString typedKey() const;                                                  // empty when none is asked for
    void edit(const gateway::api::ProviderView &provider, const QString &key); // as if it had been typed
    void clearTyped();
    // A key belongs to the host it was entered for; another host needs it typed again.
    bool asksForKeyOfNewHost() const;
    QString obstacle() const; // why it cannot be saved yet, as a sentence; or empty
    void focusFirstField();
    void runTest(const gateway::api::ProviderView &draft);

signals:
    void changed();
    void testRequested();

protected:
    void hideEvent(QHideEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    QWidget *buildConnection();
    QWidget *buildTest();
    QWidget *buildKeys();
    void takeEdit();
    QUrl placeOfKeys() const;
    QString usualVariable() const;
    void addKey();
    void editKey();
    void chooseModels();
    void toggleKey();
    void removeKey();
    void sendKey(const gateway::api::ProviderKeyView &key, const QString &value,
                 const gateway::api::AwsKeyInput &aws = {});
    const gateway::api::ProviderKeyView *selectedKey() const;
    void refreshKeyButtons();
    void showKeyProblem(const QString &text);
    void stopTest();

    gateway::api::GatewayFacade &m_gateway;
    gateway::api::RemovalFacade &m_removals;
    const look::Theme &m_theme;
    gateway::api::ProviderView m_stored;
    bool m_isNew = false;
    int m_ticket = 0; // of the running test; 0: none
    models::ProviderKeyModel *m_keys;
    QBoxLayout *m_columns = nullptr; // beside each other, or below where it is narrow
    QFormLayout *m_form = nullptr;
    QLineEdit *m_title = nullptr;
    QLineEdit *m_name = nullptr;
    QLabel *m_nameHint = nullptr;
    QLineEdit *m_address = nullptr;
    QLabel *m_addressHint = nullptr;
    QLabel *m_keyLabel = nullptr;
    QWidget *m_keyRow = nullptr;
    widgets::SecretLineEdit *m_key = nullptr;
    QLabel *m_keyHint = nullptr;
    QCheckBox *m_answer = nullptr;
    QPushButton *m_test = nullptr;
    QLabel *m_testHint = nullptr;
    widgets::TestStepsView *m_steps = nullptr;
    QWidget *m_keySection = nullptr;
    const gateway::api::ModelFacade *m_known; // may be null
    ProviderModelsSection *m_models = nullptr;
    QTableView *m_keyTable = nullptr;
    QLabel *m_keyProblem = nullptr;
    QPushButton *m_addKey = nullptr;
    QPushButton *m_editKey = nullptr;
    QPushButton *m_keyModels = nullptr;
    QPushButton *m_toggleKey = nullptr;
    QPushButton *m_removeKey = nullptr;
};

} // namespace ui::pages
