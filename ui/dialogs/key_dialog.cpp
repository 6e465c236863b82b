#include "ui/dialogs/key_dialog.h"

#include <QDoubleSpinBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QRegularExpression>
#include <QRegularExpressionValidator>

#include "ui/dialogs/aws_key_fields.h"
#include "ui/dialogs/key_place_fields.h"
#include "ui/widgets/form_parts.h"
#include "ui/widgets/label_color.h"
#include "ui/widgets/secret_line_edit.h"

namespace ui::dialogs {

namespace {

constexpr double largestWeight = 1'000;
constexpr QLatin1String everyModel("*");

QStringList shownModels(const gateway::api::ProviderKeyView &key)
{
    return key.models == QStringList{QString(everyModel)} ? QStringList() : key.models;
}

} // namespace

KeyDialog::KeyDialog(const gateway::api::ProviderKeyView &key, bool isNew, QWidget *parent, const QString &family,
                     const QString &usualVariable)
    : FormDialog(parent)
    , m_key(key)
    , m_isNew(isNew)
    , m_name(new QLineEdit(key.name, this))
    , m_isTyped(new QRadioButton(tr("Key, typed or pasted"), this))
    , m_isFromEnvironment(new QRadioButton(tr("From an environment variable"), this))
    , m_isAwsKey(new QRadioButton(tr("AWS access key"), this))
    , m_isFoundByAws(new QRadioButton(tr("From the files and variables of AWS"), this))
    , m_isFoundByGoogle(new QRadioButton(tr("Application default credentials of this computer"), this))
    , m_aws(family == QLatin1String("bedrock") ? new AwsKeyFields(key, this) : nullptr)
    , m_place(new KeyPlaceFields(key, this))
    , m_storedPlaces(m_place->places())
    , m_value(new widgets::SecretLineEdit(this))
    , m_variable(new QLineEdit(key.environmentVariable, this))
    , m_models(modelNamesField(shownModels(key), this))
    , m_weight(new QDoubleSpinBox(this))
    , m_valueHint(widgets::hint({}, this))
    , m_save(new QPushButton(tr("Save"), this))
{
    setObjectName(QStringLiteral("key_dialog"));
    setWindowTitle(isNew ? tr("Add a key") : tr("Edit the key “%1”").arg(key.name));
    m_name->setObjectName(QStringLiteral("key_name"));
    m_isTyped->setObjectName(QStringLiteral("key_is_typed"));
    m_isTyped->setAccessibleName(m_isTyped->text());
    m_isFromEnvironment->setObjectName(QStringLiteral("key_is_from_environment"));
    m_isFromEnvironment->setAccessibleName(m_isFromEnvironment->text());
    m_value->setObjectName(QStringLiteral("key_value"));
    m_value->setAccessibleName(tr("Key"));
    if (hasStoredValue())
        m_value->setPlaceholderText(tr("Empty keeps the key that ends in …%1").arg(key.lastFour));
    m_variable->setObjectName(QStringLiteral("key_variable"));
    m_variable->setAccessibleName(tr("Environment variable"));
    m_variable->setPlaceholderText(usualVariable.isEmpty() ? tr("name of the variable") : usualVariable);
    m_variable->setValidator(
        new QRegularExpressionValidator(QRegularExpression(QStringLiteral("[A-Za-z_][A-Za-z0-9_]*")), m_variable));
    m_models->setObjectName(QStringLiteral("key_models"));
    m_weight->setObjectName(QStringLiteral("key_weight"));
    m_weight->setRange(0, largestWeight);
    m_weight->setDecimals(2);
    m_weight->setSingleStep(0.1);
    m_weight->setValue(key.weight);
    m_shownWeight = m_weight->value();
    m_isAwsKey->setObjectName(QStringLiteral("key_is_aws"));
    m_isAwsKey->setAccessibleName(m_isAwsKey->text());
    m_isFoundByAws->setObjectName(QStringLiteral("key_is_found_by_aws"));
    m_isFoundByAws->setAccessibleName(m_isFoundByAws->text());
    m_isFoundByGoogle->setObjectName(QStringLiteral("key_is_found_by_google"));
    m_isFoundByGoogle->setAccessibleName(m_isFoundByGoogle->text());
    for (QRadioButton *choice : {m_isAwsKey, m_isFoundByAws})
        choice->setVisible(m_aws != nullptr);
    m_isFoundByGoogle->setVisible(m_place->isForKeyFile());
    const bool isAws = m_aws != nullptr && (isNew || key.aws);
    QRadioButton *const usual = key.isFoundByGoogle                 ? m_isFoundByGoogle
                                : key.environmentVariable.isEmpty() ? m_isTyped
                                                                    : m_isFromEnvironment;
    (isAws ? m_isAwsKey : m_aws != nullptr && key.isFoundByAws ? m_isFoundByAws : usual)->setChecked(true);

    addField(tr("Name"), m_name);
    if (m_aws != nullptr) {
        form().addRow(QString(), m_isAwsKey);
        m_aws->addKeyTo(form());
        form().addRow(QString(), m_isFoundByAws);
        m_aws->addProfileTo(form());
        connect(m_aws, &AwsKeyFields::changed, this, &KeyDialog::takeEdit);
    }
    m_place->addTo(form());
    form().addRow(QString(), m_isTyped);
    form().addRow(widgets::fieldLabel(tr("Key"), m_value, this), widgets::withHint(m_value, m_valueHint, this));
    form().addRow(QString(), m_isFromEnvironment);
    addField(tr("Variable"), m_variable);
    if (m_place->isForKeyFile())
        form().addRow(QString(), m_isFoundByGoogle);
    if (m_aws != nullptr)
        m_aws->addPlaceTo(form());
    if (isForNone()) {
        m_models->setPlaceholderText(tr("none"));
        addField(tr("Models"), m_models,
                 tr("Names with commas between them; * stands for anything. Empty means none."));
    } else {
        addField(tr("Models"), m_models, tr("Names with commas between them; * stands for anything. Empty means all."));
    }
    addField(
        tr("Weight"), m_weight,
        tr("Its share among the keys for the same model: 2 gets twice as many requests as 1, and 0 only those that "
           "no other key can take."));
    finish(m_save, "key");
    setMinimumWidth(480);
    connect(m_save, &QPushButton::clicked, this, &QDialog::accept);
    for (QRadioButton *choice : {m_isTyped, m_isFromEnvironment, m_isAwsKey, m_isFoundByAws, m_isFoundByGoogle}) {
        connect(choice, &QRadioButton::toggled, this, &KeyDialog::takeEdit);
        if (m_aws != nullptr) // rows come and go with it
            connect(choice, &QRadioButton::toggled, this, &KeyDialog::fitHeight, Qt::QueuedConnection);
    }
    for (QLineEdit *field : {m_name, static_cast<QLineEdit *>(m_value), m_variable, m_models})
        connect(field, &QLineEdit::textChanged, this, &KeyDialog::takeEdit);
    connect(m_place, &KeyPlaceFields::changed, this, &KeyDialog::takeEdit);
    takeEdit();
    m_value->setFocus();
}

void KeyDialog::takeEdit()
{
    showSource();
    const bool hasStored = hasStoredValue();
    const bool isElsewhere = hasStored && m_place->places() != m_storedPlaces;
    showValueHint(isElsewhere);
    m_save->setEnabled(hasSource(isElsewhere) && m_place->isComplete() && !m_name->text().trimmed().isEmpty());
}

void KeyDialog::showSource()
{
    m_value->setEnabled(m_isTyped->isChecked());
    m_variable->setEnabled(m_isFromEnvironment->isChecked());
    if (m_aws == nullptr)
        return;
    using Source = AwsKeyFields::Source;
    m_aws->setSource(m_isAwsKey->isChecked()       ? Source::AccessKey
                     : m_isFoundByAws->isChecked() ? Source::FoundByAws
                                                   : Source::ApiKey);
    form().setRowVisible(m_value->parentWidget(), m_isTyped->isChecked()); // with its hint
    form().setRowVisible(m_variable, m_isFromEnvironment->isChecked());
}

bool KeyDialog::hasStoredValue() const
{
    return !m_isNew && m_key.hasValue && m_key.environmentVariable.isEmpty() && !m_key.aws && !m_key.isFoundByAws
           && !m_key.isFoundByGoogle;
}

bool KeyDialog::hasSource(bool isElsewhere) const
{
    if (m_isAwsKey->isChecked() || m_isFoundByAws->isChecked())
        return m_aws->isComplete();
    if (m_isFoundByGoogle->isChecked())
        return true;
    if (m_isFromEnvironment->isChecked())
        return !m_variable->text().isEmpty();
    const bool mayBeEmpty = (hasStoredValue() && !isElsewhere) || m_place->needsNoValue();
    return mayBeEmpty || !m_value->secret().isEmpty();
}

void KeyDialog::showValueHint(bool isElsewhere)
{
    QString text;
    if (isElsewhere)
        text = tr("The stored key is only sent to the address that it was entered for. Enter it again.");
    else if (m_place->isForClient())
        text = m_key.place.kind == QLatin1String("databricks")
                   ? tr("The secret of the service principal, not an access token.")
                   : tr("The secret of the Entra client, not an API key.");
    else if (m_place->isForKeyFile())
        text = tr("The JSON file of a service account, pasted whole, or an API key.");
    else if (m_place->needsNoValue())
        text = tr("Only if the server asks for one.");
    m_valueHint->setText(text);
    m_valueHint->setVisible(!text.isEmpty());
    widgets::setTone(*m_valueHint, isElsewhere ? "warning" : "secondary");
}

gateway::api::AwsKeyInput KeyDialog::aws() const
{
    return m_aws != nullptr ? m_aws->typed() : gateway::api::AwsKeyInput();
}

// An empty list, as a configuration file or the API may have it, must not become all by an edit of something else.
bool KeyDialog::isForNone() const
{
    return !m_isNew && m_key.models.isEmpty();
}

gateway::api::ProviderKeyView KeyDialog::key() const
{
    gateway::api::ProviderKeyView key = m_key;
    key.name = m_name->text().trimmed();
    key.environmentVariable = m_isFromEnvironment->isChecked() ? m_variable->text() : QString();
    if (m_aws != nullptr)
        m_aws->writeTo(key);
    m_place->writeTo(key);
    key.isFoundByGoogle = m_isFoundByGoogle->isChecked();
    if (!key.isFoundByAws && !key.isFoundByGoogle)
        key.place.credentialSource.clear();
    key.models = namesIn(*m_models);
    if (key.models.isEmpty() && !isForNone())
        key.models = {QString(everyModel)};
    // A weight of more decimals than the field has, from a configuration file, stays if it was not edited.
    if (m_weight->value() != m_shownWeight)
        key.weight = m_weight->value();
    return key;
}

QString KeyDialog::value() const
{
    return m_isTyped->isChecked() ? m_value->secret() : QString();
}

} // namespace ui::dialogs
