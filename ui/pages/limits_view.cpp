#include "ui/pages/limits_view.h"

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

#include "ui/dialogs/limit_dialog.h"
#include "ui/look/icon_set.h"
#include "ui/models/error_words.h"
#include "ui/models/limit_table_model.h"
#include "ui/pages/limit_raising.h"
#include "ui/pages/removal.h"
#include "ui/user_prompt.h"
#include "ui/widgets/form_parts.h"
#include "ui/widgets/keyboard_menu.h"
#include "ui/widgets/titled_width.h"
#include "ui/widgets/usage_bar_delegate.h"

namespace ui::pages {

using gateway::api::LimitOwnerKind;
using models::LimitTableModel;
using models::OwnedLimit;

LimitsView::LimitsView(gateway::api::GatewayFacade &gateway, gateway::api::RemovalFacade &removals,
                       const look::Theme &theme, UserPrompt &prompt, QWidget *parent)
    : KeyPagePart(parent)
    , m_gateway(gateway)
    , m_removals(removals)
    , m_theme(theme)
    , m_prompt(prompt)
    , m_model(new LimitTableModel(this))
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

void LimitsView::buildTable()
{
    m_table = new QTableView(this);
    m_table->setObjectName(QStringLiteral("limit_table"));
    m_table->setAccessibleName(tr("Limits"));
    m_table->setModel(m_model);
    m_table->setItemDelegate(new widgets::UsageBarDelegate(
        m_theme, {LimitTableModel::StateRole}, LimitTableModel::Owner,
        {LimitTableModel::Use, LimitTableModel::ShareRole, -1, LimitTableModel::ForecastRole}, this));
    widgets::prepareTable(*m_table);
    m_table->setFrameShape(QFrame::NoFrame);
    m_table->setContextMenuPolicy(Qt::CustomContextMenu);
    widgets::openMenuAtCurrentRow(*m_table);
    m_table->verticalHeader()->setDefaultSectionSize(m_theme.rowHeight() + 6);
    m_table->horizontalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    m_table->horizontalHeader()->setSectionResizeMode(LimitTableModel::Use, QHeaderView::Stretch);
    m_table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeading | Qt::AlignVCenter);
    m_table->horizontalHeader()->setSortIndicatorClearable(true);
    m_table->setSortingEnabled(true);
    m_table->sortByColumn(-1, Qt::AscendingOrder);
    connect(m_table, &QTableView::activated, this, &LimitsView::editSelected);
    connect(m_table, &QTableView::customContextMenuRequested, this, &LimitsView::showContextMenu);
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this, &LimitsView::takeSelection);
    auto *removal = new QShortcut(QKeySequence(QKeySequence::Delete), m_table, nullptr, nullptr, Qt::WidgetShortcut);
    connect(removal, &QShortcut::activated, this, &LimitsView::removeSelected);
}

void LimitsView::buildCommands()
{
    m_commands = new QWidget(this);
    const auto button = [this](const QString &text, const char *name, const QString &accessibleName) {
        auto *made = new QPushButton(text, m_commands);
        made->setObjectName(QLatin1String(name));
        made->setAccessibleName(accessibleName);
        return made;
    };
    m_edit = button(tr("Edit"), "edit_limit", tr("Edit the selected limit"));
    m_reset = button(tr("Begin anew…"), "reset_limit", tr("Count the selected limit from nothing"));
    m_add = button(tr("New limit"), "add_limit", tr("New limit"));
    m_add->setIcon(look::icon("plus"));
    m_add->setProperty("kind", QStringLiteral("primary"));
    auto *layout = new QHBoxLayout(m_commands);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addStretch(1);
    for (QPushButton *each : {m_edit, m_reset, m_add})
        layout->addWidget(each);
    connect(m_edit, &QPushButton::clicked, this, &LimitsView::editSelected);
    connect(m_reset, &QPushButton::clicked, this, &LimitsView::resetSelected);
    connect(m_add, &QPushButton::clicked, this, &LimitsView::startAdding);
}

void LimitsView::buildEmpty()
{
    m_empty = new QWidget(this);
    m_empty->setObjectName(QStringLiteral("no_limits"));
    auto *text = new QLabel(tr("Nothing is limited. A limit stops requests in time when more money, requests or tokens "
                               "would be used than you want: of all tools together, of one provider, model or key."),
                            m_empty);
    text->setWordWrap(true);
    text->setMaximumWidth(520);
    m_addFirst = new QPushButton(tr("Set a limit"), m_empty);
    m_addFirst->setObjectName(QStringLiteral("add_first_limit"));
    m_addFirst->setAccessibleName(tr("Set the first limit"));
    m_addFirst->setProperty("kind", QStringLiteral("primary"));
    auto *layout = new QVBoxLayout(m_empty);
    layout->setContentsMargins(16, 16, 16, 16);
    layout->setSpacing(12);
    layout->addWidget(text);
    layout->addWidget(m_addFirst, 0, Qt::AlignLeft);
    layout->addStretch(1);
    connect(m_addFirst, &QPushButton::clicked, this, &LimitsView::startAdding);
}

// --- showing

