#include "ui/dialogs/aws_key_fields.h"

#include <QCheckBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QRegularExpression>
#include <QRegularExpressionValidator>

#include "ui/widgets/form_parts.h"
#include "ui/widgets/secret_line_edit.h"

namespace ui::dialogs {

namespace {

std::optional<QString> typedPart(const widgets::SecretLineEdit &field)
{
    return field.secret().isEmpty() ? std::nullopt : std::optional(field.secret());
}

} // namespace

AwsKeyFields::AwsKeyFields(const gateway::api::ProviderKeyView &key, QWidget *parent)
    : QObject(parent)
    , m_hasStored(key.aws.has_value())
    , m_parent(parent)
    , m_accessKey(new widgets::SecretLineEdit(parent))
    , m_secretKey(new widgets::SecretLineEdit(parent))
    , m_sessionToken(new widgets::SecretLineEdit(parent))
    , m_profile(placeField("key_profile", tr("Profile"), key.place.profile, tr("as AWS's own tools choose")))
    , m_asksMachine(new QCheckBox(tr("Ask the machine at AWS that Bilrost runs on"), parent))
    , m_region(placeField("key_region", tr("Region"), key.region, QStringLiteral("us-east-1")))
    , m_role(placeField("key_role", tr("Role"), key.place.roleArn, QStringLiteral("arn:aws:iam::123456789012:role/…")))
    , m_externalId(
          placeField("key_external_id", tr("External ID"), key.place.externalId, tr("only if the role asks for one")))
    , m_sessionName(
          placeField("key_session_name", tr("Session name"), key.place.sessionName, QStringLiteral("bilrost")))
    , m_batchBuckets(placeField("key_batch_buckets", tr("Batch files"), key.place.batchBuckets,
                                QStringLiteral("s3://bucket/prefix")))
    , m_batchRole(placeField("key_batch_role", tr("Batch role"), key.place.batchRole,
                             QStringLiteral("arn:aws:iam::123456789012:role/…")))
{
    m_accessKey->setObjectName(QStringLiteral("key_aws_access"));
    m_accessKey->setAccessibleName(tr("Access key"));
    m_secretKey->setObjectName(QStringLiteral("key_aws_secret"));
    m_secretKey->setAccessibleName(tr("Secret key"));
    m_sessionToken->setObjectName(QStringLiteral("key_aws_token"));
    m_sessionToken->setAccessibleName(tr("Session token"));
    m_region->setValidator(
        new QRegularExpressionValidator(QRegularExpression(QStringLiteral("[a-z0-9][a-z0-9-]{0,31}")), m_region));
    if (m_hasStored) {
        m_accessKey->setPlaceholderText(key.lastFour.isEmpty()
                                            ? tr("Empty keeps the stored one")
                                            : tr("Empty keeps the key that ends in …%1").arg(key.lastFour));
        m_secretKey->setPlaceholderText(tr("Empty keeps the stored one"));
    }
    m_sessionToken->setPlaceholderText(tr("of temporary keys only"));
    m_asksMachine->setObjectName(QStringLiteral("key_asks_machine"));
    m_asksMachine->setAccessibleName(m_asksMachine->text());
    m_asksMachine->setChecked(!key.place.credentialSource.isEmpty());
    m_machineSource = m_asksMachine->isChecked() ? key.place.credentialSource : QStringLiteral("Ec2InstanceMetadata");
    connect(m_asksMachine, &QCheckBox::toggled, this, &AwsKeyFields::changed);
    m_batchBuckets->setToolTip(tr("Where clients may put and read files, and nowhere else. Several have spaces between "
                                  "them; the first is used where a request names none."));
    m_batchRole->setToolTip(tr("The role in which Bedrock itself reads and writes these files."));
    for (widgets::SecretLineEdit *field : {m_accessKey, m_secretKey, m_sessionToken}) {
        field->setToolTip(tr("Each may be env.NAME for an environment variable."));
        connect(field, &QLineEdit::textChanged, this, &AwsKeyFields::changed);
    }
}

QLineEdit *AwsKeyFields::placeField(const char *objectName, const QString &name, const QString &text,
                                    const QString &placeholder)
{
    auto *field = new QLineEdit(text, m_parent);
    field->setObjectName(QLatin1String(objectName));
    field->setAccessibleName(name);
    field->setPlaceholderText(placeholder);
    connect(field, &QLineEdit::textChanged, this, &AwsKeyFields::changed);
    return field;
}

void AwsKeyFields::add(QFormLayout &form, const QString &label, QLineEdit *field)
{
    m_form = &form;
    form.addRow(widgets::fieldLabel(label, field, m_parent), field);
}

void AwsKeyFields::addKeyTo(QFormLayout &form)
{
    add(form, tr("Access key"), m_accessKey);
    add(form, tr("Secret key"), m_secretKey);
    add(form, tr("Session token"), m_sessionToken);
}

void AwsKeyFields::addProfileTo(QFormLayout &form)
{
    add(form, tr("Profile"), m_profile);
    form.addRow(QString(), m_asksMachine);
}

void AwsKeyFields::addPlaceTo(QFormLayout &form)
{
    add(form, tr("Region"), m_region);
    add(form, tr("Role"), m_role);
    add(form, tr("External ID"), m_externalId);
    add(form, tr("Session name"), m_sessionName);
    add(form, tr("Batch files"), m_batchBuckets);
    add(form, tr("Batch role"), m_batchRole);
}

void AwsKeyFields::setSource(Source source)
{
    m_source = source;
    for (QLineEdit *field : {static_cast<QLineEdit *>(m_accessKey), static_cast<QLineEdit *>(m_secretKey),
                             static_cast<QLineEdit *>(m_sessionToken)})
        m_form->setRowVisible(field, source == Source::AccessKey);
    m_form->setRowVisible(m_profile, source == Source::FoundByAws);
    m_form->setRowVisible(m_asksMachine, source == Source::FoundByAws);
    m_profile->setEnabled(!m_asksMachine->isChecked());
    // An API key is nobody who could take a role.
    const bool takesRole = source != Source::ApiKey;
    m_form->setRowVisible(m_role, takesRole);
    for (QLineEdit *field : {m_batchBuckets, m_batchRole}) // S3 takes no API key either
        m_form->setRowVisible(field, takesRole);
    const bool hasRole = takesRole && !m_role->text().trimmed().isEmpty();
    for (QLineEdit *field : {m_externalId, m_sessionName}) {
        m_form->setRowVisible(field, takesRole);
        field->setEnabled(hasRole);
    }
}

bool AwsKeyFields::isComplete() const
{
    if (m_source == Source::FoundByAws)
        return true;
    const bool hasAccess = !m_accessKey->secret().isEmpty();
    const bool hasSecret = !m_secretKey->secret().isEmpty();
    return m_hasStored || (hasAccess && hasSecret);
}

gateway::api::AwsKeyInput AwsKeyFields::typed() const
{
    if (m_source != Source::AccessKey)
        return {};
    return {typedPart(*m_accessKey), typedPart(*m_secretKey), typedPart(*m_sessionToken)};
}

void AwsKeyFields::writeTo(gateway::api::ProviderKeyView &key) const
{
    key.region = m_region->text().trimmed();
    key.isFoundByAws = m_source == Source::FoundByAws;
    const bool asksMachine = key.isFoundByAws && m_asksMachine->isChecked();
    key.place.credentialSource = asksMachine ? m_machineSource : QString();
    key.place.profile = key.isFoundByAws && !asksMachine ? m_profile->text().trimmed() : QString();
    const bool takesRole = m_source != Source::ApiKey && !m_role->text().trimmed().isEmpty();
    key.place.roleArn = takesRole ? m_role->text().trimmed() : QString();
    key.place.externalId = takesRole ? m_externalId->text().trimmed() : QString();
    key.place.sessionName = takesRole ? m_sessionName->text().trimmed() : QString();
    const bool hasFiles = m_source != Source::ApiKey;
    key.place.batchBuckets = hasFiles ? m_batchBuckets->text().simplified() : QString();
    key.place.batchRole = hasFiles ? m_batchRole->text().trimmed() : QString();
}

} // namespace ui::dialogs
