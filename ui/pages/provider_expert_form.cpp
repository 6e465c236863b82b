#include "ui/pages/provider_expert_form.h"

#include <QCheckBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QRegularExpression>
#include <QRegularExpressionValidator>
#include <QScrollArea>
#include <QSpinBox>
#include <QVBoxLayout>

#include "gateway/base/provider_extras.h"
#include "ui/widgets/form_parts.h"
#include "ui/widgets/label_color.h"

namespace ui::pages {

using gateway::api::NamePairs;
using gateway::api::ProviderView;

namespace {

// Names, whatever stands between them.
QStringList words(const QPlainTextEdit &field)
{
    static const QRegularExpression between(QStringLiteral("[,;\\s]+"));
    return field.toPlainText().split(between, Qt::SkipEmptyParts);
}

QStringList lines(const QPlainTextEdit &field)
{
    QStringList all;
    for (const QString &line : field.toPlainText().split(QLatin1Char('\n'))) {
        if (!line.trimmed().isEmpty())
            all.append(line.trimmed());
    }
    return all;
}

// "request: path" a line; the first that is not is `firstOddLine`.
NamePairs pairs(const QStringList &lines, QString *firstOddLine = nullptr)
{
    NamePairs all;
    for (const QString &line : lines) {
        const qsizetype colon = line.indexOf(QLatin1Char(':'));
        const QString request = line.left(colon).trimmed();
        const QString path = line.mid(colon + 1).trimmed();
        if (colon > 0 && !path.isEmpty() && !request.contains(QLatin1Char(' ')))
            all.append({request, path});
        else if (firstOddLine != nullptr && firstOddLine->isEmpty())
            *firstOddLine = line;
    }
    return all;
}

QString textOf(const NamePairs &pairs)
{
    QStringList lines;
    for (const auto &[request, path] : pairs)
        lines.append(request + QStringLiteral(": ") + path);
    return lines.join(QLatin1Char('\n'));
}

constexpr QLatin1String queryKey("query_key");

gateway::ProviderExtras extrasOf(const ProviderView &provider)
{
    return gateway::readProviderExtras(provider.extraJson.toStdString());
}

QVBoxLayout *newColumn(QWidget *section)
{
    auto *layout = new QVBoxLayout(section);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(6);
    return layout;
}

} // namespace

ProviderExpertForm::ProviderExpertForm(QWidget *parent) : QWidget(parent)
{
    auto *content = new QWidget(this);
    auto *column = new QVBoxLayout(content);
    column->setContentsMargins(16, 16, 16, 16);
    column->setSpacing(24);
    column->addWidget(buildProbe());
    column->addWidget(buildConnections());
    m_storingSection = buildStoring();
    column->addWidget(m_storingSection);
    m_keySection = buildKeyPlace();
    column->addWidget(m_keySection);
    m_requestsSection = buildRequests();
    column->addWidget(m_requestsSection);
    column->addStretch(1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(widgets::scrolling(content, "expert_area", this));
}

QWidget *ProviderExpertForm::buildProbe()
{
    auto *section = new QWidget(this);
    m_probe = new QLineEdit(section);
    m_probe->setObjectName(QStringLiteral("health_probe"));
    m_probe->setAccessibleName(tr("Health probe"));
    m_probe->setPlaceholderText(tr("none"));
    m_probe->setMaximumWidth(420);
    connect(m_probe, &QLineEdit::textChanged, this, &ProviderExpertForm::takeEdit);
    auto *layout = newColumn(section);
    layout->addWidget(widgets::heading(tr("Health probe"), section));
    layout->addWidget(widgets::withHint(
        m_probe,
        widgets::hint(tr("Asked while the provider is in trouble, so that no request has to find out: "
                         "“models” for its list of models, or a path such as /health."),
                      section),
        section));
    return section;
}

QSpinBox *ProviderExpertForm::countField(const char *objectName, int most, QWidget *section)
{
    auto *field = new QSpinBox(section);
    field->setObjectName(QLatin1String(objectName));
    field->setRange(1, most);
    field->setFixedWidth(120);
    field->setAlignment(Qt::AlignRight);
    field->setGroupSeparatorShown(true);
    connect(field, &QSpinBox::valueChanged, this, &ProviderExpertForm::takeEdit);
    return field;
}

QWidget *ProviderExpertForm::buildConnections()
{
    auto *section = new QWidget(this);
    m_connections = countField("connections_per_host", gateway::ProviderExtras::mostConnections, section);
    m_keepAlive = countField("keep_alive", gateway::ProviderExtras::longestKeepAlive, section);
    m_keepAlive->setSuffix(tr(" s"));
    auto *form = widgets::newForm(section);
    form->addRow(widgets::heading(tr("Connections"), section));
    form->addRow(
        widgets::fieldLabel(tr("At once"), m_connections, section),
        widgets::withHint(m_connections,
                          widgets::hint(tr("To one host of this provider. A request beyond that waits."), section),
                          section));
    form->addRow(widgets::fieldLabel(tr("Idle at most"), m_keepAlive, section),
                 widgets::withHint(m_keepAlive,
                                   widgets::hint(tr("Then a connection that carries no request is closed."), section),
                                   section));
    return section;
}

QCheckBox *ProviderExpertForm::checkBox(const char *objectName, const QString &text, QWidget *section)
{
    auto *box = new QCheckBox(text, section);
    box->setObjectName(QLatin1String(objectName));
    box->setAccessibleName(text);
    connect(box, &QCheckBox::toggled, this, &ProviderExpertForm::takeEdit);
    return box;
}

QWidget *ProviderExpertForm::buildStoring()
{
    auto *section = new QWidget(this);
    m_disablesStore = checkBox("disable_store", tr("Have nothing kept at the provider"), section);
    auto *layout = newColumn(section);
    layout->addWidget(widgets::heading(tr("What the provider keeps"), section));
    layout->addWidget(widgets::withHint(m_disablesStore,
                                        widgets::hint(tr("Conversations and responses go out with “store” switched "
                                                         "off, whatever a client says."),
                                                      section),
                                        section));
    return section;
}

QWidget *ProviderExpertForm::buildKeyPlace()
{
    auto *section = new QWidget(this);
    m_isInAddress = checkBox("key_in_address", tr("The key stands in the address"), section);
    m_parameter = new QLineEdit(section);
    m_parameter->setObjectName(QStringLiteral("key_parameter"));
    m_parameter->setPlaceholderText(QLatin1String(gateway::ProviderExtras::usualKeyParameter));
    m_parameter->setMaximumWidth(240);
    m_parameter->setValidator(
        new QRegularExpressionValidator(QRegularExpression(QStringLiteral("[A-Za-z0-9._-]{0,64}")), m_parameter));
    connect(m_parameter, &QLineEdit::textChanged, this, &ProviderExpertForm::takeEdit);
    auto *form = widgets::newForm(section);
    form->addRow(widgets::heading(tr("Where the key stands"), section));
    form->addRow(widgets::withHint(m_isInAddress,
                                   widgets::hint(tr("Only for servers that know no other way: others may write "
                                                    "addresses down. Bilrost does not."),
                                                 section),
                                   section));
    form->addRow(widgets::fieldLabel(tr("Parameter"), m_parameter, section), m_parameter);
    return section;
}

QPlainTextEdit *ProviderExpertForm::linesField(const char *objectName, const QString &name, const char *example,
                                               QWidget *section)
{
    auto *field = new QPlainTextEdit(section);
    field->setObjectName(QLatin1String(objectName));
    field->setAccessibleName(name);
    field->setProperty("textStyle", QStringLiteral("mono"));
    field->setPlaceholderText(QLatin1String(example));
    field->setTabChangesFocus(true);
    field->setFixedHeight(96);
    connect(field, &QPlainTextEdit::textChanged, this, &ProviderExpertForm::takeEdit);
    return field;
}

QWidget *ProviderExpertForm::buildRequests()
{
    auto *section = new QWidget(this);
    m_requests = linesField("allowed_requests", tr("Requests that it takes, one a line"), "chat_completion", section);
    m_paths = linesField("request_paths", tr("Paths of its own, one a line"), "embedding: /vectors", section);
    m_pathsHint = widgets::hint({}, section);
    m_pathsHint->setObjectName(QStringLiteral("paths_hint"));
    auto *layout = newColumn(section);
    layout->addWidget(widgets::heading(tr("Requests that it takes"), section));
    layout->addWidget(
        widgets::withHint(m_requests,
                          widgets::hint(tr("One a line, as “chat_completion” or “embedding”; a stream, as "
                                           "“chat_completion_stream”, is one of its own. Empty means all."),
                                        section),
                          section));
    layout->addSpacing(18);
    layout->addWidget(widgets::heading(tr("Paths of its own"), section));
    layout->addWidget(m_paths);
    layout->addWidget(m_pathsHint);
    return section;
}

void ProviderExpertForm::fill(const ProviderView &provider)
{
    m_isLoading = true;
    const gateway::ProviderExtras extras = extrasOf(provider);
    m_probe->setText(QString::fromStdString(extras.healthProbe));
    m_connections->setValue(extras.connectionsPerHost);
    m_keepAlive->setValue(extras.keepAliveSeconds);
    m_disablesStore->setChecked(extras.disablesStore);
    m_isInAddress->setChecked(provider.credential == queryKey);
    m_parameter->setText(QString::fromStdString(extras.keyParameter));
    m_parameter->setEnabled(m_isInAddress->isChecked());
    m_requests->setPlainText(provider.allowedRequests.value_or(QStringList()).join(QLatin1Char('\n')));
    m_paths->setPlainText(textOf(provider.pathOverrides));
    m_isLoading = false;
}

void ProviderExpertForm::edit(const ProviderView &provider)
{
    fill(provider);
    takeEdit();
}

void ProviderExpertForm::setProvider(const ProviderView &provider)
{
    fill(provider);
    m_requestsSection->setVisible(provider.isCustom);
    m_keySection->setVisible(provider.isCustom && provider.needsKey);
    m_storingSection->setVisible(provider.family == QLatin1String("openai"));
    m_connectionsBefore = m_connections->value();
    m_keepAliveBefore = m_keepAlive->value();
    m_disablesStoreBefore = m_disablesStore->isChecked();
    m_isInAddressBefore = m_isInAddress->isChecked();
    m_parameterBefore = m_parameter->text();
    m_probeBefore = m_probe->text();
    m_requestsBefore = m_requests->toPlainText();
    m_pathsBefore = m_paths->toPlainText();
    takeEdit();
}

// What was not edited stays as it was: a list that allows nothing looks like one that allows all.
void ProviderExpertForm::writeTo(ProviderView &provider) const
{
    if (m_requests->toPlainText() != m_requestsBefore) {
        const QStringList requests = words(*m_requests);
        provider.allowedRequests = requests.isEmpty() ? std::nullopt : std::optional(requests);
    }
    if (m_paths->toPlainText() != m_pathsBefore)
        provider.pathOverrides = pairs(lines(*m_paths));
    if (m_isInAddress->isChecked() != m_isInAddressBefore)
        provider.credential = m_isInAddress->isChecked() ? QString(queryKey) : QString();
    writeExtras(provider);
}

void ProviderExpertForm::writeExtras(ProviderView &provider) const
{
    const std::string before = provider.extraJson.toStdString();
    gateway::ProviderExtras extras = gateway::readProviderExtras(before);
    const gateway::ProviderExtras asTheyWere = extras;
    if (m_probe->text() != m_probeBefore)
        extras.healthProbe = m_probe->text().trimmed().toStdString();
    if (m_connections->value() != m_connectionsBefore)
        extras.connectionsPerHost = m_connections->value();
    if (m_keepAlive->value() != m_keepAliveBefore)
        extras.keepAliveSeconds = m_keepAlive->value();
    if (m_disablesStore->isChecked() != m_disablesStoreBefore)
        extras.disablesStore = m_disablesStore->isChecked();
    if (m_parameter->text() != m_parameterBefore)
        extras.keyParameter = m_parameter->text().toStdString();
    if (!(extras == asTheyWere))
        provider.extraJson = QByteArray::fromStdString(gateway::withProviderExtras(before, extras));
}

int ProviderExpertForm::countChanges() const
{
    return (m_probe->text() == m_probeBefore ? 0 : 1) + (m_requests->toPlainText() == m_requestsBefore ? 0 : 1)
           + (m_paths->toPlainText() == m_pathsBefore ? 0 : 1) + (m_connections->value() == m_connectionsBefore ? 0 : 1)
           + (m_keepAlive->value() == m_keepAliveBefore ? 0 : 1)
           + (m_disablesStore->isChecked() == m_disablesStoreBefore ? 0 : 1)
           + (m_isInAddress->isChecked() == m_isInAddressBefore ? 0 : 1)
           + (m_parameter->text() == m_parameterBefore ? 0 : 1);
}

void ProviderExpertForm::takeEdit()
{
    if (m_isLoading)
        return;
    m_parameter->setEnabled(m_isInAddress->isChecked());
    QString oddLine;
    pairs(lines(*m_paths), &oddLine);
    m_pathsHint->setText(oddLine.isEmpty() ? tr("One a line: the request, a colon, and a path or a whole URL.")
                                           : tr("“%1” is not “request: path” and will not be saved.").arg(oddLine));
    m_paths->setAccessibleDescription(m_pathsHint->text());
    widgets::setTone(*m_pathsHint, oddLine.isEmpty() ? "secondary" : "error");
    emit changed();
}

} // namespace ui::pages
