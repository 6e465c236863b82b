#include "ui/models/session_text.h"

#include <QCoreApplication>
#include <QStringList>

namespace ui::models {

using gateway::api::SessionView;

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(SessionText)
};

QString minuteText(const QDateTime &time, const DisplayFormat &format)
{
    const ClockText clock = format.clock(time);
    return clock.head.section(QLatin1Char(':'), 0, 1) + clock.tail;
}

QString dayAndMinute(const QDateTime &local, const DisplayFormat &format)
{
    const QDate today = QDate::currentDate();
    if (local.date() == today)
        return minuteText(local, format);
    return format.day(local.date(), today) + QLatin1Char(' ') + minuteText(local, format);
}

QStringList factsOf(const SessionView &session, const DisplayFormat &format)
{
    const qint64 tokens = session.inputTokens + session.outputTokens;
    QStringList facts{session.requests == 1 ? Text::tr("1 request")
                                            : Text::tr("%1 requests").arg(format.exactCount(session.requests)),
                      sessionTimes(session, format), Text::tr("%1 tokens").arg(format.count(tokens)),
                      sessionCost(session, format)};
    if (session.failed > 0)
        facts << Text::tr("%1 failed").arg(format.exactCount(session.failed));
    return facts;
}

} // namespace

QString sessionTitle(const SessionView &session)
{
    return session.id.isEmpty() ? Text::tr("Without a session") : session.id;
}

QString sessionHeadline(const SessionView &session)
{
    return session.id.isEmpty() ? sessionTitle(session) : Text::tr("Session %1").arg(session.id);
}

QString sessionTimes(const SessionView &session, const DisplayFormat &format)
{
    const QDateTime first = session.firstStart.toLocalTime();
    const QDateTime last = session.lastStart.toLocalTime();
    const QString from = dayAndMinute(first, format);
    const QString until = first.date() == last.date() ? minuteText(last, format) : dayAndMinute(last, format);
    if (first.date() == last.date() && until == minuteText(first, format))
        return from;
    return Text::tr("%1 – %2", "first and last request").arg(from, until);
}

QString sessionCost(const SessionView &session, const DisplayFormat &format)
{
    if (session.unpriced == 0)
        return format.moneyTotal(session.cost);
    if (session.cost == gateway::Money{})
        return Text::tr("no price");
    return Text::tr("at least %1", "cost").arg(format.moneyTotal(session.cost));
}

QString sessionFacts(const SessionView &session, const DisplayFormat &format)
{
    return factsOf(session, format).join(QStringLiteral(" · "));
}

QString spokenSession(const SessionView &session, bool isOpen, const DisplayFormat &format)
{
    QStringList sentences{sessionHeadline(session), factsOf(session, format).join(QStringLiteral(", ")),
                          isOpen ? Text::tr("Open, Left closes it") : Text::tr("Closed, Right opens it")};
    return sentences.join(QStringLiteral(". ")) + QLatin1Char('.');
}

} // namespace ui::models
