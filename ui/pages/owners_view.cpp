#include "ui/pages/owners_view.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QMenu>
#include <QPointer>
#include <QPushButton>
#include <QShortcut>
#include <QTableView>
#include <QVBoxLayout>

#include <algorithm>

#include "ui/dialogs/owner_dialog.h"
#include "ui/look/icon_set.h"
#include "ui/models/error_words.h"
#include "ui/models/owner_table_model.h"
#include "ui/pages/removal.h"
#include "ui/widgets/form_parts.h"
#include "ui/widgets/keyboard_menu.h"
#include "ui/widgets/titled_width.h"
#include "ui/widgets/usage_bar_delegate.h"

namespace ui::pages {

using gateway::api::CustomerView;
using gateway::api::RemovableKind;
using gateway::api::TeamView;
using models::OwnerRow;
using models::OwnerTableModel;

OwnersView::OwnersView(gateway::api::GatewayFacade &gateway, gateway::api::RemovalFacade &removals,
                       const look::Theme &theme, UserPrompt &prompt, QWidget *parent)
    : KeyPagePart(parent)
    , m_governance(gateway.governance())
    , m_removals(removals)
    , m_theme(theme)
    , m_prompt(prompt)
    , m_model(new OwnerTableModel(this))
{
    buildTable();
    buildCommands();
    buildEmpty();
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_table, 1);
    layout->addWidget(m_empty, 1);
    takeState();
}

// --- building

void OwnersView::buildTable()
{
    m_table = new QTableView(this);
    m_table->setObjectName(QStringLiteral("owner_table"));
    m_table->setAccessibleName(tr("Teams and customers"));
    m_table->setModel(m_model);
    m_table->setItemDelegate(new widgets::UsageBarDelegate(
        m_theme, {}, OwnerTableModel::Name,
        {OwnerTableModel::Use, OwnerTableModel::ShareRole, -1, OwnerTableModel::ForecastRole}, this));
    widgets::prepareTable(*m_table);
    m_table->setFrameShape(QFrame::NoFrame);
    m_table->setContextMenuPolicy(Qt::CustomContextMenu);
    widgets::openMenuAtCurrentRow(*m_table);
    m_table->verticalHeader()->setDefaultSectionSize(m_theme.rowHeight() + 6);
    m_table->horizontalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    m_table->horizontalHeader()->setSectionResizeMode(OwnerTableModel::Use, QHeaderView::Stretch);
    m_table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeading | Qt::AlignVCenter);
    connect(m_table, &QTableView::activated, this, &OwnersView::editSelected);
    connect(m_table, &QTableView::customContextMenuRequested, this, &OwnersView::showContextMenu);
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this,
            [this] { m_edit->setEnabled(selected() != nullptr); });
    auto *removal = new QShortcut(QKeySequence(QKeySequence::Delete), m_table, nullptr, nullptr, Qt::WidgetShortcut);
    connect(removal, &QShortcut::activated, this, &OwnersView::removeSelected);
}

void OwnersView::buildCommands()
{
    m_commands = new QWidget(this);
    const auto button = [this](const QString &text, const char *name, const QString &accessibleName) {
        auto *made = new QPushButton(text, m_commands);
        made->setObjectName(QLatin1String(name));
        made->setAccessibleName(accessibleName);
        return made;
    };
    m_edit = button(tr("Edit"), "edit_owner", tr("Edit the selected team or customer"));
    m_addCustomer = button(tr("New customer"), "add_customer", tr("New customer"));
    m_addTeam = button(tr("New team"), "add_team", tr("New team"));
    m_addCustomer->setIcon(look::icon("plus"));
    m_addTeam->setIcon(look::icon("plus"));
    m_addTeam->setProperty("kind", QStringLiteral("primary"));
    auto *layout = new QHBoxLayout(m_commands);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addStretch(1);
    for (QPushButton *each : {m_edit, m_addCustomer, m_addTeam})
        layout->addWidget(each);
    connect(m_edit, &QPushButton::clicked, this, &OwnersView::editSelected);
    connect(m_addCustomer, &QPushButton::clicked, this, &OwnersView::startCustomer);
    connect(m_addTeam, &QPushButton::clicked, this, &OwnersView::startAdding);
}

void OwnersView::buildEmpty()
{
    m_empty = new QWidget(this);
    m_empty->setObjectName(QStringLiteral("no_owners"));
    auto *text =
        new QLabel(tr("You need neither to use Bilrost by yourself. A team holds several keys under one budget; a "
                      "customer holds several teams. What their keys use counts for them, too."),
                   m_empty);
    text->setWordWrap(true);
    text->setMaximumWidth(520);
    auto *layout = new QVBoxLayout(m_empty);
    layout->setContentsMargins(16, 16, 16, 16);
    layout->addWidget(text);
    layout->addStretch(1);
}

