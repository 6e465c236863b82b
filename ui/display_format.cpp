#include "ui/display_format.h"

#include <QCoreApplication>

#include <array>
#include <cmath>

namespace ui {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(DisplayFormat)
};

qint64 rounded(double value)
{
    return static_cast<qint64>(std::llround(value));
}

} // namespace

DisplayFormat::DisplayFormat(const QLocale &locale) : m_locale(locale)
{
    // The C locale leaves group separators out; columns of large numbers need them in every locale.
    m_locale.setNumberOptions(m_locale.numberOptions() & ~QLocale::NumberOptions(QLocale::OmitGroupSeparator));
}

QString DisplayFormat::missing()
{
    return QStringLiteral("–");
}

QString DisplayFormat::decimal(double value, int decimals) const
{
    return m_locale.toString(value, 'f', decimals);
}

QString DisplayFormat::exactCount(qint64 value) const
{
    return m_locale.toString(value);
}

QString DisplayFormat::scaled(double value, const QString &unit) const
{
    // Three significant figures, decided after rounding so that 9.996 becomes 10.0.
    const double size = std::abs(value);
    const int decimals = size < 9.995 ? 2 : size < 99.95 ? 1 : 0;
    return unit.arg(decimal(value, decimals));
}

QString DisplayFormat::count(qint64 value) const
{
    const double size = std::abs(static_cast<double>(value));
    if (size < 1e6)
        return exactCount(value);
    const auto number = static_cast<double>(value);
    if (size < 999.5e6)
        return scaled(number / 1e6, Text::tr("%1 M", "millions"));
    if (size < 999.5e9)
        return scaled(number / 1e9, Text::tr("%1 B", "thousand millions"));
    return scaled(number / 1e12, Text::tr("%1 T", "million millions"));
}

QString DisplayFormat::optionalCount(const std::optional<qint64> &value) const
{
    return value ? count(*value) : missing();
}

