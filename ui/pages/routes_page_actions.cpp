// What is done to rules from the list: order, switch, remove.
#include "ui/pages/routes_page.h"

#include "ui/look/icon_set.h"
#include "ui/models/error_words.h"
#include "ui/models/routing_rule_model.h"
#include "ui/widgets/banner.h"

#include <QListView>
#include <QMenu>
#include <QPointer>

namespace ui::pages {

using gateway::RequestState;
using gateway::api::Done;
using gateway::api::RoutingRuleView;

void RoutesPage::showProblem(const QString &title, const gateway::Error &error)
{
    m_banner->showMessage(RequestState::UpstreamError, title, models::failureText(error));
}

void RoutesPage::order(const QStringList &ids)
{
    const QPointer<RoutesPage> guard(this);
    m_gateway.orderRoutingRules(ids, [guard](const gateway::Result<Done> &done) {
        if (!guard)
            return;
        if (done)
            guard->m_banner->showMessage(RequestState::UpstreamError, {}, {});
        else
            guard->showProblem(tr("The order was not changed"), done.error());
    });
}

void RoutesPage::moveSelected(int step)
{
    const int row = m_list->currentIndex().row();
    if (row >= 0)
        m_model->moveTo(row, row + step);
}

void RoutesPage::switchRule(const QString &id, bool isEnabled)
{
    const RoutingRuleView *stored = m_model->ruleAt(m_model->rowOf(id));
    if (stored == nullptr)
        return;
    RoutingRuleView rule = *stored;
    rule.isEnabled = isEnabled;
    const QPointer<RoutesPage> guard(this);
    m_gateway.saveRoutingRule({rule}, [guard](const gateway::Result<RoutingRuleView> &result) {
        if (guard && !result)
            guard->showProblem(tr("The rule was not switched"), result.error());
    });
}

void RoutesPage::removeRule(const QString &id)
{
    const RoutingRuleView *rule = m_model->ruleAt(m_model->rowOf(id));
    if (rule == nullptr)
        return;
    const QPointer<RoutesPage> guard(this);
    m_removals.remove({gateway::api::RemovableKind::RoutingRule, id},
                      [guard](const gateway::Result<gateway::api::RemovedView> &result) {
                          if (guard && !result)
                              guard->showProblem(tr("The rule was not removed"), result.error());
                      });
}

void RoutesPage::showContextMenu(const QPoint &position)
{
    const int row = m_list->indexAt(position).row();
    const RoutingRuleView *rule = m_model->ruleAt(row);
    if (rule == nullptr)
        return;
    const QString id = rule->id;
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addAction(rule->isEnabled ? tr("Turn off") : tr("Turn on"), this,
                    [this, id, isEnabled = rule->isEnabled] { switchRule(id, !isEnabled); });
    menu->addAction(look::icon("chevron_up"), tr("Move up\tAlt+Up"), this,
                    [this, id] { m_model->moveTo(m_model->rowOf(id), m_model->rowOf(id) - 1); });
    menu->addAction(look::icon("chevron_down"), tr("Move down\tAlt+Down"), this,
                    [this, id] { m_model->moveTo(m_model->rowOf(id), m_model->rowOf(id) + 1); });
    menu->addSeparator();
    menu->addAction(look::icon("trash"), tr("Remove"), this, [this, id] { removeRule(id); });
    menu->popup(m_list->viewport()->mapToGlobal(position));
}

} // namespace ui::pages
