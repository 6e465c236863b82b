// In which order the Requests page shows what is stored: by time, or by what a request took.
#include "ui/models/request_table_model.h"
#include "ui/pages/requests_page.h"
#include "ui/widgets/request_table_view.h"

#include <QActionGroup>
#include <QHeaderView>
#include <QMenu>

#include <array>

namespace ui::pages {

using gateway::api::HistoryOrder;
using models::RequestTableModel;

void RequestsPage::connectOrder()
{
    connect(m_view->horizontalHeader(), &QHeaderView::sectionClicked, this, &RequestsPage::sortByColumn);
}

// Only what the store answers without reading every request; the other titles do nothing.
void RequestsPage::sortByColumn(int column)
{
    const HistoryOrder order = column == RequestTableModel::Duration ? HistoryOrder::Duration
                               : column == RequestTableModel::Cost   ? HistoryOrder::Cost
                                                                     : HistoryOrder::Time;
    if (isGrouped() || (order == HistoryOrder::Time && column != RequestTableModel::Time))
        return;
    const models::RequestOrder &now = m_model->order();
    const bool isTurned = order != HistoryOrder::Time && order == now.by && !now.isSmallestFirst; // by a second click
    sortBy({order, isTurned});
}

void RequestsPage::sortBy(const models::RequestOrder &order)
{
    if (order == m_model->order())
        return;
    m_model->setOrder(order);
    nameList();
    updateLive();
    if (m_hasLoaded)
        reload();
}

void RequestsPage::fillOrderMenu(QMenu &menu)
{
    if (isGrouped())
        return;
    struct Choice {
        HistoryOrder order;
        const char *name;
        QString text;
    };
    const std::array choices{Choice{HistoryOrder::Time, "sort_time", tr("Newest first")},
                             Choice{HistoryOrder::Duration, "sort_duration", tr("Longest first")},
                             Choice{HistoryOrder::Tokens, "sort_tokens", tr("Most tokens first")},
                             Choice{HistoryOrder::Cost, "sort_cost", tr("Most expensive first")}};
    auto *group = new QActionGroup(&menu);
    for (const Choice &choice : choices) {
        QAction *action = menu.addAction(choice.text);
        action->setObjectName(QLatin1String(choice.name));
        action->setCheckable(true);
        action->setChecked(m_model->order() == models::RequestOrder{choice.order});
        group->addAction(action);
        connect(action, &QAction::triggered, this, [this, order = choice.order] { sortBy({order}); });
    }
    menu.addSeparator();
}

} // namespace ui::pages
