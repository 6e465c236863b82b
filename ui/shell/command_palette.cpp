#include "ui/shell/command_palette.h"

#include <QAccessible>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QMenuBar>
#include <QPainter>
#include <QPointer>
#include <QTableView>
#include <QVBoxLayout>

#include "ui/menu_text.h"
#include "ui/widgets/form_parts.h"
#include "ui/widgets/row_delegate.h"

namespace ui::shell {

using models::Command;
using models::CommandListModel;

namespace {

constexpr int shownRows = 10;
constexpr int paletteWidth = 560;

void addCommands(const QList<QAction *> &actions, const QString &menu, QList<Command> &commands)
{
    for (QAction *action : actions) {
        const bool isPalette = action->objectName() == QLatin1String("action_palette");
        if (action->isSeparator() || !action->isVisible() || !action->isEnabled() || isPalette)
            continue;
        const QString text = plainMenuText(action->text());
        if (action->menu() != nullptr) {
            addCommands(action->menu()->actions(), text, commands);
            continue;
        }
        QString keys = action->shortcut().toString(QKeySequence::NativeText);
        if (keys.isEmpty())
            keys = action->text().section(QLatin1Char('\t'), 1);
        const QPointer<QAction> guard(action);
        commands.append({menu.isEmpty() ? text : CommandPalette::tr("%1: %2", "menu, command").arg(menu, text), keys,
                         action->icon(), QLatin1Char('>'), [guard] {
                             if (guard)
                                 guard->trigger();
                         }});
    }
}

} // namespace

QList<Command> commandsOf(const QMenuBar &menuBar)
{
    QList<Command> commands;
    for (const QAction *menu : menuBar.actions()) {
        if (menu->menu() != nullptr)
            addCommands(menu->menu()->actions(), {}, commands);
    }
    return commands;
}

CommandPalette::CommandPalette(QList<Command> commands, const look::Theme &theme, QWidget *parent)
    : QDialog(parent, Qt::Popup)
    , m_theme(theme)
    , m_model(new CommandListModel(std::move(commands), this))
    , m_field(new QLineEdit(this))
    , m_table(new QTableView(this))
    , m_nothing(widgets::hint(tr("Nothing fits."), this))
{
    setObjectName(QStringLiteral("command_palette"));
    setWindowTitle(tr("Commands"));
    setAccessibleName(windowTitle());
    m_field->setObjectName(QStringLiteral("palette_field"));
    m_field->setAccessibleName(tr("Command or name"));
    m_field->setPlaceholderText(tr("Page, command or name; > @ # / narrow it"));
    m_table->setObjectName(QStringLiteral("palette_list"));
    m_table->setAccessibleName(tr("What fits"));
    m_table->setModel(m_model);
    m_table->setItemDelegate(new widgets::RowDelegate(theme, {}, -1, this));
    widgets::prepareTable(*m_table);
    m_table->setFrameShape(QFrame::NoFrame);
    m_table->setFocusPolicy(Qt::NoFocus);
    m_table->horizontalHeader()->hide();
    m_table->horizontalHeader()->setSectionResizeMode(CommandListModel::Text, QHeaderView::Stretch);
    m_table->horizontalHeader()->setSectionResizeMode(CommandListModel::Detail, QHeaderView::ResizeToContents);
    m_table->verticalHeader()->setDefaultSectionSize(theme.rowHeight() + 3);
    m_nothing->setObjectName(QStringLiteral("palette_nothing"));
    m_nothing->setContentsMargins(8, 0, 8, 4);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(8, 8, 8, 8);
    layout->setSpacing(8);
    layout->addWidget(m_field);
    layout->addWidget(m_nothing);
    layout->addWidget(m_table);
    setFixedWidth(paletteWidth);
    m_field->installEventFilter(this);
    connect(m_field, &QLineEdit::textChanged, this, &CommandPalette::takeTyped);
    connect(m_table, &QTableView::clicked, this, &CommandPalette::runChosen);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &CommandPalette::tellChosen);
    takeTyped();
    m_field->setFocus();
}

void CommandPalette::takeTyped()
{
    m_model->setTyped(m_field->text());
    const int rows = m_model->rowCount();
    m_nothing->setVisible(rows == 0);
    m_table->setVisible(rows > 0);
    m_table->setFixedHeight(qBound(1, rows, shownRows) * m_table->verticalHeader()->defaultSectionSize());
    adjustSize();
    m_table->selectRow(0);
    tellChosen();
}

// The focus stays in the field, so that is where the chosen row is said.
void CommandPalette::tellChosen()
{
    const Command *command = m_model->commandAt(m_table->currentIndex().row());
    m_field->setAccessibleDescription(command != nullptr ? command->text : m_nothing->text());
    QAccessibleEvent event(m_field, QAccessible::DescriptionChanged);
    QAccessible::updateAccessibility(&event);
}

bool CommandPalette::eventFilter(QObject *watched, QEvent *event)
{
    if (watched != m_field || event->type() != QEvent::KeyPress)
        return QDialog::eventFilter(watched, event);
    const auto *key = static_cast<QKeyEvent *>(event);
    const auto move = [this](int by) {
        const int last = m_model->rowCount() - 1;
        if (last >= 0)
            m_table->selectRow(qBound(0, m_table->currentIndex().row() + by, last));
        return true;
    };
    switch (key->key()) {
    case Qt::Key_Down: return move(1);
    case Qt::Key_Up: return move(-1);
    case Qt::Key_PageDown: return move(shownRows);
    case Qt::Key_PageUp: return move(-shownRows);
    case Qt::Key_Return:
    case Qt::Key_Enter: runChosen(); return true;
    default: return QDialog::eventFilter(watched, event);
    }
}

// It lies over a page of the same colours, and not every desktop gives it a shadow.
void CommandPalette::paintEvent(QPaintEvent *event)
{
    QDialog::paintEvent(event);
    QPainter painter(this);
    painter.setPen(m_theme.color(look::ColorRole::FieldBorder));
    painter.drawRect(rect().adjusted(0, 0, -1, -1));
}

void CommandPalette::runChosen()
{
    const Command *command = m_model->commandAt(m_table->currentIndex().row());
    if (command == nullptr)
        return;
    const auto run = command->run;
    accept(); // first, so that what it opens is not below
    run();
}

} // namespace ui::shell
