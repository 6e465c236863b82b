#include "ui/dialogs/wizard_steps.h"

#include <QApplication>
#include <QClipboard>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

#include "ui/look/icon_set.h"
#include "ui/widgets/form_parts.h"

namespace ui::dialogs {

WizardToolStep::WizardToolStep(gateway::api::GatewayFacade &gateway, const look::Theme &, QWidget *parent)
    : QWidget(parent), m_gateway(gateway)
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(16);
    layout->addWidget(copyRow("openai_url", tr("OpenAI clients: base URL")));
    layout->addWidget(copyRow("anthropic_url", tr("Anthropic clients: base URL")));
    layout->addWidget(copyRow("curl_line", tr("Or try it in a terminal")));
    layout->addWidget(
        widgets::hint(tr("Any value will do as the key of the tool: Bilrost puts your own key in its place. "
                         "Nothing outside Bilrost is changed."),
                      this));
    layout->addStretch(1);
}

QWidget *WizardToolStep::copyRow(const char *name, const QString &label)
{
    auto *box = new QWidget(this);
    auto *field = new QLineEdit(box);
    field->setObjectName(QLatin1String(name));
    field->setAccessibleName(label);
    field->setReadOnly(true);
    auto *copy = new QPushButton(look::icon("copy"), tr("Copy"), box);
    copy->setObjectName(QStringLiteral("copy_") + QLatin1String(name));
    copy->setAccessibleName(tr("Copy: %1").arg(label));
    copy->setAutoDefault(false);
    connect(copy, &QPushButton::clicked, this, [field, copy] {
        QApplication::clipboard()->setText(field->text());
        copy->setText(tr("Copied"));
    });
    auto *row = new QHBoxLayout;
    row->addWidget(field, 1);
    row->addWidget(copy);
    auto *layout = new QVBoxLayout(box);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(5);
    layout->addWidget(widgets::heading(label, box));
    layout->addLayout(row);
    // "Copied" is the longer word in some languages; the button must not jump.
    copy->setMinimumWidth(qMax(copy->sizeHint().width(), copy->fontMetrics().horizontalAdvance(tr("Copied")) + 52));
    return box;
}

void WizardToolStep::setValue(const char *name, const QString &value)
{
    auto *field = findChild<QLineEdit *>(QLatin1String(name));
    field->setText(value);
    field->setCursorPosition(0);
    auto *copy = findChild<QPushButton *>(QStringLiteral("copy_") + QLatin1String(name));
    copy->setText(tr("Copy"));
}

void WizardToolStep::prepare(const ChosenProvider &chosen, const QStringList &models)
{
    const QString base = m_gateway.status().baseUrl;
    const QString model = !chosen.preset.testModel.isEmpty() ? chosen.preset.testModel : models.value(0, tr("MODEL"));
    setValue("openai_url", base + QStringLiteral("/openai/v1"));
    setValue("anthropic_url", base + QStringLiteral("/anthropic"));
    const bool isAnthropic = chosen.preset.family == QLatin1String("anthropic");
    const QString path =
        isAnthropic ? QStringLiteral("/anthropic/v1/messages") : QStringLiteral("/v1/chat/completions");
    const QString limit = isAnthropic ? QStringLiteral("\"max_tokens\":100,") : QString();
    setValue("curl_line",
             QStringLiteral("curl %1%2 -H 'content-type: application/json' -d '{\"model\":\"%3/%4\",%5\"messages\":"
                            "[{\"role\":\"user\",\"content\":\"Say hello\"}]}'")
                 .arg(base, path, chosen.preset.id, model, limit));
}

QString WizardToolStep::curlLine() const
{
    return findChild<QLineEdit *>(QStringLiteral("curl_line"))->text();
}

} // namespace ui::dialogs
