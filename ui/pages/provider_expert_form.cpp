#include "ui/pages/provider_expert_form.h"

#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QRegularExpression>
#include <QScrollArea>
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

QString probeOf(const ProviderView &provider)
{
    return QString::fromStdString(gateway::readProviderExtras(provider.extraJson.toStdString()).healthProbe);
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
    m_probe->setText(probeOf(provider));
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
    if (m_probe->text() == m_probeBefore)
        return;
    const std::string before = provider.extraJson.toStdString();
    gateway::ProviderExtras extras = gateway::readProviderExtras(before);
    extras.healthProbe = m_probe->text().trimmed().toStdString();
    provider.extraJson = QByteArray::fromStdString(gateway::withProviderExtras(before, extras));
}

int ProviderExpertForm::countChanges() const
{
    return (m_probe->text() == m_probeBefore ? 0 : 1) + (m_requests->toPlainText() == m_requestsBefore ? 0 : 1)
           + (m_paths->toPlainText() == m_pathsBefore ? 0 : 1);
}

void ProviderExpertForm::takeEdit()
{
    if (m_isLoading)
        return;
    QString oddLine;
    pairs(lines(*m_paths), &oddLine);
    m_pathsHint->setText(oddLine.isEmpty() ? tr("One a line: the request, a colon, and a path or a whole URL.")
                                           : tr("“%1” is not “request: path” and will not be saved.").arg(oddLine));
    m_paths->setAccessibleDescription(m_pathsHint->text());
    widgets::setTone(*m_pathsHint, oddLine.isEmpty() ? "secondary" : "error");
    emit changed();
}

} // namespace ui::pages
