#include "ui/pages/provider_network_form.h"

#include <QCheckBox>
#include <QComboBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QScrollArea>
#include <QSpinBox>

#include "ui/pages/model_limits_editor.h"
#include "ui/pages/provider_line_form.h"
#include "ui/pages/proxy_in_force.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/form_parts.h"
#include "ui/widgets/label_color.h"
#include "ui/widgets/secret_line_edit.h"

namespace ui::pages {

using gateway::api::ProviderNetworkView;

namespace {

using Header = std::pair<QString, QString>;

// "Name: value" a line; a line without a colon is not a header.
QList<Header> parsedHeaders(const QString &text, QString *firstOddLine)
{
    QList<Header> headers;
    for (const QString &line : text.split(QLatin1Char('\n'), Qt::SkipEmptyParts)) {
        const qsizetype colon = line.indexOf(QLatin1Char(':'));
        if (line.trimmed().isEmpty())
            continue;
        if (colon <= 0 || line.left(colon).trimmed().contains(QLatin1Char(' '))) {
            if (firstOddLine != nullptr && firstOddLine->isEmpty())
                *firstOddLine = line.trimmed();
            continue;
        }
        headers.append({line.left(colon).trimmed(), line.mid(colon + 1).trimmed()});
    }
    return headers;
}

QString headerText(const QList<Header> &headers)
{
    QStringList lines;
    for (const auto &[name, value] : headers)
        lines.append(name + QStringLiteral(": ") + value);
    return lines.join(QLatin1Char('\n'));
}

} // namespace

ProviderNetworkForm::ProviderNetworkForm(const look::Theme &theme, QWidget *parent) : QWidget(parent), m_theme(theme)
{
    const auto column = [](const QList<QWidget *> &sections) {
        auto *box = new QVBoxLayout;
        box->setContentsMargins(16, 16, 16, 16);
        box->setSpacing(24);
        for (QWidget *section : sections)
            box->addWidget(section);
        box->addStretch(1);
        return box;
    };
    m_modelLimits = new ModelLimitsEditor(this);
    connect(m_modelLimits, &ModelLimitsEditor::changed, this, &ProviderNetworkForm::takeEdit);
    m_line = new ProviderLineForm(this);
    connect(m_line, &ProviderLineForm::changed, this, &ProviderNetworkForm::takeEdit);
    auto *content = new QWidget(this);
    auto *columns = new QHBoxLayout(content);
    columns->setContentsMargins(0, 0, 0, 0);
    columns->setSpacing(0);
    columns->addLayout(column({buildTimes(), m_line, buildProxy()}), 1);
    columns->addLayout(column({m_modelLimits, buildSecurity(), buildHeaders()}), 1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(widgets::scrolling(content, "network_area", this));
}

QSpinBox *ProviderNetworkForm::secondsField(const char *objectName, int largest)
{
    auto *field = new QSpinBox(this);
    field->setObjectName(QLatin1String(objectName));
    field->setRange(1, largest);
    field->setSuffix(tr(" s"));
    field->setFixedWidth(120);
    field->setAlignment(Qt::AlignRight);
    connect(field, &QSpinBox::valueChanged, this, &ProviderNetworkForm::takeEdit);
    return field;
}

QWidget *ProviderNetworkForm::buildTimes()
{
    auto *section = new QWidget(this);
    m_connect = secondsField("connect_timeout", 600);
    m_idle = secondsField("idle_timeout", 3600);
    m_total = secondsField("total_timeout", 86400);
    m_head = secondsField("head_timeout", 86400);
    m_firstToken = secondsField("first_token_timeout", 86400);
    m_stream = secondsField("stream_timeout", 86400);
    for (QSpinBox *field : {m_head, m_firstToken, m_stream}) {
        field->setMinimum(0);
        field->setSpecialValueText(field == m_head ? tr("as the answer") : tr("no limit"));
    }
    m_retries = secondsField("max_retries", 10);
    m_retries->setRange(0, 10);
    m_retries->setSuffix(QString());
    m_firstBackoff = secondsField("retry_backoff_initial", 3'600'000);
    m_longestBackoff = secondsField("retry_backoff_max", 3'600'000);
    for (QSpinBox *field : {m_firstBackoff, m_longestBackoff}) {
        field->setSuffix(tr(" ms"));
        field->setSingleStep(100);
    }
    auto *form = widgets::newForm(section);
    form->addRow(widgets::heading(tr("Patience"), section));
    form->addRow(widgets::fieldLabel(tr("Connect within"), m_connect, section), m_connect);
    form->addRow(widgets::fieldLabel(tr("First byte within"), m_head, section), m_head);
    form->addRow(widgets::fieldLabel(tr("First token within"), m_firstToken, section),
                 widgets::withHint(m_firstToken, widgets::hint(tr("Of a stream. Signs of life do not count."), section),
                                   section));
    form->addRow(widgets::fieldLabel(tr("Silence at most"), m_idle, section),
                 widgets::withHint(m_idle, widgets::hint(tr("Between two pieces of a stream."), section), section));
    form->addRow(widgets::fieldLabel(tr("Answer within"), m_total, section), m_total);
    form->addRow(widgets::fieldLabel(tr("Stream within"), m_stream, section), m_stream);
    form->addRow(widgets::fieldLabel(tr("Try again"), m_retries, section),
                 widgets::withHint(m_retries,
                                   widgets::hint(tr("Times, after the first try, before anything was sent to "
                                                    "the client."),
                                                 section),
                                   section));
    form->addRow(widgets::fieldLabel(tr("Wait before it"), m_firstBackoff, section), m_firstBackoff);
    form->addRow(
        widgets::fieldLabel(tr("Wait at most"), m_longestBackoff, section),
        widgets::withHint(m_longestBackoff,
                          widgets::hint(tr("Each try doubles the wait up to here, and chance shortens it. What "
                                           "the provider asks for comes first."),
                                        section),
                          section));
    return section;
}

QWidget *ProviderNetworkForm::buildProxy()
{
    auto *section = new QWidget(this);
    m_proxyKind = new QComboBox(section);
    m_proxyKind->setObjectName(QStringLiteral("proxy_kind"));
    m_proxyKind->addItem(tr("As the system says"), QStringLiteral("system"));
    m_proxyKind->addItem(tr("None"), QStringLiteral("none"));
    m_proxyKind->addItem(tr("HTTP"), QStringLiteral("http"));
    m_proxyKind->addItem(tr("SOCKS 5"), QStringLiteral("socks5"));
    m_proxyUrl = new QLineEdit(section);
    m_proxyUrl->setObjectName(QStringLiteral("proxy_url"));
    m_proxyUrl->setPlaceholderText(QStringLiteral("proxy.example.com:3128"));
    m_proxyUser = new QLineEdit(section);
    m_proxyUser->setObjectName(QStringLiteral("proxy_user"));
    m_proxyPassword = new widgets::SecretLineEdit(section);
    m_proxyPassword->setObjectName(QStringLiteral("proxy_password"));
    m_proxyPassword->setPlaceholderText(tr("Empty keeps the stored one"));
    m_proxyForm = widgets::newForm(section);
    m_proxyForm->addRow(widgets::heading(tr("Proxy"), section));
    m_proxyInForce = new ProxyInForce(section);
    m_proxyForm->addRow(widgets::fieldLabel(tr("Proxy"), m_proxyKind, section),
                        widgets::withHint(m_proxyKind, m_proxyInForce, section));
    m_proxyForm->addRow(widgets::fieldLabel(tr("Proxy address"), m_proxyUrl, section), m_proxyUrl);
    m_proxyForm->addRow(widgets::fieldLabel(tr("User"), m_proxyUser, section), m_proxyUser);
    m_proxyForm->addRow(widgets::fieldLabel(tr("Password"), m_proxyPassword, section), m_proxyPassword);
    connect(m_proxyKind, &QComboBox::currentIndexChanged, this, &ProviderNetworkForm::takeEdit);
    for (QLineEdit *field : {m_proxyUrl, m_proxyUser, static_cast<QLineEdit *>(m_proxyPassword)})
        connect(field, &QLineEdit::textChanged, this, &ProviderNetworkForm::takeEdit);
    return section;
}

QWidget *ProviderNetworkForm::buildSecurity()
{
    auto *section = new QWidget(this);
    m_http2 = new QCheckBox(tr("Use HTTP/2 where the server offers it"), section);
    m_http2->setObjectName(QStringLiteral("allow_http2"));
    m_skipTls = new QCheckBox(tr("Do not check the server's certificate"), section);
    m_skipTls->setObjectName(QStringLiteral("skip_tls"));
    for (QCheckBox *box : {m_http2, m_skipTls}) {
        box->setAccessibleName(box->text());
        connect(box, &QCheckBox::toggled, this, &ProviderNetworkForm::takeEdit);
    }
    m_tlsWarning = new widgets::Banner(m_theme, section);
    m_tlsWarning->setObjectName(QStringLiteral("tls_warning"));
    m_tlsWarning->setActions({}, {});
    m_certificate = new QPlainTextEdit(section);
    m_certificate->setObjectName(QStringLiteral("ca_certificate"));
    m_certificate->setProperty("textStyle", QStringLiteral("mono"));
    m_certificate->setPlaceholderText(QStringLiteral("-----BEGIN CERTIFICATE-----"));
    m_certificate->setTabChangesFocus(true);
    m_certificate->setFixedHeight(96);
    connect(m_certificate, &QPlainTextEdit::textChanged, this, &ProviderNetworkForm::takeEdit);
    auto *layout = new QVBoxLayout(section);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(widgets::heading(tr("Encryption"), section));
    layout->addWidget(m_http2);
    layout->addWidget(m_skipTls);
    layout->addWidget(m_tlsWarning);
    auto *label = new QLabel(tr("Trusted besides the system's certificates (PEM)"), section);
    label->setBuddy(m_certificate);
    m_certificate->setAccessibleName(label->text());
    layout->addSpacing(4);
    layout->addWidget(label);
    layout->addWidget(m_certificate);
    return section;
}

QWidget *ProviderNetworkForm::buildHeaders()
{
    auto *section = new QWidget(this);
    m_headers = new QPlainTextEdit(section);
    m_headers->setObjectName(QStringLiteral("extra_headers"));
    m_headers->setAccessibleName(tr("Extra headers, one a line"));
    m_headers->setProperty("textStyle", QStringLiteral("mono"));
    m_headers->setPlaceholderText(QStringLiteral("X-Team: research"));
    m_headers->setTabChangesFocus(true);
    m_headers->setFixedHeight(96);
    m_headerHint = widgets::hint({}, section);
    m_headerHint->setObjectName(QStringLiteral("header_hint"));
    connect(m_headers, &QPlainTextEdit::textChanged, this, &ProviderNetworkForm::takeEdit);
    auto *layout = new QVBoxLayout(section);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(widgets::heading(tr("Extra headers"), section));
    layout->addWidget(m_headers);
    layout->addWidget(m_headerHint);
    return section;
}

void ProviderNetworkForm::setNetwork(const ProviderNetworkView &network)
{
    m_isLoading = true;
    m_before = network;
    m_address = network.baseUrl;
    m_total->setValue(network.totalTimeoutSeconds);
    m_connect->setValue(network.connectTimeoutSeconds);
    m_idle->setValue(network.streamIdleTimeoutSeconds);
    m_head->setValue(network.headTimeoutSeconds);
    m_firstToken->setValue(network.firstTokenTimeoutSeconds);
    m_stream->setValue(network.streamTimeoutSeconds);
    m_modelLimits->setEntries(network.modelLimits);
    m_retries->setValue(network.maxRetries);
    m_firstBackoff->setValue(network.firstBackoffMs);
    m_longestBackoff->setValue(network.longestBackoffMs);
    const QString kind = network.proxyKind.isEmpty() ? QStringLiteral("system") : network.proxyKind;
    m_proxyKind->setCurrentIndex(qMax(0, m_proxyKind->findData(kind)));
    m_proxyUrl->setText(network.proxyUrl);
    m_proxyUser->setText(network.proxyUsername);
    m_proxyPassword->clearSecret();
    m_http2->setChecked(network.allowHttp2);
    m_skipTls->setChecked(network.skipTlsVerification);
    m_certificate->setPlainText(network.caCertificatePem);
    m_headers->setPlainText(headerText(network.extraHeaders));
    m_isLoading = false;
    takeEdit();
}

void ProviderNetworkForm::setAddress(const QString &address)
{
    m_address = address;
    showProxy();
}

void ProviderNetworkForm::showProxy()
{
    ProviderNetworkView now = network();
    now.baseUrl = m_address;
    m_proxyInForce->showFor(now);
}

ProviderNetworkView ProviderNetworkForm::network() const
{
    ProviderNetworkView network = m_before;
    network.totalTimeoutSeconds = m_total->value();
    network.connectTimeoutSeconds = m_connect->value();
    network.streamIdleTimeoutSeconds = m_idle->value();
    network.headTimeoutSeconds = m_head->value();
    network.firstTokenTimeoutSeconds = m_firstToken->value();
    network.streamTimeoutSeconds = m_stream->value();
    network.modelLimits = m_modelLimits->entries();
    network.maxRetries = m_retries->value();
    network.firstBackoffMs = m_firstBackoff->value();
    network.longestBackoffMs = m_longestBackoff->value();
    const QString kind = m_proxyKind->currentData().toString();
    if (kind != QLatin1String("system") || !m_before.proxyKind.isEmpty())
        network.proxyKind = kind;
    network.proxyUrl = m_proxyUrl->text().trimmed();
    network.proxyUsername = m_proxyUser->text().trimmed();
    network.allowHttp2 = m_http2->isChecked();
    network.skipTlsVerification = m_skipTls->isChecked();
    if (m_certificate->toPlainText().trimmed() != m_before.caCertificatePem.trimmed())
        network.caCertificatePem = m_certificate->toPlainText().trimmed();
    network.extraHeaders = parsedHeaders(m_headers->toPlainText(), nullptr);
    return network;
}

std::optional<QString> ProviderNetworkForm::proxyPassword() const
{
    const QString password = m_proxyPassword->text();
    return password.isEmpty() ? std::nullopt : std::optional(password);
}

void ProviderNetworkForm::typeProxyPassword(const QString &password)
{
    m_proxyPassword->setText(password);
}

int ProviderNetworkForm::countChanges(const ProviderNetworkView &now, const ProviderNetworkView &before)
{
    const auto differs = [](const auto &one, const auto &other) { return one == other ? 0 : 1; };
    return differs(now.totalTimeoutSeconds, before.totalTimeoutSeconds)
           + differs(now.connectTimeoutSeconds, before.connectTimeoutSeconds)
           + differs(now.streamIdleTimeoutSeconds, before.streamIdleTimeoutSeconds)
           + differs(now.headTimeoutSeconds, before.headTimeoutSeconds)
           + differs(now.firstTokenTimeoutSeconds, before.firstTokenTimeoutSeconds)
           + differs(now.streamTimeoutSeconds, before.streamTimeoutSeconds)
           + differs(now.modelLimits, before.modelLimits) + differs(now.maxRetries, before.maxRetries)
           + differs(now.firstBackoffMs, before.firstBackoffMs) + differs(now.longestBackoffMs, before.longestBackoffMs)
           + differs(now.extraHeaders, before.extraHeaders) + differs(now.proxyKind, before.proxyKind)
           + differs(now.proxyUrl, before.proxyUrl) + differs(now.proxyUsername, before.proxyUsername)
           + differs(now.caCertificatePem, before.caCertificatePem)
           + differs(now.skipTlsVerification, before.skipTlsVerification) + differs(now.allowHttp2, before.allowHttp2);
}

void ProviderNetworkForm::takeEdit()
{
    if (m_isLoading)
        return;
    const QString kind = m_proxyKind->currentData().toString();
    const bool hasOwnProxy = kind == QLatin1String("http") || kind == QLatin1String("socks5");
    for (QWidget *field : {static_cast<QWidget *>(m_proxyUrl), static_cast<QWidget *>(m_proxyUser),
                           static_cast<QWidget *>(m_proxyPassword)})
        m_proxyForm->setRowVisible(field, hasOwnProxy);
    showProxy();
    m_tlsWarning->showMessage(gateway::RequestState::UpstreamError,
                              m_skipTls->isChecked() ? tr("Anyone on the way can read your key and your prompts")
                                                     : QString(),
                              tr("If the server has a certificate of its own, trust that one below instead."));
    QString oddLine;
    parsedHeaders(m_headers->toPlainText(), &oddLine);
    m_headerHint->setText(oddLine.isEmpty() ? tr("One a line, “Name: value”. Sent with every request.")
                                            : tr("“%1” is not “Name: value” and will not be sent.").arg(oddLine));
    widgets::setTone(*m_headerHint, oddLine.isEmpty() ? "secondary" : "error");
    emit changed();
}

} // namespace ui::pages
