// Timeouts, proxy, headers and TLS of one provider: value in, value out.
#pragma once

#include "gateway/api/gateway_views.h"
#include "ui/look/theme.h"

#include <QWidget>

#include <optional>

class QCheckBox;
class QComboBox;
class QFormLayout;
class QLabel;
class QLineEdit;
class QPlainTextEdit;
class QSpinBox;

namespace ui::widgets {
class SecretLineEdit;
class Banner;
} // namespace ui::widgets

namespace ui::pages {

class ModelLimitsEditor;
class ProviderLineForm;
class ProxyInForce;

class ProviderNetworkForm : public QWidget {
    Q_OBJECT
public:
    explicit ProviderNetworkForm(const look::Theme &theme, QWidget *parent = nullptr);

    void setNetwork(const gateway::api::ProviderNetworkView &network);
    gateway::api::ProviderNetworkView network() const; // the address is passed through unchanged
    std::optional<QString> proxyPassword() const;      // unset: keep the stored one
    void typeProxyPassword(const QString &password);
    void setAddress(const QString &address); // as the other form has it now: which proxy is in force depends on it
    ProviderLineForm &line() { return *m_line; }
    const ProviderLineForm &line() const { return *m_line; }

    // Without the address, which another form edits.
    static int countChanges(const gateway::api::ProviderNetworkView &now,
                            const gateway::api::ProviderNetworkView &before);

signals:
    void changed();

private:
    QWidget *buildTimes();
    QWidget *buildProxy();
    QWidget *buildSecurity();
    QWidget *buildHeaders();
    void takeEdit();
    void showProxy();
    QSpinBox *secondsField(const char *objectName, int largest);

    const look::Theme &m_theme;
    gateway::api::ProviderNetworkView m_before;
    bool m_isLoading = false;
    QSpinBox *m_total = nullptr;
    QSpinBox *m_connect = nullptr;
    QSpinBox *m_idle = nullptr;
    QSpinBox *m_head = nullptr;
    QSpinBox *m_firstToken = nullptr;
    QSpinBox *m_stream = nullptr;
    ModelLimitsEditor *m_modelLimits = nullptr;
    ProviderLineForm *m_line = nullptr;
    QSpinBox *m_retries = nullptr;
    QSpinBox *m_firstBackoff = nullptr;
    QSpinBox *m_longestBackoff = nullptr;
    QFormLayout *m_proxyForm = nullptr;
    QComboBox *m_proxyKind = nullptr;
    ProxyInForce *m_proxyInForce = nullptr;
    QString m_address;
    QLineEdit *m_proxyUrl = nullptr;
    QLineEdit *m_proxyUser = nullptr;
    widgets::SecretLineEdit *m_proxyPassword = nullptr;
    QCheckBox *m_http2 = nullptr;
    QCheckBox *m_skipTls = nullptr;
    widgets::Banner *m_tlsWarning = nullptr;
    QPlainTextEdit *m_certificate = nullptr;
    QPlainTextEdit *m_headers = nullptr;
    QLabel *m_headerHint = nullptr;
};

} // namespace ui::pages
