#include "ui/pages/health_board_view.h"

#include "ui/look/theme.h"
#include "ui/models/provider_words.h"
#include "ui/models/route_words.h"
#include "ui/models/target_health_model.h"
#include "ui/widgets/form_parts.h"
#include "ui/widgets/label_color.h"
#include "ui/widgets/row_delegate.h"
#include "ui/widgets/titled_width.h"
#include "ui/widgets/widget_name.h"

#include <QDateTime>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QSet>
#include <QTableView>
#include <QVBoxLayout>

#include <utility>

namespace ui::pages {

using gateway::api::CircuitState;
using gateway::api::Done;
using gateway::api::GatewayFacade;
using gateway::api::HealthBoard;
using gateway::api::KeyRestView;
using gateway::api::ProviderView;
using gateway::api::TargetHealthView;
using models::TargetHealthModel;
using widgets::nameIt;

namespace {

void ignore(const gateway::Result<Done> &) {} // the board shows what came of it

} // namespace

HealthBoardView::HealthBoardView(GatewayFacade &gateway, const look::Theme &theme, QWidget *parent)
    : QWidget(parent), m_gateway(gateway), m_theme(theme), m_model(new TargetHealthModel(this))
{
    setObjectName(QStringLiteral("health_board"));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(buildHead());
    buildTable();
    layout->addWidget(m_table, 1);
    m_empty =
        widgets::hint(tr("Every target is well. One that fails five times in a row is left alone for a while, then "
                         "one request tries it again. It is listed here with its reason."),
                      this);
    m_empty->setObjectName(QStringLiteral("health_empty"));
    m_empty->setContentsMargins(16, 12, 16, 12);
    layout->addWidget(m_empty);
    layout->addStretch();
    m_clock.setInterval(1'000);
    connect(&m_clock, &QTimer::timeout, this, [this] { m_model->setNow(QDateTime::currentDateTimeUtc()); });
    connect(&gateway, &GatewayFacade::healthBoardChanged, this, &HealthBoardView::takeBoard);
    connect(&gateway, &GatewayFacade::providersChanged, this, &HealthBoardView::takeBoard);
    takeBoard();
}

QWidget *HealthBoardView::buildHead()
{
    auto *head = new QWidget(this);
    m_facts = new QLabel(head);
    m_facts->setObjectName(QStringLiteral("health_facts"));
    widgets::setTone(*m_facts, "secondary");
    m_holdOther = new QPushButton(tr("Hold a target"), head);
    nameIt(m_holdOther, "hold_target", tr("Hold a target of a rule"));
    m_holdMenu = new QMenu(m_holdOther);
    m_holdOther->setMenu(m_holdMenu);
    m_hold = new QPushButton(tr("Hold"), head);
    nameIt(m_hold, "hold_selected", tr("Hold or release the selected target"));
    m_reset = new QPushButton(tr("Reset"), head);
    nameIt(m_reset, "reset_selected", tr("Treat the selected target as well"));
    m_reset->setToolTip(tr("As if it had never failed: the next request may go there."));
    auto *row = new QHBoxLayout(head);
    row->setContentsMargins(16, 10, 16, 10);
    row->addWidget(m_facts, 1);
    row->addWidget(m_holdOther);
    row->addWidget(m_hold);
    row->addWidget(m_reset);
    connect(m_holdMenu, &QMenu::aboutToShow, this, &HealthBoardView::fillHoldMenu);
    connect(m_hold, &QPushButton::clicked, this, &HealthBoardView::switchHold);
    connect(m_reset, &QPushButton::clicked, this, &HealthBoardView::resetSelected);
    return head;
}

void HealthBoardView::buildTable()
{
    m_table = new QTableView(this);
    nameIt(m_table, "health_table", tr("Targets in trouble"));
    m_table->setModel(m_model);
    m_table->setItemDelegate(new widgets::RowDelegate(
        m_theme, {TargetHealthModel::StateRole, TargetHealthModel::SubtitleRole, -1}, -1, this));
    widgets::prepareTable(*m_table);
    m_table->setFrameShape(QFrame::NoFrame);
    m_table->horizontalHeader()->setStretchLastSection(true);
    m_table->verticalHeader()->setDefaultSectionSize(m_theme.twoLineRowHeight());
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this, &HealthBoardView::takeSelection);
    connect(m_model, &QAbstractItemModel::modelReset, this, &HealthBoardView::takeSelection);
}

void HealthBoardView::takeBoard()
{
    const HealthBoard board = m_gateway.healthBoard();
    m_model->setBoard(board, QDateTime::currentDateTimeUtc());
    const bool isEmpty = m_model->rowCount() == 0;
    m_table->setVisible(!isEmpty);
    m_empty->setVisible(isEmpty);
    int open = 0;
    for (const TargetHealthView &target : board.targets)
        open += !target.isHeld && target.state != CircuitState::Closed ? 1 : 0;
    m_facts->setText(isEmpty ? QString() : tr("%n left alone", nullptr, open));
    if (!isEmpty && m_table->selectionModel()->selectedRows().isEmpty())
        m_table->selectRow(0);
    takeSelection();
    if (std::exchange(m_openCount, open) != open)
        emit openCountChanged();
}

void HealthBoardView::takeSelection()
{
    const QModelIndexList rows = m_table->selectionModel()->selectedRows();
    const int row = rows.isEmpty() ? -1 : rows.first().row();
    const TargetHealthView *target = m_model->targetAt(row);
    m_hold->setEnabled(target != nullptr);
    m_hold->setText(target != nullptr && target->isHeld ? tr("Release") : tr("Hold"));
    m_hold->setToolTip(target != nullptr && target->isHeld
                           ? tr("Requests may go there again.")
                           : tr("It is not asked until you release it, as long as there is another."));
    m_reset->setEnabled(target != nullptr);
}

void HealthBoardView::switchHold()
{
    const QModelIndexList rows = m_table->selectionModel()->selectedRows();
    const TargetHealthView *target = rows.isEmpty() ? nullptr : m_model->targetAt(rows.first().row());
    if (target != nullptr)
        m_gateway.holdTarget({target->provider, target->model, target->keyId}, !target->isHeld, ignore);
}

void HealthBoardView::resetSelected()
{
    const QModelIndexList rows = m_table->selectionModel()->selectedRows();
    const TargetHealthView *target = rows.isEmpty() ? nullptr : m_model->targetAt(rows.first().row());
    if (target != nullptr)
        m_gateway.resetTarget({target->provider, target->model, target->keyId}, ignore);
}

// What rules send to: those are the targets that a person knows by name.
void HealthBoardView::fillHoldMenu()
{
    m_holdMenu->clear();
    QSet<QString> known;
    const auto add = [&](const QString &provider, const QString &model) {
        const QString text = models::targetName(provider, model);
        if (provider.isEmpty() || model.isEmpty() || known.contains(text))
            return;
        known.insert(text);
        m_holdMenu->addAction(text, this, [this, provider, model] {
            m_gateway.holdTarget({provider, model, {}}, true, ignore);
        });
    };
    for (const auto &rule : m_gateway.routingRules()) {
        for (const auto &target : rule.targets)
            add(target.provider, target.model);
        for (const auto &fallback : rule.fallbacks)
            add(fallback.provider, fallback.model);
    }
    if (known.isEmpty())
        m_holdMenu->addAction(tr("No alias or rule names a target yet"))->setEnabled(false);
}

QWidget *HealthBoardView::firstPane()
{
    return m_table->isHidden() ? static_cast<QWidget *>(m_holdOther) : m_table;
}

void HealthBoardView::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    takeBoard();
    m_clock.start();
}

void HealthBoardView::hideEvent(QHideEvent *event)
{
    QWidget::hideEvent(event);
    m_clock.stop();
}

void HealthBoardView::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    fitColumns();
}

void HealthBoardView::fitColumns()
{
    const int available = m_table->viewport()->width();
    m_table->setColumnWidth(TargetHealthModel::Target, qBound(200, available * 3 / 10, 360));
    widgets::setTitledWidth(*m_table, TargetHealthModel::State, qBound(170, available / 5, 230));
    widgets::setTitledWidth(*m_table, TargetHealthModel::Failures, 84);
    widgets::setTitledWidth(*m_table, TargetHealthModel::NextTry, 150);
}

} // namespace ui::pages
