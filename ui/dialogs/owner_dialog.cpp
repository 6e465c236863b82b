#include "ui/dialogs/owner_dialog.h"

#include <QComboBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

#include <algorithm>

#include "ui/dialogs/limit_rows.h"
#include "ui/widgets/form_parts.h"
#include "ui/widgets/label_color.h"

namespace ui::dialogs {

using gateway::api::CustomerView;
using gateway::api::LimitView;
using gateway::api::TeamView;

OwnerDialog::OwnerDialog(const TeamView &team, const QList<CustomerView> &customers, QWidget *parent)
    : FormDialog(parent)
    , m_team(team)
    , m_name(new QLineEdit(team.name, this))
    , m_problem(new QLabel(this))
    , m_save(new QPushButton(team.id.isEmpty() ? tr("Make the team") : tr("Save"), this))
{
    setWindowTitle(team.id.isEmpty() ? tr("New team") : tr("Edit the team “%1”").arg(team.name));
    addField(tr("Name"), m_name, tr("Virtual keys join it in their own form, under Belongs to."));
    if (!customers.isEmpty()) {
        m_customers = new QComboBox(this);
        m_customers->setObjectName(QStringLiteral("owner_customer"));
        m_customers->addItem(tr("nobody", "whom a team belongs to"), QString());
        for (const CustomerView &customer : customers)
            m_customers->addItem(customer.name, customer.id);
        m_customers->setCurrentIndex(std::max(0, m_customers->findData(team.customerId)));
        addField(tr("Customer"), m_customers, tr("Its limits count for the keys of the team, too."));
    }
    build(team.name, team.limits, team.id.isEmpty());
}

OwnerDialog::OwnerDialog(const CustomerView &customer, QWidget *parent)
    : FormDialog(parent)
    , m_customer(customer)
    , m_name(new QLineEdit(customer.name, this))
    , m_problem(new QLabel(this))
    , m_save(new QPushButton(customer.id.isEmpty() ? tr("Make the customer") : tr("Save"), this))
{
    setWindowTitle(customer.id.isEmpty() ? tr("New customer") : tr("Edit the customer “%1”").arg(customer.name));
    addField(tr("Name"), m_name, tr("Teams and virtual keys belong to it by their own forms."));
    build(customer.name, customer.limits, customer.id.isEmpty());
}

void OwnerDialog::build(const QString &name, const QList<LimitView> &limits, bool isNew)
{
    setObjectName(QStringLiteral("owner_dialog"));
    m_name->setObjectName(QStringLiteral("owner_name"));
    m_limits = new LimitRows(form(), "owner", this);
    m_limits->show(limits, isNew);
    m_problem->setObjectName(QStringLiteral("owner_problem"));
    m_problem->setTextFormat(Qt::PlainText);
    m_problem->setWordWrap(true);
    m_problem->hide();
    widgets::setTone(*m_problem, "error");
    finish(m_save, "owner", m_problem);
    setMinimumWidth(500);
    QList<QWidget *> order{m_name};
    if (m_customers != nullptr)
        order << m_customers;
    order << m_limits->fields() << m_save;
    for (int index = 1; index < order.size(); ++index)
        setTabOrder(order.at(index - 1), order.at(index));
    m_save->setEnabled(!name.isEmpty());
    connect(m_name, &QLineEdit::textChanged, this, [this](const QString &text) {
        m_save->setEnabled(!text.trimmed().isEmpty());
        m_problem->hide();
    });
    connect(m_save, &QPushButton::clicked, this, &OwnerDialog::saveRequested);
    m_name->setFocus();
}

TeamView OwnerDialog::team() const
{
    TeamView team = m_team;
    team.name = m_name->text().trimmed();
    // A customer that is not there any more cannot be kept.
    team.customerId = m_customers != nullptr ? m_customers->currentData().toString() : QString();
    team.limits = m_limits->limits();
    return team;
}

CustomerView OwnerDialog::customer() const
{
    CustomerView customer = m_customer;
    customer.name = m_name->text().trimmed();
    customer.limits = m_limits->limits();
    return customer;
}

void OwnerDialog::showProblem(const QString &text)
{
    m_problem->setText(text);
    m_problem->show();
    fitHeight();
}

} // namespace ui::dialogs
