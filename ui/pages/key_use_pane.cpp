#include "ui/pages/key_use_pane.h"

#include "ui/models/virtual_key_words.h"
#include "ui/widgets/chart_panel.h"
#include "ui/widgets/divider.h"
#include "ui/widgets/eliding_label.h"
#include "ui/widgets/form_parts.h"
#include "ui/widgets/label_color.h"
#include "ui/widgets/spend_curve_chart.h"
#include "ui/widgets/state_label.h"

#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QPointer>
#include <QScrollArea>
#include <QVBoxLayout>

#include <algorithm>

namespace ui::pages {

using gateway::api::LogBucket;
using gateway::api::VirtualKeyView;

namespace {

constexpr qint64 leastPause = 5'000; // milliseconds between two questions about the same window
constexpr int factsWidth = 340;
constexpr int steps = 1'440; // of a window; minutes of a day

QString momentText(const QDateTime &time, const DisplayFormat &format, const QDateTime &now)
{
    return time.isValid() ? format.moment(time.toLocalTime(), now.toLocalTime()) : DisplayFormat::missing();
}

} // namespace

KeyUsePane::KeyUsePane(gateway::api::GatewayFacade &gateway, const look::Theme &theme, QWidget *parent)
    : QWidget(parent), m_gateway(gateway), m_theme(theme)
{
    setObjectName(QStringLiteral("key_use"));
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::Base);
    m_name = new widgets::ElidingLabel(this);
    m_name->setObjectName(QStringLiteral("key_use_name"));
    m_name->setTextFormat(Qt::PlainText);
    widgets::setTextStyle(m_name, "strong");
    m_state = new widgets::StateLabel(theme, this);
    m_state->setBadge(true);
    m_state->setTextStyle(look::TextStyle::Small);
    m_pace = widgets::hint({}, this);
    m_pace->setObjectName(QStringLiteral("key_use_pace"));
    m_panel = new widgets::ChartPanel(theme, QStringLiteral("keySpend"), this);
    m_curve = new widgets::SpendCurveChart(theme);
    m_curve->setObjectName(QStringLiteral("keySpendCurve"));
    m_panel->addDrawing(m_curve, {});
    m_panel->setTitle(tr("Spend today"));
    auto *head = new QHBoxLayout;
    head->setContentsMargins(16, 12, 16, 0);
    head->setSpacing(8);
    head->addWidget(m_name);
    head->addWidget(m_state);
    head->addStretch(1);
    auto *pace = new QHBoxLayout;
    pace->setContentsMargins(16, 2, 16, 0);
    pace->addWidget(m_pace);
    auto *left = new QVBoxLayout;
    left->setSpacing(0);
    left->addLayout(head);
    left->addLayout(pace);
    left->addWidget(m_panel, 1);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(left, 1);
    layout->addWidget(widgets::divider(Qt::Vertical, this));
    layout->addWidget(buildFacts());
}

void KeyUsePane::addFact(const QString &name, QLabel *&value, const char *objectName)
{
    auto *label = new QLabel(name, this);
    widgets::setTextStyle(label, "small");
    widgets::setTone(*label, "secondary");
    value = new QLabel(this);
    value->setObjectName(QLatin1String(objectName));
    value->setTextFormat(Qt::PlainText);
    value->setWordWrap(true);
    value->setTextInteractionFlags(Qt::TextSelectableByMouse);
    value->setFocusPolicy(Qt::NoFocus);
    widgets::setTextStyle(value, "small");
    const int row = m_facts->rowCount();
    m_facts->addWidget(label, row, 0, Qt::AlignTop); // beside the first of several lines
    m_facts->addWidget(value, row, 1, Qt::AlignTop);
}

QWidget *KeyUsePane::buildFacts()
{
    auto *content = new QWidget;
    m_facts = new QGridLayout(content);
    m_facts->setContentsMargins(16, 12, 16, 12);
    m_facts->setHorizontalSpacing(16);
    m_facts->setVerticalSpacing(6);
    m_facts->setColumnStretch(1, 1);
    addFact(tr("Limits"), m_limits, "key_use_limits");
    addFact(tr("May use"), m_mayUse, "key_use_may_use");
    addFact(tr("Kept"), m_kept, "key_use_kept");
    addFact(tr("Last used"), m_lastUsed, "key_use_last");
    addFact(tr("Made"), m_made, "key_use_made");
    addFact(tr("Value of"), m_value, "key_use_value");
    addFact(tr("Expires"), m_expires, "key_use_expires");
    m_facts->setRowStretch(m_facts->rowCount(), 1);
    auto *frame = new QWidget(this);
    frame->setFixedWidth(factsWidth);
    widgets::readingArea(content, "key_use_facts", tr("Limits and rights"), frame);
    return frame;
}

