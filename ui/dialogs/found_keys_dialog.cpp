#include "ui/dialogs/found_keys_dialog.h"

#include <algorithm>

#include <QCheckBox>
#include <QFormLayout>
#include <QLabel>
#include <QPushButton>
#include <QRadioButton>

#include "ui/widgets/form_parts.h"

namespace ui::dialogs {

FoundKeysDialog::FoundKeysDialog(const QList<models::FoundKey> &found, QWidget *parent)
    : FormDialog(parent)
    , m_found(found)
    , m_reference(new QRadioButton(tr("Read them from the environment at each start"), this))
    , m_copy(new QRadioButton(tr("Copy them into the key store of this computer"), this))
    , m_add(new QPushButton(tr("Add"), this))
{
    setObjectName(QStringLiteral("found_keys_dialog"));
    setWindowTitle(tr("Keys in the environment"));
    form().addRow(widgets::heading(tr("Use the keys of"), this));
    for (const models::FoundKey &key : found) {
        auto *box = new QCheckBox(tr("%1, in %2").arg(key.preset.title, key.variable), this);
        box->setObjectName(QStringLiteral("found_") + key.variable);
        box->setAccessibleName(box->text());
        connect(box, &QCheckBox::toggled, this, &FoundKeysDialog::refresh);
        m_boxes.append(box);
        form().addRow(box);
    }
    m_reference->setObjectName(QStringLiteral("found_reference"));
    m_copy->setObjectName(QStringLiteral("found_copy"));
    for (QRadioButton *choice : {m_reference, m_copy})
        choice->setAccessibleName(choice->text());
    m_reference->setChecked(true);
    form().addRow(widgets::heading(tr("Where their values are"), this));
    form().addRow(m_reference);
    form().addRow(m_copy);
    form().addRow(widgets::hint(tr("A key that is copied stays the same when the variable changes."), this));
    finish(m_add, "found");
    setMinimumWidth(420);
    connect(m_add, &QPushButton::clicked, this, &QDialog::accept);
    refresh();
}

QList<models::FoundKey> FoundKeysDialog::chosen() const
{
    QList<models::FoundKey> keys;
    for (qsizetype index = 0; index < m_boxes.size(); ++index) {
        if (m_boxes.at(index)->isChecked())
            keys.append(m_found.at(index));
    }
    return keys;
}

bool FoundKeysDialog::staysInEnvironment() const
{
    return m_reference->isChecked();
}

void FoundKeysDialog::refresh()
{
    m_add->setEnabled(
        std::any_of(m_boxes.begin(), m_boxes.end(), [](const QCheckBox *box) { return box->isChecked(); }));
}

} // namespace ui::dialogs
