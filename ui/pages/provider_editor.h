// Edits one provider: essentials and network, with one foot that saves or discards all changes.
#pragma once

#include "gateway/api/gateway_facade.h"
#include "gateway/api/model_facade.h"
#include "gateway/api/removal_facade.h"
#include "gateway/base/secret_string.h"
#include "ui/look/theme.h"

#include <QWidget>

#include <functional>

class QLabel;
class QPushButton;
class QStackedWidget;
class QTabBar;

namespace ui {
class UserPrompt;
namespace widgets {
class StateLabel;
}
} // namespace ui

namespace ui::pages {

class ProviderEssentialsForm;
class ProviderNetworkForm;
class ProviderExpertForm;

class ProviderEditor : public QWidget {
    Q_OBJECT
public:
    ProviderEditor(gateway::api::GatewayFacade &gateway, gateway::api::RemovalFacade &removals,
                   const look::Theme &theme, UserPrompt &prompt, QWidget *parent = nullptr,
                   const gateway::api::ModelFacade *models = nullptr);

    void openProvider(const gateway::api::ProviderView &provider);
    void openPreset(const gateway::api::ProviderPreset &preset); // a new provider
    void focusFirstField();
    void startTest();
    bool hasChanges() const { return countChanges() > 0; }
    // What is typed, for another editor that goes on with it.
    struct Unsaved {
        gateway::api::ProviderView stored;
        gateway::api::ProviderView draft;
        bool isNew = false;
        int tab = 0;
        gateway::SecretString key;
        gateway::SecretString proxyPassword;
    };
    Unsaved unsaved() const;
    void resume(const Unsaved &unsaved);
    // Closes, at once where nothing is typed, else when the person says so.
    void leaveAnd(std::function<void()> next);
    // Shows this one, with or without changes.
    bool isAt(const QString &name) const { return !m_isNew && m_stored.name == name; }

signals:
    void closed();

private:
    QWidget *buildHeader();
    QWidget *buildFoot();
    void load();
    gateway::api::ProviderView draft() const;
    int countChanges() const;
    void refreshFoot();
    void refreshHeader();
    void takeProviders();
    void save();
    void turnOffKeysOfOldHost(qsizetype from);
    void sendProvider();
    void saveKeys(const gateway::api::ProviderView &saved);
    void discard();
    void leave();
    void toggleEnabled();
    void remove();
    void showProblem(const QString &text);
    void close();

    gateway::api::GatewayFacade &m_gateway;
    gateway::api::RemovalFacade &m_removals;
    const look::Theme &m_theme;
    UserPrompt &m_prompt;
    gateway::api::ProviderView m_stored;
    bool m_isNew = false;
    bool m_isLoading = false;
    bool m_isSaving = false;
    QPushButton *m_back = nullptr;
    QLabel *m_name = nullptr;
    widgets::StateLabel *m_badge = nullptr;
    QPushButton *m_test = nullptr;
    QPushButton *m_toggle = nullptr;
    QPushButton *m_remove = nullptr;
    QTabBar *m_tabs = nullptr;
    QStackedWidget *m_stack = nullptr;
    ProviderEssentialsForm *m_essentials = nullptr;
    ProviderNetworkForm *m_network = nullptr;
    ProviderExpertForm *m_expert = nullptr;
    QWidget *m_foot = nullptr;
    QLabel *m_footCount = nullptr;
    QLabel *m_footHint = nullptr;
    QPushButton *m_discard = nullptr;
    QPushButton *m_save = nullptr;
};

} // namespace ui::pages
