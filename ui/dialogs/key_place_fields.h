// The fields of a hosted key beside its value: Azure's resource and client, Vertex's project, the address of a
// workspace or of a local server, what Replicate's models are.
#pragma once

#include "gateway/api/gateway_views.h"

#include <QObject>

class QCheckBox;
class QFormLayout;
class QLineEdit;
class QWidget;

namespace ui::dialogs {

// Which fields there are follows from key.place.kind; for most kinds there are none. The fields belong to `parent`,
// whose form they are rows of.
class KeyPlaceFields : public QObject {
    Q_OBJECT
public:
    KeyPlaceFields(const gateway::api::ProviderKeyView &key, QWidget *parent);

    void addTo(QFormLayout &form);
    void writeTo(gateway::api::ProviderKeyView &key) const;
    bool isComplete() const;    // what the kind cannot do without is there
    bool isForClient() const;   // the value is the secret of a client, and no API key
    bool needsNoValue() const;  // a server of one's own
    bool isForKeyFile() const;  // the value may be a JSON file
    QStringList places() const; // a stored value belongs to exactly these

signals:
    void changed();

private:
    QLineEdit *add(const char *objectName, const QString &label, const QString &text, const QString &placeholder,
                   const QString &hint = {});

    struct Row {
        QString label;
        QLineEdit *field;
        QString hint;
    };
    QWidget *m_parent;
    QList<Row> m_rows;
    bool m_isServer = false;
    bool m_needsEndpoint = false;
    QLineEdit *m_endpoint = nullptr;
    QLineEdit *m_version = nullptr;
    QLineEdit *m_deployments = nullptr;
    QLineEdit *m_tenant = nullptr;
    QLineEdit *m_client = nullptr;
    QLineEdit *m_project = nullptr;
    QLineEdit *m_region = nullptr;
    QCheckBox *m_asksDeployments = nullptr;
};

} // namespace ui::dialogs
