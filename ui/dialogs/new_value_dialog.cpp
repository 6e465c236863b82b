#include "ui/dialogs/new_value_dialog.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

#include "ui/look/icon_set.h"
#include "ui/widgets/form_parts.h"
#include "ui/widgets/label_color.h"

namespace ui::dialogs {

NewValueDialog::NewValueDialog(const QString &keyName, const QString &value, const QString &baseUrl, bool isKept,
                               QWidget *parent)
    : QDialog(parent)
    , m_value(new QLineEdit(value, this))
    , m_copy(new QPushButton(look::icon("copy"), tr("Copy"), this))
    , m_copied(widgets::hint(QString(), this))
    , m_isKept(isKept)
{
    setObjectName(QStringLiteral("new_value_dialog"));
    setWindowTitle(tr("The value of “%1”").arg(keyName));
    auto *explanation = new QLabel(
        isKept
            ? tr("The value is in the keychain. Copy it again from the menu of the key whenever you need it.")
            : tr("This is the only time that the value is shown: Bilrost keeps a hash of it and cannot read it back."),
        this);
    explanation->setWordWrap(true);
    m_value->setObjectName(QStringLiteral("new_value"));
    m_value->setAccessibleName(tr("Value of the virtual key"));
    m_value->setReadOnly(true);
    m_value->setCursorPosition(0);
    widgets::setTextStyle(m_value, "mono");
    m_copy->setObjectName(QStringLiteral("copy_value"));
    m_copy->setAccessibleName(tr("Copy the value"));
    m_copied->setObjectName(QStringLiteral("value_copied"));
    auto *line = new QHBoxLayout;
    line->addWidget(m_value, 1);
    line->addWidget(m_copy);
    auto *how = widgets::hint(
        baseUrl.isEmpty() ? tr("Give it to a tool in place of a provider's key.")
                          : tr("Give it to a tool in place of a provider's key, with the address %1.").arg(baseUrl),
        this);
    auto *done = new QPushButton(isKept ? tr("Close") : tr("I have stored it"), this);
    done->setObjectName(QStringLiteral("value_stored"));
    done->setAccessibleName(done->text());
    done->setProperty("kind", QStringLiteral("primary"));
    m_copy->setAutoDefault(true);
    m_copy->setDefault(true);
    done->setAutoDefault(false);
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(m_copied, 1);
    buttons->addWidget(done);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 16, 16, 16);
    layout->setSpacing(12);
    layout->addWidget(explanation);
    layout->addLayout(line);
    layout->addWidget(how);
    layout->addLayout(buttons);
    setMinimumWidth(560);
    connect(m_copy, &QPushButton::clicked, this, &NewValueDialog::copyValue);
    connect(done, &QPushButton::clicked, this, &QDialog::accept);
    m_copy->setFocus();
}

void NewValueDialog::copyValue()
{
    QGuiApplication::clipboard()->setText(m_value->text());
    m_copied->setText(tr("Copied."));
}

void NewValueDialog::reject()
{
    if (m_isKept)
        QDialog::reject();
}

} // namespace ui::dialogs
