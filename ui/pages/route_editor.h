// Edits one rule: as an alias, which is a name and where it goes, or as an expression with all that a rule has.
#pragma once

#include "gateway/api/gateway_facade.h"
#include "ui/look/theme.h"

#include <QWidget>

class QCheckBox;
class QComboBox;
class QFormLayout;
class QLabel;
class QLineEdit;
class QPushButton;
class QVBoxLayout;

namespace ui {
class UserPrompt;
namespace widgets {
class Banner;
class ExpressionEdit;
class StateLabel;
} // namespace widgets
} // namespace ui

namespace ui::pages {

class RouteCareForm;
class RouteTargetRow;

class RouteEditor : public QWidget {
    Q_OBJECT
public:
    // All of it is borrowed and must outlive the editor.
    RouteEditor(gateway::api::GatewayFacade &gateway, const look::Theme &theme, UserPrompt &prompt,
                QWidget *parent = nullptr);

    void openRule(const gateway::api::RoutingRuleView &rule);
    void startAlias();
    void startRule();
    const QString &ruleId() const { return m_opened.id; } // empty: it is new
    bool hasChanges() const;                              // something is to be saved; a new rule always
    bool isEdited() const;                                // something would be lost
    // What is in the fields, for another editor that goes on with it.
    struct Unsaved {
        gateway::api::RoutingRuleView opened;
        gateway::api::RoutingRuleView fields;
        bool isAlias = true;
    };
    Unsaved unsaved() const { return {m_opened, collected(), m_isAlias}; }
    void resume(const Unsaved &unsaved);
    void discard();
    void save();
    void focusFirstField();
    // The gateway has other rules or providers: what is shown follows, unless it was edited.
    void takeRules();

signals:
    void saved(const QString &id);
    void discarded();
    void removeWanted(const QString &id);

private:
    QWidget *buildHead();
    QWidget *buildWhen();
    QWidget *buildTargets();
    QWidget *buildFallbacks();
    QWidget *buildMore();
    QWidget *buildFoot();
    void present(const gateway::api::RoutingRuleView &rule, bool isAlias);
    void fill(const gateway::api::RoutingRuleView &rule, bool isAlias);
    void arrangeFor(bool isAlias);
    void fillTargets(const gateway::api::RoutingRuleView &rule);
    RouteTargetRow *addTarget(const gateway::api::RuleTargetView &target, int share);
    RouteTargetRow *addFallback(const gateway::api::RuleTargetView &target);
    void watch(RouteTargetRow *row, QList<RouteTargetRow *> &rows);
    void removeRow(RouteTargetRow *row, QList<RouteTargetRow *> &rows);
    void moveRow(RouteTargetRow *row, int step, QList<RouteTargetRow *> &rows);
    void numberRows();
    void takeEdit();
    void showCheck();
    QString whatIsMissing() const; // a sentence, or empty
    gateway::api::RoutingRuleView collected() const;
    void failed(const gateway::Error &error);

    gateway::api::GatewayFacade &m_gateway;
    const look::Theme &m_theme;
    UserPrompt &m_prompt;
    gateway::api::RoutingRuleView m_opened; // as stored, or as a new one begins
    gateway::api::RoutingRuleView m_shown;  // the same as the fields give it back
    bool m_isAlias = true;
    bool m_isFilling = false;

    QLabel *m_title = nullptr;
    QLabel *m_kind = nullptr;
    QCheckBox *m_isOn = nullptr;
    QPushButton *m_remove = nullptr;
    widgets::Banner *m_banner = nullptr;
    QFormLayout *m_whenForm = nullptr;
    QLineEdit *m_alias = nullptr;
    QWidget *m_aliasBox = nullptr;
    QLineEdit *m_name = nullptr;
    widgets::ExpressionEdit *m_expression = nullptr;
    QWidget *m_expressionBox = nullptr;
    widgets::StateLabel *m_check = nullptr;
    QLabel *m_problem = nullptr;
    QPushButton *m_asRule = nullptr;
    QLabel *m_targetHint = nullptr;
    QVBoxLayout *m_targetColumn = nullptr;
    QVBoxLayout *m_fallbackColumn = nullptr;
    QList<RouteTargetRow *> m_targets;
    QList<RouteTargetRow *> m_fallbacks;
    RouteCareForm *m_care = nullptr;
    QWidget *m_more = nullptr;
    QComboBox *m_chain = nullptr;
    QComboBox *m_scope = nullptr;
    QLineEdit *m_scopeId = nullptr;
    QLineEdit *m_note = nullptr;
    QWidget *m_foot = nullptr;
    QLabel *m_missing = nullptr;
    QPushButton *m_discard = nullptr;
    QPushButton *m_save = nullptr;
};

} // namespace ui::pages