void LimitsView::takeState()
{
    const QList<OwnedLimit> limits = models::limitsInForce(m_gateway.governance());
    const QDateTime now = QDateTime::currentDateTimeUtc();
    const QString chosen = selected() ? selected()->limit.id : QString();
    m_model->setLimits(limits, now);
    if (!limits.isEmpty() && !selected())
        m_table->selectRow(std::max(m_model->rowOf(chosen), 0));
    m_usedUp = m_allUsedUp = 0;
    for (const OwnedLimit &each : limits) {
        if (models::usedShare(each.limit) < 1)
            continue;
        ++m_allUsedUp;
        m_usedUp += each.kind == LimitOwnerKind::VirtualKey ? 0 : 1;
    }
    m_table->setVisible(!limits.isEmpty());
    m_empty->setVisible(limits.isEmpty());
    for (QPushButton *each : {m_edit, m_reset, m_add}) // else the list itself offers the first one
        each->setVisible(!limits.isEmpty());
    takeSelection();
    emit factsChanged();
}

void LimitsView::choose(const QString &id)
{
    if (const int row = m_model->rowOf(id); row >= 0)
        m_table->selectRow(row);
}

QString LimitsView::facts() const
{
    if (m_model->rowCount() == 0)
        return {};
    QString facts = tr("%n limits", nullptr, m_model->rowCount());
    if (m_allUsedUp > 0)
        facts += tr(", %n used up", nullptr, m_allUsedUp);
    return facts;
}

QWidget *LimitsView::firstPane()
{
    return m_model->rowCount() > 0 ? static_cast<QWidget *>(m_table) : m_addFirst;
}

void LimitsView::takeSelection()
{
    const bool hasOne = selected() != nullptr;
    m_edit->setEnabled(hasOne);
    m_reset->setEnabled(hasOne);
}

void LimitsView::fitColumns()
{
    const bool isNarrow = width() < 1000; // the table follows
    widgets::setTitledWidth(*m_table, LimitTableModel::Owner, isNarrow ? 160 : 200);
    widgets::setTitledWidth(*m_table, LimitTableModel::Limit, isNarrow ? 130 : 170);
    widgets::setTitledWidth(*m_table, LimitTableModel::Resets, isNarrow ? 84 : 124);
    widgets::setTitledWidth(*m_table, LimitTableModel::State, isNarrow ? 130 : 206);
}

void LimitsView::resizeEvent(QResizeEvent *event)
{
    KeyPagePart::resizeEvent(event);
    fitColumns();
}

const OwnedLimit *LimitsView::selected() const
{
    const QModelIndexList rows = m_table->selectionModel()->selectedRows();
    return rows.isEmpty() ? nullptr : m_model->limitAt(rows.front().row());
}

// --- doing

void LimitsView::startAdding()
{
    QStringList providers;
    for (const gateway::api::ProviderView &provider : m_gateway.providers())
        providers.append(provider.name);
    const gateway::api::GovernanceFacade &governance = m_gateway.governance();
    ask(new dialogs::LimitDialog({providers, governance.virtualKeys(), governance.teams(), governance.customers()},
                                 this));
}

void LimitsView::editSelected()
{
    if (const OwnedLimit *limit = selected())
        ask(new dialogs::LimitDialog(*limit, this));
}

void LimitsView::ask(dialogs::LimitDialog *dialog)
{
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &dialogs::LimitDialog::saveRequested, this, [this, dialog] {
        const QPointer<dialogs::LimitDialog> guard(dialog);
        models::saveLimit(m_gateway.governance(), dialog->limit(), [guard](const gateway::Result<bool> &saved) {
            if (!guard)
                return;
            if (saved)
                guard->accept();
            else
                guard->showProblem(models::failureText(saved.error()));
        });
    });
    dialog->open();
}

// It cannot be undone, and lets requests through that were refused.
void LimitsView::resetSelected()
{
    const OwnedLimit *limit = selected();
    if (!limit)
        return;
    Question question;
    question.title = tr("Count from nothing again?");
    question.text =
        tr("%1: what was used so far (%2) does not count against the limit any more. Usage keeps it, and the "
           "window of the limit ends when it would have.",
           "whose limit, what is used of it")
            .arg(models::ownerText(*limit), models::useText(limit->limit));
    question.buttons = {tr("Cancel"), tr("Begin anew")};
    question.destructiveButton = 1;
    const QPointer<LimitsView> guard(this);
    m_prompt.ask(this, question, [guard, id = limit->limit.id](const Answer &answer) {
        if (!guard || answer.button != 1)
            return;
        guard->m_gateway.governance().resetLimit(id);
        guard->takeState();
    });
}

void LimitsView::removeSelected()
{
    if (const OwnedLimit *limit = selected())
        removeUndoably(m_removals, m_prompt, *this, {gateway::api::RemovableKind::Limit, limit->limit.id},
                       tr("The limit was not deleted"));
}

void LimitsView::showContextMenu(const QPoint &position)
{
    const OwnedLimit *limit = selected();
    if (!limit)
        return;
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addAction(tr("Edit…"), this, &LimitsView::editSelected);
    addRaises(*menu, limit->limit, models::ownerText(*limit),
              {m_gateway.governance(), m_prompt, *this, [this] { takeState(); }});
    menu->addAction(tr("Begin anew…"), this, &LimitsView::resetSelected);
    menu->addSeparator();
    menu->addAction(look::icon("trash"), tr("Delete"), this, &LimitsView::removeSelected);
    menu->popup(m_table->viewport()->mapToGlobal(position));
}

} // namespace ui::pages
