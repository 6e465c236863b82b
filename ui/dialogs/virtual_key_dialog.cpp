#include "ui/dialogs/virtual_key_dialog.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDateEdit>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

#include "ui/dialogs/limit_rows.h"
#include "ui/widgets/form_parts.h"

namespace ui::dialogs {

using gateway::api::VirtualKeyProviderView;
using gateway::api::VirtualKeyView;

namespace {

constexpr auto everyModel = "*";

enum Reach { Everything, Providers };

// The models that all providers of the key are limited to; empty when each may be asked for every model.
QStringList commonModels(const VirtualKeyView &key)
{
    QStringList models;
    for (const VirtualKeyProviderView &provider : key.providers) {
        if (!provider.allowedModels.contains(QLatin1String(everyModel)))
            models += provider.allowedModels;
    }
    models.removeDuplicates();
    return models;
}

QString keepingHint(const VirtualKeyView &key)
{
    if (key.id.isEmpty() || key.hasKeptValue)
        return VirtualKeyDialog::tr(
            "It can be copied again later. Otherwise it is shown once, and only a hash is kept.");
    return VirtualKeyDialog::tr("Begins with the next new value: only a hash of the present one is kept.");
}

} // namespace

VirtualKeyDialog::VirtualKeyDialog(const VirtualKeyView &key, const QStringList &providers, QWidget *parent)
    : FormDialog(parent)
    , m_key(key)
    , m_name(new QLineEdit(key.name, this))
    , m_reach(new QComboBox(this))
    , m_models(modelNamesField(commonModels(key), this))
    , m_modelsHint(widgets::hint(
          tr("Names with commas between them, as requests name them; * stands for anything. Empty means all."), this))
    , m_expires(new QCheckBox(tr("Ends after"), this))
    , m_expiryDay(new QDateEdit(this))
    , m_goesWhenExpired(new QCheckBox(tr("Delete it then"), this))
    , m_isPrivate(new QCheckBox(tr("Keep only totals, no questions and answers"), this))
    , m_keepsValue(new QCheckBox(tr("Keep the value in the keychain"), this))
    , m_keepingHint(widgets::hint(keepingHint(key), this))
    , m_save(new QPushButton(key.id.isEmpty() ? tr("Make the key") : tr("Save"), this))
{
    setObjectName(QStringLiteral("virtual_key_dialog"));
    setWindowTitle(key.id.isEmpty() ? tr("New virtual key") : tr("Edit the virtual key “%1”").arg(key.name));
    m_name->setObjectName(QStringLiteral("key_name"));
    m_name->setPlaceholderText(tr("claude-code"));
    m_expires->setObjectName(QStringLiteral("key_expires"));
    m_expiryDay->setObjectName(QStringLiteral("key_expiry_day"));
    m_expiryDay->setAccessibleName(tr("Last day"));
    m_expiryDay->setCalendarPopup(true);
    m_expiryDay->setMinimumWidth(130);
    m_goesWhenExpired->setObjectName(QStringLiteral("key_goes_when_expired"));
    m_isPrivate->setObjectName(QStringLiteral("key_is_private"));
    m_keepsValue->setObjectName(QStringLiteral("key_keeps_value"));
    m_keepingHint->setObjectName(QStringLiteral("key_keeping_hint"));
    for (QCheckBox *box : {m_expires, m_goesWhenExpired, m_isPrivate, m_keepsValue})
        box->setAccessibleName(box->text());

    addField(tr("Name"), m_name, tr("One key for each tool shows what each of them uses."));
    QWidget *rights = buildRights(providers);
    form().addRow(widgets::fieldLabel(tr("May use"), m_reach, this), rights);
    form().addRow(widgets::fieldLabel(tr("Models"), m_models, this), widgets::withHint(m_models, m_modelsHint, this));
    m_limits = new LimitRows(form(), "key", this);
    auto *expiry = new QHBoxLayout;
    expiry->addWidget(m_expires);
    expiry->addWidget(m_expiryDay);
    expiry->addSpacing(8);
    expiry->addWidget(m_goesWhenExpired);
    expiry->addStretch(1);
    form().addRow(QString(), expiry);
    form().addRow(QString(), m_isPrivate);
    form().addRow(QString(), widgets::withHint(m_keepsValue, m_keepingHint, this));

    finish(m_save, "key");
    setMinimumWidth(540);
    showKey();
    connect(m_save, &QPushButton::clicked, this, &QDialog::accept);
    connect(m_name, &QLineEdit::textChanged, this, &VirtualKeyDialog::takeEdit);
    connect(m_reach, &QComboBox::currentIndexChanged, this, &VirtualKeyDialog::takeEdit);
    connect(m_expires, &QCheckBox::toggled, this, &VirtualKeyDialog::takeEdit);
    for (QCheckBox *provider : std::as_const(m_providers))
        connect(provider, &QCheckBox::toggled, this, &VirtualKeyDialog::takeEdit);
    orderTabs();
    takeEdit();
    m_name->setFocus();
}

// As the rows stand, which were not made in that order.
void VirtualKeyDialog::orderTabs()
{
    QList<QWidget *> order{m_name};
    if (m_owner != nullptr)
        order << m_owner;
    order << m_reach;
    for (QCheckBox *provider : std::as_const(m_providers))
        order << provider;
    order << m_models << m_limits->fields() << m_expires << m_expiryDay << m_isPrivate;
    for (int index = 1; index < order.size(); ++index)
        setTabOrder(order.at(index - 1), order.at(index));
}

QWidget *VirtualKeyDialog::buildRights(const QStringList &providers)
{
    m_reach->setObjectName(QStringLiteral("key_reach"));
    m_reach->addItem(tr("every provider"));
    m_reach->addItem(tr("only these providers"));
    auto *box = new QWidget(this);
    auto *layout = new QVBoxLayout(box);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(6);
    layout->addWidget(m_reach);
    QStringList names = providers;
    for (const VirtualKeyProviderView &provider : std::as_const(m_key.providers)) {
        if (!names.contains(provider.provider))
            names.append(provider.provider); // not set up any more, or not yet
    }
    for (const QString &name : std::as_const(names)) {
        auto *provider = new QCheckBox(name, box);
        provider->setObjectName(QStringLiteral("key_provider_%1").arg(name));
        provider->setAccessibleName(tr("May use %1", "name of a provider").arg(name));
        layout->addWidget(provider);
        m_providers.append(provider);
    }
    return box;
}

void VirtualKeyDialog::showKey()
{
    m_reach->setCurrentIndex(m_key.allowsAllProviders ? Everything : Providers);
    for (QCheckBox *provider : std::as_const(m_providers)) {
        for (const VirtualKeyProviderView &each : std::as_const(m_key.providers)) {
            if (each.provider == provider->text())
                provider->setChecked(true);
        }
    }
    m_models->setObjectName(QStringLiteral("key_models"));
    m_limits->show(m_key.limits, m_key.id.isEmpty());
    m_expires->setChecked(m_key.expiresAt.isValid());
    m_expiryDay->setDate(m_key.expiresAt.isValid() ? m_key.expiresAt.toLocalTime().addSecs(-1).date()
                                                   : QDate::currentDate().addMonths(3));
    m_goesWhenExpired->setChecked(m_key.goesWhenExpired);
    m_isPrivate->setChecked(m_key.isPrivate);
    m_keepsValue->setChecked(m_key.keepsValue);
}

void VirtualKeyDialog::forbidKeeping()
{
    m_keepsValue->setEnabled(m_keepsValue->isChecked()); // what is kept no more can still be given up
    m_keepingHint->setText(tr("There is no keychain: only a hash of the value is kept."));
}

void VirtualKeyDialog::takeEdit()
{
    const bool isLimited = m_reach->currentIndex() == Providers;
    bool hasProvider = false;
    for (QCheckBox *provider : std::as_const(m_providers)) {
        provider->setVisible(isLimited);
        hasProvider = hasProvider || provider->isChecked();
    }
    m_models->setEnabled(isLimited);
    m_modelsHint->setText(
        isLimited ? tr("Names with commas between them, as requests name them; * stands for anything. Empty means all.")
                  : tr("Choose providers to name the models."));
    m_expiryDay->setEnabled(m_expires->isChecked());
    m_goesWhenExpired->setEnabled(m_expires->isChecked());
    m_save->setEnabled(!m_name->text().trimmed().isEmpty() && (!isLimited || hasProvider));
    if (isVisible())
        fitHeight();
}

QList<VirtualKeyProviderView> VirtualKeyDialog::chosenProviders() const
{
    if (m_reach->currentIndex() == Everything)
        return m_key.allowsAllProviders ? m_key.providers : QList<VirtualKeyProviderView>();
    const QStringList models = namesIn(*m_models);
    const bool areModelsEdited = models != commonModels(m_key);
    QList<VirtualKeyProviderView> chosen;
    for (const QCheckBox *box : m_providers) {
        if (!box->isChecked())
            continue;
        VirtualKeyProviderView provider;
        provider.provider = box->text();
        provider.weight = 1.0;
        bool isKnown = false;
        for (const VirtualKeyProviderView &each : m_key.providers) {
            if (each.provider == box->text()) {
                provider = each;
                isKnown = true;
            }
        }
        if (areModelsEdited || !isKnown)
            provider.allowedModels = models.isEmpty() ? QStringList{QLatin1String(everyModel)} : models;
        chosen.append(provider);
    }
    return chosen;
}

VirtualKeyView VirtualKeyDialog::key() const
{
    VirtualKeyView key = m_key;
    key.name = m_name->text().trimmed();
    key.allowsAllProviders = m_reach->currentIndex() == Everything;
    key.providers = chosenProviders();
    key.limits = m_limits->limits();
    key.expiresAt = m_expires->isChecked() ? m_expiryDay->date().addDays(1).startOfDay().toUTC() : QDateTime();
    key.goesWhenExpired = m_goesWhenExpired->isChecked();
    key.isPrivate = m_isPrivate->isChecked();
    key.keepsValue = m_keepsValue->isChecked();
    if (m_owner != nullptr) {
        const QStringList owner = m_owner->currentData().toStringList(); // team, customer
        key.teamId = owner.value(0);
        key.customerId = owner.value(1);
    }
    return key;
}

void VirtualKeyDialog::offerOwners(const QList<gateway::api::TeamView> &teams,
                                   const QList<gateway::api::CustomerView> &customers)
{
    if (m_owner != nullptr || (teams.isEmpty() && customers.isEmpty()))
        return;
    m_owner = new QComboBox(this);
    m_owner->setObjectName(QStringLiteral("key_owner"));
    m_owner->addItem(tr("nobody", "whom a key belongs to"), QStringList{QString(), QString()});
    for (const gateway::api::TeamView &team : teams)
        m_owner->addItem(tr("Team %1").arg(team.name), QStringList{team.id, QString()});
    for (const gateway::api::CustomerView &customer : customers)
        m_owner->addItem(tr("Customer %1").arg(customer.name), QStringList{QString(), customer.id});
    m_owner->setCurrentIndex(std::max(0, m_owner->findData(QStringList{m_key.teamId, m_key.customerId})));
    QWidget *field = widgets::withHint(
        m_owner, widgets::hint(tr("The limits of a team or customer count for all their keys together."), this), this);
    form().insertRow(1, widgets::fieldLabel(tr("Belongs to"), m_owner, this), field);
    orderTabs();
}

} // namespace ui::dialogs