QWidget *KeyUsePane::chart() const
{
    return m_curve;
}

void KeyUsePane::showKey(const VirtualKeyView &key, const QDateTime &lastUsed)
{
    const QDateTime now = QDateTime::currentDateTimeUtc();
    if (key.id != m_key.id)
        m_buckets.clear();
    m_key = key;
    showFacts(lastUsed, now);
    ask(now);
    showCurve(now);
}

void KeyUsePane::showFacts(const QDateTime &lastUsed, const QDateTime &now)
{
    const models::KeyState state = models::keyState(m_key, now);
    m_name->setText(m_key.name);
    m_state->setState(state.shape, state.text);
    m_pace->setText(models::paceText(m_key, now));
    QStringList limits;
    for (const gateway::api::LimitView &limit : m_key.limits)
        limits.append(models::limitText(limit));
    m_limits->setText(limits.isEmpty() ? tr("none") : limits.join(QLatin1Char('\n')));
    m_mayUse->setText(models::mayUseText(m_key));
    m_kept->setText(m_key.isPrivate ? tr("totals only, no content") : tr("requests, as the capture level says"));
    m_expires->setText(m_key.expiresAt.isValid() ? momentText(m_key.expiresAt, m_format, now) : tr("never"));
    m_made->setText(momentText(m_key.createdAt, m_format, now));
    m_value->setText(momentText(m_key.rotatedAt.isValid() ? m_key.rotatedAt : m_key.createdAt, m_format, now));
    m_lastUsed->setText(m_key.isPrivate ? tr("not kept of a private key") : momentText(lastUsed, m_format, now));
}

void KeyUsePane::ask(const QDateTime &now)
{
    const models::SpendWindow window = models::spendWindow(m_key, now);
    const qint64 use = window.budget ? window.budget->used : 0;
    const bool isSame = m_askedKey == m_key.id && m_askedFrom == window.from;
    const bool mayWait = isSame && (use == m_askedUse || m_sinceAsked.elapsed() < leastPause);
    // Without a budget nothing tells that more was spent.
    if (m_key.isPrivate || (mayWait && (window.budget || m_sinceAsked.elapsed() < leastPause)))
        return;
    m_askedKey = m_key.id;
    m_askedFrom = window.from;
    m_askedUse = use;
    m_sinceAsked.restart();
    gateway::api::HistoryQuery query;
    query.virtualKeys = {{m_key.id, m_key.name}};
    query.startedFrom = window.from;
    query.startedUntil = window.until;
    gateway::api::LogHistogramQuestion question;
    question.bucketSeconds = m_bucketSeconds = models::bucketSeconds(window);
    const QPointer<KeyUsePane> guard(this);
    m_gateway.queryLogHistogram(query, question,
                                [guard, id = m_key.id](const gateway::Result<QList<LogBucket>> &buckets) {
                                    if (guard && buckets)
                                        guard->takeBuckets(id, *buckets);
                                });
}

void KeyUsePane::takeBuckets(const QString &keyId, const QList<LogBucket> &buckets)
{
    if (keyId != m_key.id)
        return;
    m_buckets = buckets;
    showCurve(QDateTime::currentDateTimeUtc());
}

void KeyUsePane::showCurve(const QDateTime &now)
{
    const models::SpendWindow window = models::spendWindow(m_key, now);
    // A pixel of time: what is looked at every second is drawn, and its table made, when there is something to see.
    const qint64 grain = std::max<qint64>(1, window.from.secsTo(window.until) / steps);
    const QDateTime shownNow = window.from.addSecs(window.from.secsTo(now) / grain * grain);
    const models::SpendCurve curve = models::makeSpendCurve(window, m_buckets, m_bucketSeconds, shownNow);
    if (curve == m_shown && m_key.name == m_shownName)
        return;
    m_shown = curve;
    m_shownName = m_key.name;
    m_curve->setTitle(tr("Spend of %1", "name of a virtual key").arg(m_key.name));
    m_curve->setCurve(curve);
    m_panel->setTitle(window.budget ? tr("Spend against the budget") : tr("Spend today"));
    m_panel->setNote(m_key.isPrivate ? tr("only totals are kept")
                     : window.budget ? models::useText(*window.budget)
                                     : m_format.moneyTotal({curve.points.last().spent}));
    m_panel->setFigures(models::figuresOf(curve, m_format));
}

} // namespace ui::pages
