#include "ui/dialogs/key_dialog.h"

#include <QDoubleSpinBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QRegularExpression>
#include <QRegularExpressionValidator>
#include <QVBoxLayout>

#include "ui/dialogs/aws_key_fields.h"
#include "ui/widgets/form_parts.h"
#include "ui/widgets/secret_line_edit.h"

namespace ui::dialogs {

namespace {
constexpr double largestWeight = 1'000;
}

KeyDialog::KeyDialog(const gateway::api::ProviderKeyView &key, bool isNew, QWidget *parent, const QString &family)
    : QDialog(parent)
    , m_key(key)
    , m_isNew(isNew)
    , m_name(new QLineEdit(key.name, this))
    , m_isTyped(new QRadioButton(tr("Key, typed or pasted"), this))
    , m_isFromEnvironment(new QRadioButton(tr("From an environment variable"), this))
    , m_isAwsKey(new QRadioButton(tr("AWS access key"), this))
    , m_aws(family == QLatin1String("bedrock") ? new AwsKeyFields(key, this) : nullptr)
    , m_value(new widgets::SecretLineEdit(this))
    , m_variable(new QLineEdit(key.environmentVariable, this))
    , m_models(new QLineEdit(key.models.join(QStringLiteral(", ")), this))
    , m_weight(new QDoubleSpinBox(this))
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
    if (!isNew && key.hasValue && key.environmentVariable.isEmpty())
        m_value->setPlaceholderText(tr("Empty keeps the key that ends in …%1").arg(key.lastFour));
    m_variable->setObjectName(QStringLiteral("key_variable"));
    m_variable->setAccessibleName(tr("Environment variable"));
    m_variable->setPlaceholderText(QStringLiteral("OPENAI_API_KEY"));
    m_variable->setValidator(
        new QRegularExpressionValidator(QRegularExpression(QStringLiteral("[A-Za-z_][A-Za-z0-9_]*")), m_variable));
    m_models->setObjectName(QStringLiteral("key_models"));
    m_models->setPlaceholderText(tr("all"));
    m_weight->setObjectName(QStringLiteral("key_weight"));
    m_weight->setRange(0, largestWeight);
    m_weight->setDecimals(2);
    m_weight->setSingleStep(0.1);
    m_weight->setValue(key.weight);
    m_shownWeight = m_weight->value();
    m_isAwsKey->setObjectName(QStringLiteral("key_is_aws"));
    m_isAwsKey->setAccessibleName(m_isAwsKey->text());
    m_isAwsKey->setVisible(m_aws != nullptr);
    const bool isAws = m_aws != nullptr && (isNew || key.aws);
    (isAws ? m_isAwsKey : key.environmentVariable.isEmpty() ? m_isTyped : m_isFromEnvironment)->setChecked(true);

    auto *form = new QFormLayout;
    form->setHorizontalSpacing(12);
    form->setVerticalSpacing(10);
    form->setLabelAlignment(Qt::AlignRight | Qt::AlignTop);
    form->addRow(widgets::fieldLabel(tr("Name"), m_name, this), m_name);
    if (m_aws != nullptr) {
        form->addRow(QString(), m_isAwsKey);
        form->addRow(m_aws);
        connect(m_aws, &AwsKeyFields::changed, this, &KeyDialog::takeEdit);
    }
    form->addRow(QString(), m_isTyped);
    form->addRow(widgets::fieldLabel(tr("Key"), m_value, this), m_value);
    form->addRow(QString(), m_isFromEnvironment);
    form->addRow(widgets::fieldLabel(tr("Variable"), m_variable, this), m_variable);
    form->addRow(
        widgets::fieldLabel(tr("Models"), m_models, this),
        widgets::withHint(m_models, widgets::hint(tr("Names with commas between them. Empty means all."), this), this));
    form->addRow(widgets::fieldLabel(tr("Weight"), m_weight, this),
                 widgets::withHint(m_weight,
                                   widgets::hint(tr("Its share among the keys for the same model: 2 gets twice as many "
                                                    "requests as 1, and 0 only those that no other key can take."),
                                                 this),
                                   this));
    auto *cancel = new QPushButton(tr("Cancel"), this);
    cancel->setObjectName(QStringLiteral("key_cancel"));
    cancel->setAccessibleName(cancel->text());
    m_save->setObjectName(QStringLiteral("key_save"));
    m_save->setAccessibleName(m_save->text());
    m_save->setProperty("kind", QStringLiteral("primary"));
    m_save->setDefault(true);
    auto *buttons = new QHBoxLayout;
    buttons->addStretch(1);
    buttons->addWidget(cancel);
    buttons->addWidget(m_save);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 16, 16, 16);
    layout->setSpacing(16);
    layout->addLayout(form);
    layout->addLayout(buttons);
    setMinimumWidth(480);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_save, &QPushButton::clicked, this, &QDialog::accept);
    for (QRadioButton *choice : {m_isTyped, m_isFromEnvironment, m_isAwsKey})
        connect(choice, &QRadioButton::toggled, this, &KeyDialog::takeEdit);
    for (QLineEdit *field : {m_name, static_cast<QLineEdit *>(m_value), m_variable, m_models})
        connect(field, &QLineEdit::textChanged, this, &KeyDialog::takeEdit);
    takeEdit();
    m_value->setFocus();
}

void KeyDialog::takeEdit()
{
    const bool isTyped = m_isTyped->isChecked();
    const bool isAws = m_isAwsKey->isChecked();
    m_value->setEnabled(isTyped);
    m_variable->setEnabled(m_isFromEnvironment->isChecked());
    if (m_aws != nullptr)
        m_aws->setPartsEnabled(isAws);
    const bool keepsStored = !m_isNew && m_key.hasValue && m_key.environmentVariable.isEmpty() && !m_key.aws;
    const bool hasSource = isAws     ? m_aws->isComplete()
                           : isTyped ? keepsStored || !m_value->secret().isEmpty()
                                     : !m_variable->text().isEmpty();
    m_save->setEnabled(hasSource && !m_name->text().trimmed().isEmpty());
}

gateway::api::AwsKeyInput KeyDialog::aws() const
{
    return m_isAwsKey->isChecked() ? m_aws->typed() : gateway::api::AwsKeyInput();
}

gateway::api::ProviderKeyView KeyDialog::key() const
{
    gateway::api::ProviderKeyView key = m_key;
    key.name = m_name->text().trimmed();
    key.environmentVariable = m_isFromEnvironment->isChecked() ? m_variable->text() : QString();
    if (m_aws != nullptr)
        key.region = m_aws->region();
    static const QRegularExpression separator(QStringLiteral("[,\\s]+"));
    key.models = m_models->text().split(separator, Qt::SkipEmptyParts);
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
