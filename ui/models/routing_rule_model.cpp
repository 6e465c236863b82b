#include "ui/models/routing_rule_model.h"

#include "ui/models/route_words.h"

#include <QMimeData>

#include <algorithm>

namespace ui::models {

using gateway::api::RoutingRuleView;

namespace {

const QString rowFormat = QStringLiteral("application/x-bilrost-rule-row");

bool isSame(const RoutingRuleView &one, const RoutingRuleView &other)
{
    return one.id == other.id;
}

bool isOfSameScope(const RoutingRuleView &one, const RoutingRuleView &other)
{
    return one.scope == other.scope;
}

} // namespace

void RoutingRuleModel::setRules(const QList<RoutingRuleView> &rules)
{
    for (int row = rowCount() - 1; row >= 0; --row) {
        const RoutingRuleView &old = m_rules.at(row);
        if (std::any_of(rules.begin(), rules.end(), [&](const RoutingRuleView &each) { return isSame(each, old); }))
            continue;
        beginRemoveRows({}, row, row);
        m_rules.removeAt(row);
        endRemoveRows();
    }
    for (int row = 0; row < rules.size(); ++row) {
        if (row < m_rules.size() && isSame(m_rules.at(row), rules.at(row)))
            continue;
        const int former = rowOf(rules.at(row).id);
        if (former >= 0) {
            beginMoveRows({}, former, former, {}, row);
            m_rules.move(former, row);
            endMoveRows();
        } else {
            beginInsertRows({}, row, row);
            m_rules.insert(row, rules.at(row));
            endInsertRows();
        }
    }
    m_rules = rules;
    if (!rules.isEmpty())
        emit dataChanged(index(0), index(rowCount() - 1));
}

const RoutingRuleView *RoutingRuleModel::ruleAt(int row) const
{
    return row >= 0 && row < m_rules.size() ? &m_rules.at(row) : nullptr;
}

int RoutingRuleModel::rowOf(const QString &id) const
{
    for (int row = 0; row < m_rules.size(); ++row) {
        if (m_rules.at(row).id == id)
            return row;
    }
    return -1;
}

bool RoutingRuleModel::moveTo(int row, int place)
{
    const RoutingRuleView *moved = ruleAt(row);
    if (moved == nullptr)
        return false;
    int first = row;
    int last = row;
    while (first > 0 && isOfSameScope(m_rules.at(first - 1), *moved))
        --first;
    while (last + 1 < m_rules.size() && isOfSameScope(m_rules.at(last + 1), *moved))
        ++last;
    place = std::clamp(place, first, last);
    if (place == row)
        return false;
    QStringList ids;
    for (const RoutingRuleView &rule : std::as_const(m_rules))
        ids.append(rule.id);
    ids.move(row, place);
    emit orderWanted(ids);
    return true;
}

int RoutingRuleModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rules.size());
}

QString RoutingRuleModel::accessibleText(const RoutingRuleView &rule, int row) const
{
    const QString kind = aliasOf(rule) ? tr("Alias") : tr("Rule");
    QString text = tr("%1. %2 %3. %4. %5")
                       .arg(row + 1)
                       .arg(kind, shownName(rule), rule.isEnabled ? tr("On") : tr("Off"), targetsText(rule));
    if (!rule.problem.isEmpty())
        text += QStringLiteral(". ") + tr("Passed over: %1").arg(rule.problem);
    return text;
}

QVariant RoutingRuleModel::data(const QModelIndex &index, int role) const
{
    const RoutingRuleView *rule = ruleAt(index.row());
    if (!index.isValid() || rule == nullptr)
        return {};
    const bool isAlias = aliasOf(*rule).has_value();
    switch (role) {
    case Qt::DisplayRole: return shownName(*rule);
    case Qt::CheckStateRole: return static_cast<int>(rule->isEnabled ? Qt::Checked : Qt::Unchecked);
    case Qt::AccessibleTextRole: return accessibleText(*rule, index.row());
    case Qt::ToolTipRole: return rule->problem.isEmpty() ? targetsText(*rule) : rule->problem;
    case IdRole: return rule->id;
    case NumberRole: return index.row() + 1;
    case SubtitleRole:
        if (isAlias)
            return targetsText(*rule);
        return rule->expression.trimmed().isEmpty() ? tr("every request") : rule->expression.simplified();
    case IsAliasRole: return isAlias || rule->expression.trimmed().isEmpty();
    case IsEnabledRole: return rule->isEnabled;
    case ProblemRole: return rule->problem;
    default: return {};
    }
}

bool RoutingRuleModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    const RoutingRuleView *rule = ruleAt(index.row());
    if (rule == nullptr || role != Qt::CheckStateRole)
        return false;
    emit switchWanted(rule->id, value.toInt() == Qt::Checked);
    return true;
}

Qt::ItemFlags RoutingRuleModel::flags(const QModelIndex &index) const
{
    if (!index.isValid())
        return Qt::ItemIsDropEnabled; // between rows, never onto one
    return Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable | Qt::ItemIsDragEnabled;
}

QStringList RoutingRuleModel::mimeTypes() const
{
    return {rowFormat};
}

QMimeData *RoutingRuleModel::mimeData(const QModelIndexList &indexes) const
{
    auto *data = new QMimeData; // the view takes ownership
    if (!indexes.isEmpty())
        data->setData(rowFormat, indexes.first().data(IdRole).toString().toUtf8());
    return data;
}

// Never accepted, because the view would remove the dragged row: the row moves when the gateway has stored the order.
bool RoutingRuleModel::dropMimeData(const QMimeData *data, Qt::DropAction, int row, int, const QModelIndex &)
{
    const int from = rowOf(QString::fromUtf8(data->data(rowFormat)));
    if (from < 0)
        return false;
    const int before = row < 0 ? rowCount() : row;
    moveTo(from, before > from ? before - 1 : before);
    return false;
}

} // namespace ui::models
