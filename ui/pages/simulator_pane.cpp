#include "ui/pages/simulator_pane.h"

#include "ui/look/icon_set.h"
#include "ui/look/theme.h"
#include "ui/models/error_words.h"
#include "ui/models/provider_words.h"
#include "ui/models/route_steps.h"
#include "ui/widgets/form_parts.h"
#include "ui/widgets/label_color.h"
#include "ui/widgets/route_steps_view.h"
#include "ui/widgets/widget_name.h"

#include <QApplication>
#include <QClipboard>
#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QPlainTextEdit>
#include <QPointer>
#include <QPushButton>
#include <QScrollArea>
#include <QShortcut>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace ui::pages {

using gateway::api::GatewayFacade;
using gateway::api::ProviderKeyView;
using gateway::api::ProviderView;
using gateway::api::RouteExplanationView;
using widgets::nameIt;

namespace {

} // namespace

SimulatorPane::SimulatorPane(GatewayFacade &gateway, const look::Theme &theme, QWidget *parent)
    : QWidget(parent), m_gateway(gateway), m_theme(theme)
{
    setObjectName(QStringLiteral("simulator"));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(buildQuestion());
    auto *line = new QFrame(this);
    line->setFrameShape(QFrame::HLine);
    layout->addWidget(line);
    layout->addWidget(buildAnswer(), 1);
    auto *key = new QShortcut(QKeySequence(Qt::CTRL | Qt::Key_Return), this);
    key->setContext(Qt::WidgetWithChildrenShortcut);
    connect(key, &QShortcut::activated, this, &SimulatorPane::simulate);
    connect(&gateway, &GatewayFacade::routingRulesChanged, this, &SimulatorPane::repeat);
    connect(&gateway, &GatewayFacade::providersChanged, this, &SimulatorPane::repeat);
    connect(&gateway, &GatewayFacade::healthBoardChanged, this, &SimulatorPane::repeat);
    connect(&gateway, &GatewayFacade::resilienceChanged, this, &SimulatorPane::repeat);
}

QWidget *SimulatorPane::buildQuestion()
{
    auto *box = new QWidget(this);
    m_request = new QPlainTextEdit(box);
    nameIt(m_request, "simulator_request", tr("Request to simulate"));
    m_request->setProperty("textStyle", QStringLiteral("mono"));
    m_request->setTabChangesFocus(true);
    m_request->setLineWrapMode(QPlainTextEdit::WidgetWidth);
    m_request->setPlaceholderText(QStringLiteral("curl %1/v1/chat/completions \\\n  -d '{\"model\": \"medium\", …}'")
                                      .arg(m_gateway.status().baseUrl.isEmpty()
                                               ? QStringLiteral("http://127.0.0.1:8080")
                                               : m_gateway.status().baseUrl));
    m_request->setFixedHeight(6 * QFontMetrics(m_theme.font(look::TextStyle::Mono)).lineSpacing() + 14);
    m_pretend = new QPushButton(tr("Pretend"), box);
    nameIt(m_pretend, "simulator_pretend", tr("Pretend that providers are offline or keys limited"));
    m_pretences = new QMenu(m_pretend);
    m_pretend->setMenu(m_pretences);
    connect(m_pretences, &QMenu::aboutToShow, this, &SimulatorPane::fillPretences);
    m_simulate = new QPushButton(tr("Simulate"), box);
    nameIt(m_simulate, "simulate", tr("Simulate"));
    m_simulate->setToolTip(tr("Ctrl+Enter. Nothing is sent."));
    connect(m_simulate, &QPushButton::clicked, this, &SimulatorPane::simulate);
    auto *row = new QHBoxLayout;
    row->addWidget(m_pretend);
    row->addStretch(1);
    row->addWidget(m_simulate);
    auto *column = new QVBoxLayout(box);
    column->setContentsMargins(16, 12, 16, 12);
    column->setSpacing(8);
    column->addWidget(widgets::heading(tr("Simulator"), box));
    column->addWidget(m_request);
    column->addLayout(row);
    return box;
}

