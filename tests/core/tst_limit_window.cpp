// When windows begin and end, on days that have 23, 24.5 and 25 hours, and on one that never was.
#include "gateway/governance/limit_window.h"

#include <QDateTime>
#include <QTimeZone>
#include <QTest>

using namespace gateway;
using namespace gateway::governance;
using config::LimitWindow;

namespace {

WallTime at(const QString &utc)
{
    const QDateTime time = QDateTime::fromString(utc, Qt::ISODate);
    return WallTime(std::chrono::seconds(time.toSecsSinceEpoch()));
}

QString shown(WallTime time)
{
    const auto seconds = std::chrono::duration_cast<std::chrono::seconds>(time.time_since_epoch());
    return QDateTime::fromSecsSinceEpoch(seconds.count(), Qt::UTC).toString(Qt::ISODate);
}

LimitWindow window(const char *text, const char *zone = "")
{
    LimitWindow parsed = parseWindow(text).value_or(LimitWindow());
    parsed.isCalendarAligned = true;
    parsed.timeZone = zone;
    return parsed;
}

} // namespace

class LimitWindowTest : public QObject {
    Q_OBJECT

private slots:
    void followsTheCalendarOfAZone_data();
    void followsTheCalendarOfAZone();
    void findsTheSameWindowFromItsFirstToItsLastMoment();
    void countsRollingWindowsFromTheirFirstRequest();
    void readsDurations();
    void refusesWhatIsNoDuration_data();
    void refusesWhatIsNoDuration();
    void knowsTimeZones();
};

void LimitWindowTest::followsTheCalendarOfAZone_data()
{
    QTest::addColumn<QByteArray>("duration");
    QTest::addColumn<QByteArray>("zone");
    QTest::addColumn<QString>("now");
    QTest::addColumn<QString>("begin");
    QTest::addColumn<QString>("end");
    const auto row = [](const char *name, const char *duration, const char *zone, const char *now, const char *begin,
                        const char *end) {
        QTest::newRow(name) << QByteArray(duration) << QByteArray(zone) << QString::fromLatin1(now)
                            << QString::fromLatin1(begin) << QString::fromLatin1(end);
    };
    const char *berlin = "Europe/Berlin";
    row("utc day", "1d", "", "2026-06-10T12:00:00Z", "2026-06-10T00:00:00Z", "2026-06-11T00:00:00Z");
    row("berlin, 23 hours", "1d", berlin, "2026-03-29T12:00:00Z", "2026-03-28T23:00:00Z", "2026-03-29T22:00:00Z");
    row("berlin, 25 hours", "1d", berlin, "2026-10-25T12:00:00Z", "2026-10-24T22:00:00Z", "2026-10-25T23:00:00Z");
    row("new york, 23 hours", "1d", "America/New_York", "2026-03-08T20:00:00Z", "2026-03-08T05:00:00Z",
        "2026-03-09T04:00:00Z");
    row("new york, 25 hours", "1d", "America/New_York", "2026-11-01T20:00:00Z", "2026-11-01T04:00:00Z",
        "2026-11-02T05:00:00Z");
    row("lord howe, 24.5 hours", "1d", "Australia/Lord_Howe", "2026-04-05T00:00:00Z", "2026-04-04T13:00:00Z",
        "2026-04-05T13:30:00Z");
    row("sao paulo, midnight left out", "1d", "America/Sao_Paulo", "2018-11-04T12:00:00Z", "2018-11-04T03:00:00Z",
        "2018-11-05T02:00:00Z");
    row("beirut, midnight left out", "1d", "Asia/Beirut", "2026-03-29T12:00:00Z", "2026-03-28T22:00:00Z",
        "2026-03-29T21:00:00Z");
    row("apia, before the day that never was", "1d", "Pacific/Apia", "2011-12-29T20:00:00Z", "2011-12-29T10:00:00Z",
        "2011-12-30T10:00:00Z");
    row("kathmandu", "1d", "Asia/Kathmandu", "2026-06-10T18:14:59Z", "2026-06-09T18:15:00Z", "2026-06-10T18:15:00Z");
    row("an hour that comes twice", "1h", berlin, "2026-10-25T01:30:00Z", "2026-10-25T01:00:00Z",
        "2026-10-25T02:00:00Z");
    row("the last hours of a short day", "5h", berlin, "2026-03-29T20:00:00Z", "2026-03-29T19:00:00Z",
        "2026-03-29T22:00:00Z");
    row("minutes of a zone with odd ones", "30m", "Asia/Kathmandu", "2026-06-10T00:10:00Z", "2026-06-09T23:45:00Z",
        "2026-06-10T00:15:00Z");
    row("week begins on monday", "1w", berlin, "2026-03-29T12:00:00Z", "2026-03-22T23:00:00Z", "2026-03-29T22:00:00Z");
    row("month over the change of the clock", "1M", berlin, "2026-03-10T12:00:00Z", "2026-02-28T23:00:00Z",
        "2026-03-31T22:00:00Z");
    row("february of a leap year", "1M", "", "2028-02-29T12:00:00Z", "2028-02-01T00:00:00Z", "2028-03-01T00:00:00Z");
    row("quarter", "1Q", "", "2026-11-21T12:00:00Z", "2026-10-01T00:00:00Z", "2027-01-01T00:00:00Z");
    row("year", "1Y", "America/New_York", "2026-11-21T12:00:00Z", "2026-01-01T05:00:00Z", "2027-01-01T05:00:00Z");
    row("two days", "2d", "", "1970-01-04T12:00:00Z", "1970-01-03T00:00:00Z", "1970-01-05T00:00:00Z");
    row("a zone that is gone counts as utc", "1d", "Nowhere/Town", "2026-06-10T12:00:00Z", "2026-06-10T00:00:00Z",
        "2026-06-11T00:00:00Z");
}

