#include "ui/models/virtual_key_words.h"

#include "ui/display_format.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <utility>
#include <cmath>

namespace ui::models {

namespace {

using gateway::RequestState;
using gateway::api::LimitUnit;
using gateway::api::LimitView;
using gateway::api::VirtualKeyProviderView;
using gateway::api::VirtualKeyView;

constexpr double warnAt = 0.8;

struct Text {
    Q_DECLARE_TR_FUNCTIONS(VirtualKeyWords)
};

bool isDigit(QChar letter)
{
    return letter.isDigit();
}

// To the cent, and more where cents would say nothing.
QString moneyText(qint64 nanoDollars)
{
    const double dollars = static_cast<double>(nanoDollars) / 1e9;
    const bool isSmall = dollars != 0 && std::abs(dollars) < 0.1;
    const auto [before, behind] = dollarSigns();
    return before + QLocale().toString(dollars, 'f', isSmall ? 4 : 2) + behind;
}

QString numberText(const LimitView &limit, qint64 amount)
{
    return limit.unit == LimitUnit::Money ? moneyText(amount) : DisplayFormat().count(amount);
}

// The bar of a limit that cannot be used at all is full.
double shareOf(qint64 used, qint64 most)
{
    return most > 0 ? static_cast<double>(used) / static_cast<double>(most) : 1;
}

QString dayText(const QDateTime &time, const QDateTime &now)
{
    return DisplayFormat().day(time.toLocalTime().date(), now.toLocalTime().date());
}

} // namespace

// Within a day the time alone says it.
QString untilText(const QDateTime &time, const QDateTime &now)
{
    if (now.secsTo(time) <= 24 * 60 * 60)
        return QLocale().toString(time.toLocalTime().time(), QLocale::ShortFormat);
    return dayText(time, now);
}

// As the locale writes them around any amount.
std::pair<QString, QString> dollarSigns()
{
    const QString text = DisplayFormat().moneyTotal(gateway::Money::ofDollars(5));
    const auto first = std::find_if(text.begin(), text.end(), isDigit);
    const auto last = std::find_if(text.rbegin(), text.rend(), isDigit).base();
    return {text.left(first - text.begin()), text.mid(last - text.begin())};
}

QString mayUseText(const VirtualKeyView &key)
{
    QStringList parts;
    for (const VirtualKeyProviderView &provider : key.providers) {
        if (provider.allowedModels.contains(QStringLiteral("*")))
            parts.append(provider.provider);
        else
            parts += provider.allowedModels;
    }
    if (key.allowsAllProviders)
        return parts.isEmpty() ? Text::tr("everything") : Text::tr("everything, with rules");
    parts.removeDuplicates();
    return parts.isEmpty() ? Text::tr("nothing") : QLocale().createSeparatedList(parts);
}

QString windowText(const QString &window)
{
    const int count = window.chopped(1).toInt();
    const QChar unit = window.isEmpty() ? QChar() : window.back();
    if (unit == QLatin1Char('s'))
        return count == 1 ? Text::tr("a second") : Text::tr("every %n seconds", nullptr, count);
    if (unit == QLatin1Char('m'))
        return count == 1 ? Text::tr("a minute") : Text::tr("every %n minutes", nullptr, count);
    if (unit == QLatin1Char('h'))
        return count == 1 ? Text::tr("an hour") : Text::tr("every %n hours", nullptr, count);
    if (unit == QLatin1Char('d'))
        return count == 1 ? Text::tr("a day") : Text::tr("every %n days", nullptr, count);
    if (unit == QLatin1Char('w'))
        return count == 1 ? Text::tr("a week") : Text::tr("every %n weeks", nullptr, count);
    if (unit == QLatin1Char('M'))
        return count == 1 ? Text::tr("a month") : Text::tr("every %n months", nullptr, count);
    if (unit == QLatin1Char('Q'))
        return count == 1 ? Text::tr("a quarter") : Text::tr("every %n quarters", nullptr, count);
    return count == 1 ? Text::tr("a year") : Text::tr("every %n years", nullptr, count);
}

QString useText(const LimitView &limit)
{
    const QString used = numberText(limit, limit.used);
    const QString most = numberText(limit, limit.allowed());
    switch (limit.unit) {
    case LimitUnit::Money: return Text::tr("%1 of %2", "money").arg(used, most);
    case LimitUnit::Tokens: return Text::tr("%1 of %2 tokens").arg(used, most);
    case LimitUnit::Requests: return Text::tr("%1 of %2 requests").arg(used, most);
    }
    return {};
}

QString useText(const LimitView &limit, const QDateTime &now)
{
    if (!limit.forecast || *limit.forecast <= limit.used)
        return useText(limit);
    return Text::tr("%1, about %2 by %3", "use of a limit, amount, a time")
        .arg(useText(limit), numberText(limit, *limit.forecast), untilText(limit.resetsAt, now));
}

QString useAndForecastText(const LimitView &limit)
{
    if (!limit.forecast || *limit.forecast <= limit.used)
        return useText(limit);
    return Text::tr("%1, about %2", "use of a limit, amount at its end")
        .arg(useText(limit), numberText(limit, *limit.forecast));
}

QString amountText(const LimitView &limit, qint64 amount)
{
    switch (limit.unit) {
    case LimitUnit::Money: return moneyText(amount);
    case LimitUnit::Tokens: return Text::tr("%1 tokens").arg(DisplayFormat().count(amount));
    case LimitUnit::Requests: return Text::tr("%1 requests").arg(DisplayFormat().count(amount));
    }
    return {};
}

QString limitText(const LimitView &limit)
{
    const QString most = numberText(limit, limit.most);
    const QString window = windowText(limit.window);
    switch (limit.unit) {
    case LimitUnit::Money: return Text::tr("%1 %2", "amount of money, a day").arg(most, window);
    case LimitUnit::Tokens: return Text::tr("%1 tokens %2", "number, a day").arg(most, window);
    case LimitUnit::Requests: return Text::tr("%1 requests %2", "number, a day").arg(most, window);
    }
    return {};
}

double usedShare(const LimitView &limit)
{
    return shareOf(limit.used, limit.allowed());
}

std::optional<double> forecastShare(const LimitView &limit)
{
    if (!limit.forecast || *limit.forecast <= limit.used)
        return std::nullopt;
    return shareOf(*limit.forecast, limit.allowed());
}

const LimitView *tightestLimit(const VirtualKeyView &key)
{
    return tightestLimit(key.limits);
}

const LimitView *tightestLimit(const QList<LimitView> &limits)
{
    const auto tightest =
        std::max_element(limits.begin(), limits.end(), [](const LimitView &left, const LimitView &right) {
            // Among equals the budget is what people look for.
            const auto rank = [](const LimitView &limit) {
                return std::pair(usedShare(limit), limit.unit == LimitUnit::Money ? 1 : 0);
            };
            return rank(left) < rank(right);
        });
    return tightest == limits.end() ? nullptr : &*tightest;
}

std::optional<KeyState> tightState(const LimitView &limit, const QDateTime &now)
{
    const double share = usedShare(limit);
    if (share >= 1) {
        const QString when = untilText(limit.resetsAt, now);
        return KeyState{RequestState::Blocked,
                        limit.unit == LimitUnit::Money ? Text::tr("Spent, until %1", "a time").arg(when)
                                                       : Text::tr("Used up, until %1", "a time").arg(when),
                        false, true};
    }
    if (share >= warnAt)
        return KeyState{RequestState::ClientError, Text::tr("%1 used", "percent").arg(DisplayFormat().percent(share)),
                        false, false};
    return std::nullopt;
}

KeyState keyState(const VirtualKeyView &key, const QDateTime &now)
{
    if (key.expiresAt.isValid() && key.expiresAt <= now)
        return {RequestState::Cancelled, Text::tr("Expired %1", "a day").arg(dayText(key.expiresAt, now)), true, false};
    if (!key.isActive)
        return {RequestState::Cancelled, Text::tr("Off"), true, false};
    if (const LimitView *limit = tightestLimit(key)) {
        if (const auto state = tightState(*limit, now))
            return *state;
    }
    if (key.previousExpiresAt.isValid() && key.previousExpiresAt > now)
        return {RequestState::Succeeded,
                Text::tr("Active, old value until %1", "a time").arg(untilText(key.previousExpiresAt, now)), false,
                false};
    return {RequestState::Succeeded, key.isPrivate ? Text::tr("Active, private") : Text::tr("Active"), false, false};
}

} // namespace ui::models
