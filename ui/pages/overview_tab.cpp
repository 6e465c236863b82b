#include "ui/pages/overview_tab.h"

#include "ui/display_format.h"
#include "ui/look/theme.h"
#include "ui/models/cost_text.h"
#include "ui/models/error_words.h"
#include "ui/models/request_text.h"
#include "ui/widgets/attempt_bars.h"
#include "ui/widgets/facts_grid.h"
#include "ui/widgets/form_parts.h"
#include "ui/widgets/label_color.h"
#include "ui/widgets/timing_bar.h"

#include <QFrame>
#include <QLabel>
#include <QVBoxLayout>

namespace ui::pages {

using gateway::api::RequestDetail;
using look::ColorRole;
using look::TextStyle;

namespace {

constexpr int narrowWidth = 700; // below it, or where names are long, the blocks stand under each other

} // namespace

OverviewTab::OverviewTab(const look::Theme &theme, QWidget *parent)
    : DetailTab(parent)
    , m_theme(theme)
    , m_area(widgets::readingArea(new QWidget, "overviewArea", tr("Overview"), this))
    , m_blocks(new QBoxLayout(QBoxLayout::LeftToRight))
{
    m_area->widget()->setLayout(m_blocks);
    m_blocks->setContentsMargins(0, 0, 0, 0);
    m_blocks->setSpacing(0);

    QWidget *asked = makeBlock(tr("Asked, sent, answered"));
    m_facts = new widgets::FactsGrid(theme, {tr("Client asked"), tr("Sent upstream"), tr("Answered")}, false, asked);
    m_facts->setObjectName(QStringLiteral("askedSentAnswered"));
    m_origin = new QLabel(asked);
    m_notes = new QLabel(asked);
    for (QLabel *label : {m_origin, m_notes}) {
        label->setWordWrap(true);
        label->setTextFormat(Qt::PlainText);
        label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    }
    m_notes->setObjectName(QStringLiteral("conversionNotes"));
    auto *askedLayout = static_cast<QVBoxLayout *>(asked->layout());
    askedLayout->addWidget(m_facts);
    askedLayout->addSpacing(4);
    askedLayout->addWidget(m_origin);
    askedLayout->addWidget(m_notes);
    askedLayout->addStretch(1);

    QWidget *attempts = makeBlock(tr("Attempts"), &m_total);
    m_notSent = new QLabel(tr("This request was not sent to a provider."), attempts);
    m_notSent->setWordWrap(true);
    m_attempts = new widgets::AttemptBars(theme, attempts);
    m_timingTitle = new QLabel(tr("Timing of the answer"), attempts);
    m_timing = new widgets::TimingBar(theme, attempts);
    auto *attemptsLayout = static_cast<QVBoxLayout *>(attempts->layout());
    attemptsLayout->addWidget(m_notSent);
    attemptsLayout->addWidget(m_attempts);
    attemptsLayout->addSpacing(6);
    attemptsLayout->addWidget(m_timingTitle);
    attemptsLayout->addWidget(m_timing);
    attemptsLayout->addStretch(1);

    QWidget *tokens = makeBlock(tr("Cost"), &m_cost);
    m_tokens = new widgets::FactsGrid(theme, {tr("Tokens"), tr("Per million"), tr("Cost")}, true, tokens);
    m_tokens->setObjectName(QStringLiteral("tokenCounts"));
    m_costNote = new QLabel(tokens);
    m_costNote->setObjectName(QStringLiteral("costNote"));
    m_costNote->setWordWrap(true);
    m_costNote->setTextFormat(Qt::PlainText);
    m_costNote->setTextInteractionFlags(Qt::TextSelectableByMouse);
    static_cast<QVBoxLayout *>(tokens->layout())->addWidget(m_tokens);
    static_cast<QVBoxLayout *>(tokens->layout())->addSpacing(4);
    static_cast<QVBoxLayout *>(tokens->layout())->addWidget(m_costNote);
    static_cast<QVBoxLayout *>(tokens->layout())->addStretch(1);

    m_blocks->setStretchFactor(asked, 42);
    m_blocks->setStretchFactor(attempts, 34);
    m_blocks->setStretchFactor(tokens, 32);
    connect(&theme, &look::Theme::changed, this, &OverviewTab::applyTheme);
    applyTheme();
}

QWidget *OverviewTab::makeBlock(const QString &title, QLabel **aside)
{
    if (m_blocks->count() > 0) {
        auto *divider = new QFrame;
        divider->setFrameShape(QFrame::NoFrame);
        m_blocks->addWidget(divider);
        m_dividers << divider;
    }
    auto *block = new QWidget;
    auto *layout = new QVBoxLayout(block);
    layout->setContentsMargins(16, 12, 16, 12);
    layout->setSpacing(6);
    auto *head = new QHBoxLayout;
    auto *label = new QLabel(title, block);
    head->addWidget(label);
    head->addStretch(1);
    if (aside) {
        *aside = new QLabel(block);
        head->addWidget(*aside);
    }
    layout->addLayout(head);
    m_titles << label;
    m_blocks->addWidget(block);
    return block;
}

void OverviewTab::showDetail(const RequestDetail &detail, bool isSameRequest)
{
    showFacts(detail);
    showTokens(detail);
    const bool isRunning = !hasEnded(detail.summary.state);
    m_attempts->setAttempts(detail.attempts, detail.summary.duration, isRunning);
    m_attempts->setVisible(!detail.attempts.isEmpty());
    m_notSent->setVisible(detail.attempts.isEmpty());
    m_notSent->setText(isRunning ? tr("The tries are shown when the request has ended.")
                                 : tr("This request was not sent to a provider."));
    m_total->setText(tr("%1 in all").arg(DisplayFormat().duration(detail.summary.duration)));
    m_timing->setParts(widgets::timingParts(detail));
    m_timing->setVisible(!detail.attempts.isEmpty());
    m_timingTitle->setVisible(!detail.attempts.isEmpty());
    if (!isSameRequest)
        m_area->ensureVisible(0, 0);
    arrange();
}

void OverviewTab::showFacts(const RequestDetail &detail)
{
    using Row = widgets::FactsGrid::Row;
    const auto &request = detail.summary;
    const DisplayFormat format;
    // "openai/gpt-5.4" names a provider; "gpt-5.4" leaves the choice to us.
    const QString askedProvider =
        request.askedModel.contains(QLatin1Char('/')) ? request.askedModel.section(QLatin1Char('/'), 0, 0) : tr("any");
    const bool wasSent = !request.provider.isEmpty();
    const bool hasAnswer = request.firstByteAt.has_value();
    const QString answeredBy = hasAnswer ? request.provider : QString();
    QList<Row> rows{
        {tr("Provider"), {askedProvider, wasSent ? request.provider : tr("not sent"), answeredBy}},
        {tr("Model"), {request.askedModel, wasSent ? request.model : QString(), detail.answeredModel}},
    };
    if (!request.keyName.isEmpty())
        rows << Row{tr("Key"), {QString(), request.keyName, QString()}};
    rows << Row{tr("Dialect"), {request.dialect, QString(), QString()}};
    if (!request.operation.isEmpty())
        rows << Row{tr("Operation"), {request.operation, QString(), request.isStream ? tr("as a stream") : QString()}};
    rows << Row{
        tr("Size"),
        {format.size(request.requestBytes), QString(), hasAnswer ? format.size(request.responseBytes) : QString()}};
    rows << Row{tr("Result"), {QString(), QString(), models::resultText(request)}};
    const QString reported = models::hiddenProblemText(models::problemOf(request));
    if (!reported.isEmpty())
        rows << Row{tr("Message"), {QString(), QString(), reported.simplified()}};
    m_facts->setRows(rows);
    QString origin = tr("%1 %2", "method, path").arg(detail.method, detail.path);
    if (!request.client.isEmpty())
        origin = tr("%1 from %2").arg(origin, request.client);
    if (!detail.peerAddress.isEmpty())
        origin = tr("%1 at %2").arg(origin, detail.peerAddress);
    if (!request.sessionId.isEmpty())
        origin = tr("%1, session %2").arg(origin, request.sessionId);
    m_origin->setText(origin.trimmed());
    m_notes->setText(detail.notes.join(QLatin1Char('\n')));
    m_notes->setVisible(!detail.notes.isEmpty());
}

void OverviewTab::showTokens(const RequestDetail &detail)
{
    const DisplayFormat format;
    m_tokens->setRows(models::costRows(detail, format));
    m_cost->setText(models::costText(detail.summary, format));
    const QString note = models::costNote(detail, format);
    m_costNote->setText(note);
    m_costNote->setVisible(!note.isEmpty());
}

void OverviewTab::applyTheme()
{
    for (QLabel *title : std::as_const(m_titles))
        widgets::setTextStyle(title, "strong");
    widgets::setTextStyle(m_timingTitle, "strong");
    for (QLabel *quiet : {m_origin, m_notes, m_total, m_notSent, m_cost, m_costNote}) {
        widgets::setTextStyle(quiet, "small");
        widgets::setTone(*quiet, "secondary");
    }
    for (QFrame *divider : std::as_const(m_dividers))
        widgets::setGround(divider, m_theme.color(ColorRole::Divider));
    arrange();
}

void OverviewTab::arrange()
{
    int needed = 20; // a scroll bar
    for (int at = 0; at < m_blocks->count(); ++at)
        needed += m_blocks->itemAt(at)->widget()->minimumSizeHint().width();
    const bool isNarrow = width() < std::max(narrowWidth, needed);
    m_blocks->setDirection(isNarrow ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
    for (QFrame *divider : std::as_const(m_dividers)) {
        divider->setMinimumSize(isNarrow ? 0 : 1, isNarrow ? 1 : 0);
        divider->setMaximumSize(isNarrow ? QWIDGETSIZE_MAX : 1, isNarrow ? 1 : QWIDGETSIZE_MAX);
    }
}

void OverviewTab::resizeEvent(QResizeEvent *event)
{
    DetailTab::resizeEvent(event);
    arrange();
}

} // namespace ui::pages
