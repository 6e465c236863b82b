// The four steps of the first-run wizard: one question each.
#pragma once

#include "gateway/api/gateway_facade.h"
#include "ui/look/theme.h"

#include <QWidget>

class QButtonGroup;
class QCheckBox;
class QFormLayout;
class QGridLayout;
class QLabel;
class QPushButton;
class QVBoxLayout;

namespace ui::widgets {
class PresetTile;
class SecretLineEdit;
class StateLabel;
class TestStepsView;
} // namespace ui::widgets

namespace ui::dialogs {

class KeyPlaceFields;

struct ChosenProvider {
    gateway::api::ProviderPreset preset;
    QString key;                            // typed, or "env.NAME"
    gateway::api::ProviderKeyView keyPlace; // of hosts: place, region and aliases of the key; else empty
    bool wantsShortAnswer = true;
};

// The stored form of a preset.
gateway::api::ProviderView providerOf(const gateway::api::ProviderPreset &preset);

class WizardProviderStep : public QWidget {
    Q_OBJECT
public:
    WizardProviderStep(const gateway::api::GatewayFacade &gateway, const look::Theme &theme, QWidget *parent);

    ChosenProvider chosen() const;
    bool isComplete() const;
    void focusFirst();
    void showProblem(const QString &text);

signals:
    void changed();

private:
    void choose(const gateway::api::ProviderPreset &preset);
    void showPlaceOf(const gateway::api::ProviderPreset &preset);
    void showKeyHint();
    void focusKey(); // where the provider needs one

    QList<widgets::PresetTile *> m_tiles;
    gateway::api::ProviderPreset m_preset;
    QLabel *m_keyLabel;
    widgets::SecretLineEdit *m_key;
    QPushButton *m_fromEnvironment; // where the variable of the provider is set
    QLabel *m_keyHint;
    QVBoxLayout *m_below = nullptr;
    QWidget *m_placeRows = nullptr; // what a host asks for beside the key
    KeyPlaceFields *m_place = nullptr;
    QCheckBox *m_answer;
    QLabel *m_problem;
};

class WizardTestStep : public QWidget {
    Q_OBJECT
public:
    WizardTestStep(gateway::api::GatewayFacade &gateway, const look::Theme &theme, QWidget *parent);
    ~WizardTestStep() override;

    void start(const ChosenProvider &chosen);
    void stop();
    bool isRunning() const { return m_ticket != 0; }
    bool hasPassed() const { return m_hasPassed; }
    QStringList models() const { return m_models; } // that the provider listed

signals:
    void finished();
    void changeKeyRequested();

private:
    void takeReport(const gateway::Result<gateway::api::ProviderTestReport> &result);

    gateway::api::GatewayFacade &m_gateway;
    ChosenProvider m_chosen;
    int m_ticket = 0;
    bool m_hasPassed = false;
    QStringList m_models;
    QLabel *m_mark;
    QLabel *m_name;
    QLabel *m_keyEnd;
    QPushButton *m_changeKey;
    widgets::TestStepsView *m_steps;
    QLabel *m_verdict;
    QPushButton *m_again;
};

class WizardToolStep : public QWidget {
    Q_OBJECT
public:
    WizardToolStep(gateway::api::GatewayFacade &gateway, const look::Theme &theme, QWidget *parent);

    void prepare(const ChosenProvider &chosen, const QStringList &models);
    QString curlLine() const;

private:
    QWidget *copyRow(const char *name, const QString &label);
    void setValue(const char *name, const QString &value);

    gateway::api::GatewayFacade &m_gateway;
};

class WizardRequestStep : public QWidget {
    Q_OBJECT
public:
    WizardRequestStep(gateway::api::GatewayFacade &gateway, const look::Theme &theme, QWidget *parent);

    void begin(const QString &curlLine); // waits from now on
    bool hasSeenRequest() const { return !m_requestId.isEmpty(); }

signals:
    void requestSeen();

private:
    void take(const QList<gateway::api::RequestSummary> &requests);
    void show(const gateway::api::RequestSummary &request);

    gateway::api::GatewayFacade &m_gateway;
    bool m_isWaiting = false;
    QString m_requestId;
    QString m_curlLine;
    QLabel *m_greeting;
    widgets::StateLabel *m_state;
    QLabel *m_facts;
    QLabel *m_hint;
    QPushButton *m_copy;
};

} // namespace ui::dialogs
