// The rules and aliases in the order in which they are asked, and the wishes to change that order.
#pragma once

#include "gateway/api/routing_rule_views.h"

#include <QAbstractListModel>

namespace ui::models {

// A list of one column whose rows can be dragged. It changes nothing itself: what a person does becomes a signal.
class RoutingRuleModel : public QAbstractListModel {
    Q_OBJECT
public:
    enum Role {
        IdRole = Qt::UserRole + 1,
        NumberRole,    // place in the order, from 1
        SubtitleRole,  // where an alias goes, or the expression of a rule
        IsAliasRole,   // else the subtitle is an expression
        IsEnabledRole, // a rule that is switched off is drawn quieter
        ProblemRole,   // why the rule is passed over, or empty
    };

    using QAbstractListModel::QAbstractListModel;

    // Rows with the same id keep their place in views; selection survives.
    void setRules(const QList<gateway::api::RoutingRuleView> &rules);
    const QList<gateway::api::RoutingRuleView> &rules() const { return m_rules; }
    const gateway::api::RoutingRuleView *ruleAt(int row) const;
    int rowOf(const QString &id) const; // -1 when absent

    // Asks for another place of the row: only among the rules of the same scope, because scopes have an order of their
    // own. False when it stays where it is.
    bool moveTo(int row, int place);

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role) override; // Qt::CheckStateRole only
    Qt::ItemFlags flags(const QModelIndex &index) const override;
    Qt::DropActions supportedDropActions() const override { return Qt::MoveAction; }
    QStringList mimeTypes() const override;
    QMimeData *mimeData(const QModelIndexList &indexes) const override;
    bool dropMimeData(const QMimeData *data, Qt::DropAction action, int row, int column,
                      const QModelIndex &parent) override;

signals:
    void orderWanted(const QStringList &ids); // of all rules
    void switchWanted(const QString &id, bool isEnabled);

private:
    QString accessibleText(const gateway::api::RoutingRuleView &rule, int row) const;

    QList<gateway::api::RoutingRuleView> m_rules;
};

} // namespace ui::models