QWidget *SimulatorPane::buildAnswer()
{
    m_stack = new QStackedWidget(this);
    auto *empty = new QWidget(m_stack);
    m_problem = widgets::hint({}, empty);
    m_problem->setObjectName(QStringLiteral("simulator_hint"));
    auto *emptyColumn = new QVBoxLayout(empty);
    emptyColumn->setContentsMargins(16, 12, 16, 12);
    emptyColumn->addWidget(m_problem);
    emptyColumn->addStretch(1);
    m_problem->setText(tr("Paste a curl command, an HTTP request or a JSON body, and see which rules, keys and targets "
                          "decide. Nothing is sent to any provider."));
    m_stack->addWidget(empty);

    auto *content = new QWidget(m_stack);
    auto *head = new QHBoxLayout;
    head->setContentsMargins(16, 10, 10, 2);
    head->addWidget(widgets::heading(tr("Why here"), content));
    m_note = new QLabel(tr("nothing was sent"), content);
    widgets::setTextStyle(m_note, "small");
    widgets::setTone(*m_note, "secondary");
    head->addWidget(m_note, 1, Qt::AlignRight);
    m_copy = new QPushButton(look::icon("copy"), QString(), content);
    nameIt(m_copy, "simulator_copy", tr("Copy the explanation"));
    m_copy->setToolTip(m_copy->accessibleName());
    m_copy->setProperty("kind", QStringLiteral("flat"));
    head->addWidget(m_copy);
    connect(m_copy, &QPushButton::clicked, this, [this] { QApplication::clipboard()->setText(m_steps->text()); });
    auto *reading = new QWidget(content);
    m_steps = new widgets::RouteStepsView(m_theme, reading);
    widgets::readingArea(m_steps, "simulator_steps", tr("Why here, step by step"), reading);
    static_cast<QScrollArea *>(reading->findChild<QScrollArea *>())
        ->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto *column = new QVBoxLayout(content);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(head);
    column->addWidget(reading, 1);
    m_stack->addWidget(content);
    return m_stack;
}

void SimulatorPane::fillPretences()
{
    m_pretences->clear();
    const auto add = [this](const QString &text, const QString &id, QStringList &chosen) {
        QAction *action = m_pretences->addAction(text);
        action->setCheckable(true);
        action->setChecked(chosen.contains(id));
        connect(action, &QAction::toggled, this, [this, id, &chosen](bool isChecked) {
            chosen.removeAll(id);
            if (isChecked)
                chosen.append(id);
            showPretences();
            repeat();
        });
    };
    for (const ProviderView &provider : m_gateway.providers())
        add(tr("%1 is offline").arg(models::shownTitle(provider)), provider.name, m_offline);
    m_pretences->addSeparator();
    for (const ProviderView &provider : m_gateway.providers()) {
        for (const ProviderKeyView &key : provider.keys)
            add(tr("Key %1 of %2 is limited").arg(key.name, models::shownTitle(provider)), key.id, m_resting);
    }
    if (m_pretences->actions().size() < 2) // the separator alone
        m_pretences->addAction(tr("There is no provider yet"))->setEnabled(false);
}

void SimulatorPane::showPretences()
{
    const qsizetype count = m_offline.size() + m_resting.size();
    m_pretend->setText(count == 0 ? tr("Pretend") : tr("Pretend (%1)").arg(count));
}

void SimulatorPane::setRequest(const QString &pasted)
{
    typeRequest(pasted);
    simulate();
}

void SimulatorPane::typeRequest(const QString &pasted)
{
    m_request->setPlainText(pasted);
}

QString SimulatorPane::request() const
{
    return m_request->toPlainText();
}

void SimulatorPane::repeat()
{
    if (m_hasAnswer)
        simulate();
}

void SimulatorPane::simulate()
{
    gateway::api::SimulateRoute command;
    command.pasted = m_request->toPlainText();
    command.offlineProviders = m_offline;
    command.restingKeyIds = m_resting;
    const int asked = ++m_asked;
    const QPointer<SimulatorPane> guard(this);
    m_gateway.simulateRoute(command, [guard, asked](const gateway::Result<RouteExplanationView> &answer) {
        if (guard && guard->m_asked == asked)
            guard->takeAnswer(answer);
    });
}

void SimulatorPane::takeAnswer(const gateway::Result<RouteExplanationView> &answer)
{
    m_hasAnswer = answer.has_value();
    if (answer)
        m_steps->setSteps(models::routeSteps(*answer));
    else
        m_problem->setText(models::failureText(answer.error()));
    m_stack->setCurrentIndex(answer ? 1 : 0);
}

QWidget *SimulatorPane::firstField() const
{
    return m_request;
}

} // namespace ui::pages