QString DisplayFormat::duration(Microseconds value) const
{
    const auto micros = static_cast<double>(value.count() < 0 ? 0 : value.count());
    if (micros > 0 && micros < 100) // a zero would say that nothing was measured
        return Text::tr("%1 µs").arg(exactCount(rounded(micros)));
    if (micros < 9'950)
        return Text::tr("%1 ms").arg(decimal(micros / 1e3, 1));
    if (micros < 99'500)
        return Text::tr("%1 ms").arg(exactCount(rounded(micros / 1e3)));
    if (micros < 995'000)
        return Text::tr("%1 s").arg(decimal(micros / 1e6, 2));
    if (micros < 59'950'000)
        return Text::tr("%1 s").arg(decimal(micros / 1e6, 1));
    const qint64 seconds = rounded(micros / 1e6);
    if (seconds < 3'600)
        return Text::tr("%1 min %2 s").arg(seconds / 60).arg(seconds % 60, 2, 10, QLatin1Char('0'));
    const qint64 minutes = seconds / 60;
    if (minutes < 24 * 60)
        return Text::tr("%1 h %2 min").arg(minutes / 60).arg(minutes % 60, 2, 10, QLatin1Char('0'));
    const qint64 hours = minutes / 60;
    return Text::tr("%1 d %2 h").arg(hours / 24).arg(hours % 24);
}

QString DisplayFormat::firstToken(const std::optional<Microseconds> &value) const
{
    if (!value)
        return missing();
    constexpr auto leastShown = std::chrono::milliseconds(5);
    if (*value < leastShown) // a zero would say that nothing was measured
        return QLatin1Char('<') + Text::tr("%1 s").arg(decimal(0.01, 2));
    return Text::tr("%1 s").arg(decimal(static_cast<double>(value->count()) / 1e6, 2));
}

QString DisplayFormat::dollars(gateway::Money amount, int decimals) const
{
    const QString digits = decimal(std::abs(amount.dollars()), decimals);
    const QString text = Text::tr("$%1", "US dollars").arg(digits);
    return amount.nanoDollars < 0 ? m_locale.negativeSign() + text : text;
}

QString DisplayFormat::money(gateway::Money amount) const
{
    constexpr std::int64_t leastShown = 100'000; // a hundredth of a cent
    if (amount.nanoDollars == 0)
        return dollars(amount, 0);
    if (std::abs(amount.nanoDollars) < leastShown)
        return QLatin1Char('<') + dollars({leastShown}, 4);
    return dollars(amount, 4);
}

QString DisplayFormat::moneyTotal(gateway::Money amount) const
{
    return std::abs(amount.nanoDollars) < gateway::Money::ofDollars(1).nanoDollars ? money(amount) : dollars(amount, 2);
}

QString DisplayFormat::exactMoney(gateway::Money amount) const
{
    int decimals = 9;
    for (std::int64_t rest = amount.nanoDollars; decimals > 2 && rest % 10 == 0; rest /= 10)
        --decimals;
    return dollars(amount, decimals);
}

namespace {

// How many of these decimals are not zeros at the end; at least cents.
int decimalsOf(std::int64_t amount, int decimals)
{
    for (; decimals > 2 && amount % 10 == 0; amount /= 10)
        --decimals;
    return decimals;
}

} // namespace

QString DisplayFormat::pricePerMillion(std::int64_t picoDollars) const
{
    return Text::tr("$%1", "US dollars")
        .arg(decimal(static_cast<double>(picoDollars) / 1e6, decimalsOf(picoDollars, 6)));
}

QString DisplayFormat::pricePerPiece(std::int64_t picoDollars) const
{
    return Text::tr("$%1", "US dollars")
        .arg(decimal(static_cast<double>(picoDollars) / 1e12, decimalsOf(picoDollars, 12)));
}

QString DisplayFormat::size(qint64 bytes) const
{
    double value = std::abs(static_cast<double>(bytes));
    int power = 0;
    qint64 unit = 1;
    while (value >= (power == 0 ? 1000.0 : 999.5)) {
        value /= 1000.0;
        unit *= 1000;
        ++power;
    }
    // The locale chooses its unit before it rounds: 999.7 kB shall be 1.0 MB.
    const qint64 shown = value < 1.0 ? unit : bytes;
    const int decimals = power > 0 && value < 9.95 ? 1 : 0;
    return m_locale.formattedDataSize(power > 0 ? shown : bytes, decimals, QLocale::DataSizeSIFormat);
}

QString DisplayFormat::percent(double share) const
{
    const double value = share * 100.0;
    const int decimals = value > 0.0 && value < 9.95 ? 1 : 0;
    return Text::tr("%1%", "percent; add a space where the language has one").arg(decimal(value, decimals));
}

ClockText DisplayFormat::clock(const QDateTime &time) const
{
    const QTime local = time.toLocalTime().time();
    const QString fraction = m_locale.decimalPoint() + QStringLiteral("%1").arg(local.msec(), 3, 10, QLatin1Char('0'));
    const bool hasTwelveHours =
        m_locale.timeFormat(QLocale::ShortFormat).contains(QLatin1Char('a'), Qt::CaseInsensitive);
    if (!hasTwelveHours)
        return {local.toString(QStringLiteral("HH:mm:ss")), fraction, QString()};
    const int hour = local.hour() % 12 == 0 ? 12 : local.hour() % 12;
    const QString head = QStringLiteral("%1:%2").arg(hour).arg(local.toString(QStringLiteral("mm:ss")));
    return {head, fraction, QLatin1Char(' ') + (local.hour() < 12 ? m_locale.amText() : m_locale.pmText())};
}

QString DisplayFormat::day(const QDate &date, const QDate &today) const
{
    const bool hasYear = date.year() != today.year();
    // Numbers with their signs, the year before all: "11月2日".
    if (m_locale.language() == QLocale::Chinese || m_locale.language() == QLocale::Japanese)
        return m_locale.toString(date, hasYear ? QStringLiteral("yyyy年M月d日") : QStringLiteral("M月d日"));
    // Month or day first as the locale's own short date has it.
    const QString pattern = m_locale.dateFormat(QLocale::ShortFormat);
    const bool monthFirst = pattern.indexOf(QLatin1Char('M')) < pattern.indexOf(QLatin1Char('d'));
    QString format = monthFirst ? QStringLiteral("MMM d") : QStringLiteral("d MMM");
    if (hasYear)
        format += QStringLiteral(" yyyy");
    return m_locale.toString(date, format);
}

QString DisplayFormat::moment(const QDateTime &time, const QDateTime &now) const
{
    const QDateTime local = time.toLocalTime();
    const QDate today = now.toLocalTime().date();
    const ClockText text = clock(local);
    if (local.date() == today)
        return text.head + text.tail;
    return day(local.date(), today) + QLatin1Char(' ') + text.head.section(QLatin1Char(':'), 0, 1) + text.tail;
}

QString DisplayFormat::iso(const QDateTime &time)
{
    const QDateTime local = time.toLocalTime();
    return local.toOffsetFromUtc(local.offsetFromUtc()).toString(Qt::ISODateWithMs);
}

} // namespace ui
