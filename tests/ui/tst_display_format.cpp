#include "ui/display_format.h"

#include <QTest>

using ui::DisplayFormat;
using std::chrono::microseconds;

class TestDisplayFormat : public QObject {
    Q_OBJECT

    const DisplayFormat m_british{QLocale(QLocale::English, QLocale::UnitedKingdom)};
    const DisplayFormat m_american{QLocale(QLocale::English, QLocale::UnitedStates)};
    const DisplayFormat m_german{QLocale(QLocale::German, QLocale::Germany)};

private slots:
    void initTestCase() { qputenv("TZ", "UTC"); }

    void writesDurations_data()
    {
        QTest::addColumn<qint64>("micros");
        QTest::addColumn<QString>("text");
        QTest::newRow("nothing") << qint64(0) << QStringLiteral("0.0 ms");
        QTest::newRow("never a false zero") << qint64(38) << QStringLiteral("38 µs");
        QTest::newRow("from a tenth of a millisecond") << qint64(100) << QStringLiteral("0.1 ms");
        QTest::newRow("our overhead") << qint64(600) << QStringLiteral("0.6 ms");
        QTest::newRow("below ten") << qint64(9'949) << QStringLiteral("9.9 ms");
        QTest::newRow("rounds up to ten") << qint64(9'951) << QStringLiteral("10 ms");
        QTest::newRow("whole milliseconds") << qint64(38'000) << QStringLiteral("38 ms");
        QTest::newRow("rounds up to a tenth") << qint64(99'700) << QStringLiteral("0.10 s");
        QTest::newRow("parts of a second") << qint64(410'000) << QStringLiteral("0.41 s");
        QTest::newRow("rounds up to a second") << qint64(999'600) << QStringLiteral("1.0 s");
        QTest::newRow("seconds") << qint64(11'800'000) << QStringLiteral("11.8 s");
        QTest::newRow("never sixty seconds") << qint64(59'960'000) << QStringLiteral("1 min 00 s");
        QTest::newRow("minutes") << qint64(125'000'000) << QStringLiteral("2 min 05 s");
        QTest::newRow("hours") << qint64(7'500'000'000) << QStringLiteral("2 h 05 min");
        QTest::newRow("days") << qint64(76) * 3'600'000'000 << QStringLiteral("3 d 4 h");
        QTest::newRow("clock went back") << qint64(-5) << QStringLiteral("0.0 ms");
    }
    void writesDurations()
    {
        QFETCH(qint64, micros);
        QFETCH(QString, text);
        QCOMPARE(m_british.duration(microseconds(micros)), text);
    }

    void writesCounts_data()
    {
        QTest::addColumn<qint64>("value");
        QTest::addColumn<QString>("text");
        QTest::newRow("zero") << qint64(0) << QStringLiteral("0");
        QTest::newRow("five digits") << qint64(84'212) << QStringLiteral("84,212");
        QTest::newRow("six digits") << qint64(999'999) << QStringLiteral("999,999");
        QTest::newRow("a million") << qint64(1'000'000) << QStringLiteral("1.00 M");
        QTest::newRow("millions") << qint64(12'400'000) << QStringLiteral("12.4 M");
        QTest::newRow("rounds to three figures") << qint64(99'960'000) << QStringLiteral("100 M");
        QTest::newRow("becomes a billion") << qint64(999'700'000) << QStringLiteral("1.00 B");
        QTest::newRow("billions") << qint64(1'601'700'000) << QStringLiteral("1.60 B");
    }
    void writesCounts()
    {
        QFETCH(qint64, value);
        QFETCH(QString, text);
        QCOMPARE(m_british.count(value), text);
    }

    void tellsMissingFromZero()
    {
        QCOMPARE(m_british.optionalCount(std::nullopt), QStringLiteral("–"));
        QCOMPARE(m_british.optionalCount(0), QStringLiteral("0"));
        QCOMPARE(m_british.firstToken(std::nullopt), QStringLiteral("–"));
        QCOMPARE(m_british.firstToken(microseconds(2'944'000)), QStringLiteral("2.94 s"));
        QCOMPARE(m_british.firstToken(microseconds(3'000)), QStringLiteral("<0.01 s"));
        QCOMPARE(m_british.firstToken(microseconds(5'000)), QStringLiteral("0.01 s"));
    }

    void writesSizesInPowersOfTen()
    {
        QCOMPARE(m_british.size(812), QStringLiteral("812 bytes"));
        QCOMPARE(m_british.size(1'900), QStringLiteral("1.9 kB"));
        QCOMPARE(m_british.size(48'200), QStringLiteral("48 kB"));
        QCOMPARE(m_british.size(999'700), QStringLiteral("1.0 MB"));
        QCOMPARE(m_british.size(4'200'000), QStringLiteral("4.2 MB"));
    }

    void writesShares()
    {
        QCOMPARE(m_british.percent(0.0), QStringLiteral("0%"));
        QCOMPARE(m_british.percent(0.019), QStringLiteral("1.9%"));
        QCOMPARE(m_british.percent(0.0996), QStringLiteral("10%"));
        QCOMPARE(m_british.percent(0.84), QStringLiteral("84%"));
    }

    void followsTheLocale()
    {
        QCOMPARE(m_german.count(84'212), QStringLiteral("84.212"));
        QCOMPARE(m_german.duration(microseconds(11'800'000)), QStringLiteral("11,8 s"));
        QCOMPARE(DisplayFormat(QLocale::c()).count(84'212), QStringLiteral("84,212"));
        const QDateTime time(QDate(2026, 11, 2), QTime(14, 32, 8, 114));
        QCOMPARE(m_american.clock(time),
                 (ui::ClockText{QStringLiteral("2:32:08"), QStringLiteral(".114"), QStringLiteral(" PM")}));
        QCOMPARE(m_american.day(time.date(), time.date()), QStringLiteral("Nov 2"));
    }

    void daysOfEasternAsiaHaveTheirSigns()
    {
        const QDate day(2026, 11, 2);
        for (const char *name : {"zh_CN", "ja"}) {
            const DisplayFormat format((QLocale(QLatin1String(name))));
            QCOMPARE(format.day(day, day), QStringLiteral("11月2日"));
            QCOMPARE(format.day(day, day.addYears(1)), QStringLiteral("2026年11月2日"));
        }
        QCOMPARE(DisplayFormat(QLocale(QStringLiteral("es"))).day(day, day), QStringLiteral("2 nov"));
    }

    void writesMoments()
    {
        const QDateTime time(QDate(2026, 11, 2), QTime(14, 32, 8, 114));
        QCOMPARE(m_british.clock(time).head, QStringLiteral("14:32:08"));
        QCOMPARE(m_british.clock(time).fraction, QStringLiteral(".114"));
        QCOMPARE(m_british.moment(time, time), QStringLiteral("14:32:08"));
        QCOMPARE(m_british.moment(time, time.addDays(3)), QStringLiteral("2 Nov 14:32"));
        QCOMPARE(m_british.moment(time, time.addYears(1)), QStringLiteral("2 Nov 2026 14:32"));
        QVERIFY(DisplayFormat::iso(time).startsWith(QStringLiteral("2026-11-02T14:32:08.114")));
        QVERIFY(DisplayFormat::iso(time).contains(QLatin1Char('+'))
                || DisplayFormat::iso(time).endsWith(QLatin1Char('Z')));
    }
};

QTEST_GUILESS_MAIN(TestDisplayFormat)
#include "tst_display_format.moc"
