#include "ui/pages/provider_essentials_form.h"

#include <algorithm>

#include <QCheckBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPointer>
#include <QPushButton>
#include <QRegularExpression>
#include <QRegularExpressionValidator>
#include <QScrollArea>
#include <QUrl>

#include "ui/models/error_words.h"
#include "ui/models/provider_key_model.h"
#include "ui/pages/provider_models_section.h"
#include "ui/widgets/form_parts.h"
#include "ui/widgets/label_color.h"
#include "ui/widgets/secret_line_edit.h"
#include "ui/widgets/test_steps_view.h"

namespace ui::pages {

using gateway::api::GatewayFacade;
using gateway::api::ProviderKeyView;
using gateway::api::ProviderTestReport;
using gateway::api::ProviderTestStep;
using gateway::api::ProviderView;

namespace {

constexpr int leastWidthOfTwo = 960; // for keys and models beside the fields

// "{region}" and "{resource}" stand for what a key says.
QString withAnyRegion(QString address)
{
    return address.trimmed()
        .replace(QLatin1String("{region}"), QLatin1String("us-east-1"))
        .replace(QLatin1String("{resource}"), QLatin1String("name"));
}

// Keys that are more than one text are added in the table of keys, once the provider is there.
bool hasKeysOfParts(const ProviderView &provider)
{
    return provider.family == QLatin1String("bedrock") || provider.credential == QLatin1String("azure_key")
           || provider.credential == QLatin1String("google_cloud")
           || provider.network.baseUrl.contains(QLatin1String("{resource}"));
}

QString authorityOf(const QString &address)
{
    const QUrl url(withAnyRegion(address));
    return url.scheme().toLower() + QStringLiteral("://") + url.authority().toLower();
}

bool isHttpAddress(const QString &address)
{
    const QUrl url(withAnyRegion(address), QUrl::StrictMode);
    const QString scheme = url.scheme().toLower();
    return url.isValid() && !url.host().isEmpty()
           && (scheme == QLatin1String("http") || scheme == QLatin1String("https"));
}

QLineEdit *namedField(const char *objectName, QWidget *parent)
{
    auto *field = new QLineEdit(parent);
    field->setObjectName(QLatin1String(objectName));
    return field;
}

} // namespace

ProviderEssentialsForm::ProviderEssentialsForm(GatewayFacade &gateway, gateway::api::RemovalFacade &removals,
                                               const look::Theme &theme, const gateway::api::ModelFacade *models,
                                               QWidget *parent)
    : QWidget(parent)
    , m_gateway(gateway)
    , m_removals(removals)
    , m_theme(theme)
    , m_keys(new models::ProviderKeyModel(this))
    , m_known(models)
{
    auto *left = new QWidget(this);
    auto *leftLayout = new QVBoxLayout(left);
    leftLayout->setContentsMargins(16, 16, 16, 16);
    leftLayout->setSpacing(24);
    leftLayout->addWidget(buildConnection());
    leftLayout->addWidget(buildTest());
    leftLayout->addStretch(1);
    auto *content = new QWidget(this);
    m_columns = new QBoxLayout(QBoxLayout::LeftToRight, content);
    m_columns->setContentsMargins(0, 0, 0, 0);
    m_columns->setSpacing(0);
    m_columns->addWidget(left, 1);
    m_columns->addWidget(buildKeys(), 1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(widgets::scrolling(content, "essentials_area", this));
    connect(&gateway, &GatewayFacade::providerTestStepped, this, [this](int ticket, const ProviderTestStep &step) {
        if (ticket == m_ticket)
            m_steps->setStep(step);
    });
}

ProviderEssentialsForm::~ProviderEssentialsForm() = default;

QWidget *ProviderEssentialsForm::buildConnection()
{
    auto *section = new QWidget(this);
    m_title = namedField("provider_display_name", section);
    m_name = namedField("provider_name", section);
    m_name->setValidator(
        new QRegularExpressionValidator(QRegularExpression(QStringLiteral("[a-z0-9][a-z0-9_.-]*")), m_name));
    m_nameHint = widgets::hint({}, section);
    m_key = new widgets::SecretLineEdit(section);
    m_key->setObjectName(QStringLiteral("provider_key"));
    m_keyHint = widgets::hint({}, section);
    m_keyHint->setObjectName(QStringLiteral("provider_key_hint"));
    m_keyHint->setAccessibleName(tr("About the key"));
    m_keyHint->setTextFormat(Qt::RichText);
    m_keyHint->setOpenExternalLinks(true);
    m_keyRow = widgets::withHint(m_key, m_keyHint, section);
    m_keyLabel = widgets::fieldLabel(tr("API key"), m_key, section);
    m_address = namedField("provider_address", section);
    m_addressHint = widgets::hint({}, section);
    m_form = widgets::newForm(section);
    m_form->addRow(widgets::heading(tr("Connection"), section));
    m_form->addRow(widgets::fieldLabel(tr("Shown as"), m_title, section), m_title);
    m_form->addRow(widgets::fieldLabel(tr("Name"), m_name, section), widgets::withHint(m_name, m_nameHint, section));
    m_form->addRow(m_keyLabel, m_keyRow);
    m_form->addRow(widgets::fieldLabel(tr("Address"), m_address, section),
                   widgets::withHint(m_address, m_addressHint, section));
    for (QLineEdit *field : {m_title, m_name, m_address, static_cast<QLineEdit *>(m_key)})
        connect(field, &QLineEdit::textChanged, this, &ProviderEssentialsForm::takeEdit);
    return section;
}

QWidget *ProviderEssentialsForm::buildTest()
{
    auto *section = new QWidget(this);
    m_steps = new widgets::TestStepsView(m_theme, section);
    m_steps->setObjectName(QStringLiteral("test_steps"));
    m_answer = new QCheckBox(tr("Also ask for one short answer; costs less than $0.001"), section);
    m_answer->setObjectName(QStringLiteral("test_with_answer"));
    m_answer->setAccessibleName(m_answer->text());
    m_test = new QPushButton(tr("Test"), section);
    m_test->setObjectName(QStringLiteral("start_test"));
    m_test->setAccessibleName(tr("Test what is entered here"));
    m_testHint = widgets::hint({}, section);
    auto *line = new QHBoxLayout;
    line->addWidget(widgets::heading(tr("Test"), section));
    line->addWidget(m_testHint, 1);
    auto *row = new QHBoxLayout;
    row->addWidget(m_answer, 1);
    row->addWidget(m_test);
    auto *layout = new QVBoxLayout(section);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addLayout(line);
    layout->addWidget(m_steps);
    layout->addLayout(row);
    connect(m_test, &QPushButton::clicked, this, &ProviderEssentialsForm::testRequested);
    return section;
}

void ProviderEssentialsForm::setProvider(const ProviderView &provider, bool isNew)
{
    stopTest();
    m_stored = provider;
    m_isNew = isNew;
    clearTyped();
    m_title->setText(provider.title);
    m_title->setPlaceholderText(isNew ? tr("For example: Work server") : provider.name);
    m_name->setText(provider.name);
    m_name->setReadOnly(!isNew);
    m_name->setPlaceholderText(isNew ? QStringLiteral("work-server") : QString());
    m_address->setText(provider.network.baseUrl);
    m_address->setPlaceholderText(QStringLiteral("https://api.example.com"));
    m_address->setCursorPosition(0);
    m_keySection->setVisible(!isNew);
    m_answer->setChecked(false);
    m_steps->reset();
    m_testHint->clear();
    showKeyProblem({});
    setKeys(provider.keys);
    m_models->showProvider(provider, isNew);
    takeEdit();
}

void ProviderEssentialsForm::edit(const ProviderView &provider, const QString &key)
{
    m_title->setText(provider.title);
    m_name->setText(provider.name);
    m_address->setText(provider.network.baseUrl);
    m_key->setText(key);
}

void ProviderEssentialsForm::writeTo(ProviderView &provider) const
{
    provider.title = m_title->text().trimmed();
    provider.name = m_name->text().trimmed();
    provider.network.baseUrl = m_address->text().trimmed();
}

QString ProviderEssentialsForm::typedKey() const
{
    return m_keyRow->isVisibleTo(this) ? m_key->secret() : QString();
}

void ProviderEssentialsForm::clearTyped()
{
    m_key->clearSecret();
}

bool ProviderEssentialsForm::asksForKeyOfNewHost() const
{
    const bool hasStoredValue = std::any_of(m_stored.keys.begin(), m_stored.keys.end(), [](const ProviderKeyView &key) {
        return key.hasValue && key.environmentVariable.isEmpty();
    });
    return !m_isNew && hasStoredValue && isHttpAddress(m_address->text())
           && authorityOf(m_address->text()) != authorityOf(m_stored.network.baseUrl);
}

QString ProviderEssentialsForm::obstacle() const
{
    if (m_name->text().trimmed().isEmpty())
        return tr("The provider needs a name.");
    if (!isHttpAddress(m_address->text()))
        return tr("The address must begin with https:// or http:// and name a host.");
    const bool mayWait = hasKeysOfParts(m_stored);
    if (m_isNew && m_stored.needsKey && !m_stored.isCustom && !mayWait && m_key->secret().isEmpty())
        return tr("The key is missing.");
    if (asksForKeyOfNewHost() && m_key->secret().isEmpty())
        return tr("Another host needs its key entered again.");
    return {};
}

void ProviderEssentialsForm::takeEdit()
{
    const bool isNewHost = asksForKeyOfNewHost();
    const bool isOneText = !hasKeysOfParts(m_stored) || m_stored.family == QLatin1String("bedrock");
    m_form->setRowVisible(m_keyRow, (m_isNew && m_stored.needsKey && isOneText) || isNewHost);
    const QUrl place = isNewHost ? QUrl() : placeOfKeys();
    m_keyHint->setTextInteractionFlags(place.isEmpty() ? Qt::NoTextInteraction
                                                       : Qt::LinksAccessibleByMouse | Qt::LinksAccessibleByKeyboard);
    m_keyHint->setText(isNewHost ? tr("The stored key is only sent to %1. Enter the key for the new host.")
                                       .arg(QUrl(m_stored.network.baseUrl).host().toHtmlEscaped())
                       : !place.isEmpty()
                           ? tr("Keys are made at %1. Yours goes into the key store of this computer, never into a "
                                "settings file.")
                                 .arg(QStringLiteral("<a href=\"%1\">%2</a>")
                                          .arg(place.toString().toHtmlEscaped(), place.host().toHtmlEscaped()))
                       : m_stored.family == QLatin1String("bedrock")
                           ? tr("A Bedrock API key. For an access key with its secret key leave this empty, save, and "
                                "add it under Keys.")
                           : tr("It goes into the key store of this computer, never into a settings file."));
    widgets::setTone(*m_keyHint, isNewHost ? "warning" : "secondary");
    const QString name = m_name->text().trimmed();
    m_nameHint->setText(name.isEmpty() ? tr("Small letters, digits, dot and dash. It begins the names of models.")
                                       : tr("Used in model names: %1/…").arg(name));
    const bool isOdd = !m_address->text().isEmpty() && !isHttpAddress(m_address->text());
    const bool isPlain = m_address->text().trimmed().startsWith(QLatin1String("http://"), Qt::CaseInsensitive);
    const QString host = QUrl(m_address->text().trimmed()).host();
    const bool isLocal =
        host == QLatin1String("localhost") || host == QLatin1String("127.0.0.1") || host == QLatin1String("::1");
    m_addressHint->setText(isOdd                 ? tr("It must begin with https:// or http:// and name a host.")
                           : isPlain && !isLocal ? tr("Without https, keys and prompts cross the network unencrypted.")
                                                 : QString());
    widgets::setTone(*m_addressHint, isOdd ? "error" : "warning");
    m_addressHint->setVisible(!m_addressHint->text().isEmpty());
    emit changed();
}

// Where the maker of a new provider's preset has them made; empty where nobody says.
QUrl ProviderEssentialsForm::placeOfKeys() const
{
    if (!m_isNew || m_stored.family == QLatin1String("bedrock"))
        return {};
    for (const gateway::api::ProviderPreset &preset : m_gateway.presets()) {
        if (preset.id == m_stored.preset && !preset.id.isEmpty())
            return QUrl(preset.keyUrl);
    }
    return {};
}

void ProviderEssentialsForm::focusFirstField()
{
    if (m_stored.isCustom)
        m_title->setFocus(Qt::OtherFocusReason);
    else if (m_isNew && m_stored.needsKey)
        m_key->setFocus(Qt::OtherFocusReason);
    else
        m_address->setFocus(Qt::OtherFocusReason);
}

void ProviderEssentialsForm::runTest(const ProviderView &draft)
{
    stopTest();
    m_steps->reset();
    // A stored key must not reach a host that it was not entered for, not even in a test.
    if (asksForKeyOfNewHost() && typedKey().isEmpty()) {
        m_testHint->setText(tr("Another host needs its key entered again."));
        return;
    }
    m_testHint->setText(tr("running"));
    gateway::api::TestProvider command;
    command.provider = draft;
    if (!typedKey().isEmpty())
        command.keyValue = typedKey();
    command.sendShortAnswer = m_answer->isChecked();
    if (const ProviderKeyView *key = selectedKey())
        command.keyId = key->id;
    const QPointer<ProviderEssentialsForm> self(this);
    m_ticket = m_gateway.testProvider(command, [self](const gateway::Result<ProviderTestReport> &result) {
        if (!self)
            return;
        self->m_ticket = 0;
        if (!result) {
            self->m_testHint->setText(models::failureText(result.error()));
            return;
        }
        for (const ProviderTestStep &step : result->steps)
            self->m_steps->setStep(step);
        self->m_testHint->setText(result->hasPassed ? tr("passed") : tr("failed"));
        self->m_models->refresh(); // the list that came is the one that counts now
    });
}

void ProviderEssentialsForm::stopTest()
{
    if (m_ticket != 0)
        m_gateway.cancelProviderTest(m_ticket);
    m_ticket = 0;
}

void ProviderEssentialsForm::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    const bool isNarrow = width() < leastWidthOfTwo;
    m_columns->setDirection(isNarrow ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
    // Beside the fields a new provider keeps the place of its keys, below them it would be a hole.
    QSizePolicy policy = m_keySection->sizePolicy();
    policy.setRetainSizeWhenHidden(!isNarrow);
    m_keySection->setSizePolicy(policy);
}

void ProviderEssentialsForm::hideEvent(QHideEvent *event)
{
    if (!isVisibleTo(parentWidget()))
        stopTest();
    QWidget::hideEvent(event);
}

} // namespace ui::pages
