#include "ui/dialogs/key_place_fields.h"

#include <QCheckBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>

#include "ui/widgets/form_parts.h"

namespace ui::dialogs {

using gateway::api::NamePairs;
using gateway::api::ProviderKeyView;

namespace {

// "gpt-5 = our-gpt, o3 = our-o3"
QString textOf(const NamePairs &pairs)
{
    QStringList parts;
    for (const auto &[model, name] : pairs)
        parts.append(model + QStringLiteral(" = ") + name);
    return parts.join(QStringLiteral(", "));
}

NamePairs pairsIn(const QString &text)
{
    NamePairs pairs;
    const QStringList parts = text.split(QLatin1Char(','), Qt::SkipEmptyParts);
    for (const QString &part : parts) {
        const QString model = part.section(QLatin1Char('='), 0, 0).trimmed();
        const QString name = part.section(QLatin1Char('='), 1).trimmed();
        if (!model.isEmpty() && !name.isEmpty())
            pairs.append({model, name});
    }
    return pairs;
}

QString textIn(const QLineEdit *field)
{
    return field == nullptr ? QString() : field->text().trimmed();
}

} // namespace

KeyPlaceFields::KeyPlaceFields(const ProviderKeyView &key, QWidget *parent) : QObject(parent), m_parent(parent)
{
    const QString &kind = key.place.kind;
    if (kind == QLatin1String("azure")) {
        m_endpoint = add("key_endpoint", tr("Resource"), key.place.endpoint, QStringLiteral("my-resource"),
                         tr("The name of the Azure resource, or its whole address."));
        m_deployments =
            add("key_deployments", tr("Deployments"), textOf(key.aliases), QStringLiteral("gpt-5.4 = my-deployment"),
                tr("What is not listed is asked for by the model's own name."));
        m_version = add("key_api_version", tr("API version"), key.place.apiVersion, QStringLiteral("2024-10-21"),
                        tr("A date, or v1 for the API without dates."));
        m_tenant = add("key_tenant", tr("Tenant"), key.place.tenantId, tr("only to sign in with Microsoft Entra"));
        m_client = add("key_client", tr("Client"), key.place.clientId, tr("only to sign in with Microsoft Entra"));
    } else if (kind == QLatin1String("vertex")) {
        m_project = add("key_project", tr("Project"), key.place.project, QStringLiteral("my-project"),
                        tr("Empty takes the project of the service account."));
        m_region = add("key_place_region", tr("Region"), key.region, QStringLiteral("global"));
    } else if (kind == QLatin1String("databricks")) {
        m_needsEndpoint = true;
        m_endpoint = add("key_endpoint", tr("Workspace"), key.place.endpoint,
                         QStringLiteral("adb-1234567890.1.azuredatabricks.net"),
                         tr("The address of the workspace, or its name before .cloud.databricks.com."));
        m_client = add("key_client", tr("Client"), key.place.clientId, tr("only to sign in as a service principal"));
    } else if (kind == QLatin1String("ollama") || kind == QLatin1String("vllm") || kind == QLatin1String("sgl")) {
        m_isServer = true;
        m_endpoint = add("key_endpoint", tr("Server"), key.place.endpoint, QStringLiteral("http://192.168.1.7:11434"),
                         tr("Empty asks the server at the provider's address."));
    } else if (kind == QLatin1String("replicate")) {
        m_asksDeployments = new QCheckBox(tr("Models are deployments"), m_parent);
        m_asksDeployments->setObjectName(QStringLiteral("key_asks_deployments"));
        m_asksDeployments->setChecked(key.place.asksDeployments);
        connect(m_asksDeployments, &QCheckBox::toggled, this, &KeyPlaceFields::changed);
    }
}

QLineEdit *KeyPlaceFields::add(const char *objectName, const QString &label, const QString &text,
                               const QString &placeholder, const QString &hint)
{
    auto *field = new QLineEdit(text, m_parent);
    field->setObjectName(QLatin1String(objectName));
    field->setAccessibleName(label);
    field->setPlaceholderText(placeholder);
    connect(field, &QLineEdit::textChanged, this, &KeyPlaceFields::changed);
    m_rows.append({label, field, hint});
    return field;
}

void KeyPlaceFields::addTo(QFormLayout &form)
{
    for (const Row &row : m_rows) {
        QWidget *shown = row.field;
        if (!row.hint.isEmpty())
            shown = widgets::withHint(row.field, widgets::hint(row.hint, m_parent), m_parent);
        form.addRow(widgets::fieldLabel(row.label, row.field, m_parent), shown);
    }
    if (m_asksDeployments != nullptr)
        form.addRow(QString(),
                    widgets::withHint(
                        m_asksDeployments,
                        widgets::hint(tr("What is asked for as owner/name is your deployment of that name."), m_parent),
                        m_parent));
}

void KeyPlaceFields::writeTo(ProviderKeyView &key) const
{
    if (m_endpoint != nullptr)
        key.place.endpoint = textIn(m_endpoint);
    if (m_client != nullptr)
        key.place.clientId = textIn(m_client);
    if (m_project != nullptr) {
        key.place.project = textIn(m_project);
        key.region = textIn(m_region);
    }
    if (m_asksDeployments != nullptr)
        key.place.asksDeployments = m_asksDeployments->isChecked();
    if (m_deployments == nullptr)
        return;
    key.place.apiVersion = textIn(m_version);
    key.place.tenantId = textIn(m_tenant);
    key.aliases = pairsIn(m_deployments->text());
}

bool KeyPlaceFields::isComplete() const
{
    const bool isAzure = m_deployments != nullptr;
    const bool isHalfAClient = isAzure && textIn(m_tenant).isEmpty() != textIn(m_client).isEmpty();
    const bool needsEndpoint = isAzure || m_needsEndpoint;
    return !isHalfAClient && (!needsEndpoint || !textIn(m_endpoint).isEmpty());
}

bool KeyPlaceFields::isForClient() const
{
    return !textIn(m_client).isEmpty() && (m_tenant == nullptr || !textIn(m_tenant).isEmpty());
}

bool KeyPlaceFields::needsNoValue() const
{
    return m_isServer;
}

bool KeyPlaceFields::isForKeyFile() const
{
    return m_project != nullptr;
}

QStringList KeyPlaceFields::places() const
{
    return {textIn(m_endpoint)};
}

} // namespace ui::dialogs
