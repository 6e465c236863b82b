#include "ui/dialogs/form_dialog.h"

#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QRegularExpression>
#include <QVBoxLayout>

#include "ui/widgets/form_parts.h"

namespace ui::dialogs {

FormDialog::FormDialog(QWidget *parent) : QDialog(parent), m_form(widgets::newForm(nullptr)) {}

void FormDialog::addField(const QString &label, QWidget *field)
{
    m_form->addRow(widgets::fieldLabel(label, field, this), field);
}

void FormDialog::addField(const QString &label, QWidget *field, const QString &hint)
{
    m_form->addRow(widgets::fieldLabel(label, field, this), widgets::withHint(field, widgets::hint(hint, this), this));
}

void FormDialog::finish(QPushButton *accept, const char *prefix, QWidget *above)
{
    const QString name = QLatin1String(prefix);
    auto *cancel = new QPushButton(tr("Cancel"), this);
    cancel->setObjectName(name + QStringLiteral("_cancel"));
    accept->setObjectName(name + QStringLiteral("_save"));
    accept->setProperty("kind", QStringLiteral("primary"));
    accept->setDefault(true);
    for (QPushButton *button : {cancel, accept})
        button->setAccessibleName(button->text());
    auto *buttons = new QHBoxLayout;
    buttons->addStretch(1);
    buttons->addWidget(cancel);
    buttons->addWidget(accept);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 16, 16, 16);
    layout->setSpacing(16);
    layout->addLayout(m_form);
    if (above != nullptr)
        layout->addWidget(above);
    layout->addLayout(buttons);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
}

void FormDialog::showEvent(QShowEvent *event)
{
    QDialog::showEvent(event);
    fitHeight();
}

// Once the font is known; a layout's own hint does not count the lines of what wraps.
void FormDialog::fitHeight()
{
    layout()->activate();
    const int height = layout()->hasHeightForWidth() ? layout()->totalHeightForWidth(width()) : sizeHint().height();
    resize(width(), height);
}

QLineEdit *modelNamesField(const QStringList &names, QWidget *parent)
{
    auto *field = new QLineEdit(names.join(QStringLiteral(", ")), parent);
    field->setPlaceholderText(FormDialog::tr("all"));
    return field;
}

QStringList namesIn(const QLineEdit &field)
{
    static const QRegularExpression separator(QStringLiteral("[,\\s]+"));
    return field.text().split(separator, Qt::SkipEmptyParts);
}

} // namespace ui::dialogs
