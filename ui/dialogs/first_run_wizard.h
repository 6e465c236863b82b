// Sets up the first provider: Provider, Test, Tool, First request.
#pragma once

#include "ui/dialogs/wizard_steps.h"
#include "ui/look/theme.h"

#include <QDialog>

class QLabel;
class QPushButton;
class QStackedWidget;

namespace ui {
class UserPrompt;
namespace widgets {
class StepRail;
}
} // namespace ui

namespace ui::dialogs {

// Stores the provider when the test step is left, not before. Can be left at any time.
class FirstRunWizard : public QDialog {
    Q_OBJECT
public:
    enum Step { Provider, Test, Tool, Request, StepCount };

    // All of it is borrowed and must outlive the wizard.
    FirstRunWizard(gateway::api::GatewayFacade &gateway, const look::Theme &theme, UserPrompt &prompt,
                   QWidget *parent = nullptr);

    int currentStep() const;
    void reject() override; // asks when something was entered

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QWidget *buildRail();
    QWidget *buildFoot();
    void showStep(int step);
    void next();
    void back();
    void storeProvider();
    void storeKey();
    void takeStored();
    void refresh();

    gateway::api::GatewayFacade &m_gateway;
    const look::Theme &m_theme;
    UserPrompt &m_prompt;
    bool m_isStoring = false;
    bool m_isStored = false;
    QString m_storedKeyId;
    widgets::StepRail *m_rail = nullptr;
    QLabel *m_title = nullptr;
    QLabel *m_help = nullptr;
    QStackedWidget *m_stack = nullptr;
    WizardProviderStep *m_provider = nullptr;
    WizardTestStep *m_test = nullptr;
    WizardToolStep *m_tool = nullptr;
    WizardRequestStep *m_request = nullptr;
    QPushButton *m_skip = nullptr;
    QPushButton *m_back = nullptr;
    QPushButton *m_next = nullptr;
};

} // namespace ui::dialogs
