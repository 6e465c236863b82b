#include "ui/dialogs/wizard_steps.h"

#include <QApplication>
#include <QClipboard>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QVBoxLayout>

#include "ui/look/icon_set.h"
#include "ui/look/state_shape.h"
#include "ui/models/request_text.h"
#include "ui/widgets/form_parts.h"
#include "ui/widgets/state_label.h"

namespace ui::dialogs {

using gateway::RequestState;
using gateway::api::GatewayFacade;
using gateway::api::RequestSummary;

WizardRequestStep::WizardRequestStep(GatewayFacade &gateway, const look::Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_gateway(gateway)
    , m_greeting(widgets::heading({}, this))
    , m_state(new widgets::StateLabel(theme, this))
    , m_facts(new QLabel(this))
    , m_hint(widgets::hint({}, this))
    , m_copy(new QPushButton(look::icon("copy"), tr("Copy the curl line"), this))
{
    m_greeting->setObjectName(QStringLiteral("wizard_greeting"));
    m_greeting->setWordWrap(true);
    m_state->setObjectName(QStringLiteral("wizard_request_state"));
    m_state->setTextStyle(look::TextStyle::Strong);
    m_facts->setObjectName(QStringLiteral("wizard_request_facts"));
    m_facts->setTextFormat(Qt::PlainText);
    m_facts->setWordWrap(true);
    m_copy->setObjectName(QStringLiteral("wizard_copy_curl"));
    m_copy->setAccessibleName(m_copy->text());
    m_copy->setAutoDefault(false);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    layout->addWidget(m_state);
    layout->addWidget(m_facts);
    layout->addSpacing(8);
    layout->addWidget(m_greeting);
    layout->addWidget(m_hint);
    layout->addSpacing(4);
    layout->addWidget(m_copy, 0, Qt::AlignLeft);
    layout->addStretch(1);
    connect(&gateway, &GatewayFacade::requestsChanged, this, &WizardRequestStep::take);
    connect(m_copy, &QPushButton::clicked, this, [this] { QApplication::clipboard()->setText(m_curlLine); });
}

void WizardRequestStep::begin(const QString &curlLine)
{
    m_curlLine = curlLine;
    if (hasSeenRequest())
        return;
    m_isWaiting = true;
    m_state->setState(RequestState::InFlight, tr("Waiting for the first request"));
    m_facts->setText(tr("Bilrost listens at %1").arg(m_gateway.status().baseUrl));
    m_greeting->hide();
    m_hint->setText(tr("Send one from your tool, or from a terminal. It appears here as it starts."));
    take(m_gateway.runningRequests());
}

void WizardRequestStep::take(const QList<RequestSummary> &requests)
{
    if (!m_isWaiting)
        return;
    for (const RequestSummary &request : requests) {
        const bool isFirst = m_requestId.isEmpty();
        if (!isFirst && request.id != m_requestId)
            continue;
        m_requestId = request.id;
        show(request);
        if (isFirst)
            emit requestSeen();
    }
}

void WizardRequestStep::show(const RequestSummary &request)
{
    const QLocale locale;
    QStringList facts{locale.toString(request.startedAt.toLocalTime().time(), QStringLiteral("HH:mm:ss"))};
    if (!request.client.isEmpty())
        facts.append(request.client);
    const QString model = request.model.isEmpty() ? request.askedModel : request.model;
    facts.append(request.provider.isEmpty() ? model : request.provider + QStringLiteral(" / ") + model);
    if (gateway::hasEnded(request.state)) {
        const double seconds = static_cast<double>(request.duration.count()) / 1e6;
        facts.append(tr("%1 s").arg(locale.toString(seconds, 'f', 2)));
    }
    m_state->setState(request.state, look::stateText(request.state));
    m_facts->setText(facts.join(QStringLiteral("  ·  ")));
    m_greeting->show();
    if (!gateway::hasEnded(request.state)) {
        m_greeting->setText(tr("There it is."));
        m_hint->setText(tr("The answer is on its way."));
    } else if (request.state == RequestState::Succeeded) {
        m_greeting->setText(tr("Welcome. The bridge carries."));
        m_hint->setText(
            tr("Every request appears in the window like this one, with what was asked, sent and answered."));
    } else {
        m_greeting->setText(tr("It arrived, and it was not answered well."));
        m_hint->setText(request.errorText.isEmpty() ? tr("The list of requests tells why.")
                                                    : models::errorText(request));
        m_requestId.clear(); // the next one may be the good one
    }
}

} // namespace ui::dialogs
