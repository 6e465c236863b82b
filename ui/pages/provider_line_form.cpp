#include "ui/pages/provider_line_form.h"

#include <QCheckBox>
#include <QFormLayout>
#include <QLabel>
#include <QSpinBox>

#include "gateway/base/provider_extras.h"
#include "ui/widgets/form_parts.h"

namespace ui::pages {

using gateway::ProviderExtras;

ProviderLineForm::ProviderLineForm(QWidget *parent) : QWidget(parent)
{
    m_places = countField("line_places");
    m_waiting = countField("line_waiting");
    m_refuses = new QCheckBox(tr("Refuse what finds the line full"), this);
    m_refuses->setObjectName(QStringLiteral("line_refuses"));
    m_mayBePrivate = new QCheckBox(tr("May be on this computer or in a private network"), this);
    m_mayBePrivate->setObjectName(QStringLiteral("allow_private_network"));
    for (QCheckBox *box : {m_refuses, m_mayBePrivate}) {
        box->setAccessibleName(box->text());
        connect(box, &QCheckBox::toggled, this, &ProviderLineForm::takeEdit);
    }
    auto *form = widgets::newForm(this);
    form->addRow(widgets::heading(tr("Reach"), this));
    form->addRow(widgets::fieldLabel(tr("At once"), m_places, this),
                 widgets::withHint(m_places, widgets::hint(tr("Requests. The others wait in line."), this), this));
    form->addRow(widgets::fieldLabel(tr("In line"), m_waiting, this), m_waiting);
    form->addRow(QString(), m_refuses);
    form->addRow(QString(), widgets::withHint(
                                m_mayBePrivate,
                                widgets::hint(tr("Needed only while other computers can reach Bilrost."), this), this));
}

QSpinBox *ProviderLineForm::countField(const char *objectName)
{
    auto *field = new QSpinBox(this);
    field->setObjectName(QLatin1String(objectName));
    field->setRange(1, ProviderExtras::most);
    field->setFixedWidth(120);
    field->setAlignment(Qt::AlignRight);
    field->setGroupSeparatorShown(true);
    connect(field, &QSpinBox::valueChanged, this, &ProviderLineForm::takeEdit);
    return field;
}

void ProviderLineForm::setExtras(const QByteArray &json)
{
    m_before = json;
    fill(json);
}

void ProviderLineForm::edit(const QByteArray &json)
{
    fill(json);
    emit changed();
}

void ProviderLineForm::fill(const QByteArray &json)
{
    m_isLoading = true;
    const ProviderExtras extras = gateway::readProviderExtras(json.toStdString());
    m_places->setValue(extras.places);
    m_waiting->setValue(extras.mostWaiting);
    m_refuses->setChecked(extras.refusesWhenFull);
    m_mayBePrivate->setChecked(extras.mayBePrivate);
    m_isLoading = false;
}

QByteArray ProviderLineForm::extras() const
{
    if (countChanges() == 0)
        return m_before;
    ProviderExtras extras = gateway::readProviderExtras(m_before.toStdString()); // some have no field here
    extras.places = m_places->value();
    extras.mostWaiting = m_waiting->value();
    extras.refusesWhenFull = m_refuses->isChecked();
    extras.mayBePrivate = m_mayBePrivate->isChecked();
    return QByteArray::fromStdString(gateway::withProviderExtras(m_before.toStdString(), extras));
}

int ProviderLineForm::countChanges() const
{
    const ProviderExtras before = gateway::readProviderExtras(m_before.toStdString());
    return (m_places->value() == before.places ? 0 : 1) + (m_waiting->value() == before.mostWaiting ? 0 : 1)
           + (m_refuses->isChecked() == before.refusesWhenFull ? 0 : 1)
           + (m_mayBePrivate->isChecked() == before.mayBePrivate ? 0 : 1);
}

void ProviderLineForm::takeEdit()
{
    if (m_isLoading)
        return;
    if (m_waiting->value() < m_places->value()) // Bifrost's rule, which its own programs would refuse
        m_waiting->setValue(m_places->value());
    emit changed();
}

} // namespace ui::pages
