#include "ui/widgets/attempt_bars.h"

#include "ui/display_format.h"
#include "ui/look/state_shape.h"
#include "ui/look/theme.h"
#include "ui/models/error_words.h"
#include "ui/widgets/tabular_text.h"

#include <QFontMetricsF>
#include <QHelpEvent>
#include <QPainter>
#include <QToolTip>

#include <algorithm>
#include <cmath>

namespace ui::widgets {

using gateway::RequestState;
using gateway::api::AttemptView;
using look::ColorRole;
using look::TextStyle;

namespace {

constexpr qreal shapeSize = 16;
constexpr qreal barHeight = 12;
constexpr qreal durationWidth = 64;

} // namespace

AttemptBars::AttemptBars(const look::Theme &theme, QWidget *parent) : QWidget(parent), m_theme(theme)
{
    setObjectName(QStringLiteral("attemptBars"));
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    connect(&theme, &look::Theme::changed, this, qOverload<>(&QWidget::update));
}

RequestState AttemptBars::stateOf(const AttemptView &attempt, bool isRunning)
{
    if (attempt.status == 0 && attempt.errorCode.isEmpty() && isRunning)
        return attempt.firstByteAt ? RequestState::Streaming : RequestState::InFlight;
    if (models::endedByClient(attempt.errorCode))
        return RequestState::Cancelled;
    if (attempt.status == 429)
        return RequestState::RateLimited;
    if (attempt.status >= 400 && attempt.status < 500)
        return RequestState::ClientError;
    if (attempt.status >= 200 && attempt.status < 300) {
        if (!attempt.errorCode.isEmpty())
            return RequestState::BrokenStream;
        return isRunning ? RequestState::Streaming : RequestState::Succeeded;
    }
    return RequestState::UpstreamError;
}

QString AttemptBars::outcomeText(const AttemptView &attempt, bool isRunning) const
{
    QString words = models::problemText({attempt.errorCode, attempt.status, attempt.reason});
    if (words.isEmpty())
        words = attempt.errorCode;
    if (words.isEmpty())
        words = attempt.status == 200 ? QStringLiteral("OK") : look::stateText(stateOf(attempt, isRunning));
    return attempt.status > 0 ? tr("%1 %2", "status and its reason").arg(attempt.status).arg(words) : words;
}

void AttemptBars::setAttempts(const QList<AttemptView> &attempts, gateway::api::Microseconds total, bool isRunning)
{
    m_attempts = attempts;
    m_total = total;
    m_isRunning = isRunning;
    for (const AttemptView &attempt : attempts)
        m_total = std::max(m_total, attempt.endedAt);
    QStringList spoken;
    const DisplayFormat format;
    for (qsizetype at = 0; at < attempts.size(); ++at) {
        const AttemptView &attempt = attempts[at];
        spoken << tr("Try %1: %2, %3, %4.")
                      .arg(at + 1)
                      .arg(attempt.provider, outcomeText(attempt, isRunning && at + 1 == attempts.size()),
                           format.duration(attempt.endedAt - attempt.startedAt));
        if (!attempt.why.isEmpty())
            spoken << attempt.why;
    }
    setAccessibleName(tr("Attempts"));
    setAccessibleDescription(spoken.join(QLatin1Char(' ')));
    updateGeometry();
    update();
}

int AttemptBars::lineHeight() const
{
    const int text =
        QFontMetrics(m_theme.font(TextStyle::Body)).height() + QFontMetrics(m_theme.font(TextStyle::Label)).height();
    return text + 10;
}

int AttemptBars::heightOf(int row) const
{
    const int reason = m_attempts[row].why.isEmpty() ? 0 : QFontMetrics(m_theme.font(TextStyle::Label)).height();
    return lineHeight() + reason;
}

int AttemptBars::topOf(int row) const
{
    int top = 0;
    for (int above = 0; above < row; ++above)
        top += heightOf(above);
    return top;
}

int AttemptBars::rowAt(int y) const
{
    int row = 0;
    while (row < m_attempts.size() && y >= topOf(row + 1))
        ++row;
    return row;
}

QSize AttemptBars::sizeHint() const
{
    const int axis = m_attempts.isEmpty() ? 0 : QFontMetrics(m_theme.font(TextStyle::Label)).height() + 4;
    return {380, topOf(static_cast<int>(m_attempts.size())) + axis};
}

QSize AttemptBars::minimumSizeHint() const
{
    return {260, sizeHint().height()};
}

QRectF AttemptBars::axisBounds() const
{
    const qreal names = std::clamp(width() * 0.42, 130.0, 260.0);
    const qreal right = durationWidth + 8;
    const qreal left = isLeftToRight() ? names : right;
    return {left, 0, std::max(10.0, width() - names - right),
            static_cast<qreal>(topOf(static_cast<int>(m_attempts.size())))};
}

void AttemptBars::paintEvent(QPaintEvent *)
{
    if (m_attempts.isEmpty())
        return;
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF axis = axisBounds();
    for (int row = 0; row < m_attempts.size(); ++row)
        paintAttempt(painter, row, axis);
    paintAxis(painter, axis);
}

void AttemptBars::paintAttempt(QPainter &painter, int row, const QRectF &axis) const
{
    const AttemptView &attempt = m_attempts[row];
    const RequestState state = stateOf(attempt, m_isRunning && row + 1 == m_attempts.size());
    const bool isGood = state == RequestState::Succeeded;
    const QColor color = m_theme.stateColor(state);
    const qreal top = topOf(row);
    const bool mirrored = isRightToLeft();
    const Qt::Alignment side = mirrored ? Qt::AlignRight : Qt::AlignLeft;
    const auto flipped = [&](qreal x, qreal w) { return mirrored ? width() - x - w : x; };

    look::paintStateShape(painter, QRectF(flipped(0, shapeSize), top + 1, shapeSize, shapeSize), state, color);
    const qreal nameWidth = (mirrored ? width() - axis.right() : axis.left()) - 24 - 8;
    const qreal bodyHeight = QFontMetricsF(m_theme.font(TextStyle::Body)).height();
    QRectF name(flipped(24, nameWidth), top, nameWidth, bodyHeight);
    const qreal used = drawTabular(painter, name, side, m_theme.font(TextStyle::Strong), m_theme.color(ColorRole::Text),
                                   attempt.provider);
    name.adjust(mirrored ? 0 : used + 7, 0, mirrored ? -used - 7 : 0, 0);
    drawTabular(painter, name, side, m_theme.font(TextStyle::Small), m_theme.color(ColorRole::SecondaryText),
                attempt.keyName);
    const QRectF outcome(flipped(24, nameWidth), top + bodyHeight, nameWidth,
                         QFontMetricsF(m_theme.font(TextStyle::Label)).height());
    drawTabular(painter, outcome, side, m_theme.font(TextStyle::Label),
                isGood ? m_theme.color(ColorRole::SecondaryText) : color,
                outcomeText(attempt, m_isRunning && row + 1 == m_attempts.size()));

    const double total = static_cast<double>(std::max<qint64>(1, m_total.count()));
    const auto at = [&](gateway::api::Microseconds time) {
        const qreal share = std::clamp(static_cast<double>(time.count()) / total, 0.0, 1.0) * axis.width();
        return mirrored ? axis.right() - share : axis.left() + share;
    };
    const auto end = std::max(attempt.endedAt, attempt.startedAt);
    const qreal barTop = std::round(top + (lineHeight() - 8 - barHeight) / 2);
    const auto bar = [&](gateway::api::Microseconds from, gateway::api::Microseconds to) {
        const qreal left = std::min(at(from), at(to));
        return QRectF(left, barTop, std::max(3.0, std::abs(at(to) - at(from))), barHeight);
    };
    const QColor barColor = isGood ? m_theme.stateColor(RequestState::Streaming) : color;
    const auto firstByte = attempt.firstByteAt.value_or(end);
    painter.setPen(QPen(barColor, 1));
    painter.setBrush(Qt::NoBrush);
    painter.drawRect(bar(attempt.startedAt, firstByte).adjusted(0.5, 0.5, -0.5, -0.5));
    const bool hasFailed = !isGood && hasEnded(state);
    if (attempt.firstByteAt || hasFailed)
        painter.fillRect(hasFailed ? bar(attempt.startedAt, end) : bar(firstByte, end), barColor);
    const QRectF lasted(flipped(width() - durationWidth, durationWidth), top, durationWidth, lineHeight() - 8);
    drawTabular(painter, lasted, mirrored ? Qt::AlignLeft : Qt::AlignRight, m_theme.font(TextStyle::Small),
                m_theme.color(ColorRole::Text), DisplayFormat().duration(end - attempt.startedAt));
    painter.fillRect(QRectF(axis.left(), top + heightOf(row) - 5, axis.width(), 1), m_theme.color(ColorRole::RowLine));
    if (!attempt.why.isEmpty())
        paintReason(painter, attempt.why, outcome.bottom());
}

// Why there was this attempt at all: over the whole width, because it is a sentence.
void AttemptBars::paintReason(QPainter &painter, const QString &why, qreal top) const
{
    const QFont font = m_theme.font(TextStyle::Label);
    const QFontMetricsF metrics(font);
    const qreal space = width() - 24;
    const QRectF line(isRightToLeft() ? 0 : 24, top, space, metrics.height());
    drawTabular(painter, line, isRightToLeft() ? Qt::AlignRight : Qt::AlignLeft, font,
                m_theme.color(ColorRole::SecondaryText), metrics.elidedText(why, Qt::ElideRight, space));
}

void AttemptBars::paintAxis(QPainter &painter, const QRectF &axis) const
{
    const QFont font = m_theme.font(TextStyle::Label);
    const QRectF line(axis.left(), axis.bottom(), axis.width(), QFontMetricsF(font).height());
    const QColor quiet = m_theme.color(ColorRole::SecondaryText);
    const bool mirrored = isRightToLeft();
    const DisplayFormat format;
    drawTabular(painter, line, mirrored ? Qt::AlignRight : Qt::AlignLeft, font, quiet, QStringLiteral("0"));
    const QString middle = format.duration(m_total / 2);
    const QString end = format.duration(m_total);
    const QFontMetricsF metrics(font);
    const qreal needed = metrics.horizontalAdvance(middle) / 2 + metrics.horizontalAdvance(end) + 8;
    if (needed <= line.width() / 2) // else the two would run into one another
        drawTabular(painter, line, Qt::AlignHCenter, font, quiet, middle);
    drawTabular(painter, line, mirrored ? Qt::AlignLeft : Qt::AlignRight, font, quiet, end);
}

bool AttemptBars::event(QEvent *event)
{
    if (event->type() != QEvent::ToolTip)
        return QWidget::event(event);
    const auto *help = static_cast<QHelpEvent *>(event);
    const int row = rowAt(help->pos().y());
    if (row < m_attempts.size()) {
        const AttemptView &attempt = m_attempts[row];
        QString text = tr("%1 / %2: %3").arg(attempt.provider, attempt.model, outcomeText(attempt, m_isRunning));
        if (!attempt.why.isEmpty())
            text += QLatin1Char('\n') + attempt.why;
        QToolTip::showText(help->globalPos(), text, this);
    }
    return true;
}

} // namespace ui::widgets