// --- showing

void OwnersView::takeState()
{
    const QString chosen = selected() ? selected()->id : QString();
    m_model->takeOwners(m_governance, QDateTime::currentDateTimeUtc());
    if (!isEmpty() && !selected())
        m_table->selectRow(std::max(m_model->rowOf(chosen), 0));
    m_table->setVisible(!isEmpty());
    m_empty->setVisible(isEmpty());
    m_edit->setVisible(!isEmpty());
    m_edit->setEnabled(selected() != nullptr);
    emit factsChanged();
}

bool OwnersView::isEmpty() const
{
    return m_model->rowCount() == 0;
}

QString OwnersView::facts() const
{
    QStringList facts;
    if (const auto customers = m_governance.customers().size(); customers > 0)
        facts.append(tr("%n customers", nullptr, static_cast<int>(customers)));
    if (const auto teams = m_governance.teams().size(); teams > 0)
        facts.append(tr("%n teams", nullptr, static_cast<int>(teams)));
    return facts.join(tr(", "));
}

QWidget *OwnersView::firstPane()
{
    return isEmpty() ? static_cast<QWidget *>(m_addTeam) : m_table;
}

void OwnersView::fitColumns()
{
    const bool isNarrow = width() < 1000; // the table follows
    widgets::setTitledWidth(*m_table, OwnerTableModel::Name, isNarrow ? 160 : 240);
    widgets::setTitledWidth(*m_table, OwnerTableModel::Kind, 100);
    widgets::setTitledWidth(*m_table, OwnerTableModel::BelongsTo, isNarrow ? 120 : 180);
    widgets::setTitledWidth(*m_table, OwnerTableModel::Keys, 64);
}

void OwnersView::resizeEvent(QResizeEvent *event)
{
    KeyPagePart::resizeEvent(event);
    fitColumns();
}

const OwnerRow *OwnersView::selected() const
{
    const QModelIndexList rows = m_table->selectionModel()->selectedRows();
    return rows.isEmpty() ? nullptr : m_model->rowAt(rows.front().row());
}

// --- doing

void OwnersView::startAdding()
{
    ask(new dialogs::OwnerDialog(TeamView(), m_governance.customers(), this), true);
}

void OwnersView::startCustomer()
{
    ask(new dialogs::OwnerDialog(CustomerView(), this), false);
}

void OwnersView::editSelected()
{
    const OwnerRow *row = selected();
    if (!row)
        return;
    if (row->isTeam) {
        for (const TeamView &team : m_governance.teams()) {
            if (team.id == row->id) {
                ask(new dialogs::OwnerDialog(team, m_governance.customers(), this), true);
                return;
            }
        }
    }
    for (const CustomerView &customer : m_governance.customers()) {
        if (customer.id == row->id) {
            ask(new dialogs::OwnerDialog(customer, this), false);
            return;
        }
    }
}

void OwnersView::ask(dialogs::OwnerDialog *dialog, bool isTeam)
{
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &dialogs::OwnerDialog::saveRequested, this, [this, dialog, isTeam] {
        const QPointer<dialogs::OwnerDialog> guard(dialog);
        const auto finish = [guard](const auto &saved) {
            if (!guard)
                return;
            if (saved)
                guard->accept();
            else
                guard->showProblem(models::failureText(saved.error()));
        };
        if (isTeam)
            m_governance.saveTeam(dialog->team(), false, finish);
        else
            m_governance.saveCustomer(dialog->customer(), false, finish);
    });
    dialog->open();
}

void OwnersView::removeSelected()
{
    const OwnerRow *row = selected();
    if (!row)
        return;
    removeUndoably(m_removals, m_prompt, *this, {row->isTeam ? RemovableKind::Team : RemovableKind::Customer, row->id},
                   row->isTeam ? tr("The team was not deleted") : tr("The customer was not deleted"));
}

void OwnersView::showContextMenu(const QPoint &position)
{
    if (!selected())
        return;
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addAction(tr("Edit…"), this, &OwnersView::editSelected);
    menu->addSeparator();
    menu->addAction(look::icon("trash"), tr("Delete"), this, &OwnersView::removeSelected);
    menu->popup(m_table->viewport()->mapToGlobal(position));
}

} // namespace ui::pages
