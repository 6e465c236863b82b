#include "ui/dialogs/limit_dialog.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

#include "ui/widgets/form_parts.h"
#include "ui/widgets/label_color.h"

namespace ui::dialogs {

using gateway::api::LimitOwnerKind;
using gateway::api::LimitUnit;
using models::OwnedLimit;

LimitDialog::LimitDialog(const LimitPlaces &places, QWidget *parent) : LimitDialog({}, places, true, parent) {}

LimitDialog::LimitDialog(const OwnedLimit &limit, QWidget *parent) : LimitDialog(limit, {}, false, parent) {}

LimitDialog::LimitDialog(const OwnedLimit &limit, const LimitPlaces &places, bool isNew, QWidget *parent)
    : FormDialog(parent)
    , m_limit(limit)
    , m_places(places)
    , m_isNew(isNew)
    , m_unit(new QComboBox(this))
    , m_isAligned(calendarBox("limit", this))
    , m_problem(new QLabel(this))
    , m_save(new QPushButton(isNew ? tr("Set the limit") : tr("Save"), this))
{
    setObjectName(QStringLiteral("limit_dialog"));
    setWindowTitle(isNew ? tr("New limit") : tr("Edit the limit"));
    if (isNew) {
        addPlaces();
    } else {
        auto *owner = new QLabel(models::ownerText(limit), this);
        owner->setObjectName(QStringLiteral("limit_place"));
        owner->setTextFormat(Qt::PlainText);
        owner->setWordWrap(true);
        owner->setMinimumHeight(m_unit->sizeHint().height());
        owner->setAccessibleName(owner->text());
        addField(tr("Applies to"), owner);
    }
    addAmount();
    m_problem->setObjectName(QStringLiteral("limit_problem"));
    m_problem->setTextFormat(Qt::PlainText);
    m_problem->setWordWrap(true);
    m_problem->hide();
    widgets::setTone(*m_problem, "error");
    finish(m_save, "limit", m_problem);
    setMinimumWidth(500);
    connect(m_save, &QPushButton::clicked, this, &LimitDialog::saveRequested);
    takeEdit();
    if (isNew)
        m_kind->setFocus();
    else
        row().amount->setFocus();
}

void LimitDialog::addPlaces()
{
    m_kind = new QComboBox(this);
    m_kind->setObjectName(QStringLiteral("limit_kind"));
    const auto offer = [this](LimitOwnerKind kind, const QString &text) {
        m_kind->addItem(text, static_cast<int>(kind));
    };
    offer(LimitOwnerKind::Everything, tr("all requests together"));
    if (!m_places.providers.isEmpty())
        offer(LimitOwnerKind::Provider, tr("a provider"));
    offer(LimitOwnerKind::Model, tr("a model or an alias"));
    if (!m_places.keys.isEmpty())
        offer(LimitOwnerKind::VirtualKey, tr("a virtual key"));
    if (!m_places.teams.isEmpty())
        offer(LimitOwnerKind::Team, tr("a team"));
    if (!m_places.customers.isEmpty())
        offer(LimitOwnerKind::Customer, tr("a customer"));
    addField(tr("Applies to"), m_kind);
    m_owner = new QComboBox(this);
    m_owner->setObjectName(QStringLiteral("limit_owner"));
    m_owner->setAccessibleName(tr("Whom it is for"));
    m_provider = new QComboBox(this);
    m_provider->setObjectName(QStringLiteral("limit_provider"));
    m_model = new QLineEdit(this);
    m_model->setObjectName(QStringLiteral("limit_model"));
    m_model->setPlaceholderText(tr("gpt-5.4"));
    addField(tr("Which"), m_owner);
    addField(tr("Provider"), m_provider);
    m_modelHint = widgets::hint({}, this);
    form().addRow(widgets::fieldLabel(tr("Model"), m_model, this), widgets::withHint(m_model, m_modelHint, this));
    connect(m_kind, &QComboBox::currentIndexChanged, this, &LimitDialog::listOwners);
    connect(m_owner, &QComboBox::currentIndexChanged, this, &LimitDialog::listProviders);
    connect(m_provider, &QComboBox::currentIndexChanged, this, &LimitDialog::takeEdit);
    connect(m_model, &QLineEdit::textChanged, this, &LimitDialog::takeEdit);
    listOwners();
}

void LimitDialog::addAmount()
{
    m_unit->setObjectName(QStringLiteral("limit_unit"));
    auto *amounts = new QWidget(this);
    auto *layout = new QVBoxLayout(amounts);
    layout->setContentsMargins(0, 0, 0, 0);
    for (const LimitUnit unit : {LimitUnit::Money, LimitUnit::Requests, LimitUnit::Tokens}) {
        m_unit->addItem(unit == LimitUnit::Money      ? tr("Money")
                        : unit == LimitUnit::Requests ? tr("Requests")
                                                      : tr("Tokens"),
                        static_cast<int>(unit));
        const LimitRow row = makeLimitRow(unit, "limit", QString(), this);
        layout->addWidget(boxOf(row, amounts));
        connect(row.amount, &QDoubleSpinBox::valueChanged, this, &LimitDialog::takeEdit);
        connect(row.window, &QComboBox::currentIndexChanged, this, &LimitDialog::takeEdit);
        m_rows.append(row);
    }
    if (!m_isNew) {
        m_unit->setCurrentIndex(m_unit->findData(static_cast<int>(m_limit.limit.unit)));
        showLimit(row(), m_limit.limit);
    }
    m_isAligned->setChecked(m_isNew || m_limit.limit.isCalendarAligned);
    // Another unit is another limit: what was used does not carry over.
    m_unit->setEnabled(m_isNew);
    addField(tr("Counts"), m_unit);
    form().addRow(widgets::fieldLabel(tr("At most"), row().amount, this), amounts);
    form().addRow(QString(), withCalendarHint(m_isAligned, this));
    QWidget *previous = m_unit;
    for (const LimitRow &each : std::as_const(m_rows)) {
        setTabOrder(previous, each.amount);
        setTabOrder(each.amount, each.window);
        previous = each.window;
    }
    setTabOrder(previous, m_isAligned);
    setTabOrder(m_isAligned, m_save);
    connect(m_unit, &QComboBox::currentIndexChanged, this, &LimitDialog::takeEdit);
}

void LimitDialog::listOwners()
{
    m_owner->clear();
    const auto list = [this](const auto &owners) {
        for (const auto &owner : owners)
            m_owner->addItem(owner.name, owner.id);
    };
    switch (kind()) {
    case LimitOwnerKind::VirtualKey: list(m_places.keys); break;
    case LimitOwnerKind::Team: list(m_places.teams); break;
    case LimitOwnerKind::Customer: list(m_places.customers); break;
    default: break;
    }
    listProviders();
}

// A key's own may be others than those that are set up.
void LimitDialog::listProviders()
{
    m_provider->clear();
    QStringList providers = m_places.providers;
    if (isOfKey()) {
        m_provider->addItem(tr("all together"), QString());
        if (const int index = m_owner->currentIndex(); index >= 0 && index < m_places.keys.size()) {
            const gateway::api::VirtualKeyView &key = m_places.keys.at(index);
            if (!key.allowsAllProviders)
                providers.clear();
            for (const gateway::api::VirtualKeyProviderView &own : key.providers)
                providers.append(own.provider);
            providers.removeDuplicates();
        }
    } else if (kind() == LimitOwnerKind::Model) {
        m_provider->addItem(tr("any"), QString());
    }
    for (const QString &provider : std::as_const(providers))
        m_provider->addItem(provider, provider);
    takeEdit();
}

bool LimitDialog::isOfKey() const
{
    return kind() == LimitOwnerKind::VirtualKey;
}

LimitOwnerKind LimitDialog::kind() const
{
    return m_isNew ? static_cast<LimitOwnerKind>(m_kind->currentData().toInt()) : m_limit.kind;
}

LimitUnit LimitDialog::unit() const
{
    return static_cast<LimitUnit>(m_unit->currentData().toInt());
}

const LimitRow &LimitDialog::row() const
{
    return m_rows.at(m_unit->currentIndex());
}

void LimitDialog::takeEdit()
{
    if (m_rows.size() < m_unit->count() || m_rows.isEmpty())
        return; // still being built
    const LimitOwnerKind now = kind();
    if (m_isNew) {
        form().setRowVisible(m_owner, now == LimitOwnerKind::VirtualKey || now == LimitOwnerKind::Team
                                          || now == LimitOwnerKind::Customer);
        const bool isOfKeysProvider = isOfKey() && !m_provider->currentData().toString().isEmpty();
        form().setRowVisible(m_provider, now == LimitOwnerKind::Provider || now == LimitOwnerKind::Model
                                             || (isOfKey() && m_provider->count() > 1));
        form().setRowVisible(m_model->parentWidget(), now == LimitOwnerKind::Model || isOfKeysProvider);
        m_modelHint->setText(isOfKeysProvider
                                 ? tr("As the provider names it. Empty: all its models together.")
                                 : tr("As its provider names it; or an alias of yours, whatever serves it."));
    }
    for (const LimitRow &each : std::as_const(m_rows))
        each.amount->parentWidget()->setVisible(each.unit == unit());
    m_isAligned->setEnabled(followsCalendar(row()));
    m_problem->hide();
    const bool hasPlace = !m_isNew || now != LimitOwnerKind::Model || !m_model->text().trimmed().isEmpty();
    m_save->setEnabled(hasPlace && row().amount->value() > 0);
    if (isVisible())
        fitHeight();
}

OwnedLimit LimitDialog::limit() const
{
    OwnedLimit made = m_limit;
    if (m_isNew) {
        made.kind = kind();
        const bool hasProvider =
            made.kind == LimitOwnerKind::Model || made.kind == LimitOwnerKind::Provider || isOfKey();
        made.provider = hasProvider ? m_provider->currentData().toString() : QString();
        if (isOfKey() && !made.provider.isEmpty())
            made.kind = LimitOwnerKind::VirtualKeyProvider;
        const bool hasModel = made.kind == LimitOwnerKind::Model || made.kind == LimitOwnerKind::VirtualKeyProvider;
        made.model = hasModel ? m_model->text().trimmed() : QString();
        made.ownerId = m_owner->currentData().toString();
        made.name = m_owner->currentText();
    }
    if (const auto limit = limitIn(row(), m_isNew ? nullptr : &m_limit.limit, m_isAligned->isChecked()))
        made.limit = *limit;
    return made;
}

void LimitDialog::showProblem(const QString &text)
{
    m_problem->setText(text);
    m_problem->show();
    fitHeight();
}

} // namespace ui::dialogs
