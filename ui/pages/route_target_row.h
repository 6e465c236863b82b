// One target of a rule: provider, model and key; of those that are drawn also their share and their patience.
#pragma once

#include "gateway/api/gateway_views.h"
#include "gateway/api/routing_rule_views.h"

#include <QWidget>

class QComboBox;
class QDoubleSpinBox;
class QLabel;
class QLineEdit;
class QSpinBox;

namespace ui::pages {

class RouteTargetRow : public QWidget {
    Q_OBJECT
public:
    enum class Kind { Drawn, Fallback };

    // `mayKeep`: provider and model may stay as they were asked for; of an alias they cannot.
    RouteTargetRow(Kind kind, const QList<gateway::api::ProviderView> &providers, bool mayKeep,
                   QWidget *parent = nullptr);

    void setTarget(const gateway::api::RuleTargetView &target, int share); // share in percent
    void setNumber(int number);                                            // for people: from 1
    void setShareVisible(bool isVisible);                                  // a single target has all of it

    gateway::api::RuleTargetView target() const; // its weight is the share in percent
    gateway::api::RuleFallbackView fallback() const;
    bool isComplete() const;
    void focusFirstField();

signals:
    void changed();
    void removeWanted();
    void moveWanted(int step); // -1: up

protected:
    bool eventFilter(QObject *watched, QEvent *event) override; // its number is where it is dragged

private:
    void dragTo(int y); // of the parent
    void buildSecondLine();
    void fillProviders();
    void fillKeys();
    void addMenu();
    gateway::api::RuleTargetView shown() const;

    Kind m_kind;
    QList<gateway::api::ProviderView> m_providers;
    bool m_mayKeep;
    gateway::api::RuleTargetView m_given;
    QLabel *m_number;
    QComboBox *m_provider;
    QLineEdit *m_model;
    QComboBox *m_key;
    QLabel *m_shareLabel = nullptr; // of drawn ones; likewise below
    QSpinBox *m_share = nullptr;
    QDoubleSpinBox *m_limit = nullptr;
    QWidget *m_menuButton = nullptr;
    bool m_isDragged = false;
    QWidget *m_keyLine = nullptr; // seen where there are several keys to choose from
};

} // namespace ui::pages
