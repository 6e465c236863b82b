#include "ui/dialogs/virtual_key_dialog.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDateEdit>
#include <QDoubleSpinBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTimeZone>
#include <QVBoxLayout>

#include <cmath>

#include "ui/models/virtual_key_words.h"
#include "ui/widgets/form_parts.h"

namespace ui::dialogs {

using gateway::api::LimitUnit;
using gateway::api::LimitView;
using gateway::api::VirtualKeyProviderView;
using gateway::api::VirtualKeyView;

namespace {

constexpr double nanoPerDollar = 1e9;
constexpr double mostDollars = 1'000'000;
constexpr double mostCount = 1e12;
constexpr auto everyModel = "*";

enum Reach { Everything, Providers };

const LimitView *limitOf(const VirtualKeyView &key, LimitUnit unit)
{
    for (const LimitView &limit : key.limits) {
        if (limit.unit == unit)
            return &limit;
    }
    return nullptr;
}

// Windows that calendars know; a minute or an hour needs none.
bool followsCalendar(const QString &window)
{
    return !window.isEmpty() && QStringLiteral("dwMQY").contains(window.back());
}

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
    , m_budget(makeLimit(LimitUnit::Money, "budget", tr("Budget")))
    , m_requests(makeLimit(LimitUnit::Requests, "requests", tr("Requests")))
    , m_tokens(makeLimit(LimitUnit::Tokens, "tokens", tr("Tokens")))
    , m_isAligned(new QCheckBox(tr("Count by the calendar"), this))
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
    m_isAligned->setObjectName(QStringLiteral("key_is_aligned"));
    m_expires->setObjectName(QStringLiteral("key_expires"));
    m_expiryDay->setObjectName(QStringLiteral("key_expiry_day"));
    m_expiryDay->setAccessibleName(tr("Last day"));
    m_expiryDay->setCalendarPopup(true);
    m_expiryDay->setMinimumWidth(130);
    m_goesWhenExpired->setObjectName(QStringLiteral("key_goes_when_expired"));
    m_isPrivate->setObjectName(QStringLiteral("key_is_private"));
    m_keepsValue->setObjectName(QStringLiteral("key_keeps_value"));
    m_keepingHint->setObjectName(QStringLiteral("key_keeping_hint"));
    for (QCheckBox *box : {m_isAligned, m_expires, m_goesWhenExpired, m_isPrivate, m_keepsValue})
        box->setAccessibleName(box->text());

