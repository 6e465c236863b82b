#include "ui/shell/undo_bar.h"

#include <QAccessible>
#include <QApplication>
#include <QFrame>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QShortcut>
#include <QVBoxLayout>

#include "ui/look/icon_set.h"
#include "ui/models/error_words.h"
#include "ui/models/owned_limits.h"
#include "ui/models/provider_words.h"
#include "ui/models/route_words.h"

namespace ui::shell {

using gateway::api::ProviderKeyView;
using gateway::api::ProviderView;
using gateway::api::RemovedView;
using gateway::api::RoutingRuleView;
using gateway::api::VirtualKeyView;

namespace {

struct Words {
    QString what;
    QString meaning; // what follows from it; may be empty
};

Words wordsFor(const ProviderView &provider)
{
    return {UndoBar::tr("Provider “%1” removed").arg(models::shownTitle(provider)),
            UndoBar::tr("Requests for “%1/…” are refused.").arg(provider.name)};
}

Words wordsFor(const ProviderKeyView &key)
{
    return {UndoBar::tr("Key “%1” removed").arg(key.name), {}};
}

Words wordsFor(const RoutingRuleView &rule)
{
    if (!models::aliasOf(rule))
        return {UndoBar::tr("Rule “%1” removed").arg(models::shownName(rule)), {}};
    return {UndoBar::tr("Alias “%1” removed").arg(models::shownName(rule)),
            UndoBar::tr("Tools that ask for it get an error until something else serves that name.")};
}

Words wordsFor(const VirtualKeyView &key)
{
    return {UndoBar::tr("Virtual key “%1” deleted").arg(key.name), UndoBar::tr("Tools that show it are refused.")};
}

Words wordsFor(const gateway::api::RemovedLimitView &removed)
{
    return {UndoBar::tr("Limit of %1 deleted", "an amount and its window").arg(models::limitText(removed.limit)),
            UndoBar::tr("%1: nothing is refused because of it any more.", "whose limit")
                .arg(models::ownerText(removed.ownerKind, removed.ownerName))};
}

Words wordsFor(const gateway::api::TeamView &team)
{
    return {UndoBar::tr("Team “%1” deleted").arg(team.name), UndoBar::tr("Its keys stay, without its limits.")};
}

Words wordsFor(const gateway::api::CustomerView &customer)
{
    return {UndoBar::tr("Customer “%1” deleted").arg(customer.name),
            UndoBar::tr("Its teams and keys stay, without its limits.")};
}

} // namespace

UndoBar::UndoBar(gateway::api::RemovalFacade &removals, QWidget *parent)
    : QWidget(parent)
    , m_removals(removals)
    , m_what(new QLabel(this))
    , m_meaning(new QLabel(this))
    , m_undo(new QPushButton(tr("Undo"), this))
    , m_dismiss(new QPushButton(look::icon("close"), {}, this))
    , m_shortcut(new QShortcut(QKeySequence::Undo, this))
{
    setObjectName(QStringLiteral("undo_bar"));
    auto *line = new QFrame(this);
    line->setFrameShape(QFrame::HLine);
    m_what->setObjectName(QStringLiteral("undo_what"));
    m_what->setProperty("textStyle", QStringLiteral("strong"));
    m_meaning->setObjectName(QStringLiteral("undo_meaning"));
    m_meaning->setProperty("textStyle", QStringLiteral("small"));
    m_meaning->setProperty("tone", QStringLiteral("secondary"));
    for (QLabel *label : {m_what, m_meaning}) {
        label->setTextFormat(Qt::PlainText);
        label->setWordWrap(label == m_meaning);
    }
    const QString keys = QKeySequence(QKeySequence::Undo).toString(QKeySequence::NativeText);
    m_undo->setObjectName(QStringLiteral("undo_removal"));
    m_undo->setToolTip(keys);
    m_undo->setAccessibleName(m_undo->text());
    m_dismiss->setObjectName(QStringLiteral("dismiss_undo"));
    m_dismiss->setAccessibleName(tr("Dismiss"));
    m_dismiss->setToolTip(tr("Dismiss"));
    m_dismiss->setProperty("kind", QStringLiteral("flat"));
    auto *row = new QHBoxLayout;
    row->setContentsMargins(16, 8, 8, 8);
    row->setSpacing(8);
    row->addWidget(m_what);
    row->addWidget(m_meaning, 1);
    row->addWidget(m_undo);
    row->addWidget(m_dismiss);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(line);
    layout->addLayout(row);
    connect(m_undo, &QPushButton::clicked, this, &UndoBar::undo);
    connect(m_dismiss, &QPushButton::clicked, &m_removals, &gateway::api::RemovalFacade::endUndo);
    connect(m_shortcut, &QShortcut::activated, this, &UndoBar::undo);
    connect(&m_removals, &gateway::api::RemovalFacade::undoableChanged, this, &UndoBar::takeUndoable);
    takeUndoable();
}

bool UndoBar::hasTypingToUndo(const QWidget *focus)
{
    if (const auto *line = qobject_cast<const QLineEdit *>(focus))
        return line->isUndoAvailable();
    const auto *text = qobject_cast<const QPlainTextEdit *>(focus);
    return text != nullptr && !text->isReadOnly() && text->document()->isUndoAvailable();
}

void UndoBar::takeUndoable()
{
    const auto undoable = m_removals.undoable();
    setVisible(undoable.has_value());
    m_shortcut->setEnabled(undoable.has_value());
    qApp->removeEventFilter(this);
    if (!undoable)
        return;
    qApp->installEventFilter(this);
    const Words words = std::visit([](const auto &removed) { return wordsFor(removed); }, *undoable);
    m_what->setText(words.what);
    m_meaning->setText(words.meaning);
    setAccessibleName(words.what);
    m_undo->setAccessibleName(tr("Undo: %1").arg(words.what));
    m_undo->setEnabled(true);
    QAccessibleEvent event(this, QAccessible::Alert); // nothing moves the focus here, so it has to be said
    QAccessible::updateAccessibility(&event);
}

// Text fields take Ctrl+Z for themselves even when they have nothing to undo.
bool UndoBar::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::ShortcutOverride)
        return QWidget::eventFilter(watched, event);
    const auto *key = static_cast<QKeyEvent *>(event);
    const bool isOurs = key->matches(QKeySequence::Undo) && watched->isWidgetType() && isVisible()
                        && static_cast<QWidget *>(watched)->window() == window()
                        && !hasTypingToUndo(QApplication::focusWidget());
    return isOurs || QWidget::eventFilter(watched, event);
}

void UndoBar::undo()
{
    if (!m_undo->isEnabled())
        return;
    m_undo->setEnabled(false); // until it is answered
    const QPointer<UndoBar> guard(this);
    m_removals.undo([guard](const gateway::Result<RemovedView> &restored) {
        if (!guard)
            return;
        guard->m_undo->setEnabled(true);
        if (!restored)
            guard->showFailure(restored.error());
    });
}

void UndoBar::showFailure(const gateway::Error &error)
{
    m_what->setText(tr("Not undone"));
    m_meaning->setText(models::failureText(error));
    setAccessibleName(m_what->text() + QStringLiteral(". ") + m_meaning->text());
    QAccessibleEvent event(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&event);
}

} // namespace ui::shell
