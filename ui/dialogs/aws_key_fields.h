// The fields of a Bedrock key beside an API key: an AWS access key or a profile, the region, the role that is taken, and
// where the files of batches lie.
#pragma once

#include "gateway/api/gateway_commands.h"

#include <QObject>

class QCheckBox;
class QFormLayout;
class QLineEdit;
class QWidget;

namespace ui::widgets {
class SecretLineEdit;
}

namespace ui::dialogs {

// Stored parts are never shown; an empty field keeps its part. Each part may be "env.NAME". The fields belong to
// `parent`, whose form they are rows of; only those that the chosen source has a use for are shown.
class AwsKeyFields : public QObject {
    Q_OBJECT
public:
    enum class Source { AccessKey, FoundByAws, ApiKey };

    AwsKeyFields(const gateway::api::ProviderKeyView &key, QWidget *parent);

    // Once each, in the order in which they stand.
    void addKeyTo(QFormLayout &form);
    void addProfileTo(QFormLayout &form);
    void addPlaceTo(QFormLayout &form); // region, role and batches

    void setSource(Source source);
    bool isComplete() const; // what the source needs is typed or stored
    gateway::api::AwsKeyInput typed() const;
    void writeTo(gateway::api::ProviderKeyView &key) const;

signals:
    void changed();

private:
    void add(QFormLayout &form, const QString &label, QLineEdit *field);
    QLineEdit *placeField(const char *objectName, const QString &name, const QString &text, const QString &placeholder);

    Source m_source = Source::AccessKey;
    QString m_machineSource; // credential_source when the box is checked
    bool m_hasStored;
    QFormLayout *m_form = nullptr;
    QWidget *m_parent;
    widgets::SecretLineEdit *m_accessKey;
    widgets::SecretLineEdit *m_secretKey;
    widgets::SecretLineEdit *m_sessionToken;
    QLineEdit *m_profile;
    QCheckBox *m_asksMachine; // at AWS, on which this runs
    QLineEdit *m_region;
    QLineEdit *m_role;
    QLineEdit *m_externalId;
    QLineEdit *m_sessionName;
    QLineEdit *m_batchBuckets;
    QLineEdit *m_batchRole;
};

} // namespace ui::dialogs