    addField(tr("Name"), m_name, tr("One key for each tool shows what each of them uses."));
    QWidget *rights = buildRights(providers);
    form().addRow(widgets::fieldLabel(tr("May use"), m_reach, this), rights);
    form().addRow(widgets::fieldLabel(tr("Models"), m_models, this), widgets::withHint(m_models, m_modelsHint, this));
    form().addRow(widgets::fieldLabel(tr("Budget"), m_budget.amount, this), rowOf(m_budget));
    form().addRow(widgets::fieldLabel(tr("Requests"), m_requests.amount, this), rowOf(m_requests));
    form().addRow(widgets::fieldLabel(tr("Tokens"), m_tokens.amount, this), rowOf(m_tokens));
    form().addRow(QString(), widgets::withHint(
                                 m_isAligned,
                                 widgets::hint(tr("Days begin at midnight, weeks on Monday, months on the first; else "
                                                  "with the first request."),
                                               this),
                                 this));
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
    for (const LimitRow &row : {m_budget, m_requests, m_tokens}) {
        connect(row.amount, &QDoubleSpinBox::valueChanged, this, &VirtualKeyDialog::takeEdit);
        connect(row.window, &QComboBox::currentIndexChanged, this, &VirtualKeyDialog::takeEdit);
    }
    takeEdit();
    m_name->setFocus();
}

VirtualKeyDialog::LimitRow VirtualKeyDialog::makeLimit(LimitUnit unit, const char *name, const QString &title)
{
    LimitRow row{unit, new QDoubleSpinBox(this), new QComboBox(this)};
    const bool isMoney = unit == LimitUnit::Money;
    row.amount->setObjectName(QStringLiteral("key_%1").arg(QLatin1String(name)));
    row.amount->setAccessibleName(title);
    row.amount->setRange(0, isMoney ? mostDollars : mostCount);
    row.amount->setDecimals(isMoney ? 2 : 0);
    if (isMoney) {
        row.amount->setPrefix(models::dollarSigns().first);
        row.amount->setSuffix(models::dollarSigns().second);
    }
    row.amount->setSpecialValueText(tr("no limit")); // at 0: who may use nothing is turned off
    row.amount->setGroupSeparatorShown(true);
    row.amount->setSingleStep(isMoney ? 1 : 10);
    row.window->setObjectName(QStringLiteral("key_%1_window").arg(QLatin1String(name)));
    row.window->setAccessibleName(tr("%1: counted", "title of a limit").arg(title));
    for (const char *window : {"1m", "1h", "1d", "1w", "1M", "1Y"}) {
        const QString text = QLatin1String(window);
        row.window->addItem(models::windowText(text), text);
    }
    row.window->setCurrentIndex(unit == LimitUnit::Money ? 2 : 0);
    return row;
}

QWidget *VirtualKeyDialog::rowOf(const LimitRow &row)
{
    auto *box = new QWidget(this);
    auto *layout = new QHBoxLayout(box);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(row.amount, 1);
    layout->addWidget(row.window, 1);
    return box;
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
    const bool isNew = m_key.id.isEmpty();
    m_reach->setCurrentIndex(m_key.allowsAllProviders ? Everything : Providers);
    for (QCheckBox *provider : std::as_const(m_providers)) {
        for (const VirtualKeyProviderView &each : std::as_const(m_key.providers)) {
            if (each.provider == provider->text())
                provider->setChecked(true);
        }
    }
    m_models->setObjectName(QStringLiteral("key_models"));
    bool isAligned = isNew;
    for (const LimitRow &row : {m_budget, m_requests, m_tokens}) {
        const LimitView *limit = limitOf(m_key, row.unit);
        if (!limit)
            continue;
        const double most = static_cast<double>(limit->most);
        row.amount->setValue(row.unit == LimitUnit::Money ? most / nanoPerDollar : most);
        int index = row.window->findData(limit->window);
        if (index < 0) {
            row.window->addItem(models::windowText(limit->window), limit->window);
            index = row.window->count() - 1;
        }
        row.window->setCurrentIndex(index);
        isAligned = isAligned || limit->isCalendarAligned;
    }
    m_isAligned->setChecked(isAligned);
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
    bool needsCalendar = false;
    for (const LimitRow &row : {m_budget, m_requests, m_tokens}) {
        const bool isSet = row.amount->value() > 0;
        row.window->setEnabled(isSet);
        needsCalendar = needsCalendar || (isSet && followsCalendar(row.window->currentData().toString()));
    }
    m_isAligned->setEnabled(needsCalendar);
    m_save->setEnabled(!m_name->text().trimmed().isEmpty() && (!isLimited || hasProvider));
    if (isVisible())
        fitHeight();
}

void VirtualKeyDialog::readLimit(const LimitRow &row, QList<LimitView> &limits) const
{
    const LimitView *previous = limitOf(m_key, row.unit);
    if (row.amount->value() <= 0)
        return;
    LimitView limit = previous ? *previous : LimitView();
    limit.unit = row.unit;
    limit.window = row.window->currentData().toString();
    limit.most = std::llround(row.amount->value() * (row.unit == LimitUnit::Money ? nanoPerDollar : 1.0));
    const bool wasAligned = previous && previous->isCalendarAligned;
    limit.isCalendarAligned = m_isAligned->isChecked() && followsCalendar(limit.window);
    if (limit.isCalendarAligned && !wasAligned)
        limit.timeZone = QString::fromUtf8(QTimeZone::systemTimeZoneId());
    if (!limit.isCalendarAligned)
        limit.timeZone.clear();
    limits.append(limit);
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
    // Several limits of one unit come from files and calls; the dialog shows the first and keeps the others.
    QList<LimitView> limits;
    for (const LimitRow &row : {m_budget, m_requests, m_tokens}) {
        readLimit(row, limits);
        bool isFirst = true;
        for (const LimitView &limit : m_key.limits) {
            if (limit.unit == row.unit && !std::exchange(isFirst, false))
                limits.append(limit);
        }
    }
    key.limits = limits;
    key.expiresAt = m_expires->isChecked() ? m_expiryDay->date().addDays(1).startOfDay().toUTC() : QDateTime();
    key.goesWhenExpired = m_goesWhenExpired->isChecked();
    key.isPrivate = m_isPrivate->isChecked();
    key.keepsValue = m_keepsValue->isChecked();
    return key;
}

} // namespace ui::dialogs
