#include "ui/widgets/attention_list.h"

#include <QFrame>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

#include "ui/widgets/form_parts.h"
#include "ui/widgets/label_color.h"
#include "ui/widgets/state_label.h"

namespace ui::widgets {

namespace {

// What needs a look is read to its end; a name without a space may be cut, and its tip has the whole.
QLabel *wrapping(const QString &text, QWidget *parent)
{
    auto *label = new QLabel(text, parent);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->setToolTip(text);
    QSizePolicy policy = label->sizePolicy();
    policy.setHorizontalPolicy(QSizePolicy::Ignored);
    label->setSizePolicy(policy);
    return label;
}

} // namespace

AttentionList::AttentionList(const look::Theme &theme, QWidget *parent)
    : QWidget(parent), m_theme(theme), m_layout(new QVBoxLayout(this))
{
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setSpacing(10);
    m_items.append(models::AttentionItem()); // so that the first list, also an empty one, is shown
    setItems({});
}

// The focus stays on the action of the same row where there still is one.
void AttentionList::setItems(const QList<models::AttentionItem> &items)
{
    if (items == m_items)
        return;
    m_items = items;
    const QString focused =
        focusWidget() != nullptr && focusWidget()->hasFocus() ? focusWidget()->objectName() : QString();
    while (QLayoutItem *old = m_layout->takeAt(0)) {
        if (old->widget() != nullptr) {
            old->widget()->hide();
            old->widget()->deleteLater(); // it may be the row whose action is being handled
        }
        delete old;
    }
    for (int index = 0; index < m_items.size(); ++index)
        m_layout->addWidget(makeRow(m_items.at(index), index));
    if (m_items.isEmpty()) {
        QLabel *nothing = hint(tr("Nothing needs you."), this);
        nothing->setObjectName(QStringLiteral("attention_nothing"));
        m_layout->addWidget(nothing);
    }
    m_layout->addStretch(1);
    if (focused.isEmpty())
        return;
    for (QPushButton *button : findChildren<QPushButton *>(focused)) {
        if (!button->isHidden())
            button->setFocus();
    }
}

QWidget *AttentionList::makeRow(const models::AttentionItem &item, int index)
{
    auto *row = new QWidget(this);
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    auto *shape = new StateLabel(m_theme, row);
    shape->setState(item.shape, {});
    layout->addWidget(shape, 0, Qt::AlignTop);
    auto *words = new QVBoxLayout;
    words->setSpacing(1);
    auto *title = wrapping(item.title, row);
    setTextStyle(title, "strong");
    auto *text = wrapping(item.text, row);
    setTextStyle(text, "small");
    setTone(*text, "secondary");
    words->addWidget(title);
    words->addWidget(text);
    layout->addLayout(words, 1);
    if (item.action != models::AttentionItem::Action::None) {
        auto *button = new QPushButton(item.actionText, row);
        button->setObjectName(QStringLiteral("attention_%1").arg(index));
        button->setAccessibleName(QStringLiteral("%1: %2").arg(item.actionText, item.title));
        button->setProperty("kind", QStringLiteral("link"));
        connect(button, &QPushButton::clicked, this, [this, item] { emit activated(item); });
        layout->addWidget(button, 0, Qt::AlignVCenter);
    }
    return row;
}

} // namespace ui::widgets
