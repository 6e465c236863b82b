// The fields of an AWS access key: its two parts, a temporary key's token, and the region.
#pragma once

#include "gateway/api/gateway_commands.h"

#include <QObject>

class QFormLayout;
class QLineEdit;
class QWidget;

namespace ui::widgets {
class SecretLineEdit;
}

namespace ui::dialogs {

// Stored parts are never shown; an empty field keeps its part. Each part may be "env.NAME". The fields belong to
// `parent`, whose form they are rows of.
class AwsKeyFields : public QObject {
    Q_OBJECT
public:
    AwsKeyFields(const gateway::api::ProviderKeyView &key, QWidget *parent);

    void addTo(QFormLayout &form);

    void setPartsEnabled(bool areEnabled); // the region stays
    bool isComplete() const;               // both parts are typed or stored
    gateway::api::AwsKeyInput typed() const;
    QString region() const;

signals:
    void changed();

private:
    bool m_hasStored;
    widgets::SecretLineEdit *m_accessKey;
    widgets::SecretLineEdit *m_secretKey;
    widgets::SecretLineEdit *m_sessionToken;
    QLineEdit *m_region;
};

} // namespace ui::dialogs
