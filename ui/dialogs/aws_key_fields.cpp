#include "ui/dialogs/aws_key_fields.h"

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
    , m_accessKey(new widgets::SecretLineEdit(parent))
    , m_secretKey(new widgets::SecretLineEdit(parent))
    , m_sessionToken(new widgets::SecretLineEdit(parent))
    , m_region(new QLineEdit(key.region, parent))
{
    m_accessKey->setObjectName(QStringLiteral("key_aws_access"));
    m_accessKey->setAccessibleName(tr("Access key"));
    m_secretKey->setObjectName(QStringLiteral("key_aws_secret"));
    m_secretKey->setAccessibleName(tr("Secret key"));
    m_sessionToken->setObjectName(QStringLiteral("key_aws_token"));
    m_sessionToken->setAccessibleName(tr("Session token"));
    m_region->setObjectName(QStringLiteral("key_region"));
    m_region->setAccessibleName(tr("Region"));
    m_region->setPlaceholderText(QStringLiteral("us-east-1"));
    m_region->setValidator(
        new QRegularExpressionValidator(QRegularExpression(QStringLiteral("[a-z0-9][a-z0-9-]{0,31}")), m_region));
    if (m_hasStored) {
        m_accessKey->setPlaceholderText(key.lastFour.isEmpty()
                                            ? tr("Empty keeps the stored one")
                                            : tr("Empty keeps the key that ends in …%1").arg(key.lastFour));
        m_secretKey->setPlaceholderText(tr("Empty keeps the stored one"));
    }
    m_sessionToken->setPlaceholderText(tr("of temporary keys only"));
    for (QWidget *field : {m_accessKey, m_secretKey, m_sessionToken})
        field->setToolTip(tr("Each may be env.NAME for an environment variable."));
    for (QLineEdit *field : {static_cast<QLineEdit *>(m_accessKey), static_cast<QLineEdit *>(m_secretKey),
                             static_cast<QLineEdit *>(m_sessionToken), m_region})
        connect(field, &QLineEdit::textChanged, this, &AwsKeyFields::changed);
}

void AwsKeyFields::addTo(QFormLayout &form)
{
    const auto add = [&form](const QString &label, QWidget *field) {
        form.addRow(widgets::fieldLabel(label, field, field->parentWidget()), field);
    };
    add(tr("Access key"), m_accessKey);
    add(tr("Secret key"), m_secretKey);
    add(tr("Session token"), m_sessionToken);
    add(tr("Region"), m_region);
}

void AwsKeyFields::setPartsEnabled(bool areEnabled)
{
    for (QWidget *field : {m_accessKey, m_secretKey, m_sessionToken})
        field->setEnabled(areEnabled);
}

bool AwsKeyFields::isComplete() const
{
    const bool hasAccess = !m_accessKey->secret().isEmpty();
    const bool hasSecret = !m_secretKey->secret().isEmpty();
    return m_hasStored || (hasAccess && hasSecret);
}

gateway::api::AwsKeyInput AwsKeyFields::typed() const
{
    return {typedPart(*m_accessKey), typedPart(*m_secretKey), typedPart(*m_sessionToken)};
}

QString AwsKeyFields::region() const
{
    return m_region->text().trimmed();
}

} // namespace ui::dialogs