void LimitWindowTest::followsTheCalendarOfAZone()
{
    QFETCH(QByteArray, duration);
    QFETCH(QByteArray, zone);
    QFETCH(QString, now);
    QFETCH(QString, begin);
    QFETCH(QString, end);
    const WindowSpan span = calendarSpan(window(duration.constData(), zone.constData()), at(now));
    QCOMPARE(shown(span.begin), begin);
    QCOMPARE(shown(span.end), end);
}

// Through a year of every zone, hour by hour: windows touch, and `now` is always inside.
void LimitWindowTest::findsTheSameWindowFromItsFirstToItsLastMoment()
{
    for (const char *zone : {"Europe/Berlin", "America/New_York", "Australia/Lord_Howe", "Asia/Beirut",
                             "Asia/Kathmandu", "America/Santiago"}) {
        for (const char *duration : {"6h", "1d", "1w", "1M", "1Q"}) {
            const LimitWindow aligned = window(duration, zone);
            WindowSpan span = calendarSpan(aligned, at(QStringLiteral("2026-01-01T00:00:00Z")));
            const WallTime end = at(QStringLiteral("2027-01-01T00:00:00Z"));
            while (span.end < end) {
                QVERIFY2(span.begin < span.end, duration);
                QCOMPARE(calendarSpan(aligned, span.begin), span);
                QCOMPARE(calendarSpan(aligned, span.end - std::chrono::seconds(1)), span);
                const WindowSpan next = calendarSpan(aligned, span.end);
                QCOMPARE(next.begin, span.end);
                span = next;
            }
        }
    }
}

void LimitWindowTest::countsRollingWindowsFromTheirFirstRequest()
{
    const WallTime begin = at(QStringLiteral("2026-03-28T15:30:00Z"));
    const auto end = [begin](const char *text) { return shown(rollingSpan(*parseWindow(text), begin).end); };
    QCOMPARE(end("30s"), QStringLiteral("2026-03-28T15:30:30Z"));
    QCOMPARE(end("1m"), QStringLiteral("2026-03-28T15:31:00Z"));
    QCOMPARE(end("2h"), QStringLiteral("2026-03-28T17:30:00Z"));
    QCOMPARE(end("1d"), QStringLiteral("2026-03-29T15:30:00Z"));
    QCOMPARE(end("1w"), QStringLiteral("2026-04-04T15:30:00Z"));
    QCOMPARE(end("1M"), QStringLiteral("2026-04-28T15:30:00Z"));
    QCOMPARE(end("1Q"), QStringLiteral("2026-06-28T15:30:00Z"));
    QCOMPARE(end("1Y"), QStringLiteral("2027-03-28T15:30:00Z"));
}

void LimitWindowTest::readsDurations()
{
    for (const char *text : {"1s", "5m", "12h", "1d", "2w", "1M", "1Q", "1Y", "10000s"}) {
        const auto parsed = parseWindow(text);
        QVERIFY2(parsed, text);
        QCOMPARE(windowText(*parsed), std::string(text));
    }
    QCOMPARE(parseWindow("1m")->unit, config::WindowUnit::Minute);
    QCOMPARE(parseWindow("1M")->unit, config::WindowUnit::Month);
}

void LimitWindowTest::refusesWhatIsNoDuration_data()
{
    QTest::addColumn<QByteArray>("text");
    for (const char *text : {"", "d", "1", "0d", "-1d", "1x", "1dd", "1 d", "10001d", "99999999999d"})
        QTest::newRow(*text ? text : "nothing") << QByteArray(text);
}

void LimitWindowTest::refusesWhatIsNoDuration()
{
    QFETCH(QByteArray, text);
    QVERIFY(!parseWindow(text.toStdString()));
}

void LimitWindowTest::knowsTimeZones()
{
    QVERIFY(isTimeZone(""));
    QVERIFY(isTimeZone("Europe/Berlin"));
    QVERIFY(isTimeZone("UTC"));
    QVERIFY(!isTimeZone("Europe/Nowhere"));
    QVERIFY(!isTimeZone("Mars"));
}

QTEST_APPLESS_MAIN(LimitWindowTest)
#include "tst_limit_window.moc"
